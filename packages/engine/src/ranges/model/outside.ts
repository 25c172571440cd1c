/** Bounds for what cells cannot say: averages and shares over any list, kinds of nodes without cells. From the interval pass over the graph. */
import type { Fact, GraphNode, NodeId } from '../../scheme/index.js'
import { numberRange, type Range } from '../expression.js'
import { rangeOfFact, type FactRange } from '../fact.js'
import { interval, type RatioInterval } from '../interval.js'
import { rangeOfNode, valueOfRange } from '../node.js'
import type { NodeRange, RangeTable } from '../table.js'
import { fallbackOf, neededFacts, type Model } from './model.js'

export interface Outside {
  readonly leaf: (leaf: number) => readonly [low: number, high: number]
  /** What the numbers of nodes lie within, where shares are taken. */
  readonly shares: ReadonlyMap<NodeId, Share>
  /** The bounds of any node, however large. */
  readonly node: (node: NodeId) => NodeRange | undefined
}

export interface Share extends RatioInterval {
  /** There is always something to divide by. */
  readonly isOfSome: boolean
}

/** What is known of a unit's facts beforehand, in place of their types. */
export interface Known {
  /** By the fact's place. */
  readonly fact: (place: number) => FactRange | undefined
  /** Aggregates whose value is known. */
  readonly aggregate: (node: NodeId) => bigint | undefined
}

export const nothingKnown: Known = { fact: () => undefined, aggregate: () => undefined }

/**
 * `general` is what is known of every unit of the kind: values over the field are of the others too, whatever is known of this unit.
 */
export function outsideOf(model: Model, known: Known, general?: Outside): Outside {
  const { scheme, kind, leaves, shares, bounds } = model
  const needed = neededFacts(scheme, kind)
  const facts = new Map(
    scheme.facts.map((fact, place) => [
      fact.id,
      known.fact(place) ?? rangeFor(fact, scheme.grades.length, needed[place]),
    ]),
  )
  const nodes = new Map<NodeId, NodeRange>()
  const table: RangeTable = {
    fact: (id) => facts.get(id),
    node: (id) => nodes.get(id),
    kinds: scheme.kinds.length,
    kind,
    grades: scheme.grades.length,
  }
  // Few questions need the bounds of the rest.
  for (const node of bounds) nodes.set(node.id, rangeFrom(node, table, known, general))
  let isComplete = bounds.length === scheme.nodes.length
  const complete = (): void => {
    if (!isComplete) for (const node of scheme.nodes) nodes.set(node.id, rangeFrom(node, table, known, general))
    isComplete = true
  }
  const leaf = (place: number): readonly [number, number] => {
    const node = leaves[place]?.node
    const range = node === undefined ? undefined : nodes.get(node)?.range
    return range === undefined ? anything : ends(range)
  }
  const quotients = shares.flatMap((id): readonly (readonly [NodeId, Share])[] => {
    const { node } = model.nodes.get(id) ?? {}
    const of = nodes.get(node?.kind === 'round' ? node.of : id)
    if (of?.quotient === undefined || of.node.kind !== 'logic') return []
    const over = nodes.get(of.node.over ?? '')?.range
    return [[id, { ...valueOfRange(of), isOfSome: over?.kind === 'number' && over.low >= 1n }]]
  })
  return {
    leaf,
    shares: new Map(quotients),
    node: (id) => {
      if (!nodes.has(id)) complete()
      return nodes.get(id)
    },
  }
}

const anything = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const

function rangeFor(fact: Fact, grades: number, isNeeded: boolean | undefined): FactRange {
  if (isNeeded === true) return rangeOfFact(fact, grades, true)
  const range = rangeOfFact(fact, grades, true)
  if (range.kind === 'list') return { ...range, max: 0n }
  const value = fallbackOf(fact)
  return { kind: 'value', range: pointOf(range.range, value) }
}

/** The range that holds one value, of the same kind. */
export function pointOf(range: Range, value: number): Range {
  if (range.kind === 'boolean') return { kind: 'boolean', canBeTrue: value === 1, canBeFalse: value !== 1 }
  return range.kind === 'number' ? numberRange(interval(BigInt(value), BigInt(value))) : range
}

function rangeFrom(node: GraphNode, table: RangeTable, known: Known, general: Outside | undefined): NodeRange {
  const ofAll = node.kind === 'field' ? general?.node(node.id) : undefined
  if (ofAll !== undefined) return ofAll
  const value = node.kind === 'aggregate' ? known.aggregate(node.id) : undefined
  if (value !== undefined) return { node, range: numberRange(interval(value, value)), peak: 0n }
  return rangeOfNode(node, table)
}

function ends(range: Range): readonly [number, number] {
  if (range.kind === 'boolean') return [range.canBeFalse ? 0 : 1, range.canBeTrue ? 1 : 0]
  if (range.kind !== 'number') return anything
  return [bounded(range.low), bounded(range.high)]
}

/** As a double, infinite where that does not hold it. */
export function bounded(value: bigint): number {
  const found = Number(value)
  if (Number.isSafeInteger(found)) return found
  return found < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}
