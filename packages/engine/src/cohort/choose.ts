import type { GradeIndex, Review } from '../scheme/index.js'
import { draw, drawnFrom } from './lot.js'

/** A unit as a review looks at it. */
export interface Candidate {
  /** Its place in the input, and among the candidates. */
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
 * Whom a review looks at, in the order of the candidates. A line speaks of units of which no line before it speaks. Nothing is drawn
 * while anybody's grade may still move: who joins the lot later could take the place of one who was drawn.
 */
export function choose(review: Review, candidates: readonly Candidate[], seed: string | undefined): readonly Choice[] {
  const choices: (Choice | undefined)[] = Array.from({ length: candidates.length })
  const set = ({ index }: Candidate, choice: Choice): void => {
    choices[index] = choice
  }
  const allSettled = candidates.every(({ isSettled }) => isSettled)
  for (const { who, draw: share } of review.lines) {
    const meant = candidates.filter((unit) => choices[unit.index] === undefined && isMeant(who, unit))
    const count = share === undefined ? meant.length : drawnFrom(meant.length, share)
    if (share === undefined) {
      for (const unit of meant) set(unit, who.kind === 'all' || unit.isSettled ? 'chosen' : 'unsettled')
    } else if (!allSettled) for (const unit of meant) set(unit, 'unsettled')
    else if (seed === undefined && count < meant.length) for (const unit of meant) set(unit, 'undrawn')
    else {
      for (const unit of meant) set(unit, 'not-chosen')
      const drawn = count === meant.length ? meant : draw(meant, count, seed ?? '', review.name)
      for (const unit of drawn) set(unit, 'drawn')
    }
  }
  return candidates.map((unit) => choices[unit.index] ?? (unit.isSettled ? 'not-chosen' : 'unsettled'))
}

function isMeant(who: Review['lines'][number]['who'], { isComplete, grade }: Candidate): boolean {
  return who.kind !== 'grades' || (isComplete && who.grades.includes(grade))
}

/** Whether there may be findings about a unit. */
export function mayBeReviewed(choice: Choice): boolean {
  return choice !== 'not-chosen' && choice !== 'undrawn'
}
