/** A file of records, joined with the units that it speaks of. */
import type { DataPlace } from '@merit/engine'
import { foldName, nearest, type Fact } from '@merit/engine/scheme'
import { brief } from '../output.js'
import type { Words } from '../words/index.js'
import { headingOf, pathOf } from './columns.js'
import type { DataFault, Place } from './faults.js'
import type { RecordRow } from './records-sheet.js'
import { unitName, unitsOf, withUnits, type ListReading } from './unit-list.js'

export interface Register {
  readonly fact: Fact
  readonly file: string
  readonly rows: readonly RecordRow[]
  readonly faults: readonly DataFault[]
}

/** Gives every unit its records. The file speaks for all units: one that has no row in it has no record. */
export function withRegister(loaded: ListReading, register: Register, unitsFile: string, words: Words): ListReading {
  if (loaded.data === undefined) return { ...loaded, faults: [...loaded.faults, ...register.faults] }
  const units = unitsOf(loaded.data)
  const { rows, faults } = rowsByUnit(units, register, unitsFile, words)
  const joined = units.map((unit, index) => {
    const records = rows.get(index) ?? []
    const own = factsOf(unit)
    if (own === undefined || !has(own, pathOf(register.fact))) return withRecords(unit, register.fact, records)
    faults.push(alreadyGiven(register, unitName(unit), records[0], unitsFile, words))
    return unit
  })
  return {
    data: units.length === 0 ? loaded.data : withUnits(loaded.data, joined),
    faults: [...loaded.faults, ...register.faults, ...faults],
    placesOf: (places) => {
      const otherwise = loaded.placesOf(places)
      return places.map((place, index) => rowOf(register, rows, place) ?? otherwise[index] ?? { file: unitsFile })
    },
  }
}

function rowsByUnit(units: readonly unknown[], register: Register, unitsFile: string, words: Words) {
  const names = units.map((unit) => unitName(unit) ?? '')
  const indexOf = new Map(names.map((name, index) => [foldName(name), index]))
  const rows = new Map<number, RecordRow[]>()
  const faults: DataFault[] = []
  for (const row of register.rows) {
    const index = indexOf.get(foldName(row.unit))
    if (index === undefined) {
      const message = words.data.unitNotListed(unitsFile, nearest(row.unit, names))
      faults.push({
        place: { file: register.file, line: row.line },
        unit: row.unit,
        fact: headingOf(register.fact),
        message,
      })
      continue
    }
    const before = rows.get(index)
    if (before === undefined) rows.set(index, [row])
    else before.push(row)
  }
  return { rows, faults }
}

function alreadyGiven(
  register: Register,
  unit: string | undefined,
  row: RecordRow | undefined,
  unitsFile: string,
  words: Words,
): DataFault {
  const place: Place = row === undefined ? { file: register.file } : { file: register.file, line: row.line }
  return {
    place,
    ...(unit === undefined ? {} : { unit }),
    fact: headingOf(register.fact),
    message: words.data.recordsAlready(brief(unitsFile, 200)),
  }
}

/** The row in the register that a place of the data came from. */
function rowOf(
  register: Register,
  rows: ReadonlyMap<number, readonly RecordRow[]>,
  { index, fact, review, element }: DataPlace,
): Place | undefined {
  if (index === undefined || fact !== headingOf(register.fact) || review !== undefined) return undefined
  const row = rows.get(index)?.[(element ?? 1) - 1]
  return row === undefined ? undefined : { file: register.file, line: row.line }
}

/** The unit with its records; a unit of another shape stays as it is, for the engine to name. */
function withRecords(unit: unknown, fact: Fact, rows: readonly RecordRow[]): unknown {
  const facts = isRecord(unit) && unit['facts'] === undefined ? {} : factsOf(unit)
  if (!isRecord(unit) || facts === undefined) return unit
  return {
    ...unit,
    facts: put(
      facts,
      pathOf(fact),
      rows.map(({ record }) => record),
    ),
  }
}

type PlainRecord = Readonly<Record<string, unknown>>

function factsOf(unit: unknown): PlainRecord | undefined {
  return isRecord(unit) && isRecord(unit['facts']) ? unit['facts'] : undefined
}

function isRecord(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function has(facts: PlainRecord, path: readonly string[]): boolean {
  const [key = '', ...rest] = path
  if (!Object.hasOwn(facts, key)) return false
  const inner = facts[key]
  return rest.length === 0 || (isRecord(inner) && has(inner, rest))
}

function put(facts: PlainRecord, path: readonly string[], value: unknown): PlainRecord {
  const [key = '', ...rest] = path
  const before = Object.hasOwn(facts, key) ? facts[key] : {}
  return { ...facts, [key]: rest.length === 0 ? value : put(isRecord(before) ? before : {}, rest, value) }
}
