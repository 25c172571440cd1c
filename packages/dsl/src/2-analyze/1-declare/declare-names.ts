import type { AmountSentence, Name } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'

/** Definitions, awards, outcomes, reviews and examples by name, each once; a definition has no name that a fact has. */
export function declareNames(draft: Draft): void {
  const examples = new Map<string, { readonly name: Name }>()
  for (const rule of draft.scheme.rules) {
    if (rule.kind === 'definition') {
      const fact = draft.facts.get(rule.name.text)
      if (fact !== undefined) reportTwice(draft, rule.name, fact.name)
      else once(draft, draft.definitionSentences, rule.name, rule, (before) => before.name)
    } else if (rule.kind === 'award') once(draft, draft.awards, rule.award, rule, (before) => before.award)
    else if (rule.kind === 'amount') declareAmount(draft, rule)
    else if (rule.kind === 'outcome') {
      for (const name of rule.outcomes) once(draft, draft.outcomes, name, { name }, (before) => before.name)
    }
  }
  for (const { sentence } of draft.scheme.reviews)
    once(draft, draft.reviews, sentence.name, sentence, ({ name }) => name)
  for (const { sentence } of draft.scheme.examples) once(draft, examples, sentence.name, sentence, ({ name }) => name)
}

/** Of an outcome, or of a fact without anything that follows from it: `“F”为 3` says neither. */
function declareAmount(draft: Draft, rule: AmountSentence): void {
  const { outcome, span } = rule
  if (draft.facts.has(outcome.text)) return report(draft, 'no-consequence', span, {})
  const named = draft.outcomes.get(outcome.text)
  if (named !== undefined) reportTwice(draft, outcome, named.name)
  else once(draft, draft.amounts, outcome, rule, (before) => before.outcome)
}

function once<S>(draft: Draft, names: Map<string, S>, name: Name, sentence: S, nameOf: (sentence: S) => Name): void {
  const before = names.get(name.text)
  if (before === undefined) names.set(name.text, sentence)
  else reportTwice(draft, name, nameOf(before))
}

function reportTwice(draft: Draft, name: Name, before: Name): void {
  report(draft, 'defined-twice', name.span, { name: name.raw }, { related: [{ span: before.span, data: {} }] })
}
