import type { PartBlock, Periods } from '../../ast/index.js'
import { compare, decimal, print, sum } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import { checkWeight } from '../2-resolve/weight.js'
import { periodsInYear } from '../periods.js'

/** Parts by period are scored by a rubric, average over as many periods as a year has, or weigh each of them. */
export function checkPeriods(draft: Draft): void {
  for (const part of draft.scheme.parts) {
    const { periods } = part.sentence
    if (periods !== undefined) checkPart(draft, part, periods)
  }
}

function checkPart(draft: Draft, { sentence }: PartBlock, periods: Periods): void {
  const { averagedOver, weights, each, span } = periods
  const count = periodsInYear[each]
  if (sentence.rubric === undefined) report(draft, 'periods-without-rubric', span, { part: sentence.name.raw })
  if (
    averagedOver !== undefined &&
    (averagedOver.percent || compare(decimal(averagedOver.text), decimal(String(count))) !== 0)
  )
    report(draft, 'wrong-number-of-periods', averagedOver.span, { said: averagedOver.text, count })
  if (weights === undefined) return
  const [first] = weights
  const last = weights.at(-1)
  if (first === undefined || last === undefined) return
  const whole = { start: first.span.start, end: last.span.end }
  if (averagedOver !== undefined) report(draft, 'averaged-and-weighted', averagedOver.span, {})
  for (const weight of weights) checkWeight(draft, weight)
  if (weights.length !== count) return report(draft, 'wrong-number-of-periods', whole, { said: weights.length, count })
  const total = sum(weights.map(({ text }) => decimal(text)))
  if (compare(total, decimal('100')) === 0 || weights.some(({ percent }) => !percent)) return
  const addends = weights.map(({ text }) => `${text}%`).join(' + ')
  const subject = { term: 'part-named', with: { name: sentence.name.raw } } as const
  report(draft, 'weights-do-not-add-up', whole, { subject, sum: print(total), addends })
}
