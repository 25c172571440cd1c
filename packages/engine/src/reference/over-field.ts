import type { CompiledScheme, Expr, FieldNode, GraphNode, NodeId } from '../scheme/index.js'
import { compare, fraction, times, type Fraction } from './fraction.js'
import type { OverField } from './nodes.js'
import type { Assessed } from './unit.js'

/**
 * How many values over the field stand behind each other in a node: 0 where it rests on none. A unit counts in a value of level n where
 * it is complete by all that rests on lower levels: what rests on the value itself is not known yet.
 */
export function levelsOf({ nodes }: CompiledScheme): ReadonlyMap<NodeId, number> {
  const levels = new Map<NodeId, number>()
  for (const node of nodes) {
    const behind = Math.max(0, ...namesOf(node).map((name) => levels.get(name) ?? 0))
    levels.set(node.id, node.kind === 'field' ? behind + 1 : behind)
  }
  return levels
}

/** The nodes that rest on the given one, itself included. */
export function restingOn({ nodes }: CompiledScheme, id: NodeId | undefined): ReadonlySet<NodeId> {
  const found = new Set<string>(id === undefined ? [] : [id])
  for (const node of nodes) if (namesOf(node).some((name) => found.has(name))) found.add(node.id)
  return found
}

/** The nodes that the given ones rest on for units of a kind, themselves included. */
export function behind({ nodes }: CompiledScheme, ids: readonly NodeId[], kind: number): ReadonlySet<NodeId> {
  const found = new Set<string>(ids)
  for (const node of [...nodes].reverse()) {
    if (found.has(node.id)) for (const name of namesOf(node, kind)) found.add(name)
  }
  return found
}

function namesOf(node: GraphNode, kind?: number): readonly string[] {
  switch (node.kind) {
    case 'logic':
      return [...namesIn(node.logic, kind), ...(node.over === undefined ? [] : [node.over])]
    case 'aggregate':
      return [node.value, node.where ?? true, node.groupBy ?? true].flatMap((expr) => namesIn(expr, kind))
    case 'round':
      return [node.of]
    case 'field':
      return [node.of, node.where].filter((name) => name !== undefined)
    case 'grade':
      return []
  }
}

/** The names that matter for units of a kind: what a condition on the kind rules out does not. */
function namesIn(expr: Expr, kind?: number): readonly string[] {
  if (typeof expr !== 'object' || certain(expr, kind) !== undefined) return []
  if ('var' in expr) return [expr.var]
  if ('in' in expr) return namesIn(expr.in[0], kind)
  const operands = Object.values(expr)[0] as readonly Expr[]
  if (!('if' in expr)) return operands.flatMap((operand) => namesIn(operand, kind))
  const [condition, value, ...rest] = operands as readonly [Expr, Expr?, ...Expr[]]
  if (value === undefined) return namesIn(condition, kind)
  const holds = certain(condition, kind)
  return [
    ...namesIn(condition, kind),
    ...(holds === false ? [] : namesIn(value, kind)),
    ...(holds === true ? [] : namesIn({ if: rest }, kind)),
  ]
}

/** What a condition comes to for every unit of the kind; undefined where that is not certain. */
function certain(expr: Expr, kind: number | undefined): boolean | undefined {
  if (typeof expr === 'boolean') return expr
  if (typeof expr !== 'object' || kind === undefined) return undefined
  if ('in' in expr) return isKind(expr.in[0]) ? expr.in[1].includes(kind) : undefined
  if ('===' in expr) return isKind(expr['==='][0]) ? expr['==='][1] === kind : undefined
  if ('!==' in expr) return isKind(expr['!=='][0]) ? expr['!=='][1] !== kind : undefined
  const operands = Object.values(expr)[0] as readonly Expr[] | string
  const all = typeof operands === 'string' ? [] : operands.map((operand) => certain(operand, kind))
  if ('!' in expr) return all[0] === undefined ? undefined : !all[0]
  if ('and' in expr) return all.includes(false) ? false : all.includes(undefined) ? undefined : true
  if ('or' in expr) return all.includes(true) ? true : all.includes(undefined) ? undefined : false
  return undefined
}

function isKind(expr: Expr | undefined): boolean {
  return typeof expr === 'object' && 'var' in expr && expr.var === 'kind'
}

/** The value of one node over the units that count, as the unit `own` reads it. */
export function fieldValue(
  node: FieldNode,
  counting: readonly Assessed[],
  own: Assessed,
  scheme: CompiledScheme,
): bigint {
  const { take, of, where } = node
  const meeting = counting.filter(({ values }) => where === undefined || values.holds(where))
  if (take === 'count' || of === undefined) return BigInt(meeting.length)
  const defined = meeting.filter(({ values }) => values.defined(of)).map(({ values }) => values.number(of))
  const inOrder = [...defined].sort(compare)
  const unit = fraction(unitOf(scheme, of))
  switch (take) {
    case 'sum':
      return meeting.reduce((sum, { values }) => sum + BigInt(values.value(of)), 0n)
    case 'max':
      return inUnits(inOrder.at(-1), unit).num
    case 'min':
      return inUnits(inOrder[0], unit).num
    case 'max-over':
      return inUnits(inOrder.at(-1), unit).den
    case 'min-over':
      return inUnits(inOrder[0], unit).den
    case 'rank-down':
    case 'rank-up': {
      const sign = take === 'rank-down' ? 1 : -1
      if (!own.values.defined(of)) return BigInt(defined.length + 1)
      const value = own.values.number(of)
      return BigInt(1 + defined.filter((other) => compare(other, value) * sign > 0).length)
    }
  }
}

/** How many 1/`unit` the value is, in lowest terms. */
function inUnits(value: Fraction | undefined, unit: Fraction): Fraction {
  return value === undefined ? fraction(0n) : times(value, unit)
}

function unitOf({ nodes }: CompiledScheme, id: NodeId): bigint {
  const node = nodes.find((each) => each.id === id)
  return BigInt(node === undefined || node.kind === 'grade' ? 1 : (node.unit ?? 1))
}

/** What a unit reads of the values that are known so far, by their ids and its name. */
export function readingOf(known: ReadonlyMap<NodeId, bigint>): OverField {
  return ({ id }) => known.get(id) ?? 0n
}
