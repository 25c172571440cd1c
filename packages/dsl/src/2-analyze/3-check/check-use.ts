import type { Name } from '../../ast/index.js'
import type { ProblemCode } from '../../diagnostics/catalogue.js'
import { sourceAt } from '../../diagnostics/located.js'
import { report, type Draft } from '../draft.js'
import type { FactSymbol } from '../tables.js'

/** Facts, definitions, levels and rubrics that nothing uses, as far as could be read. */
export function checkUse(draft: Draft, facts: readonly FactSymbol[]): void {
  const usedRubrics = new Set(draft.scheme.parts.map(({ sentence }) => sentence.rubric?.text))
  for (const fact of facts) {
    const used = draft.used.has(fact) || (fact.rubric !== undefined && !usedRubrics.has(fact.rubric.sentence.name.text))
    if (!used) reportUnused(draft, 'unused-fact', fact.name)
  }
  for (const sentence of draft.definitionSentences.values()) {
    if (!draft.used.has(sentence)) reportUnused(draft, 'unused-definition', sentence.name)
  }
  for (const sentence of draft.levels.values()) {
    if (!draft.used.has(sentence)) reportUnused(draft, 'unused-levels', sentence.name)
  }
  for (const { sentence } of draft.scheme.rubrics) {
    if (!usedRubrics.has(sentence.name.text)) reportUnused(draft, 'unused-rubric', sentence.name)
  }
}

/** Silent where the name is what an unknown name was meant to be, or stands in what could not be read. */
function reportUnused(draft: Draft, code: ProblemCode, name: Name): void {
  // A file for several schemes holds more than each of them uses.
  if (sourceAt(draft.parsed, name.span.start).file !== undefined) return
  if (draft.suggested.has(name) || draft.unread.names(name.text)) return
  report(draft, code, name.span, { name: name.raw })
}
