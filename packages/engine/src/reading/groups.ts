import type { CompiledScheme, Fact } from '../scheme/index.js'
import { nameTable, type NameTable } from './names.js'

/** Facts that are given in one object: those of the unit, or those of one part. */
export interface Group {
  /** The part that they stand under; undefined for the unit's own. */
  readonly part: string | undefined
  readonly table: NameTable
  /** The facts by their place in the table. */
  readonly facts: readonly number[]
  /** The keys of the object read last, and their facts: units of one source have the same keys in the same order. */
  readonly lastKeys: string[]
  readonly lastFacts: number[]
}

/** A part that has facts of its own. */
interface PartGroup {
  readonly group: Group
  /** Whether units of the kind (below 0: not known) have the part. */
  readonly isFor: (kind: number) => boolean
}

/** The facts under a part, or (undefined) those of the unit itself. */
export function groupOf(facts: readonly Fact[], under: string | undefined): Group {
  const places = facts.flatMap((fact, index) => (keysOf(fact, under).length > 0 ? [index] : []))
  const names = places.map((place) => keysOf(facts[place]!, under))
  return { part: under, table: nameTable(names), facts: places, lastKeys: [], lastFacts: [] }
}

/** The keys by which a fact stands under the part, or (undefined) directly in the unit's facts. */
function keysOf({ name, machineName, aliases, alsoAs, ...fact }: Fact, under: string | undefined): readonly string[] {
  if (fact.under === under) return [name, ...(machineName === undefined ? [] : [machineName]), ...(aliases ?? [])]
  return under === undefined ? (alsoAs ?? []) : []
}

/** The parts that have facts of their own. */
export function partGroups({ facts, parts }: CompiledScheme): {
  readonly table: NameTable
  readonly groups: readonly PartGroup[]
} {
  const names = [...new Set(facts.flatMap(({ under }) => under ?? []))]
  const groups = names.map((name) => {
    const kinds = parts.find((part) => part.name === name)?.kinds
    const isFor = (kind: number): boolean => kind < 0 || kinds === undefined || kinds.includes(kind)
    return { group: groupOf(facts, name), isFor }
  })
  return { table: nameTable(names.map((name) => [name])), groups }
}
