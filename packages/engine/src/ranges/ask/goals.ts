/** Goals as bounds on cells. */
import type { NodeId } from '../../scheme/index.js'
import type { Ratio } from '../interval.js'
import { bounded } from '../model/outside.js'
import type { NodeCells } from '../model/model.js'
import type { Goal } from '../possibilities.js'
import type { Wanted } from '../solve/search.js'
import { nodeOf, type Study } from './study.js'

/** The bounds that a goal sets. */
export function wantedBy(study: Study, goal: Goal): readonly Wanted[] {
  const node = nodeOf(study, goal.node)
  if ('holds' in goal) {
    const value = goal.holds ? 1 : 0
    return [{ cell: node.cell, low: value, high: value }]
  }
  return [
    ...(goal.atLeast === undefined ? [] : [atLeast(study, node, goal.atLeast, true)]),
    ...(goal.above === undefined ? [] : [atLeast(study, node, goal.above, false)]),
    ...(goal.atMost === undefined ? [] : [atMost(study, node, goal.atMost, true)]),
    ...(goal.below === undefined ? [] : [atMost(study, node, goal.below, false)]),
    ...overSome(node),
  ]
}

/** What is divided by must be there for a number to be. */
export function overSome({ over, base }: NodeCells): readonly Wanted[] {
  return [over, base].flatMap((cell) => (cell === undefined ? [] : [{ cell, low: 1, high: Number.POSITIVE_INFINITY }]))
}

/** The number is at least (or above) the limit. */
export function atLeast(study: Study, node: NodeCells, { num, den }: Ratio, isIncluded: boolean): Wanted {
  const high = Number.POSITIVE_INFINITY
  if (node.over !== undefined) return { cell: distance(study, node, { num, den }), low: isIncluded ? 0 : 1, high }
  const low = divideUp(num * BigInt(node.unit), den, isIncluded)
  return { cell: node.cell, low: bounded(low), high }
}

export function atMost(study: Study, node: NodeCells, { num, den }: Ratio, isIncluded: boolean): Wanted {
  const low = Number.NEGATIVE_INFINITY
  if (node.over !== undefined) return { cell: distance(study, node, { num, den }), low, high: isIncluded ? 0 : -1 }
  const high = -divideUp(-num * BigInt(node.unit), den, isIncluded)
  return { cell: node.cell, low, high: bounded(high) }
}

/** node × den − over × unit × num: above 0 where the share is above num ÷ den. */
function distance({ model }: Study, { cell, over, unit }: NodeCells, { num, den }: Ratio): number {
  const [left, right] = lowestTerms(den, num * BigInt(unit))
  return model.cells.linear(
    [
      [Number(left), cell],
      [-Number(right), over ?? cell],
    ],
    0,
  )
}

function lowestTerms(a: bigint, b: bigint): readonly [bigint, bigint] {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? [a, b] : [a / x, b / x]
}

/** The least integer that is at least (or above) num ÷ den. */
function divideUp(num: bigint, den: bigint, isIncluded: boolean): bigint {
  const whole = num / den
  const rest = num % den
  if (rest === 0n) return isIncluded ? whole : whole + 1n
  return rest > 0n ? whole + 1n : whole
}

/** What holds of every unit that has the scores: something applies, and what is left out where it does not apply does. */
export function whereScored(study: Study, ids: readonly NodeId[]): readonly Wanted[] {
  const { scheme, kind } = study.model
  const scores = ids.filter((id) => study.scores.has(id))
  const { gradable } = scheme.kinds[kind] ?? {}
  const conditions = [...(scores.length === 0 ? [] : [gradable]), ...scores.map((id) => study.scores.get(id))]
  return conditions.flatMap((id) => (id === undefined ? [] : [{ cell: nodeOf(study, id).cell, low: 1, high: 1 }]))
}
