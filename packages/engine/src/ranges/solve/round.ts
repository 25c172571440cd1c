/** Rounding over bounds: from what is rounded to what comes of it, and back. */
import type { RoundingMode } from '../../scheme/index.js'
import { roundRatio } from '../round.js'

/** `num` × `times` ÷ (`by` × `over`) rounded, `over` at least 1; infinite stays infinite, and over infinity it is 0. */
export function roundedBound(num: number, times: number, by: number, over: number, mode: RoundingMode): number {
  if (!Number.isFinite(num) || !Number.isFinite(over)) return Number.isFinite(over) ? num : 0
  const [top, bottom] = [num * times, by * over]
  // Twice what is left over must fit too.
  if (Math.abs(top) <= safe && bottom <= safe) return roundedQuotient(top, bottom, mode)
  return asBound(roundRatio({ num: BigInt(num) * BigInt(times), den: BigInt(by) * BigInt(over) }, mode))
}

const safe = Number.MAX_SAFE_INTEGER / 2

function roundedQuotient(num: number, den: number, mode: RoundingMode): number {
  const size = Math.abs(num)
  const rest = size % den
  const whole = (size - rest) / den
  const isAway =
    rest > 0 &&
    mode !== 'down' &&
    (mode === 'up' || 2 * rest > den || (2 * rest === den && (mode === 'half-up' || whole % 2 === 1)))
  const rounded = whole + (isAway ? 1 : 0)
  return num < 0 ? 0 - rounded : rounded
}

function asBound(value: bigint): number {
  const found = Number(value)
  if (Number.isSafeInteger(found)) return found
  return found < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** The least integer `num` for which `num` × `times` ÷ (`by` × `over`) is rounded to `least` or more. */
export function leastToReach(least: number, times: number, by: number, over: number, mode: RoundingMode): number {
  if (!Number.isFinite(least)) return Number.NEGATIVE_INFINITY
  const bottom = BigInt(by) * BigInt(over)
  // Near enough below and above: rounding moves a number by less than 1.
  const start = asBound(divideDown((BigInt(least) - 1n) * bottom, BigInt(times)))
  const end = asBound(divideDown((BigInt(least) + 1n) * bottom, BigInt(times)) + 1n)
  return firstThat(start, end, (num) => roundedBound(num, times, by, over, mode) >= least)
}

/** The greatest integer `num` that is rounded to `most` or less. */
export function mostToStay(most: number, times: number, by: number, over: number, mode: RoundingMode): number {
  if (!Number.isFinite(most)) return Number.POSITIVE_INFINITY
  return leastToReach(most + 1, times, by, over, mode) - 1
}

/** By halving: `holds` is false up to some number and true from there on, at `end` at the latest. Infinite where doubles do not hold it. */
function firstThat(start: number, end: number, holds: (num: number) => boolean): number {
  let [low, high] = [start, end]
  if (!Number.isFinite(low) || !Number.isFinite(high)) return start
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function divideDown(num: bigint, den: bigint): bigint {
  const whole = num / den
  return num % den !== 0n && num < 0n !== den < 0n ? whole - 1n : whole
}
