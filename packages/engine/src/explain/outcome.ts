import { detailOf } from '../assess/details.js'
import type { Outcome } from '../scheme/index.js'
import { evidenceOf } from './evidence.js'
import { figure } from './figure.js'
import type { AmountReason, OutcomeReason } from './types.js'
import type { View } from './view.js'

/** What follows from the result, and what does not. */
export function explainOutcomes(view: View): readonly OutcomeReason[] {
  return view.context.gradeSteps.flatMap((step) => {
    if (step.step !== 'outcome') return []
    const rule = view.scheme.outcomes.find(({ name, sentence }) => name === step.outcome && sentence === step.sentence)
    const reason: OutcomeReason = {
      outcome: step.outcome,
      follows: step.follows,
      ...(rule === undefined ? {} : { ...detailOf(rule, view.fact), ...factOfConcern(rule, view) }),
      sentence: view.sentence(step.sentence),
      evidence: rule === undefined ? [] : evidenceOf(view, step.sentence, [rule.when]),
    }
    return [reason]
  })
}

function factOfConcern({ for: concerned }: Pick<Outcome, 'for'>, view: View): Pick<OutcomeReason, 'forFact'> {
  const fact = concerned === undefined ? undefined : view.factOf(concerned)
  return fact === undefined ? {} : { forFact: fact.name }
}

/** What outcomes come to, where they are not withheld. */
export function explainAmounts(view: View): readonly AmountReason[] {
  if (view.result.amounts === undefined) return []
  return (view.scheme.amounts ?? []).flatMap(({ name, value, when, sentence }): readonly AmountReason[] => {
    const applies = when === undefined || view.holds(when) === true
    const amount = applies ? view.number(value) : undefined
    const reason: AmountReason = {
      outcome: name,
      ...(amount === undefined ? {} : { amount: figure(amount) }),
      sentence: view.sentence(sentence),
      evidence: evidenceOf(view, sentence, applies ? [value] : [when]),
    }
    return [reason]
  })
}
