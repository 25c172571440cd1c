import type { Expression, TotalBlock, WeightedLineSentence } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import { textOf } from '../names.js'
import { settledAt, type Visit } from '../scope.js'
import { visitIn } from './visit.js'
import { checkWeight } from './weight.js'
import { resolveUnitKind } from '../known-names.js'

/** The lines of each total: parts, weighed or in points. */
export function resolveTotals(draft: Draft): void {
  for (const total of draft.scheme.totals) {
    for (const kind of total.sentence.kinds) resolveUnitKind(draft, kind)
    resolveLines(draft, total)
  }
}

function resolveLines(draft: Draft, { lines }: TotalBlock): void {
  for (const line of lines) {
    const visit = visitIn(draft, {
      language: line.language,
      place: { term: 'in-a-total' },
      settled: settledAt.total,
      namesAreParts: true,
    })
    resolveLine(visit, line)
  }
}

function resolveLine(visit: Visit, { weight, source }: WeightedLineSentence): void {
  if (weight !== undefined) checkWeight(visit.draft, weight)
  if (isPart(source)) visit.expression(source)
  else report(visit.draft, 'not-a-part', source.span, { text: textOf(visit.draft, source.span).trim() })
}

/** A part by its name. */
function isPart(source: Expression): boolean {
  return source.kind === 'name' || source.kind === 'part-score'
}
