/** Ratios as answers give them. */
import { compareRatios, ratio, type Ratio } from '../interval.js'

export function differenceOf(a: Ratio, b: Ratio): Ratio {
  return a.den === b.den ? ratio(a.num - b.num, a.den) : ratio(a.num * b.den - b.num * a.den, a.den * b.den)
}

/** The greatest first. */
export function compareRatiosDown(a: Ratio, b: Ratio): number {
  return compareRatios(b, a)
}
