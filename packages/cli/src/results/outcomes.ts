import type { UnitResult } from '@merit/engine'
import type { Words } from '../words/index.js'

/** The outcomes of a result, each with whom it concerns and until when, where the scheme says so. */
export function outcomesWithDetails({ outcomes, outcomeDetails }: UnitResult, words: Words): readonly string[] {
  return outcomes.map((outcome) => {
    const detail = outcomeDetails?.[outcome]
    return detail === undefined ? outcome : words.score.outcome(outcome, detail)
  })
}
