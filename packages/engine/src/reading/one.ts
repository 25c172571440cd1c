import { DataError } from '../problems/index.js'
import { collectFaults, type Faults } from './faults.js'
import type { Reading, UnitReader } from './unit.js'

/** Rows that are taken together: one array for each unit would cost more than the units. */
const rowsAtOnce = 64

/** Reads units one by one. Throws a DataError with every fault of the unit. */
export function readOneByOne({ read, width }: UnitReader): (given: unknown) => Reading {
  let numbers = new Float64Array(0)
  let at = 0
  let faults = collectFaults()

  /** A fresh collection for the next unit. */
  function faultsSoFar(): Faults['found'] {
    const { found } = faults
    faults = collectFaults()
    return found
  }

  return (given) => {
    if (at + width > numbers.length || width === 0) {
      numbers = new Float64Array(width * rowsAtOnce).fill(Number.NaN)
      at = 0
    }
    // Objects with code of their own (getters, proxies) may end the reading: what was read of them is left behind.
    if (faults.found.length > 0) faults = collectFaults()
    const row = at
    at += width
    const reading = read(given, 0, numbers, row, faults)
    if (reading === undefined || faults.found.length > 0) throw new DataError(faultsSoFar())
    return reading
  }
}
