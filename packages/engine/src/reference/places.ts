import type { Kind, NodeId, Quota } from '../scheme/index.js'
import { compare, fraction, type Fraction } from './fraction.js'
import type { Assessed } from './unit.js'

/** Below 0 where `a` stands before `b`, 0 where they are tied. */
export type Order = (a: Assessed, b: Assessed) => number

/** By total, higher first. */
export const byTotal: Order = (a, b) => compare(b.values.number(b.kind.total), a.values.number(a.kind.total))

/** By total, then by the scores that decide ties in the kind. */
export function orderOf(kind: Kind): Order {
  const ties = kind.grading?.ties
  const scores = ties?.kind === 'by' ? ties.scores : []
  return (a, b) =>
    scores.reduce((so, score) => (so !== 0 ? so : compare(scoreOf(b, score), scoreOf(a, score))), byTotal(a, b))
}

/** A score over 0 counts as 0. */
function scoreOf({ values }: Assessed, score: NodeId): Fraction {
  return values.isScore(score) ? values.number(score) : fraction(0n)
}

export function reversed(order: Order): Order {
  return (a, b) => order(b, a)
}

/** Place of a unit among others, from 1; those tied have the same. */
export function positionAmong(unit: Assessed, others: readonly Assessed[], order: Order): number {
  return 1 + others.filter((other) => order(other, unit) < 0).length
}

/**
 * Whether a unit is among the first `places` of those who compete. Units tied across the edge all get in, or all stay out where
 * `strict`: the number of places is then never exceeded.
 */
export function isAmongFirst(
  unit: Assessed,
  competing: readonly Assessed[],
  order: Order,
  places: number,
  strict: boolean,
): boolean {
  const tied = competing.filter((other) => order(other, unit) === 0).length
  const position = positionAmong(unit, competing, order)
  return (strict ? position + tied - 1 : position) <= places
}

/** How many places a quota gives, where `base` units are graded at all: a share is rounded down. */
export function placesOf(quota: Quota, base: number): number {
  if (quota.kind === 'count') return quota.count
  return Number((BigInt(quota.numerator) * BigInt(base)) / BigInt(quota.denominator))
}
