import type { Num } from '../../ast/index.js'
import { compare, decimal, zero } from '../decimal.js'
import { report, type Draft } from '../draft.js'

/** What a line weighs: a percentage above 0. */
export function checkWeight(draft: Draft, weight: Num): void {
  if (!weight.percent) {
    const { end } = weight.span
    const fix = { edits: [{ span: { start: end, end }, text: '%' }] }
    report(draft, 'weight-not-a-percentage', weight.span, { value: weight.text }, { fix })
  } else if (compare(decimal(weight.text), zero) <= 0) {
    report(draft, 'share-out-of-range', weight.span, { value: `${weight.text}%` })
  }
}
