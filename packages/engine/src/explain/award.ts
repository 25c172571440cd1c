import { evidenceOf } from './evidence.js'
import { tieReason } from './tie.js'
import type { AwardReason } from './types.js'
import { triggerOf, type View } from './view.js'

/** The awards for which the unit came into question, and why it has them or not. */
export function explainAwards(view: View): readonly AwardReason[] {
  return view.context.gradeSteps.flatMap((step) => {
    if (step.step !== 'award') return []
    const award = view.scheme.awards.find(({ name, sentence }) => name === step.award && sentence === step.sentence)
    const bar = step.barredBy === undefined ? undefined : triggerOf(view, award?.bars ?? [], step.barredBy)
    const condition = award?.when === undefined ? [] : [award.when]
    const { outcome, places, position, competing, edge } = step
    const reason: AwardReason = {
      award: step.award,
      outcome,
      sentence: view.sentence(step.sentence),
      ...(step.barredBy === undefined ? {} : { barredBy: view.sentence(step.barredBy) }),
      ...(places === undefined ? {} : { places }),
      ...(position === undefined ? {} : { position }),
      ...(competing === undefined ? {} : { competing }),
      ...(edge === undefined ? {} : { edge }),
      ...tieReason(view, step.tie),
      evidence: evidenceOf(view, step.barredBy ?? step.sentence, bar === undefined ? condition : [bar]),
    }
    return [reason]
  })
}
