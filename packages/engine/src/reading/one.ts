import { DataError } from '../problems/index.js'
import { collectFaults, type Faults } from './faults.js'
import { keptRow } from './row.js'
import type { Reading, UnitReader } from './unit.js'

/** Reads units one by one. Throws a DataError with every fault of the unit. */
export function readOneByOne({ read, readAhead, width }: UnitReader): (given: unknown) => Reading {
  const template: readonly number[] = Array.from({ length: width }, () => Number.NaN)
  /** The row that units are read into; undefined while one is being read, for a getter in its data may read another. */
  let spare: Float64Array | undefined = new Float64Array(width)
  let faults = collectFaults()

  /** A fresh collection for the next unit. */
  function faultsSoFar(): Faults['found'] {
    const { found } = faults
    faults = collectFaults()
    return found
  }

  return (given) => {
    const usual = readAhead(given)
    if (usual !== undefined) return usual
    // Objects with code of their own (getters, proxies) may end the reading, or read others: what was read of them is left behind.
    if (faults.found.length > 0) faults = collectFaults()
    const numbers = spare ?? new Float64Array(width)
    spare = undefined
    numbers.fill(Number.NaN)
    const reading = read(given, 0, numbers, 0, faults)
    spare = numbers
    if (reading === undefined || faults.found.length > 0) throw new DataError(faultsSoFar())
    reading.row = keptRow(reading.row, template)
    return reading
  }
}
