import jsonLogic from 'json-logic-js'
import type { FactValue } from '../api.js'
import type { AggregateNode, CompiledScheme, Expr, FieldNode, GraphNode, LogicNode, NodeId } from '../scheme/index.js'
import { bigValue } from './big.js'
import { nothing, type Facts } from './facts.js'
import { fractionValue, type FractionValue } from './decided.js'
import { fraction, roundedUnits, times, type Fraction } from './fraction.js'

export type NodeValue = bigint | boolean

/** The values of a scheme's nodes for one unit. */
export interface Values {
  readonly value: (node: NodeId) => NodeValue
  readonly holds: (node: NodeId) => boolean
  /** The number that a node says. Throws a RangeError where its denominator is 0. */
  readonly number: (node: NodeId) => Fraction
  /** Whether the node's denominator is not 0. */
  readonly defined: (node: NodeId) => boolean
  /** Whether there is a score: neither the node nor what it rounds is over 0. */
  readonly isScore: (node: NodeId) => boolean
}

/** What a value over the field is for the unit; 0 as long as it is not known. */
export type OverField = (node: FieldNode) => bigint

export const noField: OverField = () => 0n

/**
 * Computes every node, one after the other. `kind` is the index of the unit's kind, `grade` what the grade node reads: an index,
 * or -1 for none (yet); `overField` what is known of all units.
 */
export function nodeValues(
  scheme: CompiledScheme,
  kind: number,
  facts: Facts,
  grade: number,
  overField: OverField = noField,
  decided: ReadonlyMap<NodeId, Fraction> = new Map(),
): Values {
  if (decided.size > 0) return valuesWith(decided, scheme, kind, facts, grade, overField)
  const values = new Map<NodeId, NodeValue>()
  const byId = new Map(scheme.nodes.map((node) => [node.id, node]))
  const data: Record<string, unknown> = Object.assign(Object.create(null), { kind })
  for (const fact of scheme.facts) data[fact.id] = facts.get(fact.id) ?? nothing(fact.type)

  const value = (id: NodeId): NodeValue => {
    const found = values.get(id)
    if (found === undefined) throw new Error(`node ${id} is not computed before it is used`)
    return found
  }
  const whole = (id: NodeId): bigint => BigInt(value(id))
  const denominator = (id: NodeId): bigint => {
    const node = byId.get(id)
    const over = node?.kind === 'logic' && node.over !== undefined ? whole(node.over) : 1n
    return BigInt(unitOf(node)) * over
  }
  const number = (id: NodeId): Fraction => fraction(whole(id), denominator(id))

  const computed = (node: GraphNode): NodeValue => {
    switch (node.kind) {
      case 'logic':
        return logicValue(node, data)
      case 'aggregate':
        return aggregateValue(node, elementsOf(scheme, node, data), data)
      case 'round':
        return denominator(node.of) === 0n ? 0n : roundedUnits(number(node.of), BigInt(node.unit), node.mode)
      case 'field':
        return overField(node)
      case 'grade':
        return BigInt(grade)
    }
  }
  for (const node of scheme.nodes) {
    const found = computed(node)
    values.set(node.id, found)
    data[node.id] = typeof found === 'bigint' && isSafe(found) ? Number(found) : found
  }
  const defined = (id: NodeId): boolean => denominator(id) !== 0n
  return { value, number, holds: (id) => Boolean(value(id)), defined, isScore: (id) => defined(rounded(byId, id)) }
}

/** The same in fractions, with decided scores in the place of those that the graph gives. */
function valuesWith(
  decided: ReadonlyMap<NodeId, Fraction>,
  scheme: CompiledScheme,
  kind: number,
  facts: Facts,
  grade: number,
  overField: OverField,
): Values {
  const values = new Map<string, FractionValue>([['kind', fraction(BigInt(kind))]])
  const data: Record<string, unknown> = Object.assign(Object.create(null), { kind })
  for (const fact of scheme.facts) {
    const value = facts.get(fact.id) ?? nothing(fact.type)
    data[fact.id] = value
    values.set(fact.id, typeof value === 'number' ? fraction(BigInt(value)) : (value as FractionValue))
  }
  const byId = new Map(scheme.nodes.map((node) => [node.id, node]))
  const at = (id: NodeId): Fraction => values.get(id) as Fraction
  const denominator = (id: NodeId): Fraction => {
    const node = byId.get(id)
    const unit = fraction(BigInt(unitOf(node)))
    return node?.kind === 'logic' && node.over !== undefined ? times(unit, at(node.over)) : unit
  }
  const number = (id: NodeId): Fraction => {
    const { num, den } = denominator(id)
    return times(at(id), fraction(den, num))
  }
  const computed = (node: GraphNode): FractionValue => {
    const decision = decided.get(node.id)
    if (decision !== undefined) return times(decision, denominator(node.id))
    switch (node.kind) {
      case 'logic':
        return fractionValue(node.logic, (name) => values.get(name))
      case 'aggregate':
        return fraction(aggregateValue(node, elementsOf(scheme, node, data), data))
      case 'round':
        if (denominator(node.of).num === 0n) return fraction(0n)
        return fraction(roundedUnits(number(node.of), BigInt(node.unit), node.mode))
      case 'field':
        return fraction(overField(node))
      case 'grade':
        return fraction(BigInt(grade))
    }
  }
  for (const node of scheme.nodes) {
    const found = computed(node)
    values.set(node.id, node.kind === 'logic' && node.type === 'boolean' ? Boolean(found) : found)
    if (typeof found === 'object' && 'den' in found) data[node.id] = Number(found.num) / Number(found.den)
    else data[node.id] = found
  }
  const value = (id: NodeId): NodeValue => {
    const found = values.get(id)
    return typeof found === 'boolean' ? found : (found as Fraction).num / (found as Fraction).den
  }
  const defined = (id: NodeId): boolean => denominator(id).num !== 0n
  return { value, number, holds: (id) => Boolean(value(id)), defined, isScore: (id) => defined(rounded(byId, id)) }
}

