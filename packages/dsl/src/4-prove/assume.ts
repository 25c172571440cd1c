/**
 * What follows for the names of a condition where it holds, or fails: `“F”超过 5` leaves "F" from 6 up. Sound: what cannot be made use of is
 * passed over, so that `undefined` always means that the condition cannot come out so.
 */
import { rangeOfCondition, rangeOfExpression, type Range } from '@merit/engine/ranges'
import { namesIn, type Expr } from '@merit/engine/scheme'

export type Scope = (name: string) => Range

/** What a name computes, where it is a node with an expression of its own. */
export type Logic = (name: string) => Expr | undefined

/** The scope narrowed to where `condition` comes out as `holds`; undefined where it cannot. */
export function assume(condition: Expr, holds: boolean, scope: Scope, logic: Logic): Scope | undefined {
  const world = worldOf(scope, new Map())
  return narrowed(condition, holds, { world, logic }, deepest) ? world.at : undefined
}

/** What is assumed so far, on top of what is known outside. */
interface World {
  readonly at: Scope
  readonly set: (name: string, range: Range) => void
  readonly copy: () => World
}

function worldOf(outside: Scope, own: Map<string, Range>): World {
  return {
    at: (name) => own.get(name) ?? outside(name),
    set: (name, range) => void own.set(name, range),
    copy: () => worldOf(outside, new Map(own)),
  }
}

/** Where conditions are narrowed: the world that they change, and what the names in it compute. */
interface Place {
  readonly world: World
  readonly logic: Logic
}

/** Conditions that stand on conditions are followed so far. */
const deepest = 12

/** Narrows the world; false where the condition cannot come out so, and then the world says nothing. */
function narrowed(condition: Expr, holds: boolean, place: Place, depth: number): boolean {
  const { canBeTrue, canBeFalse } = rangeOfCondition(condition, place.world.at)
  if (holds ? !canBeTrue : !canBeFalse) return false
  if (typeof condition !== 'object' || depth === 0) return true
  if ('var' in condition) return named(condition.var, holds, place, depth)
  if ('!' in condition) return narrowed(condition['!'][0] as Expr, !holds, place, depth - 1)
  if ('and' in condition) return joined(condition.and, holds, holds, place, depth)
  if ('or' in condition) return joined(condition.or, !holds, holds, place, depth)
  if ('if' in condition) return chosen(condition.if, holds, place, depth)
  if ('in' in condition) return listed(condition.in, holds, place.world)
  return related(condition, holds, place.world)
}

/** A condition that is a name: itself, and what it stands for. */
function named(name: string, holds: boolean, place: Place, depth: number): boolean {
  const own = place.logic(name)
  place.world.set(name, { kind: 'boolean', canBeTrue: holds, canBeFalse: !holds })
  return own === undefined || narrowed(own, holds, place, depth - 1)
}

/**
 * All of them at once (near the top twice, since each may narrow what an earlier one speaks of; deeper down that would double with every
 * level); or one of them, where only one is left.
 */
function joined(operands: readonly Expr[], allAtOnce: boolean, holds: boolean, place: Place, depth: number): boolean {
  const inTurn = (): boolean => operands.every((operand) => narrowed(operand, holds, place, depth - 1))
  if (allAtOnce) return inTurn() && (depth < deepest - 2 || inTurn())
  const possible = operands.filter((operand) => narrowed(operand, holds, apart(place), depth - 1))
  const [only] = possible
  return only !== undefined && (possible.length > 1 || narrowed(only, holds, place, depth - 1))
}

/** A place of its own: what is tried there changes nothing here. */
function apart({ world, logic }: Place): Place {
  return { world: world.copy(), logic }
}

/** `if c then a, otherwise b` as a condition, for the one choice. */
function chosen(
  [condition, then, otherwise, ...more]: readonly Expr[],
  holds: boolean,
  place: Place,
  depth: number,
): boolean {
  if (condition === undefined || then === undefined || otherwise === undefined || more.length > 0) return true
  const taking = (taken: boolean, there: Place): boolean =>
    narrowed(condition, taken, there, depth - 1) && narrowed(taken ? then : otherwise, holds, there, depth - 1)
  const [first, second] = [taking(true, apart(place)), taking(false, apart(place))]
  return first && second ? true : (first || second) && taking(first, place)
}

function listed(
  [value, options]: readonly [Expr, readonly (number | string)[]],
  holds: boolean,
  world: World,
): boolean {
  const numbers = options.filter((option) => typeof option === 'number').map(BigInt)
  const name = typeof value === 'object' && 'var' in value ? value.var : undefined
  if (name === undefined || numbers.length !== options.length) return true
  const range = world.at(name)
  if (range.kind !== 'number') return true
  if (!holds) return without(name, range, numbers, world)
  const inside = numbers.filter((number) => number >= range.low && number <= range.high).sort(byValue)
  const [low, high] = [inside[0], inside.at(-1)]
  if (low === undefined || high === undefined) return false
  world.set(name, { kind: 'number', low, high })
  return true
}

function byValue(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type NumberRange = Extract<Range, { kind: 'number' }>

/** The ends that are excluded go. */
function without(name: string, { low, high }: NumberRange, gone: readonly bigint[], world: World): boolean {
  let [from, to] = [low, high]
  while (from <= to && gone.includes(from)) from += 1n
  while (to >= from && gone.includes(to)) to -= 1n
  return within(name, from, to, world)
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
function related(condition: Expr, holds: boolean, world: World): boolean {
  const [operator, operands] = Object.entries(condition)[0] as [string, readonly Expr[]]
  const [left, right] = operands
  const relation = holds ? operator : opposites[operator]
  if (relation === undefined || operands.length !== 2 || left === undefined || right === undefined) return true
  return fromSide(relation, left, right, world) && fromSide(turned[relation] ?? relation, right, left, world)
}

const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function fromSide(relation: string, side: Expr, other: Expr, world: World): boolean {
  const line = lineOf(side)
  if (line === undefined || namesIn(other).includes(line.name)) return true
  const range = world.at(line.name)
  const limits = rangeOfExpression(other, world.at).range
  if (range.kind !== 'number' || limits.kind !== 'number') return true
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
    return without(line.name, range, [low / factor], world)
  }
  return within(line.name, from, to, world)
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

function within(name: string, low: bigint, high: bigint, world: World): boolean {
  if (low <= high) world.set(name, { kind: 'number', low, high })
  return low <= high
}
