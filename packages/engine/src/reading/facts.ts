import type { FactValue } from '../api.js'
import { listPlaces } from '../assess/lists.js'
import { isShortestTextOf } from '../number/decimal.js'
import type { DataPlace } from '../problems/index.js'
import { short } from '../problems/short.js'
import type { CompiledScheme, Fact, FactType } from '../scheme/index.js'
import type { Faults } from './faults.js'
import { nameTable, type NameTable } from './names.js'
import { isReported, valueReader, type Report, type ValueReader } from './value.js'

/** Where the facts of a unit are read to: a row of numbers, NaN where nothing is reported, and lists beside it. */
export interface Row {
  readonly numbers: Float64Array
  /** Where the row begins in `numbers`. */
  readonly at: number
  lists: (readonly FactValue[] | string | undefined)[]
}

/** Reads the facts of a unit of a kind (below 0: not known) into a row; faults go to `faults` with `place`. */
export type FactReader = (given: object, kind: number, row: Row, place: DataPlace, faults: Faults) => void

/** Shared by all rows without lists; never written to. */
export const noLists: Row['lists'] = []

/** How a fact's name is shown: a rubric's with its part. */
export function factPath({ under, name }: Fact): string {
  return under === undefined ? name : `${under}/${name}`
}

/** Facts that are given in one object: those of the unit, or those of one part. */
interface Group {
  readonly table: NameTable
  /** The facts by their place in the table. */
  readonly facts: readonly number[]
  /** The keys of the object read last, and their facts: units of one source have the same keys in the same order. */
  readonly lastKeys: string[]
  readonly lastFacts: number[]
}

export function factReader(scheme: CompiledScheme): FactReader {
  const { facts, grades } = scheme
  const types = facts.map(({ type }) => type)
  const readers: readonly ValueReader[] = types.map((type) => valueReader(type, grades))
  const quick = quickReaders(types)
  const places = listPlaces(facts)
  const listCount = places.filter((place) => place >= 0).length
  const own = groupOf(facts, undefined)
  const parts = partGroups(scheme)
  const paths = facts.map(factPath)

  /** Reads one object of facts. `part` is the part that it stands under. */
  function readGroup(
    given: object,
    group: Group,
    part: string | undefined,
    kind: number,
    row: Row,
    place: DataPlace,
    faults: Faults,
  ): void {
    const { lastKeys, lastFacts } = group
    const { numbers, at } = row
    let position = 0
    for (const key in given) {
      const value = (given as Readonly<Record<string, unknown>>)[key]
      let fact = lastFacts[position]!
      if (lastKeys[position] !== key) {
        fact = group.facts[group.table.find(key)] ?? -1
        lastKeys[position] = key
        lastFacts[position] = fact
      }
      position += 1
      const slot = at + fact
      if (fact >= 0 && Number.isNaN(numbers[slot])) {
        const units = quick(fact, value)
        if (units === units) numbers[slot] = units
        else readSlowly(fact, value, row, place, faults)
      } else readOther(given, key, value, fact, group, part, kind, row, place, faults)
    }
  }

  function readSlowly(fact: number, value: unknown, row: Row, place: DataPlace, faults: Faults): void {
    if (!isReported(value, types[fact]!)) return
    const report: Report = (code, data, inside, meant) =>
      faults.add(code, { ...place, fact: paths[fact]!, ...inside }, data, meant)
    const read = readers[fact]!(value, report)
    if (read === undefined) return
    const slot = row.at + fact
    if (typeof read === 'number') row.numbers[slot] = read
    else if (typeof read === 'boolean') row.numbers[slot] = read ? 1 : 0
    else {
      if (row.lists === noLists) row.lists = Array.from({ length: listCount })
      row.lists[places[fact]!] = read
      row.numbers[slot] = read.length
    }
  }

  /** A key that is no fact, or a fact that is there already. */
  function readOther(
    given: object,
    key: string,
    value: unknown,
    fact: number,
    group: Group,
    part: string | undefined,
    kind: number,
    row: Row,
    place: DataPlace,
    faults: Faults,
  ): void {
    if (!Object.hasOwn(given, key)) return
    if (fact >= 0) {
      if (isReported(value, types[fact]!))
        faults.add('fact-twice', { ...place, fact: paths[fact]! }, { key: short(key) })
      return
    }
    const under = part === undefined ? parts.groups[parts.table.find(key)] : undefined
    if (under === undefined) {
      const names = part === undefined ? [...group.table.names, ...parts.table.names] : group.table.names
      const shown = part === undefined ? key : `${part}/${key}`
      faults.add('unknown-fact', place, { key: short(shown) }, { word: key, names })
    } else if (!isPlainObject(value)) {
      if (value !== null && value !== undefined) {
        faults.add('facts-not-an-object', { ...place, fact: under.name }, { found: short(value) })
      }
    } else if (!under.isFor(kind)) {
      const { name } = scheme.kinds[kind]!
      faults.add('part-of-other-kind', place, { part: under.name, kind: name })
    } else readGroup(value, under.group, under.name, kind, row, place, faults)
  }

  return (given, kind, row, place, faults) => readGroup(given, own, undefined, kind, row, place, faults)
}

