import type { Draft } from '../draft.js'
import { checkShare } from '../numbers.js'
import { resolveOwnGrade } from '../known-names.js'

/** Who is reviewed: grades of the ladder, shares that are percentages. */
export function resolveReviews(draft: Draft): void {
  for (const { lines } of draft.scheme.reviews) {
    for (const { who, share } of lines) {
      if (who.kind === 'graded') resolveOwnGrade(draft, who.grade)
      if (share !== undefined) checkShare(draft, share)
    }
  }
}
