import type { Num } from '../ast/index.js'
import type { Term } from '../diagnostics/problem.js'
import type { TermName } from '../diagnostics/terms.js'
import { compare, decimal } from './decimal.js'
import { report, type Draft } from './draft.js'

/** A whole number in its range, or a problem that says what it is the number of. */
export function wholeNumber(draft: Draft, num: Num, what: TermName, min: number, max: number): number | undefined {
  const value = decimal(num.text)
  const fits = !num.percent && value.places === 0 && value.digits >= BigInt(min) && value.digits <= BigInt(max)
  if (fits) return Number(value.digits)
  const term: Term = { term: what }
  report(draft, 'whole-number-expected', num.span, { what: term, value: asWritten(num), min, max })
  return undefined
}

/** How many decimals people may enter or a score may have. */
export function checkDecimals(draft: Draft, num: Num): number | undefined {
  return wholeNumber(draft, num, 'number-of-decimals', 0, 6)
}

/** A number with more decimals than the fact can have. */
export function checkDecimalsOf(draft: Draft, num: Num, decimals: number): void {
  const { places } = decimal(num.text)
  if (places > decimals) report(draft, 'too-many-decimals', num.span, { value: num.text, decimals })
}

/** A share of places or units: a percentage above 0 and at most 100. */
export function checkShare(draft: Draft, num: Num): void {
  const value = decimal(num.text)
  const fits = compare(value, decimal('0')) > 0 && compare(value, decimal('100')) <= 0
  if (!fits) report(draft, 'share-out-of-range', num.span, { value: asWritten(num) })
}

export function asWritten(num: Num): string {
  return num.percent ? `${num.text}%` : num.text
}
