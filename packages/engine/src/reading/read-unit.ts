import type { UnitData } from '../api.js'
import type { CompiledScheme } from '../scheme/index.js'
import { readOneByOne } from './one.js'
import type { Reading, UnitReader } from './unit.js'

/** Shown by whoever may make read units: the class can be reached from any of them. */
const permission: unique symbol = Symbol('reads units')

/**
 * A unit read and checked by a scheme, which that scheme assesses without reading it again. Frozen. What was read stays out of sight, so
 * that nobody can make one, or change one, whose facts were not checked.
 */
export class ReadUnit {
  readonly #reading: Reading
  readonly #reader: UnitReader
  // Only declared: a field that is first made without a value costs as much again.
  declare readonly unit: string
  declare readonly kind: string

  constructor(allowed: typeof permission, reading: Reading, kind: string, reader: UnitReader) {
    if (allowed !== permission) throw new TypeError('units are read by a scheme: scheme.read(unit)')
    this.#reading = reading
    this.#reader = reader
    this.unit = reading.name
    this.kind = kind
    Object.freeze(this)
  }

  /** What the reader read; `other-scheme` where another one did, undefined for anything that is no read unit. */
  static readingOf(given: unknown, reader: UnitReader): Reading | 'other-scheme' | undefined {
    if (typeof given !== 'object' || given === null || !(#reading in given)) return undefined
    return given.#reader === reader ? given.#reading : 'other-scheme'
  }
}

/** Reads units to be assessed later, once or often. Throws a DataError with every fault of the unit. */
export function readUnits(scheme: CompiledScheme, reader: UnitReader): (given: unknown) => ReadUnit {
  const read = readOneByOne(reader)
  return (given) => {
    const reading = read(given)
    const { name } = scheme.kinds[reading.kind]!
    return new ReadUnit(permission, mayBeAskedAgain(reading, scheme) ? withCopy(reading) : reading, name, reader)
  }
}

/** Whether ranges or explanations look at the data again: of units that are not settled, or that reviews look at. */
function mayBeAskedAgain({ kind, row: { numbers, at } }: Reading, { facts, kinds, reviews }: CompiledScheme): boolean {
  if (reviews.length > 0 || kinds[kind]!.requires.length > 0) return true
  for (let fact = 0; fact < facts.length; fact += 1) if (Number.isNaN(numbers[at + fact])) return true
  return false
}

/** The reading with data that nobody can change. */
function withCopy(reading: Reading): Reading {
  return { ...reading, data: copyOf(reading.data) as UnitData }
}

/** Data that has been read is JSON, no deeper than the scheme's facts; a name may be `__proto__`. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf)
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copyOf(entry)]))
}
