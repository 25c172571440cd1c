import type { FactValue } from '../api.js'
import type { CompiledScheme, FactId, FactType } from '../scheme/index.js'
import { exact, zero } from './exact.js'
import { figure } from './figure.js'
import type { FactReason } from './types.js'
import { nameIn, type View } from './view.js'
import type { Words } from './words/words.js'

/** A fact of the unit with its value as people write it. */
export function factReason(view: View, id: FactId): FactReason | undefined {
  const fact = view.factOf(id)
  if (fact === undefined) return undefined
  const found = view.fact(id)
  if (found === undefined) return { kind: 'fact', name: nameIn(view, fact), shown: '', from: 'missing' }
  const shown = shownValue(view.scheme, view.words, fact.type, found.value)
  return { kind: 'fact', name: nameIn(view, fact), shown, from: found.reported ? 'reported' : 'default' }
}

/** A value as read, as people write it: 97.7%, 3 件, 有, 2026-05-20. */
export function shownValue(scheme: CompiledScheme, words: Words, type: FactType, value: FactValue): string {
  switch (type.kind) {
    case 'yes-no':
      return words.truth(value === true, type)
    case 'count':
    case 'number':
    case 'percentage':
      return shownNumber(words, type, value)
    case 'choice':
      return type.options[Number(value)] ?? ''
    case 'grade':
      return scheme.grades[Number(value)] ?? words.none
    case 'date':
      return dateText(Number(value))
    case 'text':
      return String(value)
    case 'many':
      return words.list(listOf(value).map((each) => shownValue(scheme, words, type.of, each)))
    case 'records':
      return words.recordCount(listOf(value).length)
  }
}

export function listOf(value: FactValue): readonly FactValue[] {
  return Array.isArray(value) ? (value as readonly FactValue[]) : []
}

function shownNumber(
  words: Words,
  type: FactType & { kind: 'count' | 'number' | 'percentage' },
  value: FactValue,
): string {
  const { text } = figure(exact(Number(value), type.unit) ?? zero)
  if (type.kind === 'percentage') return `${text}%`
  return type.word === undefined ? text : words.measured(text, type.word)
}

/** Days since 1970-01-01 as YYYY-MM-DD. */
function dateText(days: number): string {
  const date = new Date(days * 86_400_000)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
