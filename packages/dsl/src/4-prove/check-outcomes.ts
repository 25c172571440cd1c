import { compare, nought } from '../3-emit/rational.js'
import { isReported, reachOfNode, report, sampled, type Grounds } from './grounds.js'
import { reachOf, shown } from './numbers.js'
import { implies } from './quantity.js'
import type { Award, Expr } from '@merit/engine/scheme'

/** What follows from a result: awards that their own condition bars, amounts that are always the same or can fall below 0. */
export function checkOutcomes(grounds: Grounds): void {
  for (const award of grounds.scheme.awards) checkBars(grounds, award)
  checkAmounts(grounds)
}

function checkBars(grounds: Grounds, award: Award): void {
  const given = givenOf(grounds, award)
  if (given === undefined) return
  const bar = award.bars.find(({ when }) => implies(grounds, given, { var: when }))
  const span = grounds.span(award.sentence)
  if (bar === undefined || isReported(grounds, grounds.span(bar.sentence)) || isReported(grounds, span)) return
  const related = [{ span: grounds.span(bar.sentence), data: {} }]
  report(grounds, 'award-always-barred', span, { award: award.name }, { related })
}

/** What holds of whoever competes for it. */
function givenOf({ scheme }: Grounds, { when, grades }: Award): Expr | undefined {
  const grade = scheme.nodes.find(({ kind }) => kind === 'grade')
  const parts: Expr[] = when === undefined ? [] : [{ var: when }]
  if (grades !== undefined && grade !== undefined) parts.push({ in: [{ var: grade.id }, grades] })
  return parts.length === 0 ? undefined : { and: parts }
}

function checkAmounts(grounds: Grounds): void {
  for (const { name, value, sentence } of grounds.scheme.amounts ?? []) {
    const { low, high } = reachOfNode(grounds, value)
    const span = grounds.span(sentence)
    if (isReported(grounds, span)) continue
    const node = grounds.sentence(sentence)
    // An amount that is written out is meant for everybody
    const isComputed = node?.kind === 'amount' && node.value.kind !== 'number'
    if (compare(low, high) === 0 && isComputed)
      report(grounds, 'amount-always-same', span, { outcome: name, value: shown(low) })
    else if (compare(low, nought) < 0) askNegative(grounds, name, value, span)
  }
}

/** Ranges can be too wide: a unit must show it. */
function askNegative(grounds: Grounds, outcome: string, value: string, span: { start: number; end: number }): void {
  const reached = grounds.samples.end(0, value, 'least')
  const low = reached === undefined ? undefined : reachOf({ low: reached.value, high: reached.value }).low
  if (low === undefined || compare(low, nought) >= 0) return
  report(grounds, 'amount-can-be-negative', span, { outcome, low: shown(low) }, sampled(reached))
}
