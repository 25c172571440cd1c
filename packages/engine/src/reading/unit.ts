import type { AheadKind } from '../ahead/ahead.js'
import type { UnitData } from '../api.js'
import { short } from '../problems/short.js'
import type { DataPlace } from '../problems/index.js'
import type { CompiledScheme } from '../scheme/index.js'
import { ballotReader, type BallotReader, type VoidTest } from './ballots.js'
import { overrideReader, type Override, type ScoreRange } from './overrides.js'
import { factReader, type Reader } from './facts.js'
import { noLists, type Row } from './row.js'
import { isPlainObject } from './plain.js'
import type { Faults } from './faults.js'
import { nameTable, type NameTable } from './names.js'
import { foldName } from '../scheme/index.js'
import { ReadUnit } from './read-unit.js'

/** A unit as it was given, checked and read. */
export interface Reading {
  readonly data: UnitData
  readonly name: string
  /** The name as names are compared. */
  readonly folded: string
  readonly kind: number
  /** Kept apart once it has been read. */
  row: Row
  /** What each review found, by the review's place; undefined where it left nothing. */
  readonly findings: readonly (Row | undefined)[] | undefined
  readonly overrides: readonly Override[] | undefined
}

/** Reads units of one scheme. */
export interface UnitReader {
  /** Reads a unit into row `at` of `numbers`, which must hold NaN. Where it has a fault, that is reported; undefined if nothing is left to read. */
  readonly read: (
    given: unknown,
    index: number,
    numbers: Float64Array,
    at: number,
    faults: Faults,
  ) => Reading | undefined
  /**
   * Reads a unit that has a name, a kind and facts of the usual form, and nothing else, by what was made ahead, into a row of its own;
   * undefined for any other, which is read with care.
   */
  readonly readAhead: (given: unknown) => Reading | undefined
  readonly reviews: NameTable
  readonly readBallots: BallotReader
  /** How many numbers a row has. */
  readonly width: number
}

const unitKeys = ['unit', 'kind', 'facts', 'reviews', 'overrides']

