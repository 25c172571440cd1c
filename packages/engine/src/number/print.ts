import { greatestCommonDivisor } from './ratio.js'
import { bigRoundedQuotient } from './round.js'

/** How scores are shown: in so many decimals where theirs do not end, or `all` of them. */
export interface Shown {
  readonly decimals: number
  readonly all: boolean
}

/** A score as text, without trailing zeros; `exact` is the ratio in lowest terms where the text is not the whole truth. */
export interface Printed {
  readonly text: string
  readonly exact?: string
}

/** `num` ÷ `den` as results show it; `den` is above 0. */
export function printed(num: bigint, den: bigint, shown: Shown): Printed {
  const common = greatestCommonDivisor(num, den)
  const [top, bottom] = [num / common, den / common]
  const ending = endingDecimals(bottom)
  const text = ending === undefined ? undefined : fixed((top * 10n ** BigInt(ending)) / bottom, ending)
  if (text !== undefined && !(shown.all && (ending ?? 0) > shown.decimals)) return { text }
  const power = 10n ** BigInt(shown.decimals)
  return { text: fixed(bigRoundedQuotient(top * power, bottom, 'half-up'), shown.decimals), exact: `${top}/${bottom}` }
}

/** How many decimals 1/`den` has; undefined where they do not end. */
function endingDecimals(den: bigint): number | undefined {
  let [rest, twos, fives] = [den, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** `units` ÷ 10^`decimals` as decimal text without trailing zeros: 9560 and 2 give "95.6". `units` is a whole number. */
export function fixed(units: bigint | number, decimals: number): string {
  if (decimals === 0) return String(units)
  const text = String(units)
  const isNegative = text.charCodeAt(0) === 45
  const digits = (isNegative ? text.slice(1) : text).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  let end = digits.length
  while (end > point && digits.charCodeAt(end - 1) === 48) end -= 1
  const size = end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`
  return isNegative ? `-${size}` : size
}

/** The power of ten that `unit` is (100 → 2), or undefined. */
export function decimalsOf(unit: number): number | undefined {
  let rest = unit
  let decimals = 0
  for (; rest % 10 === 0 && rest > 0; rest /= 10) decimals += 1
  return rest === 1 ? decimals : undefined
}
