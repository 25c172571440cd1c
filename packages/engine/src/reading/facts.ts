import type { AheadKind } from '../ahead/ahead.js'
import type { FactValue } from '../api.js'
import { listPlaces } from './lists.js'
import type { DataPlace } from '../problems/index.js'
import { short } from '../problems/short.js'
import type { CompiledScheme } from '../scheme/index.js'
import { aheadReader, alwaysNeeded, type ReadFactsAhead } from './ahead.js'
import type { Faults } from './faults.js'
import { groupsOf, type Group, type InnerGroup } from './groups.js'
import { factPath } from './place.js'
import { isPlainObject } from './plain.js'
import { quickReader, readQuickly } from './quick.js'
import { noLists, type Row } from './row.js'
import { isReported, textAsWritten, valueReader, type Report, type ValueReader } from './value.js'

/** What facts are read for: a unit of a kind (below 0: not known), into a row; faults go to `faults` with `place`. */
export interface Reader {
  readonly kind: number
  readonly row: Row<Float64Array>
  readonly place: DataPlace
  readonly faults: Faults
}

/** How the facts of a scheme's units are read. */
export interface FactReader {
  readonly read: (given: object, reader: Reader) => void
  /** By the place of the kind: what was made ahead. */
  readonly ahead: readonly ReadFactsAhead[]
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
    const { row } = reader
    const plan = group.planFor(given)
    const keys = plan?.keys ?? Object.keys(given)
    const values = group.take(given, keys)
    if (plan === undefined) return readKeyByKey(keys, values, group, reader)
    const { facts } = plan
    const { numbers, at } = row
    if (readQuickly(plan, values, numbers, at)) {
      if (keys.length === types.length) row.isFull = true
      return
    }
    let read = 0
    for (let position = 0; position < keys.length; position += 1) {
      const fact = facts[position]!
      if (Number.isNaN(numbers[at + fact])) readWithCare(values[position], keys[position]!, fact, group, reader)
      else read += 1
    }
    if (read === types.length) row.isFull = true
  }

  function readKeyByKey(keys: readonly string[], values: readonly unknown[], group: Group, reader: Reader): void {
    const { lastKeys, lastFacts } = group
    const { numbers, at } = reader.row
    for (let position = 0; position < keys.length; position += 1) {
      const key = keys[position]!
      if (lastKeys[position] !== key) {
        lastFacts[position] = group.factOf(key)
        lastKeys[position] = key
      }
      const fact = lastFacts[position]!
      const units = fact >= 0 && Number.isNaN(numbers[at + fact]) ? quick(fact, values[position]) : Number.NaN
      if (Number.isNaN(units)) readWithCare(values[position], key, fact, group, reader)
      else numbers[at + fact] = units
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

  return {
    read: (given, reader) => readGroup(given, own, reader),
    ahead: ahead.map((one, kind) => aheadReader(one, { needed: alwaysNeeded(scheme, kind), types, readers, keep })),
  }
}
