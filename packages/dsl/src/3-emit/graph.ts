/** The nodes of the graph while it grows: each gets the next id and its range, and is there once. */
import { growingRanges, mustBeBig, type NodeRange, type RangeTable } from '@merit/engine/ranges'
import type { AggregateNode, Expr, Fact, GraphNode, LogicNode, NodeId, RoundNode } from '@merit/engine/scheme'

/** A node before it has its id; `big` is the graph's own finding. */
export type NewNode =
  | Omit<LogicNode, 'id' | 'big'>
  | Omit<AggregateNode, 'id' | 'big'>
  | Omit<RoundNode, 'id' | 'big'>
  | { readonly kind: 'grade' }

export interface Graph {
  /**
   * The id of the node: of an equal one where there is one already. Logic nodes of two sentences stay two, since each explains its own
   * sentence; aggregates and roundings are shared. `apart` makes a node that no later one equals.
   */
  readonly add: (node: NewNode, apart?: boolean) => NodeId
  readonly nodes: readonly GraphNode[]
  readonly range: (id: NodeId) => NodeRange
  /** Whether a node rests on the unit's grade, which is settled late. */
  readonly followsGrade: (id: NodeId) => boolean
  readonly ranges: RangeTable
  /** More nodes were asked for than a scheme may have; later ones are not there. */
  readonly overflown: () => boolean
}

/** More than any scheme on paper needs, and little enough to be loaded in a moment. */
export const mostNodes = 200_000

export function newGraph(facts: readonly Fact[], kinds: number, grades: number): Graph {
  const nodes: GraphNode[] = []
  const byKey = new Map<string, NodeId>()
  const ranges = growingRanges({ facts, kinds, grades, unreported: true })
  const late = new Set<NodeId>()
  let overflown = false

  const add = (node: NewNode, apart = false): NodeId => {
    const key = keyOf(node)
    const found = apart ? undefined : byKey.get(key)
    if (found !== undefined) return found
    if (nodes.length >= mostNodes) {
      overflown = true
      return nodes.find((each) => each.kind === node.kind)?.id ?? 'n0'
    }
    const id = `n${nodes.length}`
    const complete = { id, ...node } as GraphNode
    const range = ranges.add(complete)
    if (node.kind === 'grade' || namesOf(node).some((name) => late.has(name))) late.add(id)
    nodes.push(node.kind !== 'grade' && mustBeBig(range) ? ({ ...complete, big: true } as GraphNode) : complete)
    if (!apart) byKey.set(key, id)
    return id
  }

  return {
    add,
    nodes,
    followsGrade: (id) => late.has(id),
    range: (id) => ranges.node(id) as NodeRange,
    ranges,
    overflown: () => overflown,
  }
}

/** The facts and nodes that a node names itself. Aggregates see their elements alone. */
function namesOf(node: NewNode): readonly string[] {
  switch (node.kind) {
    case 'logic':
      return [...namesIn(node.logic), ...(node.over === undefined ? [] : [node.over])]
    case 'round':
      return [node.of]
    default:
      return []
  }
}

function namesIn(expr: Expr): readonly string[] {
  if (typeof expr !== 'object') return []
  if ('var' in expr) return [expr.var]
  if ('in' in expr) return namesIn(expr.in[0])
  return (Object.values(expr)[0] as readonly Expr[]).flatMap(namesIn)
}

function keyOf(node: NewNode): string {
  if (node.kind === 'logic') return JSON.stringify([node.type, node.unit, node.over, node.logic, node.sentence])
  if (node.kind === 'aggregate') {
    const { of, where, value, groupBy, pick, drop, take, unit } = node
    return JSON.stringify([of, where, value, groupBy, pick, drop, take, unit].map((part) => part ?? null))
  }
  return node.kind === 'round' ? JSON.stringify([node.of, node.unit, node.mode]) : 'grade'
}
