import type { GradeIndex, Review } from '../scheme/index.js'
import { draw, drawnFrom } from './lot.js'

/** A unit as a review looks at it. */
export interface Candidate {
  /** Its place in the input. */
  readonly index: number
  readonly name: string
  readonly isComplete: boolean
  /** Its grade cannot move any more before this review. */
  readonly isSettled: boolean
  /** -1 for none. */
  readonly grade: GradeIndex | -1
}

/** What a review does with a unit: `undrawn`: the lot has no seed yet; `unsettled`: grades may still move, so it is not known. */
export type Choice = 'chosen' | 'drawn' | 'not-chosen' | 'undrawn' | 'unsettled'

/**
 * Whom a review looks at, in the order of the candidates. A line speaks of units of which no line before it speaks. A lot is drawn
 * among complete units; it is not drawn while a complete unit's grade may still move.
 */
export function choose(review: Review, candidates: readonly Candidate[], seed: string | undefined): readonly Choice[] {
  const choices = new Map<Candidate, Choice>()
  const mayMove = candidates.some(({ isComplete, isSettled }) => isComplete && !isSettled)
  const allSettled = candidates.every(({ isSettled }) => isSettled)
  for (const { who, draw: share } of review.lines) {
    const open = candidates.filter((unit) => !choices.has(unit))
    const meant = open.filter(
      ({ isComplete, grade }) => who.kind !== 'grades' || (isComplete && who.grades.includes(grade)),
    )
    if (share === undefined) {
      for (const unit of meant) choices.set(unit, who.kind === 'all' || unit.isSettled ? 'chosen' : 'unsettled')
      continue
    }
    const pool = meant.filter(({ isComplete }) => isComplete)
    for (const unit of meant) choices.set(unit, 'unsettled')
    if (mayMove) continue
    const count = drawnFrom(pool.length, share)
    const isOpen = seed === undefined && count < pool.length
    for (const unit of pool) choices.set(unit, isOpen ? 'undrawn' : allSettled ? 'not-chosen' : 'unsettled')
    if (isOpen) continue
    for (const unit of count === pool.length ? pool : draw(pool, count, seed ?? '', review.name))
      choices.set(unit, 'drawn')
  }
  return candidates.map((unit) => choices.get(unit) ?? (unit.isSettled ? 'not-chosen' : 'unsettled'))
}

/** Whether there may be findings about a unit. */
export function mayBeReviewed(choice: Choice): boolean {
  return choice !== 'not-chosen' && choice !== 'undrawn'
}