function groupOf(facts: readonly Fact[], under: string | undefined): Group {
  const places = facts.flatMap((fact, index) => (keysOf(fact, under).length > 0 ? [index] : []))
  const names = places.map((place) => keysOf(facts[place]!, under))
  return { table: nameTable(names), facts: places, lastKeys: [], lastFacts: [] }
}

/** The keys by which a fact stands under the part, or (undefined) directly in the unit's facts. */
function keysOf({ name, machineName, aliases, alsoAs, ...fact }: Fact, under: string | undefined): readonly string[] {
  if (fact.under === under) return [name, ...(machineName === undefined ? [] : [machineName]), ...(aliases ?? [])]
  return under === undefined ? (alsoAs ?? []) : []
}

/** The parts that have facts of their own. */
function partGroups({ facts, parts }: CompiledScheme) {
  const names = [...new Set(facts.flatMap(({ under }) => under ?? []))]
  const groups = names.map((name) => {
    const kinds = parts.find((part) => part.name === name)?.kinds
    return {
      name,
      group: groupOf(facts, name),
      isFor: (kind: number) => kind < 0 || kinds === undefined || kinds.includes(kind),
    }
  })
  return { table: nameTable(names.map((name) => [name])), groups }
}

/**
 * Values of the usual forms as the numbers that they read as: true and false, words as written, numbers within their range. NaN for
 * everything else, which is then read with care.
 */
function quickReaders(types: readonly FactType[]): (fact: number, value: unknown) => number {
  const isNumber = Uint8Array.from(types, (type) => ('unit' in type ? 1 : 0))
  const numeric = <K extends 'unit' | 'min' | 'max'>(key: K): Float64Array =>
    Float64Array.from(types, (type) => ('unit' in type ? type[key] : 0))
  const [units, least, greatest] = [numeric('unit'), numeric('min'), numeric('max')]
  const cuts = Float64Array.from(types, (type) => ('unit' in type ? (type.cut ?? type.max) : 0))
  const isYesNo = Uint8Array.from(types, ({ kind }) => (kind === 'yes-no' ? 1 : 0))
  const words = types.map(
    (type) => new Map(type.kind === 'choice' ? type.options.map((word, index) => [word, index]) : []),
  )

  return (fact, value) => {
    if (typeof value === 'number') {
      const unit = units[fact]!
      const whole = Math.round(value * unit)
      const isFine =
        isNumber[fact] === 1 &&
        isShortestTextOf(value, whole, unit) &&
        whole >= least[fact]! &&
        whole <= greatest[fact]!
      return isFine ? Math.min(whole, cuts[fact]!) + 0 : Number.NaN
    }
    if (typeof value === 'boolean') return isYesNo[fact] === 1 ? Number(value) : Number.NaN
    if (typeof value === 'string') return words[fact]!.get(value) ?? Number.NaN
    return Number.NaN
  }
}

/** An object literal, of this page or another; no list, no instance of a class. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || isForeignPlain(prototype as object)
}

function isForeignPlain(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty')
}
