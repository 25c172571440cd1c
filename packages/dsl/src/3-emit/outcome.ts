/** What follows from a result. */
import type { Outcome } from '@merit/engine/scheme'
import type { OutcomeSentence } from '../ast/index.js'
import { daysOf } from './date.js'
import { triggerOf } from './grade-rule.js'
import type { Requirement } from './quantity.js'
import { truthIn, type Emission } from './scope.js'

export function emitOutcomes(emission: Emission): {
  readonly outcomes: readonly Outcome[]
  readonly requires: readonly Requirement[]
} {
  const made = emission.tree.rules
    .filter((rule): rule is OutcomeSentence => rule.kind === 'outcome')
    .map((rule) => ({ rule, made: triggerOf(rule, (scope) => truthIn(rule.condition, scope), emission) }))
  return {
    outcomes: made.map(({ rule, made }) =>
      Object.assign({ name: rule.outcome.raw }, made.trigger, concernOf(rule, emission)),
    ),
    requires: made.flatMap(({ made }) => made.requires),
  }
}

/** Whom it concerns and until when. */
function concernOf(
  { for: concerned, by }: OutcomeSentence,
  { analysis, facts }: Emission,
): Pick<Outcome, 'for' | 'by'> {
  const referent = concerned === undefined ? undefined : analysis.referents.get(concerned)
  return {
    ...(referent?.kind === 'fact' ? { for: facts.id(referent, undefined) } : {}),
    ...(by === undefined ? {} : { by: Number(daysOf(by.text)) }),
  }
}
