import type { Assessor } from '../assess/assessor.js'
import { computeFully } from '../assess/context.js'
import { bigAt } from '../assess/state.js'
import { indexOf } from '../load/graph.js'
import {
  rangeOfFact,
  rangeOfNode,
  valueOfRange,
  type FactRange,
  type NodeRange,
  type Range,
  type RangeTable,
  type RatioInterval,
} from '../ranges/index.js'
import type { Row } from '../reading/row.js'
import type { FieldNode, GraphNode, NodeId } from '../scheme/index.js'
import { planOf, type Plan } from './plan.js'

/** How a fact is open: the unit needs it whatever else comes, or only perhaps (it then reads as 0 where it is not needed). */
export type Need = 'always' | 'perhaps'

/** The facts of a unit that are open, by their places. */
export type OpenFacts = ReadonlyMap<number, Need>

/** What the nodes of a unit can be of which some facts are open: sound, and quick to tell; not always as narrow as can be. */
export interface Given {
  readonly number: (node: NodeId) => RatioInterval
  readonly truth: (node: NodeId) => Truth
  /** The same where the unit ends with one of these grades (-1: none). */
  readonly withGrades: (grades: readonly number[]) => Pick<Given, 'truth'>
}

export interface Truth {
  readonly canBeTrue: boolean
  readonly canBeFalse: boolean
}

/**
 * Reads the row and lets the open facts be anything that they can. What no open fact has to do with is computed as for any unit; the rest
 * over intervals.
 */
export function givenOf(assessor: Assessor, row: Row, open: OpenFacts): Given {
  const plan = planOf(assessor)
  const point = pointsOf(assessor, row, plan)
  const first = evaluate(plan, point, open, plan.anyGrade)
  const sure = [...open].filter(([fact, how]) => how === 'perhaps' && isSurelyNeeded(assessor, fact, first))
  if (sure.length === 0) return asGiven(plan, point, open, first)
  const narrowed = new Map([...open, ...sure.map(([fact]) => [fact, 'always'] as const)])
  return asGiven(plan, point, narrowed, evaluate(plan, point, narrowed, plan.anyGrade))
}

type Nodes = (node: NodeId) => NodeRange

function asGiven(plan: Plan, point: Points, open: OpenFacts, nodes: Nodes): Given {
  const truthIn =
    (known: Nodes) =>
    (node: NodeId): Truth =>
      truthOf(known(node).range)
  const known = new Map<number, (node: NodeId) => Truth>()
  const withGrade = (grade: number): ((node: NodeId) => Truth) => {
    const found = known.get(grade) ?? truthIn(evaluate(plan, point, open, gradeRange([grade])))
    known.set(grade, found)
    return found
  }
  return {
    number: (node) => valueOfRange(nodes(node)),
    truth: truthIn(nodes),
    withGrades: (grades) => {
      const each = grades.map(withGrade)
      return {
        truth: (node) => {
          const found = each.map((truth) => truth(node))
          return {
            canBeTrue: found.some(({ canBeTrue }) => canBeTrue),
            canBeFalse: found.some(({ canBeFalse }) => canBeFalse),
          }
        },
      }
    },
  }
}

function isSurelyNeeded({ kind }: Assessor, fact: number, nodes: Nodes): boolean {
  const need = kind.needs.find((one) => indexOf('f', one.fact) === fact)
  return need?.onlyIfAnyOf?.some((node) => !truthOf(nodes(node).range).canBeFalse) ?? true
}

export function gradeRange(grades: readonly number[]): Range {
  return { kind: 'number', low: BigInt(Math.min(...grades)), high: BigInt(Math.max(...grades)) }
}

function truthOf(range: Range): Truth {
  if (range.kind === 'boolean') return range
  if (range.kind === 'text') return { canBeTrue: true, canBeFalse: true }
  return { canBeTrue: range.low !== 0n || range.high !== 0n, canBeFalse: range.low <= 0n && range.high >= 0n }
}

/** What a unit's facts and nodes are where nothing is open. */
interface Points {
  readonly fact: (index: number) => FactRange
  readonly node: (index: number) => NodeRange
}

