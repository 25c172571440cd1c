import type { CompiledScheme, Fact, FactId, GraphNode, NodeId } from '../scheme/index.js'
import { rangeOfFact, type FactRange } from './fact.js'
import { rangeOfNode } from './node.js'
import type { NodeRange, RangeTable } from './table.js'

/** A table of ranges that grows with the graph. */
export interface GrowingRanges extends RangeTable {
  /** Computes the node's range from the earlier ones and keeps it. Throws a TypeError as `rangeOfNode` does. */
  readonly add: (node: GraphNode) => NodeRange
}

export function growingRanges(scheme: {
  readonly facts: readonly Fact[]
  readonly kinds: number
  readonly grades: number
  /** Facts that a unit neither reports nor needs read as 0; false leaves that out: what reported facts can give. */
  readonly unreported: boolean
}): GrowingRanges {
  const facts = new Map<FactId, FactRange>(
    scheme.facts.map((fact) => [fact.id, rangeOfFact(fact, scheme.grades, scheme.unreported)]),
  )
  const nodes = new Map<NodeId, NodeRange>()
  const table: RangeTable = {
    fact: (id) => facts.get(id),
    node: (id) => nodes.get(id),
    kinds: scheme.kinds,
    grades: scheme.grades,
  }
  const add = (node: GraphNode): NodeRange => {
    const found = rangeOfNode(node, table)
    nodes.set(node.id, found)
    return found
  }
  return { ...table, add }
}

/** The range of every node of a scheme, in their order. Throws a TypeError for a graph that is not well formed. */
export function rangesOf(scheme: CompiledScheme, unreported = true): ReadonlyMap<NodeId, NodeRange> {
  const { facts, kinds, grades } = scheme
  const table = growingRanges({ facts, kinds: kinds.length, grades: grades.length, unreported })
  return new Map(scheme.nodes.map((node) => [node.id, table.add(node)]))
}
