import type { FactValue } from '../api.js'

/** Where the facts of a unit are read to: a row of numbers, NaN where nothing is reported, and lists beside it. */
export interface Row {
  readonly numbers: Float64Array
  /** Where the row begins in `numbers`. */
  readonly at: number
  lists: (readonly FactValue[] | string | undefined)[]
  /** It lacks nothing that the unit's kind needs in any case: told of units that were read ahead, false for all others. */
  isFull: boolean
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
  if (finding.lists.length === 0) return { numbers, at: 0, lists: row.lists, isFull: row.isFull }
  const lists = finding.lists.map((found, place) => found ?? row.lists[place])
  return { numbers, at: 0, lists, isFull: row.isFull }
}
