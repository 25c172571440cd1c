import type { RoundingMode } from '../scheme/index.js'

/** Below this, twice one number and another stay safe integers. */
const leastHalved = 2 ** 51

/**
 * `num` ÷ `den` rounded to a whole number; `num` a safe integer, `den` a positive one. Exact: below 2⁵³ the nearest double to a quotient
 * that is not whole is never the next whole number, so `floor` is right.
 */
export function roundedQuotient(num: number, den: number, mode: RoundingMode): number {
  if (mode === 'half-up' && num >= 0 && num < leastHalved && den < leastHalved) {
    return Math.floor((2 * num + den) / (2 * den))
  }
  const size = Math.abs(num)
  const whole = Math.floor(size / den)
  const rest = size - whole * den
  const rounded = rest === 0 || staysDown(rest * 2 - den, whole % 2 === 0, mode) ? whole : whole + 1
  return num < 0 ? -rounded + 0 : rounded
}

/** The same in big integers. */
export function bigRoundedQuotient(num: bigint, den: bigint, mode: RoundingMode): bigint {
  const size = num < 0n ? -num : num
  const whole = size / den
  const rest = size - whole * den
  const twice = rest * 2n
  const overHalf = twice < den ? -1 : twice > den ? 1 : 0
  const rounded = rest === 0n || staysDown(overHalf, whole % 2n === 0n, mode) ? whole : whole + 1n
  return num < 0n ? -rounded : rounded
}

/** Whether a rest goes; `overHalf` is 0 where it is exactly a half, below 0 where it is less. */
function staysDown(overHalf: number, isEven: boolean, mode: RoundingMode): boolean {
  if (mode === 'down' || mode === 'up') return mode === 'down'
  return overHalf < 0 || (overHalf === 0 && mode === 'half-even' && isEven)
}
