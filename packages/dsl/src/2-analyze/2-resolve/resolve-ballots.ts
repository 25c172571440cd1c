import type { BallotsBlock } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import type { Scope } from '../scope.js'
import { visitIn } from './visit.js'

/** Which ballots do not count: their rules speak of the ballot's own marks alone. */
export function resolveBallots(draft: Draft): void {
  for (const block of draft.scheme.ballots) resolveBlock(draft, block)
}

function resolveBlock(draft: Draft, { sentence, lines }: BallotsBlock): void {
  const ballot = draft.facts.get(sentence.name.text)
  for (const [place, line] of lines.entries()) {
    if (line.kind === 'own-mark') {
      if (lines.findIndex(({ kind }) => kind === 'own-mark') < place) report(draft, 'said-twice', line.span, {})
      continue
    }
    const scope: Scope = {
      language: line.language,
      place: { term: 'in-a-ballot-rule' },
      settled: new Set(),
      ...(ballot === undefined ? {} : { ballot }),
    }
    // The rules of ballots alone do not make them something that scores use.
    const wasUsed = ballot !== undefined && draft.used.has(ballot)
    const visit = visitIn(draft, scope)
    visit.condition(line.condition)
    if (line.except !== undefined) visit.condition(line.except)
    if (ballot !== undefined && !wasUsed) draft.used.delete(ballot)
  }
}
