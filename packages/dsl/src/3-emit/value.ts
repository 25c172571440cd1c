/** What a name or expression stands for while it is being emitted. */
import type { FactId } from '@merit/engine/scheme'
import type { FactSymbol } from '../2-analyze/tables.js'
import { nothing, truth, type Quantity, type Truth } from './quantity.js'
import type { Term } from './term.js'

export type Value =
  | { readonly kind: 'number'; readonly quantity: Quantity }
  | { readonly kind: 'truth'; readonly truth: Truth }
  /** The index of a word of a choice, a grade's index (-1: none), a date's day, a text. */
  | { readonly kind: 'choice' | 'grade' | 'date' | 'text'; readonly term: Term }
  | { readonly kind: 'list'; readonly fact: FactId; readonly symbol: FactSymbol }

/** The number that the value is; analysis has seen to it that it is one. */
export function numberOfValue(value: Value): Quantity {
  return value.kind === 'number' ? value.quantity : nothing
}

export function numeric(quantity: Quantity): Value {
  return { kind: 'number', quantity }
}

export function truthful(term: Term, requires: Truth['requires'] = []): Value {
  return { kind: 'truth', truth: truth(term, requires) }
}

/** What a choice, grade, date or text reads as. */
export function termOf(value: Value): Term {
  return 'term' in value ? value.term : 0n
}

/** What a fact or field reads as, whatever its type. */
export function readOf(value: Value): Term {
  if (value.kind === 'number') return value.quantity.num
  return value.kind === 'truth' ? value.truth.term : termOf(value)
}
