/** The nodes of the graph while it grows: each gets the next id and its range, and is there once. */
import { growingRanges, mustBeBig, type NodeRange, type RangeTable } from '@merit/engine/ranges'
import {
  namesIn,
  type AggregateNode,
  type Fact,
  type FieldNode,
  type GraphNode,
  type LogicNode,
  type NodeId,
  type RoundNode,
  type SentenceIndex,
} from '@merit/engine/scheme'

/** A node before it has its id; `big` is the graph's own finding. */
export type NewNode =
  | Omit<LogicNode, 'id' | 'big'>
  | Omit<AggregateNode, 'id' | 'big'>
  | Omit<RoundNode, 'id' | 'big'>
  | Omit<FieldNode, 'id' | 'big'>
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
  /** How many values over the field stand behind each other in a node; 0 where it rests on none. */
  readonly level: (id: NodeId) => number
  readonly ranges: RangeTable
  /** More nodes were asked for than a scheme may have; later ones are not there. */
  readonly overflown: () => boolean
}

/** More than any scheme on paper needs, and little enough to be loaded in a moment. */
export const mostNodes = 200_000

/** A number that passes this on its way is refused, by whoever loads the scheme too: what squares it again and again never ends. */
const largest = 2n ** 4_000n

/** `onEndless` is told of the sentence (if known) in which a number can grow beyond all that is computed; the node is then a constant. */
export function newGraph(
  facts: readonly Fact[],
  kinds: number,
  grades: number,
  onEndless: (sentence: SentenceIndex | undefined) => void,
): Graph {
  const nodes: GraphNode[] = []
  const byKey = new Map<string, NodeId>()
  const ranges = growingRanges({ facts, kinds, grades, unreported: true })
  const late = new Set<NodeId>()
  const levels = new Map<string, number>()
  let overflown = false

  const add = (node: NewNode, apart = false): NodeId => {
    const key = apart ? undefined : keyOf(node)
    const found = key === undefined ? undefined : byKey.get(key)
    if (found !== undefined) return found
    if (nodes.length >= mostNodes) {
      overflown = true
      return nodes.find((each) => standsFor(each, node))?.id ?? 'n0'
    }
    const id = `n${nodes.length}`
    let complete = { id, ...node } as GraphNode
    let range = ranges.add(complete)
    if (range.peak > largest && complete.kind === 'logic') {
      onEndless(complete.sentence)
      complete = { id, kind: 'logic', type: complete.type, logic: complete.type === 'number' ? 1 : true }
      range = ranges.add(complete)
    }
    const names = namesOf(node)
    const level = names.reduce((most, name) => Math.max(most, levels.get(name) ?? 0), 0)
    levels.set(id, node.kind === 'field' ? level + 1 : level)
    if (node.kind === 'grade' || names.some((name) => late.has(name))) late.add(id)
    nodes.push(node.kind !== 'grade' && mustBeBig(range) ? ({ ...complete, big: true } as GraphNode) : complete)
    if (key !== undefined) byKey.set(key, id)
    return id
  }

  return {
    add,
    nodes,
    level: (id) => levels.get(id) ?? 0,
    followsGrade: (id) => late.has(id),
    range: (id) => ranges.node(id) as NodeRange,
    ranges,
    overflown: () => overflown,
  }
}

/** Something of the same kind and type, for a node that is not there. */
function standsFor(one: GraphNode, node: NewNode): boolean {
  return one.kind === node.kind && (one.kind !== 'logic' || node.kind !== 'logic' || one.type === node.type)
}

/** The facts and nodes that a node names itself. Aggregates see their elements alone. */
function namesOf(node: NewNode): readonly string[] {
  switch (node.kind) {
    case 'logic':
      return [...namesIn(node.logic), ...(node.over === undefined ? [] : [node.over])]
    case 'round':
      return [node.of]
    case 'field':
      return [node.of, node.where].filter((name) => name !== undefined)
    default:
      return []
  }
}

function keyOf(node: NewNode): string {
  if (node.kind === 'logic') return JSON.stringify([node.type, node.unit, node.over, node.logic, node.sentence])
  if (node.kind === 'aggregate') {
    const { of, where, value, groupBy, pick, drop, take, unit } = node
    return JSON.stringify([of, where, value, groupBy, pick, drop, take, unit].map((part) => part ?? null))
  }
  if (node.kind === 'field') {
    const { take, of, where, unit } = node
    return JSON.stringify(['field', take, of ?? null, where ?? null, unit])
  }
  return node.kind === 'round' ? JSON.stringify([node.of, node.unit, node.mode]) : 'grade'
}
