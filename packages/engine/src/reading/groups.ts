import type { CompiledScheme, Fact } from '../scheme/index.js'
import { nameTable, type NameTable } from './names.js'
import { placeOf } from './place.js'

/** Facts that are given in one object: those of the unit, of one part, or of one period of a part. */
export interface Group {
  /** What it stands under: nothing, the part, the part and the period. */
  readonly path: readonly string[]
  readonly table: NameTable
  /** The facts by their place in the table. */
  readonly facts: readonly number[]
  /** Parts that have facts of their own, or the periods of the part. */
  readonly inner: { readonly table: NameTable; readonly groups: readonly InnerGroup[] }
  /** The keys of the object read last, and their facts: units of one source have the same keys in the same order. */
  readonly lastKeys: string[]
  readonly lastFacts: number[]
}

/** Facts that stand in an object inside another. */
export interface InnerGroup {
  readonly group: Group
  /** Whether units of the kind (below 0: not known) have it. */
  readonly isFor: (kind: number) => boolean
  /** The fact that says whether anything is reported here. */
  readonly reports?: number
}

/** The unit's own facts, with those of parts and their periods inside. */
export function groupsOf(scheme: CompiledScheme): Group {
  return groupAt(scheme, [])
}

function groupAt(scheme: CompiledScheme, path: readonly string[]): Group {
  const { facts } = scheme
  const places = facts.flatMap((fact, index) => (keysOf(fact, path).length > 0 ? [index] : []))
  const names = places.map((place) => keysOf(facts[place]!, path))
  return { path, table: nameTable(names), facts: places, inner: innerOf(scheme, path), lastKeys: [], lastFacts: [] }
}

/** The keys by which a fact stands at the path. Whether a period is reported is not given, but seen. */
export function keysOf(fact: Fact, path: readonly string[]): readonly string[] {
  const { name, machineName, aliases, alsoAs, reports } = fact
  if (reports !== undefined) return []
  if (isAt(fact, path)) return [name, ...(machineName === undefined ? [] : [machineName]), ...(aliases ?? [])]
  return path.length === 0 ? (alsoAs ?? []) : []
}

function isAt(fact: Fact, path: readonly string[]): boolean {
  const place = placeOf(fact)
  return place.length === path.length && place.every((name, at) => name === path[at])
}

function innerOf(scheme: CompiledScheme, path: readonly string[]): Group['inner'] {
  const { facts, parts } = scheme
  const below = facts.filter((fact) => isBelow(fact, path))
  const names = [...new Set(below.flatMap((fact) => placeOf(fact)[path.length] ?? []))]
  const groups = names.map((name): InnerGroup => {
    const kinds = parts.find((part) => part.name === (path[0] ?? name))?.kinds
    const reports = facts.findIndex((fact) => fact.reports !== undefined && fact.name === name && isAt(fact, path))
    return {
      group: groupAt(scheme, [...path, name]),
      isFor: (kind) => kind < 0 || kinds === undefined || kinds.includes(kind),
      ...(reports < 0 ? {} : { reports }),
    }
  })
  return { table: nameTable(names.map((name) => [name])), groups }
}

function isBelow(fact: Fact, path: readonly string[]): boolean {
  const place = placeOf(fact)
  return place.length > path.length && path.every((name, at) => name === place[at])
}
