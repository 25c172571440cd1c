/** What is known of a graph so far. */
import type { FactId, GraphNode, NodeId } from '../scheme/index.js'
import { numberRange, type Range, type Scope } from './expression.js'
import type { FactRange } from './fact.js'
import { interval, type Interval, type RatioInterval } from './interval.js'

export interface NodeRange {
  readonly node: GraphNode
  /** What the node's integer (or condition) can be. */
  readonly range: Range
  /** For a node over another: what node ÷ over can be, where over is at least 1. Still to be divided by the node's unit. */
  readonly quotient?: RatioInterval
  /** For a value over the field: what each unit's own value can be. */
  readonly each?: Interval
  /** The greatest distance from 0 that a step of computing it can reach. */
  readonly peak: bigint
}

/** What a graph knows of its facts and of the nodes so far. */
export interface RangeTable {
  readonly fact: (id: FactId) => FactRange | undefined
  readonly node: (id: NodeId) => NodeRange | undefined
  readonly kinds: number
  /** The kind of the unit, where that is settled. */
  readonly kind?: number
  readonly grades: number
}

/** Facts and earlier nodes by name, for expressions outside aggregates. */
export function scopeOf(table: RangeTable): Scope {
  return (name) => {
    if (name === 'kind') return kindRange(table)
    const node = table.node(name)
    if (node !== undefined) return node.range
    const fact = table.fact(name)
    if (fact?.kind === 'value') return fact.range
    throw new TypeError(`"${name}" is not a value here`)
  }
}

function kindRange({ kind, kinds }: RangeTable): Range {
  const [first, last] = kind === undefined ? [0, Math.max(0, kinds - 1)] : [kind, kind]
  return numberRange(interval(BigInt(first), BigInt(last)))
}

/** Fields of the element as `e0`, `e1`, …; anything else as outside. */
export function elementScope(elements: readonly Range[], outside: Scope): Scope {
  const fields = new Map(elements.map((range, index) => [`e${index}`, range]))
  return (name) => fields.get(name) ?? outside(name)
}