/** What a node rounds, or itself. */
function rounded(nodes: ReadonlyMap<NodeId, GraphNode>, id: NodeId): NodeId {
  const node = nodes.get(id)
  return node?.kind === 'round' ? node.of : id
}

function unitOf(node: GraphNode | undefined): number {
  return node === undefined || node.kind === 'grade' ? 1 : (node.unit ?? 1)
}

/**
 * Through json-logic-js, on doubles. The same in big integers must agree: where it does not, the graph promised that its integers
 * are small enough and broke the promise.
 */
function logicValue(node: LogicNode, data: object): NodeValue {
  const exact = typed(node, bigValue(node.logic, data))
  if (node.big) return exact
  const double = jsonLogic.apply(node.logic, data)
  if (node.type === 'number' && !Number.isSafeInteger(double)) throw new Error(`node ${node.id} is not a safe integer`)
  const value = typed(node, node.type === 'number' ? BigInt(double as number) : double)
  if (value !== exact) throw new Error(`node ${node.id} is ${String(value)} in doubles, ${String(exact)} exactly`)
  return value
}

function typed(node: LogicNode, value: unknown): NodeValue {
  if (node.type === 'boolean') return Array.isArray(value) ? value.length > 0 : Boolean(value)
  if (typeof value !== 'bigint') throw new Error(`node ${node.id} is not a number: ${String(value)}`)
  return value
}

type Element = Readonly<Record<string, FactValue>>

/** The elements as expressions see them: `e0` for a plain value, `e0`, `e1`, … for a record's fields. */
function elementsOf(scheme: CompiledScheme, node: AggregateNode, data: Record<string, unknown>): readonly Element[] {
  const records = scheme.facts.find((fact) => fact.id === node.of)?.type.kind === 'records'
  const list = data[node.of] as readonly FactValue[]
  return list.map((element) =>
    records
      ? Object.fromEntries((element as readonly FactValue[]).map((field, index) => [`e${index}`, field]))
      : { e0: element },
  )
}

function aggregateValue(node: AggregateNode, elements: readonly Element[], data: object): bigint {
  const read = (logic: Expr, element: Element): unknown => jsonLogic.apply(logic, { ...data, ...element })
  const big = (element: Element): bigint => {
    const value = node.big ? bigValue(node.value, { ...data, ...element }) : read(node.value, element)
    return BigInt(value as bigint | number)
  }
  const { where, groupBy } = node
  const counted = elements.filter((element) => where === undefined || Boolean(read(where, element)))
  const values =
    groupBy === undefined
      ? counted.map(big)
      : bestOfEachGroup(
          counted.map((element) => ({ group: read(groupBy, element), value: big(element) })),
          node.pick ?? 'max',
        )
  const left = node.drop === undefined ? values : withoutExtremes(values, node.drop.ifMoreThan)
  if (node.take === 'count') return BigInt(left.length)
  if (left.length === 0) return 0n
  if (node.take === 'sum') return left.reduce((a, b) => a + b)
  return left.reduce((a, b) => (node.take === 'max' ? (a > b ? a : b) : a < b ? a : b))
}

function bestOfEachGroup(
  elements: readonly { readonly group: unknown; readonly value: bigint }[],
  pick: 'max' | 'min',
): readonly bigint[] {
  const alone = elements.filter(({ group }) => group === '').map(({ value }) => value)
  const best = new Map<unknown, bigint>()
  for (const { group, value } of elements) {
    if (group === '') continue
    const so = best.get(group)
    if (so === undefined || (pick === 'max' ? value > so : value < so)) best.set(group, value)
  }
  return [...alone, ...best.values()]
}

function withoutExtremes(values: readonly bigint[], ifMoreThan: number): readonly bigint[] {
  if (values.length <= ifMoreThan || values.length < 3) return values
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted.slice(1, -1)
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
}
