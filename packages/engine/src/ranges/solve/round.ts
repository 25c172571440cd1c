/** Rounding over bounds: from what is rounded to what comes of it, and back. */
import type { RoundingMode } from '../../scheme/index.js'
import { roundRatio } from '../round.js'

/** `num` × `times` ÷ (`by` × `over`) rounded, `over` at least 1; infinite stays infinite, and over infinity it is 0. */
export function roundedBound(num: number, times: number, by: number, over: number, mode: RoundingMode): number {
  if (!Number.isFinite(num) || !Number.isFinite(over)) return Number.isFinite(over) ? num : 0
  const rounded = roundRatio({ num: BigInt(num) * BigInt(times), den: BigInt(by) * BigInt(over) }, mode)
  const found = Number(rounded)
  if (Number.isSafeInteger(found)) return found
  return found < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** The least integer `num` for which `num` × `times` ÷ `by` is rounded to `least` or more. */
export function leastToReach(least: number, times: number, by: bigint, mode: RoundingMode): number {
  if (!Number.isFinite(least)) return Number.NEGATIVE_INFINITY
  // Near enough below, then step by step: rounding moves a number by less than 1.
  const start = divideDown((BigInt(least) - 1n) * by, BigInt(times))
  const end = divideDown((BigInt(least) + 1n) * by, BigInt(times)) + 1n
  return firstThat(start, end, (num) => roundRatio({ num: num * BigInt(times), den: by }, mode) >= BigInt(least))
}

/** The greatest integer `num` that is rounded to `most` or less. */
export function mostToStay(most: number, times: number, by: bigint, mode: RoundingMode): number {
  if (!Number.isFinite(most)) return Number.POSITIVE_INFINITY
  const start = divideDown((BigInt(most) - 1n) * by, BigInt(times))
  const end = divideDown((BigInt(most) + 1n) * by, BigInt(times)) + 2n
  return firstThat(start, end, (num) => roundRatio({ num: num * BigInt(times), den: by }, mode) > BigInt(most)) - 1
}

/** By halving: `holds` is false up to some number and true from there on, at `end` at the latest. */
function firstThat(start: bigint, end: bigint, holds: (num: bigint) => boolean): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = divideDown(low + high, 2n)
    if (holds(middle)) high = middle
    else low = middle + 1n
  }
  const found = Number(low)
  if (Number.isSafeInteger(found)) return found
  return found < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

function divideDown(num: bigint, den: bigint): bigint {
  const whole = num / den
  return num % den !== 0n && num < 0n !== den < 0n ? whole - 1n : whole
}
