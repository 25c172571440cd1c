/** The rule graph as units of one kind see it, in cells. */
import type { CompiledScheme, Fact, FactId, GraphNode, KindIndex, NodeId } from '../../scheme/index.js'
import type { Domain } from '../solve/domain.js'
import type { CellId, Cells } from './cells.js'

/** Where a value of a unit comes from. */
export type Source =
  | { readonly kind: 'fact'; readonly fact: number }
  /** How many equal records (or values) a slot of a list stands for. */
  | { readonly kind: 'copies'; readonly list: number; readonly slot: number }
  | { readonly kind: 'field'; readonly list: number; readonly slot: number; readonly field: number }
  /** Whether the list is given from outside: its aggregates are then leaves. */
  | { readonly kind: 'outside'; readonly list: number }
  /** Whether the others of the kind leave the unit a place in a line of the grading. */
  | { readonly kind: 'room'; readonly line: number }

export interface Variable {
  readonly source: Source
  readonly cell: CellId
  readonly domain: Domain
  /** What a unit has if nothing speaks for another value. */
  readonly usual: number
}

/** A list that units report, with slots for records that a unit can be made of. */
export interface ListModel {
  readonly fact: number
  readonly outside: number
  /** Its aggregates feed averages or shares: one record reaches the ends. */
  readonly isAveraged: boolean
  readonly slots: readonly Slot[]
  readonly aggregates: readonly { readonly node: NodeId; readonly leaf: number }[]
}

export interface Slot {
  /** The variable that counts the copies. */
  readonly copies: number
  /** The variable of each field; for texts 0 stands for one of its own, from 1 those that rules compare with. */
  readonly fields: readonly number[]
  readonly texts: readonly (readonly string[] | undefined)[]
}

export interface Leaf {
  /** The node whose bounds it has; undefined for one of which nothing is known. */
  readonly node: NodeId | undefined
  readonly cell: CellId
}

/** The cells of a node; its number is `cell` ÷ (`unit` × `over`). */
export interface NodeCells {
  readonly node: GraphNode
  readonly cell: CellId
  readonly isTruth: boolean
  readonly unit: number
  readonly over: CellId | undefined
  /** What is divided by on the way, for a rounded share; must be above 0 for there to be a score. */
  readonly base: CellId | undefined
}

export interface Model {
  readonly scheme: CompiledScheme
  readonly kind: KindIndex
  readonly cells: Cells
  readonly nodes: ReadonlyMap<NodeId, NodeCells>
  readonly variables: readonly Variable[]
  /** By the fact's place: the variable, or undefined for lists, texts and what the kind does not need. */
  readonly facts: readonly (number | undefined)[]
  readonly lists: readonly ListModel[]
  readonly leaves: readonly Leaf[]
  /** The grade that the unit ends with: its index, -1 for none. */
  readonly grade: CellId
  /** The grade that a rule decides, whatever the lines; -1 for none. */
  readonly made: CellId
  /** What holds for every complete unit. */
  readonly requires: readonly CellId[]
  /** Nodes over which shares are taken, and rounded shares: they get bounds from the form of the graph. */
  readonly shares: readonly NodeId[]
  /** Rounded shares, and scores of items in which something counts twice, in order. */
  readonly tangled: readonly NodeId[]
  /** What the bounds of leaves and shares rest on, in order. */
  readonly bounds: readonly GraphNode[]
}

export function indexOfId(id: FactId | NodeId): number {
  return Number(id.slice(1))
}

/** The facts that the kind needs, by their places. */
export function neededFacts({ kinds, facts }: CompiledScheme, kind: KindIndex): readonly boolean[] {
  const needed = new Set(kinds[kind]?.needs.map(({ fact }) => fact))
  return facts.map(({ id }) => needed.has(id))
}

/** What a fact reads as where it is not reported. */
export function fallbackOf({ default: value }: Fact): number {
  return Array.isArray(value) ? 0 : Number(value ?? 0)
}
