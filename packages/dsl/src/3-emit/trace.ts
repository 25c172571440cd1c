/**
 * What each condition and expression of the tree became. Nodes are for results; proofs also speak of a condition inside a condition, or of
 * a calculation inside a sentence, and find here what it computes.
 */
import type { FactId } from '@merit/engine/scheme'
import type { Condition, Expression } from '../ast/index.js'
import type { Quantity } from './quantity.js'
import type { Scope } from './scope.js'
import type { Term } from './term.js'

/** Something as it was emitted in one place; inside a condition over a list, the list whose elements it speaks of. */
export interface Traced<T> {
  readonly value: T
  readonly over?: FactId
}

/** A sentence of a rubric is emitted once in each part, so each piece of the tree can have become several things. */
export interface Trace {
  readonly conditions: ReadonlyMap<Condition, readonly Traced<Term>[]>
  /** Only of expressions that are numbers. */
  readonly numbers: ReadonlyMap<Expression, readonly Traced<Quantity>[]>
}

/** A trace while it grows. */
export interface Tracing extends Trace {
  readonly condition: (node: Condition, value: Term, scope: Scope) => void
  readonly number: (node: Expression, value: Quantity, scope: Scope) => void
}

export function newTracing(): Tracing {
  const conditions = new Map<Condition, Traced<Term>[]>()
  const numbers = new Map<Expression, Traced<Quantity>[]>()
  return {
    conditions,
    numbers,
    condition: (node, value, scope) => push(conditions, node, { value, ...overOf(scope) }),
    number: (node, value, scope) => push(numbers, node, { value, ...overOf(scope) }),
  }
}

function overOf({ over, emission, part }: Scope): { readonly over?: FactId } {
  return over === undefined ? {} : { over: emission.facts.id(over, part) }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
