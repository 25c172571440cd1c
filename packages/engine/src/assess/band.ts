import { compareBigRatios } from '../number/ratio.js'
import type { Amount, GradeLine } from '../scheme/index.js'
import { exactAt, isDecided, type Column, type Score } from './score.js'

type Band = Extract<GradeLine['criterion'], { readonly kind: 'band' }>
type End = Amount & { readonly included: boolean }

/** Whether the score in a row of the column lies in the band; exact. */
export type BandTest = (column: Column, at: number) => boolean

/** Scores over nothing are compared as integers, with the ends turned into them once; others by multiplying crosswise. */
export function bandTest({ low, high }: Band, score: Score): BandTest {
  const exactly: BandTest = (column, at) => {
    const { num, den } = exactAt(column, at)
    const against = (end: End): number => compareBigRatios(num, den, BigInt(end.value), BigInt(end.unit))
    const isAbove = low === undefined || (low.included ? against(low) >= 0 : against(low) > 0)
    return isAbove && (high === undefined || (high.included ? against(high) <= 0 : against(high) < 0))
  }
  if (score.over !== undefined || score.isBig) return exactly
  const { least, most } = wholeUnits({ low, high }, score.unit)
  return (column, at) => {
    if (isDecided(column, at)) return exactly(column, at)
    return column.nums[at]! >= least && column.nums[at]! <= most
  }
}

/** The least and the greatest whole number of units in the band. */
export function wholeUnits(
  { low, high }: { readonly low?: End | undefined; readonly high?: End | undefined },
  unit: number,
): { readonly least: number; readonly most: number } {
  return { least: leastUnits(low, unit), most: mostUnits(high, unit) }
}

/** The least whole number of units in the band. */
function leastUnits(end: End | undefined, unit: number): number {
  if (end === undefined) return Number.NEGATIVE_INFINITY
  const { below, isWhole } = inUnits(end, unit)
  return Number(isWhole && end.included ? below : below + 1n)
}

/** The greatest whole number of units in the band. */
function mostUnits(end: End | undefined, unit: number): number {
  if (end === undefined) return Number.POSITIVE_INFINITY
  const { below, isWhole } = inUnits(end, unit)
  return Number(isWhole && !end.included ? below - 1n : below)
}

/** The end in units, rounded down. */
function inUnits(end: Amount, unit: number): { readonly below: bigint; readonly isWhole: boolean } {
  const scaled = BigInt(end.value) * BigInt(unit)
  const by = BigInt(end.unit)
  const rest = ((scaled % by) + by) % by
  return { below: (scaled - rest) / by, isWhole: rest === 0n }
}
