/**
 * The graph with some scores decided: each is its decision, and whatever rests on it follows. Integers in a graph are numbers at a unit;
 * where a decision has more decimals than its score's unit holds, the unit is made finer, and so is everything that is computed from it.
 */
import { namesIn } from './references.js'
import type { CompiledScheme, Expr, GraphNode, LogicNode, NodeId } from './types.js'

/** A decided number, `den` above 0, in lowest terms. */
export interface Decided {
  readonly num: bigint
  readonly den: bigint
}

/** The factor by which a node's integer is finer than before; 1 for conditions. Left out: the node is as it was. */
type Factors = ReadonlyMap<NodeId, bigint>

/** Throws a RangeError where a number would have more digits than an expression can hold. */
export function withDecided(scheme: CompiledScheme, decided: ReadonlyMap<NodeId, Decided>): CompiledScheme {
  const factors = new Map<NodeId, bigint>()
  const nodes = scheme.nodes.map((node): GraphNode => {
    const decision = decided.get(node.id)
    const made = decision === undefined ? follow(node, factors) : decide(node, decision, factors)
    if (made === undefined) return node
    factors.set(node.id, made.factor)
    return made.node
  })
  return withNeeds({ ...scheme, nodes })
}

interface Rewritten {
  readonly node: GraphNode
  readonly factor: bigint
}

/** The decision × the node's unit, made as fine as it must be, × what the node is over. */
function decide(node: GraphNode, { num, den }: Decided, factors: Factors): Rewritten | undefined {
  if (node.kind === 'grade' || node.kind === 'field' || (node.kind === 'logic' && node.type === 'boolean'))
    return undefined
  const unit = BigInt(node.unit ?? 1)
  const finer = den / greatestCommonDivisor(den, unit)
  const over = node.kind === 'logic' ? node.over : undefined
  const logic: LogicNode = {
    id: node.id,
    kind: 'logic',
    type: 'number',
    unit: safe(unit * finer),
    ...(over === undefined ? {} : { over }),
    logic: { '*': [safe(num), safe((unit * finer) / den), ...(over === undefined ? [] : [{ var: over }])] },
    ...(node.sentence === undefined ? {} : { sentence: node.sentence }),
    big: true,
  }
  return { node: logic, factor: finer * (factors.get(over ?? '') ?? 1n) }
}

/** A node that rests on what has been rewritten; undefined where it does not. */
function follow(node: GraphNode, factors: Factors): Rewritten | undefined {
  switch (node.kind) {
    case 'grade':
    case 'field':
      return undefined
    case 'round':
      return factors.has(node.of) ? { node: { ...node, big: true }, factor: 1n } : undefined
    case 'aggregate': {
      const { where, value } = node
      if (![value, where ?? true].some((expr) => namesOne(expr, factors))) return undefined
      const scaled = rescaled(value, factors)
      const unit = safe(BigInt(node.unit) * scaled.factor)
      const condition = where === undefined ? {} : { where: rescaled(where, factors).expr }
      return { node: { ...node, ...condition, value: scaled.expr, unit, big: true }, factor: scaled.factor }
    }
    case 'logic': {
      const over = factors.get(node.over ?? '')
      if (over === undefined && !namesOne(node.logic, factors)) return undefined
      const { expr, factor } = rescaled(node.logic, factors)
      if (node.type === 'boolean') return { node: { ...node, logic: expr, big: true }, factor: 1n }
      const unit = safe(BigInt(node.unit ?? 1) * factor)
      return { node: { ...node, unit, logic: times(expr, over ?? 1n), big: true }, factor: factor * (over ?? 1n) }
    }
  }
}

interface Scaled {
  readonly expr: Expr
  readonly factor: bigint
}

