import type { ResultContext, UnitResult } from '../api.js'
import { explainAwards } from './award.js'
import { explainGradeSteps } from './grading.js'
import { itemsBelow } from './item.js'
import { explainMissing, explainUnmet } from './missing.js'
import { explainAmounts, explainOutcomes } from './outcome.js'
import { explainOverrides } from './override.js'
import { explainParts } from './part.js'
import { explainOpenScores, explainRange } from './range.js'
import { explainStages } from './review.js'
import { explainTotal } from './total.js'
import type { Explanation } from './types.js'
import { viewOf } from './view.js'
import { explainBallots, explainMustHold } from './whole.js'
import { wordsOf, type Language } from './words/index.js'

/** Why a unit has its result, from the result and what stands behind it. */
export function explainWith(result: UnitResult, context: ResultContext, language: Language): Explanation {
  const view = viewOf(result, context, wordsOf(language))
  const isComplete = result.status !== 'incomplete'
  const parts = isComplete ? explainParts(view) : []
  const total = isComplete ? explainTotal(view, parts) : undefined
  const range = explainRange(view)
  return {
    language,
    scheme: result.version,
    unit: result.unit,
    kind: result.kind,
    status: result.status,
    ...(result.needs === undefined ? {} : { needsCohort: true }),
    rank: result.rank,
    ...(context.ranked === undefined ? {} : { ranked: context.ranked }),
    grade: result.grade,
    gradable: context.kind.grading !== undefined,
    missing: explainMissing(view),
    unmet: explainUnmet(view),
    ...(range === undefined ? {} : { range }),
    openScores: isComplete ? [] : explainOpenScores(view),
    stages: explainStages(view),
    overrides: explainOverrides(view),
    parts,
    items: isComplete ? itemsBelow(view, {}) : [],
    ...(total === undefined ? {} : { total }),
    gradeSteps: isComplete ? explainGradeSteps(view) : [],
    awards: isComplete ? explainAwards(view) : [],
    outcomes: isComplete ? explainOutcomes(view) : [],
    amounts: isComplete ? explainAmounts(view) : [],
    mustHold: explainMustHold(view),
    ballots: explainBallots(view),
  }
}
