/** Ends of ranges as people read them. */
import type { RatioInterval } from '@merit/engine/ranges'
import type { Amount } from '@merit/engine/scheme'
import { compare, rational, type Rational } from '../3-emit/rational.js'

/** From `low` to `high`, both included. */
export interface Reach {
  readonly low: Rational
  readonly high: Rational
}

export function reachOf({ low, high }: RatioInterval): Reach {
  return { low: rational(low.num, low.den), high: rational(high.num, high.den) }
}

export function amountOf({ value, unit }: Amount): Rational {
  return rational(BigInt(value), BigInt(unit))
}

/** What all of them can be together. */
export function hullOf(reaches: readonly Reach[]): Reach | undefined {
  const [first, ...others] = reaches
  if (first === undefined) return undefined
  return others.reduce(
    (so, { low, high }) => ({
      low: compare(low, so.low) < 0 ? low : so.low,
      high: compare(high, so.high) > 0 ? high : so.high,
    }),
    first,
  )
}

/** As decimal text without trailing zeros; what does not end is cut to two decimals, toward zero. */
export function shown(ratio: Rational): string {
  const { num, den } = rational(ratio.num, ratio.den)
  const magnitude = num < 0n ? -num : num
  const places = decimalsOf(den) ?? 2
  const digits = ((magnitude * 10n ** BigInt(places)) / den).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return num < 0n && short !== '0' ? `-${short}` : short
}

/** The same as a percentage: 0.98 is 98%. */
export function shownAsPercent({ num, den }: Rational): string {
  return `${shown(rational(num * 100n, den))}%`
}

/** How many decimals a ratio in lowest terms has; undefined where it does not end within what anyone writes. */
function decimalsOf(den: bigint): number | undefined {
  let [left, places] = [den, 0]
  for (; left !== 1n && places <= 12; places += 1) {
    if (left % 10n === 0n) left /= 10n
    else if (left % 5n === 0n) left /= 5n
    else if (left % 2n === 0n) left /= 2n
    else return undefined
  }
  return left === 1n ? places : undefined
}
