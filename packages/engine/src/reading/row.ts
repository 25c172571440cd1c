import type { FactValue } from '../api.js'

/**
 * Typed arrays hold many rows, or the one that is being read. A row that is kept for one unit alone is a list: results and read units are
 * many and short-lived, and memory outside of the heap makes the collector stop more often than it need.
 */
export type Numbers = Float64Array | number[]

/** Where the facts of a unit are read to: a row of numbers, NaN where nothing is reported, and lists beside it. */
export interface Row<N extends Numbers = Numbers> {
  readonly numbers: N
  /** Where the row begins in `numbers`. */
  readonly at: number
  lists: (readonly FactValue[] | string | undefined)[]
  /** It lacks nothing that the unit's kind needs in any case: told of units that were read ahead, false for all others. */
  isFull: boolean
  /** Every fact has a number: none is missing, and none is left to its default. */
  readonly hasEvery: boolean
}

/** A row of its own for one unit, of what stands in the first row of `numbers`. */
export function keptRow({ numbers, lists, isFull }: Row, template: readonly number[]): Row {
  // A copy of a list of doubles is one, even if all that it comes to hold is small whole numbers: it holds nothing for a collector to follow.
  const own = template.slice()
  // What is no number spoils every sum.
  let all = 0
  for (let fact = 0; fact < own.length; fact += 1) {
    const given = numbers[fact]!
    own[fact] = given
    all += given
  }
  return { numbers: own, at: 0, lists, isFull, hasEvery: !Number.isNaN(all) }
}

/** Shared by all rows without lists; never written to. */
export const noLists: Row['lists'] = []

/** The row with what a finding says in the place of what it says so far. */
export function replaced(row: Row, finding: Row): Row {
  const width = finding.numbers.length
  const numbers = row.numbers.slice(row.at, row.at + width)
  finding.numbers.forEach((found, fact) => {
    if (!Number.isNaN(found)) numbers[fact] = found
  })
  if (finding.lists.length === 0) return { numbers, at: 0, lists: row.lists, isFull: row.isFull, hasEvery: false }
  const lists = finding.lists.map((found, place) => found ?? row.lists[place])
  return { numbers, at: 0, lists, isFull: row.isFull, hasEvery: false }
}