function pointsOf(assessor: Assessor, row: Row, { nodes }: Plan): Points {
  const { scheme, lowering } = assessor
  const { facts } = scheme
  const state = computeFully(assessor, row)
  const slots = state.slots.slice(0, facts.length + nodes.length)
  const bigs = [...state.bigs]
  const whole = (id: NodeId): bigint =>
    bigAt({ slots, bigs, lists: [] }, { slot: lowering.slotOf(id), isBig: lowering.isBig(id) })
  return {
    fact: (index) => factPoint(facts[index]!, slots[index]!, scheme.grades.length),
    node: (index) => nodePoint(nodes[index]!, whole),
  }
}

function factPoint(fact: Plan['facts'][number], value: number, grades: number): FactRange {
  const { kind } = fact.type
  if (kind === 'many' || kind === 'records' || kind === 'text') return rangeOfFact(fact, grades, true)
  const range: Range =
    kind === 'yes-no'
      ? { kind: 'boolean', canBeTrue: value !== 0, canBeFalse: value === 0 }
      : { kind: 'number', low: BigInt(value), high: BigInt(value) }
  return { kind: 'value', range }
}

function nodePoint(node: GraphNode, whole: (id: NodeId) => bigint): NodeRange {
  const value = whole(node.id)
  if (node.kind === 'logic' && node.type === 'boolean') {
    return { node, range: { kind: 'boolean', canBeTrue: value !== 0n, canBeFalse: value === 0n }, peak: 1n }
  }
  const range: Range = { kind: 'number', low: value, high: value }
  const peak = value < 0n ? -value : value
  if (node.kind !== 'logic' || node.over === undefined) return { node, range, peak }
  const over = whole(node.over)
  const quotient =
    over > 0n ? { num: value, den: over } : over < 0n ? { num: -value, den: -over } : { num: 0n, den: 1n }
  return { node, range, peak, quotient: { low: quotient, high: quotient } }
}

/** The most that may be looked up for one unit, for each node: a graph made to be hard has whole ranges instead. */
const stepsPerNode = 200000

function evaluate(plan: Plan, point: Points, open: OpenFacts, grade: Range): Nodes {
  const known = new Map<NodeId, NodeRange>()
  const facts = new Map<string, FactRange>()
  const moving = plan.movedBy(open.keys())
  let steps = stepsPerNode * (moving.length + 10)
  const fact = (id: string): FactRange | undefined => {
    steps -= 1
    const so = facts.get(id)
    const index = indexOf('f', id)
    if (so !== undefined || index === undefined) return so
    const how = open.get(index)
    const found = how === undefined ? point.fact(index) : plan.factRange(index, how)
    facts.set(id, found)
    return found
  }
  const node = (id: string): NodeRange | undefined => {
    steps -= 1
    if (steps < 0) throw new OutOfSteps()
    const so = known.get(id)
    const index = indexOf('n', id)
    if (so !== undefined || index === undefined) return so
    const found = point.node(index)
    known.set(id, found)
    return found
  }
  const table: RangeTable = { fact, node, kinds: plan.kinds, grades: plan.grades }
  for (const index of moving) {
    const { id } = plan.nodes[index]!
    known.set(id, rangeWithin(plan, index, table, grade))
  }
  return (id) => {
    steps = stepsPerNode
    return node(id)!
  }
}

/** Of the other units nothing is known here: what they give is anything that units can give, whatever this one is. */
function overField({ id, unit }: FieldNode, whole: NodeRange): NodeRange {
  return { ...whole, node: { id, kind: 'logic', type: 'number', unit, logic: 0 } }
}

class OutOfSteps extends Error {}

function rangeWithin(plan: Plan, index: number, table: RangeTable, grade: Range): NodeRange {
  const node = plan.nodes[index]!
  if (node.kind === 'grade') return { node, range: grade, peak: BigInt(plan.grades) }
  if (node.kind === 'field') return overField(node, plan.whole(index))
  try {
    return rangeOfNode(plan.simple(index), table)
  } catch (error) {
    if (error instanceof OutOfSteps) return plan.whole(index)
    throw error
  }
}