/** The expression over finer integers, and how much finer its own value is. */
function rescaled(expr: Expr, factors: Factors): Scaled {
  if (typeof expr !== 'object') return { expr, factor: 1n }
  if ('var' in expr) return { expr, factor: factors.get(expr.var) ?? 1n }
  if ('in' in expr) {
    const { expr: value, factor } = rescaled(expr.in[0], factors)
    const options = expr.in[1].map((option) => (typeof option === 'number' ? safe(BigInt(option) * factor) : option))
    return { expr: { in: [value, options] }, factor: 1n }
  }
  const [operator, operands] = Object.entries(expr)[0] as [string, readonly Expr[]]
  const parts = operands.map((operand) => rescaled(operand, factors))
  const of = (args: readonly Expr[]): Expr => ({ [operator]: args }) as unknown as Expr
  const plain = parts.map((part) => part.expr)
  switch (operator) {
    case 'and':
    case 'or':
    case '!':
      return { expr: of(plain), factor: 1n }
    case '*':
      return { expr: of(plain), factor: parts.reduce((so, { factor }) => so * factor, 1n) }
    case 'if': {
      const values = parts.filter((_, at) => isValue(at, parts.length))
      const factor = common(values)
      return {
        expr: of(parts.map((part, at) => (isValue(at, parts.length) ? finer(part, factor) : part.expr))),
        factor,
      }
    }
    default: {
      const factor = common(parts)
      const isNumber = ['+', '-', 'min', 'max'].includes(operator)
      return { expr: of(parts.map((part) => finer(part, factor))), factor: isNumber ? factor : 1n }
    }
  }
}

/** Conditions and values of an `if` take turns; the last is a value. */
function isValue(at: number, length: number): boolean {
  return at % 2 === 1 || at === length - 1
}

function common(parts: readonly Scaled[]): bigint {
  return parts.reduce((so, { factor }) => (so * factor) / greatestCommonDivisor(so, factor), 1n)
}

function finer({ expr, factor }: Scaled, to: bigint): Expr {
  return times(expr, to / factor)
}

function times(expr: Expr, by: bigint): Expr {
  return by === 1n || typeof expr === 'boolean' ? expr : { '*': [expr, safe(by)] }
}

function safe(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('a number has more digits than an expression can hold')
  return number
}

function namesOne(expr: Expr, factors: Factors): boolean {
  return namesIn(expr).some((name) => factors.has(name))
}

/** Facts on which only a decided score rested are not needed any more. */
function withNeeds(scheme: CompiledScheme): CompiledScheme {
  const { nodes, items, parts, kinds } = scheme
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const after = scheme.awards.flatMap(({ when, bars }) => [when, ...bars.map((bar) => bar.when)])
  const triggers = [...scheme.notGraded, ...scheme.makes, ...scheme.blocks, ...scheme.outcomes].map(({ when }) => when)
  const amounts = (scheme.amounts ?? []).flatMap(({ value, when }) => [value, when])
  const fields = nodes.flatMap((node) => (node.kind === 'field' ? namedBy(node) : []))
  const limits = scheme.gradeLimits.map(({ above }) => above)
  return {
    ...scheme,
    kinds: kinds.flatMap((kind) => {
      const ties = kind.grading?.ties.kind === 'by' ? kind.grading.ties.scores : []
      const scored = [...kind.items.map((item) => items[item]!), ...kind.parts.map((part) => parts[part]!)]
      const own = [kind.total, kind.bonus, kind.penalty, kind.gradable, ...ties]
      const scores = scored.flatMap(({ score, applies }) => [score, applies])
      const downgrades = scheme.downgrades.map(({ steps }) => steps)
      const reached = reachedFrom(
        [...own, ...scores, ...after, ...triggers, ...amounts, ...limits, ...downgrades, ...fields],
        byId,
      )
      return [{ ...kind, needs: kind.needs.filter(({ fact }) => reached.has(fact)) }]
    }),
  }
}

/** Scores that values over the field rest on: they are the same for all units, and as fine as the graph says. */
export function underField({ nodes }: CompiledScheme): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return reachedFrom(
    nodes.flatMap((node) => (node.kind === 'field' ? namedBy(node) : [])),
    byId,
  )
}

function reachedFrom(
  roots: readonly (string | undefined)[],
  byId: ReadonlyMap<NodeId, GraphNode>,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = roots.filter((root) => root !== undefined)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    const node = byId.get(name)
    if (node !== undefined) open.push(...namedBy(node))
  }
  return reached
}

function namedBy(node: GraphNode): readonly string[] {
  switch (node.kind) {
    case 'logic':
      return node.over === undefined ? namesIn(node.logic) : [...namesIn(node.logic), node.over]
    case 'aggregate':
      return [node.of, ...namesIn(node.value), ...(node.where === undefined ? [] : namesIn(node.where))]
    case 'round':
      return [node.of]
    case 'field':
      return [node.of, node.where].filter((name) => name !== undefined)
    case 'grade':
      return []
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
