/**
 * What follows for the names of a condition where it holds, or fails: `“F”超过 5` leaves "F" from 6 up. Sound: what cannot be made use of is
 * passed over, so that `undefined` always means that the condition cannot come out so.
 */
import { rangeOfCondition, rangeOfExpression, type Range } from '@merit/engine/ranges'
import type { Expr } from '@merit/engine/scheme'

export type Scope = (name: string) => Range

/** What a name computes, where it is a node with an expression of its own. */
export type Logic = (name: string) => Expr | undefined

/** The scope narrowed to where `condition` comes out as `holds`; undefined where it cannot. */
export function assume(condition: Expr, holds: boolean, scope: Scope, logic: Logic): Scope | undefined {
  return narrowed(condition, holds, scope, logic, deepest)
}

/** Conditions that stand on conditions are followed so far. */
const deepest = 12

function narrowed(condition: Expr, holds: boolean, scope: Scope, logic: Logic, depth: number): Scope | undefined {
  const { canBeTrue, canBeFalse } = rangeOfCondition(condition, scope)
  if (holds ? !canBeTrue : !canBeFalse) return undefined
  if (typeof condition !== 'object' || depth === 0) return scope
  if ('var' in condition) return named(condition.var, holds, scope, logic, depth)
  if ('!' in condition) return narrowed(condition['!'][0] as Expr, !holds, scope, logic, depth - 1)
  if ('and' in condition) return joined(condition.and, holds, holds, scope, logic, depth)
  if ('or' in condition) return joined(condition.or, !holds, holds, scope, logic, depth)
  if ('if' in condition) return chosen(condition.if, holds, scope, logic, depth)
  if ('in' in condition) return listed(condition.in, holds, scope)
  return related(condition, holds, scope)
}

/** A condition that is a name: itself, and what it stands for. */
function named(name: string, holds: boolean, scope: Scope, logic: Logic, depth: number): Scope | undefined {
  const own = logic(name)
  const within = withRange(scope, name, { kind: 'boolean', canBeTrue: holds, canBeFalse: !holds })
  return own === undefined ? within : narrowed(own, holds, within, logic, depth - 1)
}

/**
 * All of them at once (near the top twice, since each may narrow what an earlier one speaks of; deeper down that would double with every
 * level); or one of them, where only one is left.
 */
function joined(
  operands: readonly Expr[],
  allAtOnce: boolean,
  holds: boolean,
  scope: Scope,
  logic: Logic,
  depth: number,
): Scope | undefined {
  if (allAtOnce) {
    const once = inTurn(operands, holds, scope, logic, depth)
    if (once === undefined || depth < deepest - 2) return once
    return inTurn(operands, holds, once, logic, depth)
  }
  const possible = operands.flatMap((operand) => narrowed(operand, holds, scope, logic, depth - 1) ?? [])
  return possible.length > 1 ? scope : possible[0]
}

function inTurn(operands: readonly Expr[], holds: boolean, scope: Scope, logic: Logic, depth: number) {
  let so: Scope | undefined = scope
  for (const operand of operands) so = so && narrowed(operand, holds, so, logic, depth - 1)
  return so
}

/** `if c then a, otherwise b` as a condition, for the one choice. */
function chosen(operands: readonly Expr[], holds: boolean, scope: Scope, logic: Logic, depth: number) {
  const [condition, then, otherwise] = operands
  if (operands.length !== 3) return scope
  const ways = [
    [true, then as Expr],
    [false, otherwise as Expr],
  ] as const
  const possible = ways.flatMap(([taken, value]) => {
    const there = narrowed(condition as Expr, taken, scope, logic, depth - 1)
    return (there && narrowed(value, holds, there, logic, depth - 1)) ?? []
  })
  return possible.length > 1 ? scope : possible[0]
}

function listed([value, options]: readonly [Expr, readonly (number | string)[]], holds: boolean, scope: Scope) {
  const numbers = options.filter((option) => typeof option === 'number').map(BigInt)
  const name = typeof value === 'object' && 'var' in value ? value.var : undefined
  if (name === undefined || numbers.length !== options.length) return scope
  const range = scope(name)
  if (range.kind !== 'number') return scope
  if (!holds) return without(name, range, numbers, scope)
  const inside = numbers.filter((number) => number >= range.low && number <= range.high).sort(byValue)
  const [low, high] = [inside[0], inside.at(-1)]
  if (low === undefined || high === undefined) return undefined
  return withRange(scope, name, { kind: 'number', low, high })
}

