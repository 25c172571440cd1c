import { aggregateOf } from '../assess/aggregate.js'
import { bigIntegers, doubles, readerOf, type Arithmetic, type Read } from '../assess/closure.js'
import type { Program } from '../assess/program.js'
import { roundingOf, roundStep, type Rounded } from '../assess/round.js'
import { listPlaces } from '../reading/lists.js'
import { bigAt, setBig, type Operand, type Step } from '../assess/state.js'
import {
  inputsOf,
  levelsOf,
  namesIn,
  type AggregateNode,
  type CompiledScheme,
  type Expr,
  type FieldNode,
  type GraphNode,
  type LogicNode,
  type NodeId,
  type RoundNode,
} from '../scheme/index.js'
import { elementTypes, indexOf } from './graph.js'
import { newAssembler, type Assembly } from './assembler.js'
import { boundsOf, boundsOfFact, truth, unbounded, valueIn, type Linear } from './linear.js'
import { simplified } from './simplify.js'

/** The programs of one kind, over the same slots. */
export interface Lowering {
  /** Instructions that compute the given nodes and all that they need, in order. */
  readonly program: (roots: Iterable<NodeId>) => Program
  /** The slot of a node that some program computes. */
  readonly slotOf: (node: NodeId) => number
  /** The expression of a node, as it is for units of the kind. */
  readonly logicOf: (node: LogicNode) => Expr
  /** Computes a node apart from any program, once what it rests on is in its slots; undefined for what the cohort knows. */
  readonly stepOf: (node: NodeId) => Step | undefined
  /** The slots that such a step reads, besides lists. */
  readonly slotsRead: (node: NodeId) => readonly number[]
  readonly isBig: (node: NodeId) => boolean
  /** Whether a program of these roots computes the node. */
  readonly reached: (roots: Iterable<NodeId>) => ReadonlySet<NodeId>
  /** The values over the field that the roots rest on, through others too; in the order of the nodes. */
  readonly fieldsBehind: (roots: Iterable<NodeId>) => readonly FieldNode[]
  /** As `levelsOf` says. */
  readonly levelOf: (node: NodeId) => number
  /** Slots with constants in them. Ask for it after the last program. */
  readonly newSlots: () => Float64Array
}

