import type { CompiledScheme, Fact, FactType, Part } from '../scheme/index.js'
import { nameTable, type NameTable } from './names.js'
import { placeOf } from './place.js'
import { planner, type Plan } from './quick.js'
import { takerOfValues, type TakeValues } from './values.js'

/** Facts that are given in one object: those of the unit, of one part, or of one period of a part. */
export interface Group {
  /** What it stands under: nothing, the part, the part and the period. */
  readonly path: readonly string[]
  readonly table: NameTable
  /** The facts by their place in the table. */
  readonly facts: readonly number[]
  /** Parts that have facts of their own, or the periods of the part. */
  readonly inner: { readonly table: NameTable; readonly groups: readonly InnerGroup[] }
  /** The keys of the object read last, and their facts: units of one source have much the same keys in the same order. */
  readonly lastKeys: string[]
  readonly lastFacts: number[]
  /** The fact of a key, or -1. */
  readonly factOf: (key: string) => number
  /** How objects with these keys in this order are read quickly; undefined where that is not known. */
  readonly planFor: (given: object) => Plan | undefined
  readonly take: TakeValues
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
  const { facts, parts } = scheme
  const kindsOf = new Map<string, Part['kinds']>()
  for (const { name, kinds } of parts) if (!kindsOf.has(name)) kindsOf.set(name, kinds)
  return groupAt({ facts, types: facts.map(({ type }) => type), kindsOf }, [], [...facts.keys()])
}

/** What groups are made from. */
interface Source {
  readonly facts: readonly Fact[]
  readonly types: readonly FactType[]
  readonly kindsOf: ReadonlyMap<string, Part['kinds']>
}

/** `among`: the facts at the path and below it, so that each is looked at once at every level. */
function groupAt(source: Source, path: readonly string[], among: readonly number[]): Group {
  const places = among.filter((place) => keysOf(source.facts[place]!, path).length > 0)
  const table = nameTable(places.map((place) => keysOf(source.facts[place]!, path)))
  const factOf = (key: string): number => places[table.find(key)] ?? -1
  return {
    path,
    table,
    facts: places,
    factOf,
    inner: innerOf(source, path, among),
    lastKeys: [],
    lastFacts: [],
    planFor: planner(factOf, source.types),
    take: takerOfValues(),
  }
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

function innerOf(source: Source, path: readonly string[], among: readonly number[]): Group['inner'] {
  const { facts, kindsOf } = source
  const below = new Map<string, number[]>()
  const reporting = new Map<string, number>()
  for (const place of among) {
    const fact = facts[place]!
    const name = placeOf(fact)[path.length]
    if (name !== undefined)
      below
        .set(name, below.get(name) ?? [])
        .get(name)!
        .push(place)
    else if (fact.reports !== undefined && !reporting.has(fact.name)) reporting.set(fact.name, place)
  }
  const groups = Array.from(below, ([name, inside]): InnerGroup => {
    const kinds = kindsOf.get(path[0] ?? name)
    const reports = reporting.get(name)
    return {
      group: groupAt(source, [...path, name], inside),
      isFor: (kind) => kind < 0 || kinds === undefined || kinds.includes(kind),
      ...(reports === undefined ? {} : { reports }),
    }
  })
  return { table: nameTable([...below.keys()].map((name) => [name])), groups }
}