function byValue(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type NumberRange = Extract<Range, { kind: 'number' }>

/** The ends that are excluded go. */
function without(name: string, { low, high }: NumberRange, gone: readonly bigint[], scope: Scope): Scope | undefined {
  let [from, to] = [low, high]
  while (from <= to && gone.includes(from)) from += 1n
  while (to >= from && gone.includes(to)) to -= 1n
  return from > to ? undefined : withRange(scope, name, { kind: 'number', low: from, high: to })
}

const opposites: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

/** A comparison of a × name + b with what has no name in common: the name's ends follow. */
function related(condition: Expr, holds: boolean, scope: Scope): Scope | undefined {
  const [operator, operands] = Object.entries(condition)[0] as [string, readonly Expr[]]
  const [left, right] = operands
  const relation = holds ? operator : opposites[operator]
  if (relation === undefined || operands.length !== 2 || left === undefined || right === undefined) return scope
  const once = fromSide(relation, left, right, scope)
  return once && fromSide(turned[relation] ?? relation, right, left, once)
}

const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function fromSide(relation: string, side: Expr, other: Expr, scope: Scope): Scope | undefined {
  const line = lineOf(side)
  if (line === undefined || namesIn(other).includes(line.name)) return scope
  const range = scope(line.name)
  const limits = rangeOfExpression(other, scope).range
  if (range.kind !== 'number' || limits.kind !== 'number') return scope
  const { factor, offset } = line
  const [low, high] = [limits.low - offset, limits.high - offset]
  const rising = factor > 0n
  let [from, to] = [range.low, range.high]
  const atLeast = (bound: bigint): void => {
    if (rising) from = larger(from, upward(bound, factor))
    else to = smaller(to, downward(bound, factor))
  }
  const atMost = (bound: bigint): void => {
    if (rising) to = smaller(to, downward(bound, factor))
    else from = larger(from, upward(bound, factor))
  }
  if (relation === '===' || relation === '>=') atLeast(low)
  if (relation === '>') atLeast(low + 1n)
  if (relation === '===' || relation === '<=') atMost(high)
  if (relation === '<') atMost(high - 1n)
  if (relation === '!==' && low === high && low % factor === 0n) {
    return without(line.name, range, [low / factor], scope)
  }
  if (from > to) return undefined
  return withRange(scope, line.name, { kind: 'number', low: from, high: to })
}

interface Line {
  readonly name: string
  readonly factor: bigint
  readonly offset: bigint
}

/** a × name + b. */
function lineOf(expr: Expr): Line | undefined {
  if (typeof expr !== 'object') return undefined
  if ('var' in expr) return { name: expr.var, factor: 1n, offset: 0n }
  if ('*' in expr) return scaledLine(expr['*'])
  const sum = '+' in expr ? expr['+'] : '-' in expr && expr['-'].length === 2 ? expr['-'] : undefined
  if (sum === undefined) return undefined
  const sign = '+' in expr ? 1n : -1n
  const [first, ...others] = sum
  const constants = others.filter((term) => typeof term === 'number').map(BigInt)
  const line = first === undefined ? undefined : lineOf(first)
  if (line === undefined || constants.length !== others.length) return undefined
  return { ...line, offset: line.offset + sign * constants.reduce((a, b) => a + b, 0n) }
}

function scaledLine(factors: readonly Expr[]): Line | undefined {
  const [by, inner] = factors
  if (factors.length !== 2 || typeof by !== 'number' || by === 0 || inner === undefined) return undefined
  const line = lineOf(inner)
  return line && { name: line.name, factor: line.factor * BigInt(by), offset: line.offset * BigInt(by) }
}

/** The least whole number from `bound` ÷ `factor` up. */
function upward(bound: bigint, factor: bigint): bigint {
  const down = bound / factor
  const exact = bound % factor === 0n
  return exact || bound < 0n !== factor < 0n ? down : down + 1n
}

/** The greatest whole number up to `bound` ÷ `factor`. */
function downward(bound: bigint, factor: bigint): bigint {
  const up = bound / factor
  const exact = bound % factor === 0n
  return exact || bound < 0n === factor < 0n ? up : up - 1n
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function namesIn(expr: Expr): readonly string[] {
  if (typeof expr !== 'object') return []
  if ('var' in expr) return [expr.var]
  if ('in' in expr) return namesIn(expr.in[0])
  return (Object.values(expr)[0] as readonly Expr[]).flatMap(namesIn)
}

function withRange(scope: Scope, name: string, range: Range): Scope {
  return (other) => (other === name ? range : scope(other))
}
