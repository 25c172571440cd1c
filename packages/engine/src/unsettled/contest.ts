import type { Levels } from './ends.js'

/** From least to most, both included. */
export interface Count {
  readonly least: number
  readonly most: number
}

/** Some of the units, by their places: those that may belong, and those that do whatever comes. */
export interface Members {
  readonly may: Uint8Array
  readonly must: Uint8Array
}

/** How many of the members stand before each unit, and how many stand before it or are tied with it; itself never counted. */
export interface Before {
  readonly ahead: (unit: number) => Count
  readonly aheadOrTied: (unit: number) => Count
}

/** Counted, so that a field of any size takes as many steps as it has units. */
export function beforeOf({ low, high, levels }: Levels, { may, must }: Members): Before {
  const sureFrom = countsFrom(must, low, levels)
  const possibleFrom = countsFrom(may, high, levels)
  return {
    ahead: (unit) => ({
      least: sureFrom[high[unit]! + 1]!,
      most: possibleFrom[low[unit]! + 1]! - (may[unit] === 1 && high[unit]! > low[unit]! ? 1 : 0),
    }),
    aheadOrTied: (unit) => ({
      least: sureFrom[high[unit]!]! - (must[unit] === 1 && low[unit]! >= high[unit]! ? 1 : 0),
      most: possibleFrom[low[unit]!]! - may[unit]!,
    }),
  }
}

/** At each level, how many of the members have their end there or above. */
function countsFrom(members: Uint8Array, end: Int32Array, levels: number): Int32Array {
  const counts = new Int32Array(levels + 2)
  members.forEach((is, unit) => {
    if (is === 1) counts[end[unit]!]! += 1
  })
  for (let level = levels - 1; level >= 0; level -= 1) counts[level]! += counts[level + 1]!
  return counts
}

/** The most that may be tied with each other. */
export function mostTied({ low, high, levels }: Levels, may: Uint8Array): number {
  const change = new Int32Array(levels + 1)
  may.forEach((is, unit) => {
    if (is === 0) return
    change[low[unit]!]! += 1
    change[high[unit]! + 1]! -= 1
  })
  let most = 0
  let now = 0
  for (const step of change) {
    now += step
    most = Math.max(most, now)
  }
  return most
}

export function countOf({ may, must }: Members): Count {
  return { least: sumOf(must), most: sumOf(may) }
}

export function sumOf(members: Uint8Array): number {
  let sum = 0
  for (const is of members) sum += is
  return sum
}
