import type { Term } from '../../diagnostics/problem.js'
import { findCircles, type Computed } from '../dependencies.js'
import { report, type Draft } from '../draft.js'

/** Scores that are computed from themselves. Circles of definitions alone were reported where definitions are typed. */
export function checkCircles(draft: Draft): void {
  for (const { members, span } of findCircles(draft.dependencies)) {
    if (members.every((member) => 'kind' in member)) continue
    const named = members.map(termOf)
    report(draft, 'circular-score', span, { scores: [...named, named[0]!] })
  }
}

function termOf(member: Computed): Term {
  if ('kind' in member) return { term: 'definition-named', with: { name: member.name.raw } }
  const { sentence } = member
  if (sentence.kind === 'item') return { term: 'item-n', with: { number: sentence.number.text } }
  return { term: 'part-named', with: { name: sentence.name.raw } }
}