/** `voidTests`: for each of the scheme's ballots; they may be left out where no ballots are read. */
export function unitReader(
  scheme: CompiledScheme,
  voidTests: readonly VoidTest[] = [],
  rangeOf?: ScoreRange,
  ahead: readonly AheadKind[] = [],
): UnitReader {
  const { read: readFacts, ahead: readFactsAhead } = factReader(scheme, ahead)
  const readOverrides = overrideReader(scheme, rangeOf)
  const width = scheme.facts.length
  const kinds = nameTable(scheme.kinds.map(({ name }) => [name]))
  const onlyKind = scheme.kinds.length === 1 ? 0 : -1
  const reviews = nameTable(scheme.reviews.map(({ name }) => [name]))

  function read(given: unknown, index: number, numbers: Float64Array, at: number, faults: Faults): Reading | undefined {
    const ready = ReadUnit.readingOf(given, reader)
    if (ready === 'other-scheme')
      return faults.add('unit-of-another-scheme', { index, unit: (given as ReadUnit).unit }, {})
    if (ready !== undefined) return copied(ready, numbers, at)
    const usual = readAhead(given)
    if (usual !== undefined) return copied(usual, numbers, at)
    if (!isPlainObject(given)) return faults.add('unit-not-an-object', { index }, { found: short(given) })
    const data = given as UnitData
    const name: unknown = data.unit
    const folded = typeof name === 'string' ? foldName(name) : ''
    const hasName = typeof name === 'string' && folded !== ''
    const place = hasName ? { index, unit: name } : { index }
    if (!hasName) faults.add('unit-without-name', place, { found: short(name) })
    checkKeys(given, place, faults)
    const kind = kindOf(data.kind, kinds, place, faults)
    const row: Row<Float64Array> = { numbers, at, lists: noLists, isFull: false, hasEvery: false }
    if (data.facts === undefined) faults.add('facts-missing', place, {})
    else if (!isPlainObject(data.facts)) faults.add('facts-not-an-object', place, { found: short(data.facts) })
    else if (!takeAhead(data.facts, kind, row)) readFacts(data.facts, { kind, row, place, faults })
    const findings = data.reviews === undefined ? undefined : findingsOf(data.reviews, kind, place, faults)
    const overrides = data.overrides === undefined ? undefined : readOverrides(data.overrides, kind, place, faults)
    if (!hasName || kind < 0) return undefined
    return { data, name, folded, kind, row, findings, overrides }
  }

  function readAhead(given: unknown): Reading | undefined {
    if (ahead.length === 0 || !isPlainObject(given)) return undefined
    const data = given as UnitData
    const { unit: name, kind: kindName, facts } = data
    if (typeof name !== 'string' || !isPlainObject(facts)) return undefined
    const kind = typeof kindName === 'string' ? kinds.find(kindName) : kindName === undefined ? onlyKind : -1
    if (kind < 0 || keysOf(data) !== (kindName === undefined ? 2 : 3)) return undefined
    const row = readFactsAhead[kind]?.(facts)
    // Last: by now the name is at hand, which was asked for above; waiting for memory is what reading costs most.
    const folded = foldName(name)
    if (row === undefined || folded === '') return undefined
    return { data, name, folded, kind, row, findings: undefined, overrides: undefined }
  }

  /** The same for the facts alone, of a unit that has more. */
  function takeAhead(facts: object, kind: number, row: Row<Float64Array>): boolean {
    const made = readFactsAhead[kind]?.(facts)
    if (made === undefined) return false
    row.numbers.set(made.numbers, row.at)
    row.lists = made.lists
    row.isFull = made.isFull
    return true
  }

  function findingsOf(given: unknown, kind: number, place: DataPlace, faults: Faults): Reading['findings'] {
    if (!isPlainObject(given)) return faults.add('reviews-not-an-object', place, { found: short(given) })
    const found: (Row | undefined)[] = scheme.reviews.map(() => undefined)
    for (const [key, value] of Object.entries(given)) {
      const review = reviews.find(key)
      if (review < 0) {
        faults.add('unknown-review', place, { review: short(key) }, { word: key, names: reviews.names })
      } else if (found[review] !== undefined) faults.add('finding-twice', place, { review: short(key) })
      else {
        const row: Row<Float64Array> = {
          numbers: new Float64Array(width).fill(Number.NaN),
          at: 0,
          lists: noLists,
          isFull: false,
          hasEvery: false,
        }
        found[review] = row
        readFinding(value, { kind, row, place: { ...place, review: scheme.reviews[review]!.name }, faults })
      }
    }
    return found
  }

  function readFinding(given: unknown, reader: Reader): void {
    const { place, faults } = reader
    if (!isPlainObject(given)) {
      faults.add('finding-not-an-object', place, { found: short(given) })
      return
    }
    for (const [key, value] of Object.entries(given)) {
      if (key !== 'facts') {
        faults.add('unknown-finding-key', place, { key: short(key) }, { word: key, names: ['facts'] })
      } else if (isPlainObject(value)) readFacts(value, reader)
      else faults.add('facts-not-an-object', place, { found: short(value) })
    }
    if (!Object.hasOwn(given, 'facts')) faults.add('facts-missing', place, {})
  }

  /** The reading with a row of its own, for what is added to it later: the marks of ballots. */
  function copied(reading: Reading, numbers: Float64Array, at: number): Reading {
    const { row } = reading
    for (let fact = 0; fact < width; fact += 1) numbers[at + fact] = row.numbers[row.at + fact]!
    return {
      ...reading,
      row: {
        numbers,
        at,
        lists: row.lists === noLists ? noLists : [...row.lists],
        isFull: row.isFull,
        hasEvery: false,
      },
    }
  }

  const reader: UnitReader = { read, readAhead, reviews, readBallots: ballotReader(scheme, voidTests), width }
  return reader
}

/** The kind's place; -1 where it cannot be told, which is then reported. */
function kindOf(given: unknown, kinds: NameTable, place: DataPlace, faults: Faults): number {
  if (given === undefined || given === null) {
    if (kinds.names.length === 1) return 0
    faults.add('kind-missing', place, { kinds: kinds.names })
    return -1
  }
  const kind = typeof given === 'string' ? kinds.find(given) : -1
  if (kind < 0) {
    const meant = typeof given === 'string' ? { word: given, names: kinds.names } : undefined
    faults.add('unknown-kind', place, { found: short(given), kinds: kinds.names }, meant)
  }
  return kind
}

function keysOf(given: object): number {
  let count = 0
  for (const _ in given) count += 1
  return count
}

function checkKeys(given: object, place: DataPlace, faults: Faults): void {
  for (const key in given) {
    if (key === 'unit' || key === 'kind' || key === 'facts' || key === 'reviews') continue
    if (key === 'overrides' || !Object.hasOwn(given, key)) continue
    faults.add('unknown-unit-key', place, { key: short(key) }, { word: key, names: unitKeys })
  }
}
