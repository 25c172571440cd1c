import type { DefaultNode, FactSentence, FieldSentence, Num } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import type { ResolvedFactType } from '../tables.js'
import { termOfType } from '../typed.js'
import { fitsRange, reportOutside } from '../values.js'
import { resolveGrade } from '../known-names.js'
import { resolveWord } from '../words.js'
import { checkDecimalsOf } from '../numbers.js'

/** What a fact is when nobody reports it must be something the fact can be. */
export function checkDefault(draft: Draft, sentence: FactSentence | FieldSentence, type: ResolvedFactType): void {
  const node = sentence.default
  if (node === undefined) return
  const fits = node.kind === 'none' ? canBeNone(type) : fitsKind(draft, node, type, sentence)
  if (!fits) {
    const value = draft.parsed.text.slice(node.span.start, node.span.end).trim()
    report(draft, 'default-does-not-fit', node.span, { name: sentence.name.raw, value, type: termOfType(type) })
  }
}

/** 无 is no for yes/no, 0 for numbers, nothing for lists, no grade, an empty text, and a choice's own word of that name. */
function canBeNone(type: ResolvedFactType): boolean {
  switch (type.kind) {
    case 'count':
    case 'percentage':
      return true
    case 'number':
      return type.min === '0' || type.min.startsWith('-')
    case 'choice':
      return wordForNone(type) >= 0
    case 'date':
      return false
    default:
      return true
  }
}

/** The place of the word 无 (none, no) among the options, else -1. */
export function wordForNone(type: Extract<ResolvedFactType, { kind: 'choice' }>): number {
  return type.options.findIndex((option) => ['无', 'none', 'no'].includes(option.text.toLowerCase()))
}

/** Problems inside a default of the right kind are reported here; false where the kind itself is wrong. */
function fitsKind(
  draft: Draft,
  node: Exclude<DefaultNode, { kind: 'none' }>,
  type: ResolvedFactType,
  { name }: FactSentence | FieldSentence,
): boolean {
  switch (node.kind) {
    case 'yes':
      return type.kind === 'yes-no'
    case 'number':
      return fitsNumber(draft, node.value, type, name.raw)
    case 'date':
      return type.kind === 'date'
    case 'word':
      if (type.kind === 'choice') resolveWord(draft, type.options, node.name)
      else if (type.kind === 'grade') resolveGrade(draft, node.name)
      return ['choice', 'grade', 'text'].includes(type.kind)
  }
}

function fitsNumber(draft: Draft, num: Num, type: ResolvedFactType, name: string): boolean {
  if (!('min' in type) || (num.percent && type.kind !== 'percentage')) return false
  checkDecimalsOf(draft, num, type.decimals)
  if (!fitsRange(type, num)) reportOutside(draft, type, name, num)
  return true
}
