/** What a piece of the tree can come to, in every place where its sentence stands. */
import { quotientRange, rangeOfExpression } from '@merit/engine/ranges'
import type { Expr } from '@merit/engine/scheme'
import type { Condition, Expression } from '../ast/index.js'
import type { Quantity } from '../3-emit/quantity.js'
import { rational } from '../3-emit/rational.js'
import { toExpr, type Term } from '../3-emit/term.js'
import type { Traced } from '../3-emit/trace.js'
import { assume } from './assume.js'
import { scopeIn, type Grounds } from './grounds.js'
import { hullOf, reachOf, type Reach } from './numbers.js'

/** The least and greatest number that the expression can be; undefined where it is none, or was never computed. */
export function reachOfNumber(grounds: Grounds, node: Expression): Reach | undefined {
  return hullOf((grounds.trace.numbers.get(node) ?? []).map((traced) => reachOfTraced(grounds, traced)))
}

function reachOfTraced(grounds: Grounds, { value, over }: Traced<Quantity>): Reach {
  const expr = exprOf(value.num)
  if (over === undefined) return perUnit(reachOf(quotientRange(expr, value.over, grounds.ranges)), value.unit)
  const { range } = rangeOfExpression(expr, scopeIn(grounds, over))
  const [low, high] = range.kind === 'number' ? [range.low, range.high] : [0n, 0n]
  return perUnit({ low: rational(low), high: rational(high) }, value.unit)
}

function perUnit({ low, high }: Reach, unit: bigint): Reach {
  return { low: rational(low.num, low.den * unit), high: rational(high.num, high.den * unit) }
}

export type Outcome = 'never' | 'always' | 'open'

/** Whether the condition can hold, and whether it can fail, wherever its sentence stands. */
export function outcomeOf(grounds: Grounds, node: Condition): Outcome {
  const outcomes = new Set((grounds.trace.conditions.get(node) ?? []).map((traced) => outcomeOfTraced(grounds, traced)))
  const [only] = outcomes
  return outcomes.size === 1 && only !== undefined ? only : 'open'
}

function outcomeOfTraced(grounds: Grounds, { value, over }: Traced<Term>): Outcome {
  return outcomeOfExpr(grounds, exprOf(value), over)
}

export function outcomeOfExpr(grounds: Grounds, expr: Expr, over?: string): Outcome {
  const scope = scopeIn(grounds, over)
  if (assume(expr, true, scope, grounds.logic) === undefined) return 'never'
  return assume(expr, false, scope, grounds.logic) === undefined ? 'always' : 'open'
}

/** Whether `then` holds wherever `first` does. */
export function implies(grounds: Grounds, first: Expr, then: Expr): boolean {
  const scope = assume(first, true, scopeIn(grounds), grounds.logic)
  return scope !== undefined && assume(then, false, scope, grounds.logic) === undefined
}

/** Whether both can hold at once; true where it is not known. */
export function canMeet(grounds: Grounds, a: Expr, b: Expr): boolean {
  return assume({ and: [a, b] }, true, scopeIn(grounds), grounds.logic) !== undefined
}

/** What was proved to fit a compiled scheme fits here too. */
export function exprOf(term: Term): Expr {
  return toExpr(term, () => undefined)
}
