import type { BallotsResult } from '../api.js'
import { short } from '../problems/short.js'
import { isPlainObject } from './plain.js'
import type { Faults } from './faults.js'
import { foldedName } from './names.js'
import type { Reading, UnitReader } from './unit.js'

/** All units of a set of data, read; meant only where there were no faults. */
export interface DataReading {
  readonly readings: readonly Reading[]
  /** The seed of each review's lot, by the review's place. */
  readonly seeds: readonly (string | undefined)[]
  /** What became of the ballots; their valid marks are among the facts of the units. */
  readonly ballots: readonly BallotsResult[]
}

const dataKeys = ['units', 'ballots', 'lots']

/** Reads a list of units, or `{ units, ballots, lots }`. */
export function readData(given: unknown, reader: UnitReader, faults: Faults): DataReading {
  const isEnvelope = isPlainObject(given)
  const units: unknown = isEnvelope ? (given as { readonly units?: unknown }).units : given
  if (isEnvelope) {
    for (const key of Object.keys(given)) {
      if (!dataKeys.includes(key))
        faults.add('unknown-data-key', {}, { key: short(key) }, { word: key, names: dataKeys })
    }
  }
  const lots: unknown = isEnvelope ? (given as { readonly lots?: unknown }).lots : undefined
  const seeds = readSeeds(lots, reader, faults)
  if (!Array.isArray(units)) faults.add('units-not-a-list', {}, { found: short(units) })
  else if (units.length === 0) faults.add('no-units', {}, {})
  const readings = Array.isArray(units) ? readUnits(units, reader, faults) : []
  const cast: unknown = isEnvelope ? (given as { readonly ballots?: unknown }).ballots : undefined
  return { readings, seeds, ballots: reader.readBallots(cast, readings, faults) }
}

function readUnits(units: readonly unknown[], reader: UnitReader, faults: Faults): readonly Reading[] {
  const { width } = reader
  const numbers = new Float64Array(units.length * width).fill(Number.NaN)
  const firsts = new Map<string, number>()
  const readings: Reading[] = []
  for (let index = 0; index < units.length; index += 1) {
    const reading = reader.read(units[index], index, numbers, index * width, faults)
    const name = reading?.folded ?? nameOf(units[index])
    if (name !== undefined) {
      const first = firsts.get(name)
      if (first === undefined) firsts.set(name, index)
      else faults.add('unit-twice', { index, unit: (units[index] as { readonly unit: string }).unit }, { first })
    }
    if (reading !== undefined) readings.push(reading)
  }
  return readings
}

/** The name of a unit that could not be read otherwise. */
function nameOf(given: unknown): string | undefined {
  const name: unknown = isPlainObject(given) ? (given as { readonly unit?: unknown }).unit : undefined
  return typeof name === 'string' && foldedName(name) !== '' ? foldedName(name) : undefined
}

function readSeeds(given: unknown, { reviews }: UnitReader, faults: Faults): readonly (string | undefined)[] {
  const seeds: (string | undefined)[] = reviews.names.map(() => undefined)
  if (given === undefined) return seeds
  if (!isPlainObject(given)) {
    faults.add('lots-not-an-object', {}, { found: short(given) })
    return seeds
  }
  for (const [key, seed] of Object.entries(given)) {
    const review = reviews.find(key)
    if (review < 0) faults.add('unknown-lot', {}, { review: short(key) }, { word: key, names: reviews.names })
    else if (typeof seed !== 'string' || seed === '')
      faults.add('seed-not-text', {}, { review: short(key), found: short(seed) })
    else seeds[review] = seed
  }
  return seeds
}
