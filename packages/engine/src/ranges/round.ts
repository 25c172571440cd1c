import type { RoundingMode } from '../scheme/index.js'
import { magnitude, type Ratio } from './interval.js'

/** A ratio rounded to a whole number: half-up takes halves away from 0, down toward 0, up away from 0. */
export function roundRatio({ num, den }: Ratio, mode: RoundingMode): bigint {
  const whole = magnitude(num) / den
  const rest = magnitude(num) % den
  const rounded = whole + (away(whole, rest, den, mode) ? 1n : 0n)
  return num < 0n ? -rounded : rounded
}

function away(whole: bigint, rest: bigint, den: bigint, mode: RoundingMode): boolean {
  if (rest === 0n || mode === 'down') return false
  if (mode === 'up') return true
  const half = 2n * rest
  return half > den || (half === den && (mode === 'half-up' || whole % 2n === 1n))
}
