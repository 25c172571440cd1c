import type { Ratio, RatioInterval } from '../ranges/index.js'
import type { Amount, GradeLine } from '../scheme/index.js'

type Band = Extract<GradeLine['criterion'], { readonly kind: 'band' }>

/** Whether a score that can be anything in the range may lie in the band, and whether it does in any case. */
export function bandVerdict(
  { low, high }: Band,
  range: RatioInterval,
): { readonly may: boolean; readonly must: boolean } {
  const isAbove = (value: Ratio): boolean => {
    const side = low === undefined ? 1 : compare(value, low)
    return side > 0 || (side === 0 && low?.included === true)
  }
  const isBelow = (value: Ratio): boolean => {
    const side = high === undefined ? -1 : compare(value, high)
    return side < 0 || (side === 0 && high?.included === true)
  }
  return { may: isAbove(range.high) && isBelow(range.low), must: isAbove(range.low) && isBelow(range.high) }
}

function compare({ num, den }: Ratio, { value, unit }: Amount): number {
  const [left, right] = [num * BigInt(unit), BigInt(value) * den]
  return left < right ? -1 : left > right ? 1 : 0
}
