/** What one fact or score brings about alone: the graph once more with it at its least, and at its greatest. */
import {
  rangeOfCondition,
  rangeOfNode,
  scopeOf,
  type FactRange,
  type NodeRange,
  type Range,
} from '@merit/engine/ranges'
import { namesIn, referencesOf, type Expr, type NodeId } from '@merit/engine/scheme'
import type { Grounds } from './grounds.js'

/** Nodes that all questions of one scheme may look at: a hostile text asks too many, and then nothing more is said. */
const mostSteps = 60_000

export interface Ends {
  /** Whether more of the sources brings it about: it holds at their greatest whatever else there is, and can fail at their least. */
  readonly rises: (condition: Expr, sources: readonly string[]) => boolean
  /** The facts and nodes that a condition rests on, values over the field as they are. */
  readonly below: (condition: Expr) => ReadonlySet<string>
}

export function endsOf(grounds: Grounds): Ends {
  let left = mostSteps
  const below = (condition: Expr): ReadonlySet<string> => {
    const found = new Set<string>()
    const open = [...namesIn(condition)]
    for (let name = open.pop(); name !== undefined && left > 0; name = open.pop()) {
      if (found.has(name)) continue
      left -= 1
      found.add(name)
      const node = grounds.ranges.node(name)?.node
      if (node !== undefined && node.kind !== 'field') open.push(...referencesOf(node))
    }
    return found
  }
  const rises = (condition: Expr, sources: readonly string[]): boolean => {
    const rests = below(condition)
    if (left <= 0 || !sources.every((name) => rests.has(name))) return false
    const nodes = [...rests].filter((name) => grounds.ranges.node(name) !== undefined).sort(byPlace)
    const at = (end: End) => rangeOfCondition(condition, scopeOf(atEnd(grounds, sources, nodes, end)))
    return !at('greatest').canBeFalse && at('least').canBeFalse
  }
  return { rises, below }
}

type End = 'least' | 'greatest'

function byPlace(a: NodeId, b: NodeId): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}

/** The ranges of nodes (in their order) where the sources stand at one end. */
function atEnd({ ranges }: Grounds, sources: readonly string[], nodes: readonly NodeId[], end: End) {
  const own = new Map<NodeId, NodeRange>()
  const table = {
    ...ranges,
    fact: (id: string): FactRange | undefined => {
      const fact = ranges.fact(id)
      return fact === undefined || !sources.includes(id) ? fact : factAt(fact, end)
    },
    node: (id: string): NodeRange | undefined => own.get(id) ?? ranges.node(id),
  }
  for (const id of nodes) {
    const known = ranges.node(id) as NodeRange
    own.set(id, sources.includes(id) ? { ...known, range: rangeAt(known.range, end) } : rangeOfNode(known.node, table))
  }
  return table
}

function factAt(fact: FactRange, end: End): FactRange {
  if (fact.kind === 'value') return { kind: 'value', range: rangeAt(fact.range, end) }
  return end === 'greatest' ? { ...fact, min: fact.max } : { ...fact, min: 0n, max: 0n }
}

function rangeAt(range: Range, end: End): Range {
  const greatest = end === 'greatest'
  if (range.kind === 'boolean') return { kind: 'boolean', canBeTrue: greatest, canBeFalse: !greatest }
  if (range.kind !== 'number') return range
  const value = greatest ? range.high : range.low
  return { kind: 'number', low: value, high: value }
}
