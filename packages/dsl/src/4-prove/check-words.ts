import { rangeOfCondition } from '@merit/engine/ranges'
import type { Expr } from '@merit/engine/scheme'
import type { AdjustmentSentence, Condition, Measure, Sentence } from '../ast/index.js'
import type { FactSymbol } from '../2-analyze/tables.js'
import { compare, nought } from '../3-emit/rational.js'
import { reachOfNode, report, scopeIn, type Grounds } from './grounds.js'
import { linesBySentence } from './lines.js'
import { hullOf, shown } from './numbers.js'
import { exprOf, reachOfNumber } from './quantity.js'
import { factsIn, type Use } from './uses.js'

/** Rules whose effect runs against their words: a bonus that can take points, a fact that earns and costs at once. */
export function checkWords(grounds: Grounds, uses: readonly Use[]): void {
  checkSigns(grounds)
  checkBothWays(grounds, uses)
}

/** What is added can come out below 0; what is taken off then takes nothing. */
function checkSigns(grounds: Grounds): void {
  for (const [index, lines] of linesBySentence(grounds)) {
    const sentence = grounds.sentence(index)
    if (sentence?.kind !== 'adjustment') continue
    const gives = sentence.effect !== 'costs' && sentence.effect !== 'penalty'
    if (gives && isEntered(sentence.measure)) continue
    const low = gives
      ? hullOf(lines.flatMap(({ line }) => (line.amount === undefined ? [] : [reachOfNode(grounds, line.amount)])))?.low
      : amountOf(grounds, sentence.measure)?.low
    if (low === undefined || compare(low, nought) >= 0) continue
    report(grounds, gives ? 'bonus-can-take' : 'deduction-can-be-negative', sentence.measureSpan, { low: shown(low) })
  }
}

/** The amount is a fact as it was entered: one that can be negative is so on purpose. */
function isEntered(measure: Measure): boolean {
  return 'amount' in measure && measure.amount.kind === 'name'
}

function amountOf(grounds: Grounds, measure: Measure) {
  return 'amount' in measure ? reachOfNumber(grounds, measure.amount) : undefined
}

/** More of a fact gives points here, and there costs points or the grade: one more lowers what the first sentence raises. */
function checkBothWays(grounds: Grounds, uses: readonly Use[]): void {
  const rewarded = new Map<FactSymbol, AdjustmentSentence>()
  for (const { sentence, way, sole } of uses) {
    if (way !== 'gives' || sole === undefined || sentence.kind !== 'adjustment') continue
    if (risesWith(grounds, sentence.measure, sole) && !rewarded.has(sole)) rewarded.set(sole, sentence)
  }
  for (const sentence of rewarded.size === 0 ? [] : grounds.analysis.parsed.sentences) {
    const measure = punishmentIn(sentence)
    if (measure === undefined) continue
    const [fact, ...others] = factsIn(grounds, measure)
    const first = fact === undefined || others.length > 0 ? undefined : rewarded.get(fact)
    if (fact === undefined || first === undefined || !risesWith(grounds, measure, fact)) continue
    report(
      grounds,
      'rewarded-and-punished',
      sentence.span,
      { fact: fact.name.raw },
      { related: [{ span: first.span, data: {} }] },
    )
  }
}

type Trigger = Measure | { readonly kind: 'when'; readonly condition: Condition }

/** What costs points, a grade, or the right to one. */
function punishmentIn(sentence: Sentence): Trigger | undefined {
  switch (sentence.kind) {
    case 'adjustment':
      return sentence.effect === 'costs' || sentence.effect === 'penalty' ? sentence.measure : undefined
    case 'blocks':
      return sentence.onlyWhen ? undefined : { kind: 'when', condition: sentence.condition }
    case 'downgrade':
      return sentence.measure.kind === 'when' ? { kind: 'when', condition: sentence.measure.condition } : undefined
    default:
      return undefined
  }
}

/** Whether it acts the more the more there is of the fact: on its greatest value, and not on its least. */
function risesWith(grounds: Grounds, measure: Trigger, fact: FactSymbol): boolean {
  if (measure.kind === 'per') {
    const { of, condition } = measure
    return condition === undefined && of.kind === 'name' && grounds.analysis.referents.get(of.name) === fact
  }
  const traced = measure.kind === 'when' ? (grounds.trace.conditions.get(measure.condition) ?? []) : []
  const id = grounds.scheme.facts.find(({ name, under }) => under === undefined && name === fact.name.raw)?.id
  const [only] = traced
  if (id === undefined || traced.length !== 1 || only === undefined || only.over !== undefined) return false
  const expr = exprOf(only.value)
  return holdsAt(grounds, expr, id, 'greatest') === true && holdsAt(grounds, expr, id, 'least') === false
}

/** Whether the condition holds at an end of the fact; undefined where that alone does not tell. */
function holdsAt(grounds: Grounds, expr: Expr, fact: string, end: 'least' | 'greatest'): boolean | undefined {
  const outside = scopeIn(grounds)
  const range = grounds.ranges.fact(fact)
  if (range?.kind !== 'value' || range.range.kind === 'text') return undefined
  const greatest = end === 'greatest'
  const at =
    range.range.kind === 'boolean'
      ? { kind: 'boolean' as const, canBeTrue: greatest, canBeFalse: !greatest }
      : numberAt(greatest ? range.range.high : range.range.low)
  const { canBeTrue, canBeFalse } = rangeOfCondition(expr, (name) => (name === fact ? at : outside(name)))
  return canBeTrue === canBeFalse ? undefined : canBeTrue
}

function numberAt(value: bigint) {
  return { kind: 'number' as const, low: value, high: value }
}