/** Lowers the graph for units of one kind. Slots: facts in their order, nodes in theirs, then constants and intermediate values. */
export function lowering(scheme: CompiledScheme, kind: number): Lowering {
  const { facts, nodes, grades } = scheme
  const assembler = newAssembler(facts.length + nodes.length)
  const lists = listPlaces(facts)
  const logics = new Map<NodeId, Expr>()
  const names = new Map<NodeId, readonly string[]>()

  const nodeAt = (id: NodeId): GraphNode => nodes[indexOf('n', id)!]!
  const ownSlot = (id: NodeId): number => facts.length + indexOf('n', id)!
  const slots = new Map<NodeId, number>()
  /** Where a node only repeats a fact or another node, that one's slot is its slot. */
  const slotOf = (id: NodeId): number => {
    const known = slots.get(id)
    if (known !== undefined) return known
    const name = repeated(nodeAt(id))
    const slot = name === undefined ? ownSlot(id) : slotOfName(name)
    slots.set(id, slot)
    return slot
  }
  const isBig = (id: NodeId): boolean => (nodeAt(id) as { readonly big?: true }).big === true
  const operand = (id: NodeId): Operand => ({ slot: slotOf(id), isBig: isBig(id) })
  const logicOf = (node: LogicNode): Expr => {
    const known = logics.get(node.id)
    if (known !== undefined) return known
    const inLogic = namesIn(node.logic)
    const logic = inLogic.includes('kind') ? simplified(node.logic, kind) : node.logic
    logics.set(node.id, logic)
    if (logic === node.logic && node.over === undefined) names.set(node.id, inLogic)
    return logic
  }
  const slotOfName = (name: string): number => (name.startsWith('f') ? indexOf('f', name)! : slotOf(name))

  function reached(roots: Iterable<NodeId>): ReadonlySet<NodeId> {
    const found = new Set<NodeId>()
    const open = [...roots]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue
      found.add(id)
      for (const name of namesOf(nodeAt(id))) if (name.startsWith('n')) open.push(name)
    }
    return found
  }

  function namesOf(node: GraphNode): readonly string[] {
    const known = names.get(node.id) ?? namesInNode(node)
    names.set(node.id, known)
    return known
  }

  function namesInNode(node: GraphNode): readonly string[] {
    switch (node.kind) {
      case 'logic': {
        const logic = logicOf(node)
        const inLogic = names.get(node.id) ?? namesIn(logic)
        return node.over === undefined ? inLogic : [...inLogic, node.over]
      }
      case 'aggregate':
        return [node.value, node.where, node.groupBy].flatMap((expr) => (expr === undefined ? [] : namesIn(expr)))
      case 'round':
        return [node.of]
      case 'grade':
      case 'field':
        return []
    }
  }

  const levels = levelsOf(nodes)
  const hasFields = nodes.some((node) => node.kind === 'field')

  function fieldsBehind(roots: Iterable<NodeId>): readonly FieldNode[] {
    if (!hasFields) return []
    const found = new Set<NodeId>()
    const open = [...roots]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue
      found.add(id)
      const node = nodeAt(id)
      for (const name of [...namesOf(node), ...inputsOf(node)]) if (name.startsWith('n')) open.push(name)
    }
    return nodes.filter((node) => node.kind === 'field' && found.has(node.id)) as readonly FieldNode[]
  }

  function program(roots: Iterable<NodeId>): Program {
    const wantedNodes = [...roots]
    // Sorted as a typed array, which is quick; made by lists, which typed arrays are slow at.
    const order = new Int32Array([...reached(wantedNodes)].map((id) => indexOf('n', id)!)).sort()
    const own = [...order].map((index) => nodes[index]!)
    const wanted = new Set(wantedNodes.map(slotOf))
    for (const node of own) {
      if (node.kind === 'logic' && node.over !== undefined) wanted.add(slotOf(node.over))
      if (takesStep(node)) for (const slot of slotsRead(node)) wanted.add(slot)
    }
    const uses = usesOf(own)
    const values = new Map<NodeId, Linear>()
    const valueOf = (name: string): Linear =>
      name.startsWith('f')
        ? valueIn(indexOf('f', name)!, boundsOfFact(facts[indexOf('f', name)!]!, grades.length))
        : values.get(name)!
    const assembly = assembler.assembly(valueOf)
    for (const node of own) {
      const value = lower(node, assembly, valueOf)
      // What is looked at must stand in its slot; what several nodes rest on, or is long, is not added up for each that rests on it.
      const isShared = value.terms.length > (uses.get(node.id)! > 1 ? 2 : longestSum)
      const slot = slotOf(node.id)
      if ((wanted.has(slot) && repeated(node) === undefined) || isShared) assembly.placed(value, slot)
      values.set(node.id, isShared ? valueIn(slot, boundsOf(value)) : value)
    }
    return assembly.finished(wanted)
  }

  /** How many of the nodes name each node. */
  function usesOf(list: readonly GraphNode[]): ReadonlyMap<NodeId, number> {
    const uses = new Map(list.map(({ id }) => [id, 0]))
    for (const node of list) for (const name of namesOf(node)) uses.set(name, (uses.get(name) ?? 0) + 1)
    return uses
  }

  function lower(node: GraphNode, assembly: Assembly, valueOf: (name: string) => Linear): Linear {
    const to = ownSlot(node.id)
    const same = repeated(node)
    if (same !== undefined) return valueOf(same)
    const step = takesStep(node) ? stepOf(node) : undefined
    if (step !== undefined) assembly.step(step, slotsRead(node), to)
    else if (node.kind === 'logic') return assembly.compute(logicOf(node), to)
    else if (node.kind === 'round') return assembly.round(roundingOf(node, roundedBy(node).unit), valueOf(node.of), to)
    return valueIn(to, isTruth(node.id) ? truth : unbounded)
  }

  function stepOf(node: GraphNode): Step | undefined {
    const to = ownSlot(node.id)
    switch (node.kind) {
      case 'logic':
        return node.big === true ? bigStep(node, logicOf(node), to) : logicStep(node, to)
      case 'aggregate':
        return node.big === true ? bigAggregateStep(node, to) : aggregateStep(node, to)
      case 'round':
        return roundStep(node, roundedBy(node), to)
      case 'grade':
      case 'field':
        return undefined
    }
  }

  /** Whether the node takes more than instructions. */
  function takesStep(node: GraphNode): boolean {
    if (node.kind === 'logic') return node.big === true
    if (node.kind !== 'round') return node.kind === 'aggregate'
    const { isBig: ofBig, over } = roundedBy(node)
    return node.big === true || ofBig || over !== undefined
  }

  /** What a round node rounds. */
  function roundedBy(node: RoundNode): Rounded {
    const of = nodeAt(node.of)
    const over = of.kind === 'logic' && of.over !== undefined ? operand(of.over) : undefined
    return { ...operand(node.of), unit: of.kind === 'grade' ? 1 : (of.unit ?? 1), over }
  }

  function slotsRead(node: GraphNode): readonly number[] {
    const over = node.kind === 'round' ? roundedBy(node).over : undefined
    const slots = namesOf(node).flatMap((name) => (/^[fn]/.test(name) ? [slotOfName(name)] : []))
    return over === undefined ? slots : [...slots, over.slot]
  }

  /** The fact or node whose value the node has, as it is or as 1 and 0. */
  function repeated(node: GraphNode): string | undefined {
    if (node.kind !== 'logic' || node.big === true) return undefined
    const logic = logicOf(node)
    const value = typeof logic === 'object' && 'if' in logic && isOneOrNothing(logic.if) ? logic.if[0]! : logic
    return typeof value === 'object' && 'var' in value && value.var !== 'kind' ? value.var : undefined
  }

  /** A node in big integers. */
  function bigStep(node: LogicNode, logic: Expr, to: number): Step {
    const read = readerOf(logic, bigIntegers, (name) => bigVariable(name, []))
    if (node.type === 'number') return (state) => setBig(state, to, read(0, state) as bigint)
    return (state) => {
      state.slots[to] = read(0, state) === true ? 1 : 0
    }
  }

  function logicStep(node: LogicNode, to: number): Step {
    const read = readerOf(logicOf(node), doubles, (name) => variable(name, []))
    return (state) => {
      state.slots[to] = Number(read(0, state))
    }
  }

  function bigVariable(name: string, fields: readonly Field[]): Read<bigint | boolean | string> {
    if (name === 'kind') return () => BigInt(kind)
    const field = fields[indexOf('e', name) ?? -1]
    if (field !== undefined) return (element) => bigOf(field(element))
    if (isTruth(name)) return (_, { slots }) => slots[slotOfName(name)] !== 0
    const at = name.startsWith('n') ? operand(name) : { slot: slotOfName(name), isBig: false }
    return (_, state) => bigAt(state, at)
  }

  function variable(name: string, fields: readonly Field[]): Read<number | boolean | string> {
    if (name === 'kind') return () => kind
    const field = fields[indexOf('e', name) ?? -1]
    if (field !== undefined) return field as Read<number | boolean | string>
    const slot = slotOfName(name)
    if (isTruth(name)) return (_, { slots }) => slots[slot] !== 0
    return (_, { slots }) => slots[slot]!
  }

  function isTruth(name: string): boolean {
    if (name.startsWith('f')) return facts[indexOf('f', name)!]?.type.kind === 'yes-no'
    const node = nodeAt(name)
    return node.kind === 'logic' && node.type === 'boolean'
  }

  function aggregateStep(node: AggregateNode, to: number): Step {
    const fields = fieldsOf(node)
    const take = aggregateOf(node, { ...readers(node, doubles, (name) => variable(name, fields)), one: 1 })
    const list = lists[indexOf('f', node.of)!]!
    return (state) => {
      const elements = state.lists[list]
      state.slots[to] = Array.isArray(elements) ? take(elements, state) : 0
    }
  }

  function bigAggregateStep(node: AggregateNode, to: number): Step {
    const fields = fieldsOf(node)
    const take = aggregateOf(node, { ...readers(node, bigIntegers, (name) => bigVariable(name, fields)), one: 1n })
    const list = lists[indexOf('f', node.of)!]!
    return (state) => {
      const elements = state.lists[list]
      setBig(state, to, Array.isArray(elements) ? take(elements, state) : 0n)
    }
  }

  function fieldsOf({ of }: AggregateNode): readonly Field[] {
    const type = facts[indexOf('f', of)!]?.type
    const isRecord = type?.kind === 'records'
    return elementTypes(type).map((_, index) =>
      isRecord ? (element) => (element as readonly FieldValue[])[index]! : (element) => element as FieldValue,
    )
  }

  return {
    program,
    slotOf,
    logicOf,
    stepOf: (id) => stepOf(nodeAt(id)),
    slotsRead: (id) => slotsRead(nodeAt(id)),
    isBig,
    reached,
    fieldsBehind,
    levelOf: (id) => levels.get(id) ?? 0,
    newSlots: assembler.newSlots,
  }
}

/** Sums that rest on one another would else be as long together as they are many times themselves. */
const longestSum = 256

type FieldValue = number | boolean | string
type Field = (element: unknown) => FieldValue

function bigOf(value: FieldValue): bigint | boolean | string {
  return typeof value === 'number' ? BigInt(value) : value
}

function readers<N extends number | bigint>(
  { where, value, groupBy }: AggregateNode,
  arithmetic: Arithmetic<N>,
  variable: (name: string) => Read<N | boolean | string>,
) {
  const read = (expr: Expr) => readerOf(expr, arithmetic, variable)
  return {
    where: where === undefined ? undefined : (read(where) as Read<boolean>),
    value: read(value) as Read<N>,
    groupBy: groupBy === undefined ? undefined : read(groupBy),
    zero: arithmetic.of(0),
    plus: arithmetic.plus,
    minus: arithmetic.minus,
  }
}

function isOneOrNothing([, then, otherwise, ...more]: readonly Expr[]): boolean {
  return then === 1 && otherwise === 0 && more.length === 0
}
