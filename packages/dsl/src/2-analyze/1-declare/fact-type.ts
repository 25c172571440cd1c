import type {
  BallotsSentence,
  FactOptions,
  FactSentence,
  FactTypeNode,
  FieldSentence,
  Name,
  Num,
} from '../../ast/index.js'
import { compare, decimal, times, type Decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import type { ResolvedFactType } from '../tables.js'
import { termOfType } from '../typed.js'
import { checkDecimals, checkDecimalsOf } from '../numbers.js'
import { plainNumber } from '../values.js'

/** The greatest count, and the greatest percentage where one beyond 100% is cut: said in the language reference. */
const greatest = '1000000000'

/** The most that a whole number of a fact's smallest units may be: 2^53 − 1. */
const mostUnits = decimal('9007199254740991')

type NumericNode = Extract<FactTypeNode, { kind: 'count' | 'number' | 'percentage' }>

/** The type of a fact or field with its bounds settled; what does not fit is reported. */
export function resolveFactType(
  draft: Draft,
  sentence: FactSentence | BallotsSentence | FieldSentence,
): ResolvedFactType {
  return resolveNode(draft, sentence.type, sentence, sentence.name)
}

function resolveNode(draft: Draft, node: FactTypeNode, options: FactOptions, name: Name): ResolvedFactType {
  switch (node.kind) {
    case 'count':
    case 'number':
    case 'percentage':
      return resolveNumeric(draft, node, options, name)
    case 'many':
      reportBounds(draft, options, name, { kind: 'many' })
      return { kind: 'many', of: resolveNode(draft, node.of, { withEvidence: false }, name) }
    case 'records':
      reportBounds(draft, options, name, { kind: 'records' })
      return { kind: 'records', fields: [] }
    case 'choice':
      reportBounds(draft, options, name, { kind: 'choice' })
      return choiceOf(draft, node.options)
    case 'grade':
      if (draft.grades.size === 0) report(draft, 'grades-missing', node.span, {})
      return { kind: 'grade' }
    default:
      reportBounds(draft, options, name, { kind: node.kind })
      return node.kind === 'yes-no' && node.wording === 'true-false'
        ? { kind: node.kind, wording: node.wording }
        : { kind: node.kind }
  }
}

/** `one of "L"`: the words of the levels; else the words as they are written. */
function choiceOf(draft: Draft, words: readonly Name[]): ResolvedFactType {
  const [first] = words
  const levels = words.length === 1 && first !== undefined ? draft.levels.get(first.text) : undefined
  if (first === undefined || levels === undefined) return { kind: 'choice', options: distinct(draft, words) }
  draft.referents.set(first, { kind: 'levels', sentence: levels })
  draft.used.add(levels)
  return { kind: 'choice', options: levels.levels.map(({ word }) => word), levels }
}

/** Only numbers have bounds. */
function reportBounds(
  draft: Draft,
  options: FactOptions,
  name: Name,
  type: { readonly kind: ResolvedFactType['kind'] },
): void {
  const bound = options.atMost ?? options.cutAt
  if (bound === undefined) return
  report(draft, 'bound-on-other-type', bound.span, { name: name.raw, type: termOfType(type as ResolvedFactType) })
}

function distinct(draft: Draft, words: readonly Name[]): readonly Name[] {
  const seen = new Map<string, Name>()
  for (const word of words) {
    const before = seen.get(word.text)
    if (before === undefined) seen.set(word.text, word)
    else report(draft, 'word-twice', word.span, { words: [word.raw] }, { related: [{ span: before.span, data: {} }] })
  }
  return [...seen.values()]
}

function resolveNumeric(draft: Draft, node: NumericNode, options: FactOptions, name: Name): ResolvedFactType {
  const decimals = node.kind === 'count' || node.decimals === undefined ? 0 : (checkDecimals(draft, node.decimals) ?? 0)
  const min = node.kind === 'number' ? plainNumber(lower(node.from, node.to)) : '0'
  const max = upperBound(draft, node, options, name, min)
  const cut = cutOf(draft, node, options, name, min, max)
  for (const bound of boundsOf(node, options)) checkDecimalsOf(draft, bound, decimals)
  checkWidth(draft, node, name, [min, max], decimals)
  const word = node.kind === 'count' ? node.unitWord : undefined
  return {
    kind: node.kind,
    decimals,
    min,
    max,
    ...(cut === undefined ? {} : { cut }),
    ...(word === undefined ? {} : { word }),
  }
}

/** Bounds that stand upside down are reported once and then taken as they were meant. */
function lower(a: Num, b: Num): Num {
  return compare(decimal(a.text), decimal(b.text)) <= 0 ? a : b
}

function higher(a: Num, b: Num): Num {
  return lower(a, b) === a ? b : a
}

/** What the type, `at most` and `counted to at most` say together. */
function upperBound(draft: Draft, node: NumericNode, { atMost, cutAt }: FactOptions, name: Name, min: string): string {
  if (node.kind === 'number' && compare(decimal(node.to.text), decimal(node.from.text)) <= 0) {
    report(draft, 'bounds-out-of-order', node.to.span, { low: plainNumber(node.from), high: plainNumber(node.to) })
  }
  if (atMost === undefined) {
    if (node.kind === 'number') return plainNumber(higher(node.from, node.to))
    return node.kind === 'percentage' && cutAt === undefined ? '100' : greatest
  }
  checkSign(draft, node, name, atMost)
  const typeMax = node.kind === 'number' ? plainNumber(higher(node.from, node.to)) : greatest
  checkBound(draft, atMost, min, typeMax)
  return plainNumber(atMost)
}

function cutOf(
  draft: Draft,
  node: NumericNode,
  { cutAt }: FactOptions,
  name: Name,
  min: string,
  max: string,
): string | undefined {
  if (cutAt === undefined) return undefined
  checkSign(draft, node, name, cutAt)
  checkBound(draft, cutAt, min, max)
  return plainNumber(cutAt)
}

function checkBound(draft: Draft, bound: Num, min: string, max: string): void {
  const value = decimal(bound.text)
  if (compare(value, decimal(min)) <= 0 || compare(value, decimal(max)) > 0) {
    report(draft, 'bound-outside-type', bound.span, { value: plainNumber(bound), min, max })
  }
}

/** A percentage is bounded by a percentage, a number by a number. */
function checkSign(draft: Draft, node: NumericNode, name: Name, bound: Num): void {
  const wanted = node.kind === 'percentage'
  if (bound.percent === wanted) return
  const number = draft.parsed.text.slice(bound.span.start, bound.span.end)
  const { end } = bound.span
  if (wanted) {
    const fix = { edits: [{ span: { start: end, end }, text: '%' }] }
    report(draft, 'percent-sign-missing', bound.span, { number, name: name.raw }, { fix })
  } else report(draft, 'units-mixed', bound.span, { left: name.raw, right: number })
}

function boundsOf(node: NumericNode, { atMost, cutAt }: FactOptions): readonly Num[] {
  return [...(node.kind === 'number' ? [node.from, node.to] : []), atMost, cutAt].filter((bound) => bound !== undefined)
}

/** In the fact's smallest units every bound must be a safe integer. */
function checkWidth(draft: Draft, node: NumericNode, name: Name, bounds: readonly string[], decimals: number): void {
  const unit: Decimal = { digits: 10n ** BigInt(decimals), places: 0 }
  const tooWide = bounds.some((bound) => {
    const units = times(decimal(bound), unit)
    return compare({ ...units, digits: units.digits < 0n ? -units.digits : units.digits }, mostUnits) > 0
  })
  if (tooWide) report(draft, 'range-too-wide', node.span, { name: name.raw, decimals })
}
