import { short } from '../problems/short.js'
import { isPlainObject } from './plain.js'
import type { Faults } from './faults.js'
import { foldName } from '../scheme/index.js'
import type { UnitReader } from './unit.js'

/** A set of data, taken apart. */
interface DataParts {
  readonly units: readonly unknown[]
  readonly lots: unknown
  readonly ballots: unknown
}

const dataKeys = ['units', 'ballots', 'lots']

/** Takes a list of units, or `{ units, ballots, lots }`, apart; nothing in them is read. */
export function readData(given: unknown, faults: Faults): DataParts {
  const isEnvelope = isPlainObject(given)
  const { units, lots, ballots } = (isEnvelope ? given : { units: given }) as Partial<DataParts>
  if (isEnvelope) {
    for (const key of Object.keys(given)) {
      if (!dataKeys.includes(key))
        faults.add('unknown-data-key', {}, { key: short(key) }, { word: key, names: dataKeys })
    }
  }
  if (!Array.isArray(units)) faults.add('units-not-a-list', {}, { found: short(units) })
  else if (units.length === 0) faults.add('no-units', {}, {})
  return { units: Array.isArray(units) ? units : [], lots, ballots }
}

/** The name of a unit that could not be read otherwise; empty where it has none. */
export function nameOf(given: unknown): string {
  const name: unknown = isPlainObject(given) ? (given as { readonly unit?: unknown }).unit : undefined
  return typeof name === 'string' && foldName(name) !== '' ? name : ''
}

/** The seed of each review's lot, by the review's place. */
export function readSeeds(given: unknown, { reviews }: UnitReader, faults: Faults): readonly (string | undefined)[] {
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
