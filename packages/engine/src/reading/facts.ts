import type { AheadKind } from '../ahead/ahead.js'
import type { FactValue } from '../api.js'
import { listPlaces } from './lists.js'
import type { DataPlace } from '../problems/index.js'
import { short } from '../problems/short.js'
import type { CompiledScheme } from '../scheme/index.js'
import { aheadReader, alwaysNeeded } from './ahead.js'
import type { Faults } from './faults.js'
import { groupsOf, type Group, type InnerGroup } from './groups.js'
import { factPath } from './place.js'
import { isPlainObject } from './plain.js'
import { quickReader } from './quick.js'
import { noLists, type Row } from './row.js'
import { isReported, textAsWritten, valueReader, type Report, type ValueReader } from './value.js'

/** What facts are read for: a unit of a kind (below 0: not known), into a row; faults go to `faults` with `place`. */
export interface Reader {
  readonly kind: number
  readonly row: Row
  readonly place: DataPlace
  readonly faults: Faults
}

/** How the facts of a scheme's units are read. */
export interface FactReader {
  readonly read: (given: object, reader: Reader) => void
  /** By what was made ahead alone: false where that does not do, and the row is as it was. */
  readonly readAhead: (given: object, kind: number, row: Row) => boolean
}

export function factReader(scheme: CompiledScheme, ahead: readonly AheadKind[] = []): FactReader {
  const { facts, grades } = scheme
  const types = facts.map(({ type }) => type)
  const readers: readonly ValueReader[] = types.map((type) =>
    type.kind === 'text' ? textAsWritten : valueReader(type, grades),
  )
  const quick = quickReader(types)
  const places = listPlaces(facts)
  const listCount = places.filter((place) => place >= 0).length
  const own = groupsOf(scheme)
  const paths = facts.map(factPath)

  function readGroup(given: object, group: Group, reader: Reader): void {
    const { lastKeys, lastFacts } = group
    const { numbers, at } = reader.row
    let position = -1
    // Lists of keys or values would cost objects made key by key twice as much.
    for (const key in given) {
      position += 1
      if (lastKeys[position] !== key) {
        lastFacts[position] = group.facts[group.table.find(key)] ?? -1
        lastKeys[position] = key
      }
      const fact = lastFacts[position]!
      const value = (given as Readonly<Record<string, unknown>>)[key]
      const units = fact >= 0 && Number.isNaN(numbers[at + fact]) ? quick(fact, value) : Number.NaN
      if (!Number.isNaN(units)) numbers[at + fact] = units
      else if (Object.hasOwn(given, key)) readWithCare(value, key, fact, group, reader)
    }
  }

  /** What is no value of the usual form: a list, the facts of a part or of a period, a fault. */
  function readWithCare(value: unknown, key: string, fact: number, group: Group, reader: Reader): void {
    const inner = group.inner.groups[group.inner.table.find(key)]
    if (inner !== undefined && (fact < 0 || isPlainObject(value))) return readInner(value, inner, reader)
    if (fact < 0) return unknownFact(key, group, reader)
    if (!isReported(value, types[fact]!)) return
    const { row, place, faults } = reader
    if (!Number.isNaN(row.numbers[row.at + fact])) {
      faults.add('fact-twice', { ...place, fact: paths[fact]! }, { key: short(key) })
      return
    }
    const report: Report = (code, data, inside, meant) =>
      faults.add(code, { ...place, fact: paths[fact]!, ...inside }, data, meant)
    keep(readers[fact]!(value, report), fact, row)
  }

  function keep(value: FactValue | undefined, fact: number, row: Row): void {
    const slot = row.at + fact
    if (typeof value === 'number') row.numbers[slot] = value
    else if (typeof value === 'boolean') row.numbers[slot] = value ? 1 : 0
    else if (value !== undefined) {
      if (row.lists === noLists) row.lists = Array.from({ length: listCount })
      row.lists[places[fact]!] = value
      row.numbers[slot] = value.length
    }
  }

  function readInner(value: unknown, { group, isFor, reports }: InnerGroup, reader: Reader): void {
    const { place, faults, kind, row } = reader
    const part = group.path.join('/')
    if (value === null || value === undefined) return
    if (!isPlainObject(value)) faults.add('facts-not-an-object', { ...place, fact: part }, { found: short(value) })
    else if (isFor(kind)) {
      if (reports !== undefined) row.numbers[row.at + reports] = 1
      readGroup(value, group, reader)
    } else faults.add('part-of-other-kind', place, { part, kind: scheme.kinds[kind]!.name })
  }

  function unknownFact(key: string, group: Group, { place, faults }: Reader): void {
    const names = [...group.table.names, ...group.inner.table.names]
    const shown = [...group.path, key].join('/')
    faults.add('unknown-fact', place, { key: short(shown) }, { word: key, names })
  }

  const made = ahead.map((one, kind) => aheadReader(one, { needed: alwaysNeeded(scheme, kind), types, readers, keep }))
  const readAhead: FactReader['readAhead'] = (given, kind, row) => made[kind]?.(given, row) === true
  return {
    readAhead,
    read: (given, reader) => {
      if (!readAhead(given, reader.kind, reader.row)) readGroup(given, own, reader)
    },
  }
}
