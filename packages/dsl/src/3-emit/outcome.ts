/** What follows from a result: what is done, and what it comes to. */
import type { AmountOutcome, Outcome } from '@merit/engine/scheme'
import type { AmountSentence, OutcomeSentence } from '../ast/index.js'
import { unless } from './condition.js'
import { daysOf } from './date.js'
import { triggerOf } from './grade-rule.js'
import { onlyWhen, type Requirement, type Truth } from './quantity.js'
import { numberIn, scopeOf, truthIn, type Emission } from './scope.js'
import { conditionNode } from './workshop.js'

export interface OutcomesMade {
  readonly outcomes: readonly Outcome[]
  readonly amounts: readonly AmountOutcome[]
  readonly requires: readonly Requirement[]
}

export function emitOutcomes(emission: Emission): OutcomesMade {
  const { rules } = emission.tree
  const made = rules
    .filter((rule): rule is OutcomeSentence => rule.kind === 'outcome')
    .map((rule) => ({ rule, made: triggerOf(rule, (scope) => truthIn(rule.condition, scope), emission) }))
  const amounts = rules
    .filter((rule): rule is AmountSentence => rule.kind === 'amount')
    .map((rule) => emitAmount(rule, emission))
  return {
    outcomes: made.flatMap(({ rule, made }) =>
      rule.outcomes.map(({ raw }) => Object.assign({ name: raw }, made.trigger, concernOf(rule, emission))),
    ),
    amounts: amounts.map(({ amount }) => amount),
    requires: [...made.flatMap(({ made }) => made.requires), ...amounts.flatMap(({ requires }) => requires)],
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

/** `except when` leaves nothing to come to. */
function emitAmount(
  rule: AmountSentence,
  emission: Emission,
): { readonly amount: AmountOutcome; readonly requires: readonly Requirement[] } {
  const { workshop } = emission
  const scope = scopeOf(emission, rule)
  const value = numberIn(rule.value, scope)
  const applies = rule.except === undefined ? undefined : (unless(truthOf(true), rule.except, scope) as Truth)
  const amount = {
    name: rule.outcome.raw,
    value: workshop.number(value, scope.sentence),
    ...(applies === undefined ? {} : { when: conditionNode(workshop, applies.term, scope.sentence) }),
    sentence: scope.sentence,
  }
  const requires =
    applies === undefined ? value.requires : [...applies.requires, ...onlyWhen(applies.term, value.requires)]
  return { amount, requires }
}

function truthOf(term: boolean): Truth {
  return { term, requires: [] }
}
