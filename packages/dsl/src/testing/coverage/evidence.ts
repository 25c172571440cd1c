/** What a worked example's unit came to: what coverage looks at. The engine's `ResultContext` is one. */
import type { CompiledScheme, Expr, FactId, NodeId, SentenceIndex } from '@merit/engine/scheme'
import { compare, rational, type Rational } from '../../3-emit/rational.js'
import { factsBehind, pathOf } from '../missing.js'

export interface Evidence {
  readonly kind: { readonly name: string }
  /** The node's integer or condition; undefined where it was not computed for the unit. */
  readonly value: (node: NodeId) => number | bigint | boolean | undefined
  /** The fact as read or by default; undefined where it is missing. */
  readonly fact: (fact: FactId) => { readonly value: unknown; readonly reported: boolean } | undefined
  readonly gradeSteps: readonly EvidentStep[]
  /** What each review did with the unit, after the stage as reported. */
  readonly stages?: readonly EvidentStage[]
  /** What must hold over the field of the unit's kind, and whether it did; none for a unit by itself. */
  readonly mustHold?: readonly EvidentMustHold[]
}

export interface EvidentMustHold {
  readonly sentence: SentenceIndex
  readonly holds: boolean
}

export interface EvidentStage {
  /** Null for the stage as reported. */
  readonly review: string | null
  readonly choice?: string
  readonly reviewed?: boolean
  readonly grade: string | null
}

/** A step of the fixed order that concerned the unit: of its grade, its awards, its outcomes. */
export interface EvidentStep {
  readonly step: string
  /** Left out for what no sentence says: an override. */
  readonly sentence?: SentenceIndex
  readonly outcome?: string
  readonly barredBy?: SentenceIndex
  readonly follows?: boolean
}

/**
 * The evidence of a unit that lacks facts, and was computed with something in their place: only what does not rest on them. Its grade
 * rests on all.
 */
export function withoutLacking(evidence: Evidence, lacking: readonly string[], scheme: CompiledScheme): Evidence {
  if (lacking.length === 0) return evidence
  const absent = new Set(lacking)
  const restsOnAbsent = kept((node) => [...factsBehind(node, scheme)].some((path) => absent.has(path)))
  return { ...hidden(evidence, restsOnAbsent, absent, scheme), gradeSteps: [] }
}

/** The evidence of a unit of which an example leaves facts to be at their best: what rests on nothing else shows nothing. */
export function withoutFilled(evidence: Evidence, filled: readonly string[], scheme: CompiledScheme): Evidence {
  if (filled.length === 0) return evidence
  const best = new Set(filled)
  const restsOnBestAlone = kept((node) => {
    const behind = [...factsBehind(node, scheme)]
    return behind.length > 0 && behind.every((path) => best.has(path))
  })
  return { ...evidence, ...hidden(evidence, restsOnBestAlone, best, scheme) }
}

function hidden(
  evidence: Evidence,
  isHidden: (node: NodeId) => boolean,
  paths: ReadonlySet<string>,
  { facts }: CompiledScheme,
): Pick<Evidence, 'kind' | 'value' | 'fact'> {
  const ids = new Set(facts.filter((fact) => paths.has(pathOf(fact))).map(({ id }) => id))
  return {
    kind: evidence.kind,
    value: (node) => (isHidden(node) ? undefined : evidence.value(node)),
    fact: (fact) => (ids.has(fact) ? undefined : evidence.fact(fact)),
  }
}

function kept(find: (node: NodeId) => boolean): (node: NodeId) => boolean {
  const known = new Map<NodeId, boolean>()
  return (node) => {
    const found = known.get(node) ?? find(node)
    known.set(node, found)
    return found
  }
}

/** What a number's node stands for: its integer ÷ unit ÷ over; undefined where it was not computed, or is divided by 0. */
export function numberAt(evidence: Evidence, scheme: CompiledScheme, id: NodeId): Rational | undefined {
  const node = scheme.nodes[Number(id.slice(1))]
  const value = evidence.value(id)
  if (node === undefined || node.kind === 'grade' || value === undefined) return undefined
  const over = node.kind === 'logic' && node.over !== undefined ? evidence.value(node.over) : 1
  if (over === undefined || BigInt(over) === 0n) return undefined
  return rational(BigInt(value), BigInt(node.unit ?? 1) * BigInt(over))
}

/** Whether two numbers of the unit are there and differ. */
export function differ(a: Rational | undefined, b: Rational | undefined): boolean {
  return a !== undefined && b !== undefined && compare(a, b) !== 0
}

type Read = (name: string) => unknown

/** The value of an expression of the graph: integers as bigint, conditions, text; undefined where it needs what is not there. */
export function valueOf(expr: Expr, read: Read): bigint | boolean | string | undefined {
  if (typeof expr === 'number') return BigInt(expr)
  if (typeof expr !== 'object') return expr
  if ('var' in expr) return plainValue(read(expr.var))
  if ('in' in expr) return isOneOf(valueOf(expr.in[0], read), expr.in[1])
  if ('if' in expr) return chosen(expr.if, read)
  const [operator, operands] = Object.entries(expr)[0] as [string, readonly Expr[]]
  const values = operands.map((operand) => valueOf(operand, read))
  return values.includes(undefined) ? undefined : computed(operator, values as readonly Value[])
}

type Value = bigint | boolean | string

function plainValue(value: unknown): Value | undefined {
  if (typeof value === 'number') return BigInt(value)
  return typeof value === 'bigint' || typeof value === 'boolean' || typeof value === 'string' ? value : undefined
}

function isOneOf(value: Value | undefined, options: readonly (number | string)[]): boolean | undefined {
  return value === undefined ? undefined : options.some((option) => plainValue(option) === value)
}

function chosen(operands: readonly Expr[], read: Read): Value | undefined {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const holds = valueOf(operands[at]!, read)
    if (holds === undefined) return undefined
    if (holds === true) return valueOf(operands[at + 1]!, read)
  }
  return valueOf(operands.at(-1)!, read)
}

function computed(operator: string, values: readonly Value[]): Value | undefined {
  const numbers = values.map((value) => (typeof value === 'boolean' ? BigInt(value) : value)) as readonly bigint[]
  const inTurn = (holds: (a: bigint, b: bigint) => boolean): boolean =>
    numbers.slice(1).every((right, index) => holds(numbers[index]!, right))
  switch (operator) {
    case 'and':
      return values.every((value) => value === true)
    case 'or':
      return values.includes(true)
    case '!':
      return values[0] === false
    case '===':
      return numbers[0] === numbers[1]
    case '!==':
      return numbers[0] !== numbers[1]
    case '<':
      return inTurn((a, b) => a < b)
    case '<=':
      return inTurn((a, b) => a <= b)
    case '>':
      return inTurn((a, b) => a > b)
    case '>=':
      return inTurn((a, b) => a >= b)
    case '+':
      return numbers.reduce((a, b) => a + b, 0n)
    case '*':
      return numbers.reduce((a, b) => a * b, 1n)
    case '-':
      return numbers.length === 1 ? -numbers[0]! : numbers[0]! - numbers[1]!
    case 'min':
      return numbers.reduce((a, b) => (b < a ? b : a))
    case 'max':
      return numbers.reduce((a, b) => (b > a ? b : a))
    default:
      return undefined
  }
}
