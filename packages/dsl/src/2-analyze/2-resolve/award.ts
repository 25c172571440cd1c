import type { AwardBarSentence, AwardSentence } from '../../ast/index.js'
import { resolveAwardName, resolveOwnGrade } from '../known-names.js'
import type { Visit } from '../scope.js'
import { wholeNumber } from '../numbers.js'

/** `award "A" to the top 5 graded "x"`: its places, its grade and its condition. */
export function resolveAward(visit: Visit, { top, graded, condition, except }: AwardSentence): void {
  if (top !== undefined) wholeNumber(visit.draft, top, 'number-of-places', 1, 1_000_000)
  if (graded !== undefined) resolveOwnGrade(visit.draft, graded.grade)
  if (condition !== undefined) visit.condition(condition)
  if (except !== undefined) visit.condition(except)
}

/** `"F" blocks award "A", "B"`: awards of the scheme. */
export function resolveAwardBar(visit: Visit, { awards, condition, except }: AwardBarSentence): void {
  for (const award of awards) resolveAwardName(visit.draft, award)
  visit.condition(condition)
  if (except !== undefined) visit.condition(except)
}
