import { report, type Draft } from '../draft.js'
import type { FactSymbol } from '../tables.js'

/** Facts, definitions and rubrics that nothing uses, as far as could be read. */
export function checkUse(draft: Draft, facts: readonly FactSymbol[]): void {
  const usedRubrics = new Set(draft.scheme.parts.map(({ sentence }) => sentence.rubric?.text))
  for (const fact of facts) {
    if (
      draft.used.has(fact) ||
      draft.unread.names(fact.name.text) ||
      (fact.rubric !== undefined && !usedRubrics.has(fact.rubric.sentence.name.text))
    )
      continue
    report(draft, 'unused-fact', fact.name.span, { name: fact.name.raw })
  }
  for (const sentence of draft.definitionSentences.values()) {
    if (!draft.used.has(sentence) && !draft.unread.names(sentence.name.text))
      report(draft, 'unused-definition', sentence.name.span, { name: sentence.name.raw })
  }
  for (const { sentence } of draft.scheme.rubrics) {
    if (!usedRubrics.has(sentence.name.text))
      report(draft, 'unused-rubric', sentence.name.span, { name: sentence.name.raw })
  }
}
