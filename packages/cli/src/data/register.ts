/** A file of records, joined with the units that it speaks of. */
import { foldName, type Fact } from '@merit/engine/scheme'
import { nearest } from '../nearest.js'
import { brief } from '../output.js'
import type { Words } from '../words/index.js'
import { headingOf, pathOf } from './columns.js'
import type { DataFault, Place } from './faults.js'
import type { JsonPath } from './json.js'
import type { RecordRow } from './records-sheet.js'
import { unitName, type ListReading } from './unit-list.js'

export interface Register {
  readonly fact: Fact
  readonly file: string
  readonly rows: readonly RecordRow[]
  readonly faults: readonly DataFault[]
}

/** Gives every unit its records. The file speaks for all units: one that has no row in it has no record. */
export function withRegister(loaded: ListReading, register: Register, unitsFile: string, words: Words): ListReading {
  if (loaded.data === undefined) return { ...loaded, faults: [...loaded.faults, ...register.faults] }
  const { rows, faults } = rowsByUnit(loaded.data.units, register, unitsFile, words)
  const units = loaded.data.units.map((unit, index) => {
    const records = rows.get(index) ?? []
    if (!isRecord(unit) || (unit['facts'] !== undefined && !isRecord(unit['facts']))) return unit
    const facts = unit['facts'] ?? {}
    if (has(facts, pathOf(register.fact))) {
      faults.push(alreadyGiven(register, unitName(unit), records[0], unitsFile, words))
      return unit
    }
    return {
      ...unit,
      facts: put(
        facts,
        pathOf(register.fact),
        records.map(({ record }) => record),
      ),
    }
  })
  return {
    data: { ...loaded.data, units },
    faults: [...loaded.faults, ...register.faults, ...faults],
    placesOf: (paths) => {
      const places = loaded.placesOf(paths)
      return paths.map((path, index) => placeIn(register, rows, path) ?? places[index] ?? { file: unitsFile })
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

/** The row of a record's path (`units`, 3, `facts`, `表彰`, 2, …). */
function placeIn(
  register: Register,
  rows: ReadonlyMap<number, readonly RecordRow[]>,
  path: JsonPath,
): Place | undefined {
  const [top, unit, facts, ...rest] = path
  const here = pathOf(register.fact)
  if (top !== 'units' || facts !== 'facts' || !here.every((step, index) => rest[index] === step)) return undefined
  const row = rows.get(Number(unit))?.[Number(rest[here.length] ?? 0)]
  return row === undefined ? undefined : { file: register.file, line: row.line }
}

type PlainRecord = Readonly<Record<string, unknown>>

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
