/** Closed intervals of integers and of ratios: the numbers that ranges are made of. */

/** From `low` to `high`, both included. */
export interface Interval {
  readonly low: bigint
  readonly high: bigint
}

/** A ratio `num` ÷ `den`; `den` is above 0. Not always in lowest terms. */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

/** From `low` to `high`, both included. */
export interface RatioInterval {
  readonly low: Ratio
  readonly high: Ratio
}

export function interval(low: bigint, high: bigint): Interval {
  return { low, high }
}

export function hull(intervals: readonly Interval[]): Interval {
  return {
    low: least(intervals.map(({ low }) => low)),
    high: greatest(intervals.map(({ high }) => high)),
  }
}

export function plus(a: Interval, b: Interval): Interval {
  return interval(a.low + b.low, a.high + b.high)
}

export function negative(a: Interval): Interval {
  return interval(-a.high, -a.low)
}

export function times(a: Interval, b: Interval): Interval {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return interval(least(corners), greatest(corners))
}

/** The greatest distance from 0. */
export function size({ low, high }: Interval): bigint {
  return greatest([magnitude(low), magnitude(high)])
}

export function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n
}

export function least(numbers: readonly bigint[]): bigint {
  return numbers.reduce((a, b) => (b < a ? b : a))
}

export function greatest(numbers: readonly bigint[]): bigint {
  return numbers.reduce((a, b) => (b > a ? b : a))
}

export function ratio(num: bigint, den = 1n): Ratio {
  return { num, den }
}

/** Negative where `a` is less than `b`, 0 where they are equal. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.num * b.den
  const right = b.num * a.den
  return left < right ? -1 : left > right ? 1 : 0
}

export function ratios({ low, high }: Interval): RatioInterval {
  return { low: ratio(low), high: ratio(high) }
}

export function ratioHull(intervals: readonly RatioInterval[]): RatioInterval {
  return {
    low: intervals.map(({ low }) => low).reduce((a, b) => (compareRatios(b, a) < 0 ? b : a)),
    high: intervals.map(({ high }) => high).reduce((a, b) => (compareRatios(b, a) > 0 ? b : a)),
  }
}

/** What both allow; where they exclude each other (they then say nothing of any value), the first. */
export function ratioMeet(a: RatioInterval, b: RatioInterval): RatioInterval {
  const low = compareRatios(a.low, b.low) < 0 ? b.low : a.low
  const high = compareRatios(a.high, b.high) > 0 ? b.high : a.high
  return compareRatios(low, high) > 0 ? a : { low, high }
}

export function ratioPlus(a: RatioInterval, b: RatioInterval): RatioInterval {
  return { low: addRatios(a.low, b.low), high: addRatios(a.high, b.high) }
}

export function ratioNegative(a: RatioInterval): RatioInterval {
  return { low: ratio(-a.high.num, a.high.den), high: ratio(-a.low.num, a.low.den) }
}

export function ratioTimes(a: RatioInterval, b: RatioInterval): RatioInterval {
  const [lows, highs] = [extremes(a.low, b), extremes(a.high, b)]
  return ratioHull([lows, highs])
}

/** What a ratio makes of an interval. */
function extremes({ num, den }: Ratio, { low, high }: RatioInterval): RatioInterval {
  const [first, last] = [ratio(num * low.num, den * low.den), ratio(num * high.num, den * high.den)]
  return num < 0n ? { low: last, high: first } : { low: first, high: last }
}

/** Divided by a whole number that is at least 1. */
export function ratioOver(a: RatioInterval, by: Interval): RatioInterval {
  const low = by.low < 1n ? 1n : by.low
  const high = by.high < low ? low : by.high
  if (high === 1n) return a
  return ratioTimes(a, { low: ratio(1n, high), high: ratio(1n, low) })
}

/** Over the least common denominator: a sum of many terms stays short. */
function addRatios(a: Ratio, b: Ratio): Ratio {
  if (a.den === b.den) return ratio(a.num + b.num, a.den)
  const shared = greatestDivisor(a.den, b.den)
  return ratio(a.num * (b.den / shared) + b.num * (a.den / shared), a.den * (b.den / shared))
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
