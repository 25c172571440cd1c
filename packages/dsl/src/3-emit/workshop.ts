/** Where terms and quantities become nodes. */
import type { AggregateNode, Expr, NodeId, RoundingMode, SentenceIndex } from '@merit/engine/scheme'
import type { Graph } from './graph.js'
import type { Quantity } from './quantity.js'
import { isAtom, namesIn, product, toExpr, toNumber, variable, type Term, type Variable } from './term.js'

export interface Workshop {
  readonly graph: Graph
  /**
   * The condition as something that may be said twice: a node of its own where it is more than a name. A condition on the kind of unit stays
   * in sight, so that units of one kind need nothing of what is computed for another.
   */
  readonly said: (condition: Term) => Term
  /** A node with the quantity's value: the one that it already is, unless a sentence wants it as its own. */
  readonly number: (quantity: Quantity, sentence?: SentenceIndex) => NodeId
  /** The quantity as a node that no other sentence has. */
  readonly result: (quantity: Quantity, sentence?: SentenceIndex) => Quantity
  /** The same for a score: the node that it already is, where nothing else can be that node. */
  readonly score: (quantity: Quantity, sentence: SentenceIndex) => Quantity
  /** The total as a node that is no other score and says no other sentence; kinds may share it. */
  readonly total: (quantity: Quantity, sentence?: SentenceIndex) => Quantity
  /** The node is at least 1 whatever a unit reports. */
  readonly neverZero: (node: NodeId) => boolean
}

/** `onUnsafe` is told of the sentence (if known) in which a number has more digits than a compiled scheme can hold. */
export function newWorkshop(graph: Graph, onUnsafe: (sentence: SentenceIndex | undefined) => void): Workshop {
  const expr = (term: Term, sentence?: SentenceIndex): Expr => toExpr(term, () => onUnsafe(sentence))

  const number = (quantity: Quantity, sentence?: SentenceIndex): NodeId => {
    const found = nodeOf(graph, quantity)
    if (found !== undefined) return found
    const over = denominatorOf(graph, quantity.over)
    return graph.add({
      kind: 'logic',
      type: 'number',
      unit: toNumber(quantity.unit, () => onUnsafe(sentence)) || 1,
      ...(over === undefined ? {} : { over }),
      logic: expr(quantity.num, sentence),
      ...(sentence === undefined ? {} : { sentence }),
    })
  }
  const result = (quantity: Quantity, sentence?: SentenceIndex, apart = true): Quantity => {
    const over = denominatorOf(graph, quantity.over)
    const id = graph.add(
      {
        kind: 'logic',
        type: 'number',
        unit: toNumber(quantity.unit, () => onUnsafe(sentence)) || 1,
        ...(over === undefined ? {} : { over }),
        logic: expr(quantity.num, sentence),
        ...(sentence === undefined ? {} : { sentence }),
      },
      apart,
    )
    return { ...quantity, num: variable(id) }
  }
  const scores = new Set<NodeId>()
  const score = (quantity: Quantity, sentence: SentenceIndex): Quantity => {
    const before = nodeOf(graph, quantity)
    const isOwn = before !== undefined && !scores.has(before) && saysIt(graph, before, sentence)
    const own = isOwn ? quantity : result(quantity, sentence)
    scores.add((own.num as Variable).var)
    return own
  }
  const total = (quantity: Quantity, sentence?: SentenceIndex): Quantity => {
    const before = nodeOf(graph, quantity)
    const isOwn = before !== undefined && !scores.has(before) && saysIt(graph, before, sentence)
    return isOwn ? quantity : result(quantity, sentence, false)
  }
  const said = (condition: Term): Term =>
    isAtom(condition) || isOfKind(condition)
      ? condition
      : variable(graph.add({ kind: 'logic', type: 'boolean', logic: expr(condition) }))
  const neverZero = (node: NodeId): boolean => {
    const { range } = graph.range(node)
    return range.kind === 'number' && range.low >= 1n
  }
  return { graph, said, number, result, score, total, neverZero }
}

function isOfKind(condition: Term): boolean {
  return namesIn(condition).every((name) => name === 'kind')
}

/** The quantity as a node. */
export function held(workshop: Workshop, quantity: Quantity, sentence?: SentenceIndex): Quantity {
  if (typeof quantity.num === 'bigint' && quantity.over.length === 0) return quantity
  return { ...quantity, num: variable(workshop.number(quantity, sentence)) }
}

/** The quantity as something that may be said twice. */
export function shared(workshop: Workshop, quantity: Quantity): Quantity {
  return isAtom(quantity.num) ? quantity : held(workshop, quantity)
}

/** The condition as a node with its sentence. */
export function conditionNode(workshop: Workshop, condition: Term, sentence?: SentenceIndex): NodeId {
  return workshop.graph.add({
    kind: 'logic',
    type: 'boolean',
    logic: toExpr(condition, () => undefined),
    ...(sentence === undefined ? {} : { sentence }),
  })
}

/**
 * A node that says whether something is looked at at all: facts that stand only behind it are needed only where it holds. It holds
 * only where the gate around it does, and no other node is taken for it.
 */
export function gateNode(
  workshop: Workshop,
  condition: Term,
  around: NodeId | undefined,
  sentence?: SentenceIndex,
): NodeId {
  const own = toExpr(condition, () => undefined)
  const logic: Expr = around === undefined ? own : { if: [{ var: around }, own, false] }
  const node = { kind: 'logic', type: 'boolean', logic, ...(sentence === undefined ? {} : { sentence }) } as const
  return workshop.graph.add(node, true)
}

/** The quantity rounded to `decimals`; itself where it never has more. */
export function rounded(
  workshop: Workshop,
  quantity: Quantity,
  rounding: { readonly decimals: number; readonly mode: RoundingMode; readonly sentence?: SentenceIndex },
  sentence?: SentenceIndex,
): Quantity {
  const grid = 10n ** BigInt(rounding.decimals)
  if (quantity.over.length === 0 && grid % quantity.unit === 0n) return quantity
  const of = workshop.number(quantity, sentence)
  return { ...roundedNode(workshop, of, grid, rounding.mode, rounding.sentence), requires: quantity.requires }
}

/** How many whole times `by` goes into the quantity. */
export function wholeTimes(workshop: Workshop, quantity: Quantity): Quantity {
  if (quantity.over.length === 0 && quantity.unit === 1n) return quantity
  const node = roundedNode(workshop, workshop.number(quantity), 1n, 'down')
  return { ...node, requires: quantity.requires }
}

function roundedNode(
  workshop: Workshop,
  of: NodeId,
  unit: bigint,
  mode: RoundingMode,
  sentence?: SentenceIndex,
): Quantity {
  const id = workshop.graph.add({
    kind: 'round',
    of,
    unit: Number(unit),
    mode,
    ...(sentence === undefined ? {} : { sentence }),
  })
  return { num: variable(id), unit, over: [], requires: [] }
}

/** What is done with the elements of a list; `value` is an integer at `unit`. */
export interface Aggregation extends Pick<AggregateNode, 'of' | 'pick' | 'drop' | 'take'> {
  readonly where?: Term
  readonly value: Term
  readonly groupBy?: Term
  readonly unit: bigint
}

export function aggregated(workshop: Workshop, what: Aggregation, onUnsafe: () => void): Quantity {
  const where = what.where === undefined || what.where === true ? undefined : toExpr(what.where, onUnsafe)
  const id = workshop.graph.add({
    kind: 'aggregate',
    of: what.of,
    ...(where === undefined ? {} : { where }),
    value: toExpr(what.value, onUnsafe),
    ...(what.groupBy === undefined ? {} : { groupBy: toExpr(what.groupBy, onUnsafe), pick: what.pick ?? 'max' }),
    ...(what.drop === undefined ? {} : { drop: what.drop }),
    take: what.take,
    unit: toNumber(what.unit, onUnsafe) || 1,
  })
  return { num: variable(id), unit: what.unit, over: [], requires: [] }
}

/** Inside a condition or table over the elements of a list: everything is said in place, since no node can stand for an element. */
export function elementWorkshop(outside: Workshop, onNode: () => void): Workshop {
  const number = (): NodeId => {
    onNode()
    return outside.graph.add({ kind: 'logic', type: 'number', unit: 1, logic: 1 })
  }
  return { ...outside, said: (condition) => condition, number }
}

/** Whether a node, or what it rounds, is the sentence's own. */
function saysIt(graph: Graph, id: NodeId, sentence: SentenceIndex | undefined): boolean {
  const { node } = graph.range(id)
  if (node.kind === 'round') return saysIt(graph, node.of, sentence)
  return node.kind === 'logic' && node.sentence === sentence
}

/** The node that the quantity already is. */
function nodeOf(graph: Graph, { num, unit, over }: Quantity): NodeId | undefined {
  if (typeof num !== 'object' || !('var' in num) || !num.var.startsWith('n')) return undefined
  const { node } = graph.range(num.var)
  if (node.kind === 'grade' || BigInt(node.unit ?? 1) !== unit) return undefined
  const own = node.kind === 'logic' ? node.over : undefined
  return own === denominatorOf(graph, over) ? num.var : undefined
}

/** One node for a denominator of several. */
function denominatorOf(graph: Graph, over: readonly NodeId[]): NodeId | undefined {
  const [first] = over
  if (over.length <= 1) return first
  const logic = toExpr(product(over.map(variable)), () => undefined)
  return graph.add({ kind: 'logic', type: 'number', unit: 1, logic })
}
