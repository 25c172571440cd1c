/** The range of an expression from the ranges of what it names: JsonLogic over intervals. */
import type { Expr } from '../scheme/index.js'
import { greatest, hull, interval, least, magnitude, negative, plus, size, times, type Interval } from './interval.js'

/** What a value can be. Where an integer can be anything from `low` to `high`, it need not reach every number between. */
export type Range =
  | { readonly kind: 'number'; readonly low: bigint; readonly high: bigint }
  | { readonly kind: 'boolean'; readonly canBeTrue: boolean; readonly canBeFalse: boolean }
  /** Text, inside aggregates: nothing is known of it. */
  | { readonly kind: 'text' }

/** What `{"var": name}` can be. */
export type Scope = (name: string) => Range

/** What an expression can be, and the greatest distance from 0 that a step of computing it, in any order, can reach. */
export interface Computed {
  readonly range: Range
  readonly peak: bigint
}

type Branches = { readonly condition?: Expr; readonly value: Expr }[]

/**
 * The range of `expr`: it contains every value that `expr` has for values of its variables in their ranges (variables vary apart
 * from each other, so it may be wider than need be). Throws a TypeError for an expression that mixes numbers and conditions.
 */
export function rangeOfExpression(expr: Expr, scope: Scope): Computed {
  if (typeof expr === 'number') return exactly(BigInt(expr))
  if (typeof expr === 'boolean') return { range: booleans(expr, !expr), peak: 0n }
  if (typeof expr === 'string') return { range: { kind: 'text' }, peak: 0n }
  if ('var' in expr) return variable(scope(expr.var))
  if ('if' in expr) return choice(branchesOf(expr.if), scope)
  if ('in' in expr) return membership(rangeOfExpression(expr.in[0], scope), expr.in[1])

  const [operator, operands] = Object.entries(expr)[0] as [string, readonly Expr[]]
  const computed = operands.map((operand) => rangeOfExpression(operand, scope))
  return isArithmetic(operator) ? arithmetic(operator, computed) : logic(operator, computed)
}

/** Whether the condition can hold, and whether it can fail. */
export function rangeOfCondition(
  expr: Expr,
  scope: Scope,
): { readonly canBeTrue: boolean; readonly canBeFalse: boolean } {
  return truth(rangeOfExpression(expr, scope).range)
}

/** The pairs of an `if`: condition and value, the last without condition. */
export function branchesOf(operands: readonly Expr[]): Branches {
  const branches: Branches = []
  for (let at = 0; at + 1 < operands.length; at += 2) {
    branches.push({ condition: operands[at] as Expr, value: operands[at + 1] as Expr })
  }
  branches.push({ value: operands.at(-1) as Expr })
  return branches
}

/** The values that an `if` can come to: those of branches that a condition cannot rule out. */
export function reachableValues(operands: readonly Expr[], scope: Scope): readonly Expr[] {
  const values: Expr[] = []
  for (const { condition, value } of branchesOf(operands)) {
    const { canBeTrue, canBeFalse } = condition === undefined ? certain : rangeOfCondition(condition, scope)
    if (canBeTrue) values.push(value)
    if (!canBeFalse) break
  }
  return values
}

export function numberRange({ low, high }: Interval): Range {
  return { kind: 'number', low, high }
}

export function booleans(canBeTrue: boolean, canBeFalse: boolean): Range {
  return { kind: 'boolean', canBeTrue, canBeFalse }
}

/** The interval of a number; a TypeError for anything else. */
export function numbers(range: Range): Interval {
  if (range.kind !== 'number') throw new TypeError(`a number is needed, not a ${range.kind} value`)
  return range
}

const certain = { canBeTrue: true, canBeFalse: false }

function truth(range: Range): { readonly canBeTrue: boolean; readonly canBeFalse: boolean } {
  if (range.kind !== 'boolean') throw new TypeError(`a condition is needed, not a ${range.kind} value`)
  return range
}

function exactly(value: bigint): Computed {
  return { range: numberRange(interval(value, value)), peak: magnitude(value) }
}

function variable(range: Range): Computed {
  return { range, peak: range.kind === 'number' ? size(range) : 0n }
}

/** The range of the branches that can be taken; the peak of all, as an engine may compute a branch that it then drops. */
function choice(branches: Branches, scope: Scope): Computed {
  const taken: Range[] = []
  let peak = 0n
  let open = true
  for (const { condition, value } of branches) {
    const when = condition === undefined ? undefined : rangeOfExpression(condition, scope)
    const { canBeTrue, canBeFalse } = when === undefined ? certain : truth(when.range)
    const then = rangeOfExpression(value, scope)
    peak = greatest([peak, then.peak, when?.peak ?? 0n])
    if (open && canBeTrue) taken.push(then.range)
    open &&= canBeFalse
  }
  return { range: eitherOf(taken), peak }
}

function eitherOf(ranges: readonly Range[]): Range {
  const kinds = new Set(ranges.map(({ kind }) => kind))
  if (kinds.size > 1) throw new TypeError('the branches of an "if" differ in type')
  if (kinds.has('text')) return { kind: 'text' }
  if (kinds.has('number')) return numberRange(hull(ranges.map(numbers)))
  const found = ranges.map(truth)
  return booleans(
    found.some(({ canBeTrue }) => canBeTrue),
    found.some(({ canBeFalse }) => canBeFalse),
  )
}

function membership({ range, peak }: Computed, options: readonly (number | string)[]): Computed {
  if (range.kind !== 'number') return { range: booleans(options.length > 0, true), peak }
  const listed = new Set(options.filter((option) => typeof option === 'number').map(BigInt))
  const inside = [...listed].filter((option) => option >= range.low && option <= range.high)
  const all = BigInt(inside.length) === range.high - range.low + 1n
  return { range: booleans(inside.length > 0, !all), peak: greatest([peak, ...[...listed].map(magnitude)]) }
}

function isArithmetic(operator: string): operator is '+' | '-' | '*' | 'min' | 'max' {
  return ['+', '-', '*', 'min', 'max'].includes(operator)
}

function arithmetic(operator: '+' | '-' | '*' | 'min' | 'max', computed: readonly Computed[]): Computed {
  const operands = computed.map(({ range }) => numbers(range))
  const range = combined(operator, operands)
  return { range: numberRange(range), peak: greatest([size(range), onTheWay(operator, operands), ...peaks(computed)]) }
}

function combined(operator: '+' | '-' | '*' | 'min' | 'max', operands: readonly Interval[]): Interval {
  const [first = interval(0n, 0n), second] = operands
  switch (operator) {
    case '+':
      return operands.reduce(plus, interval(0n, 0n))
    case '*':
      return operands.reduce(times, interval(1n, 1n))
    case '-':
      return second === undefined ? negative(first) : plus(first, negative(second))
    case 'min':
      return interval(least(operands.map(({ low }) => low)), least(operands.map(({ high }) => high)))
    case 'max':
      return interval(greatest(operands.map(({ low }) => low)), greatest(operands.map(({ high }) => high)))
  }
}

/** The greatest partial sum or product, whatever the order. */
function onTheWay(operator: string, operands: readonly Interval[]): bigint {
  const sizes = operands.map(size)
  if (operator === '+') return sizes.reduce((a, b) => a + b, 0n)
  if (operator === '*') return sizes.reduce((a, b) => a * (b < 1n ? 1n : b), 1n)
  return 0n
}

function logic(operator: string, computed: readonly Computed[]): Computed {
  return { range: verdict(operator, computed), peak: greatest([0n, ...peaks(computed)]) }
}

function verdict(operator: string, computed: readonly Computed[]): Range {
  const ranges = computed.map(({ range }) => range)
  switch (operator) {
    case 'and':
    case 'or': {
      const found = ranges.map(truth)
      return operator === 'and'
        ? booleans(
            found.every(({ canBeTrue }) => canBeTrue),
            found.some(({ canBeFalse }) => canBeFalse),
          )
        : booleans(
            found.some(({ canBeTrue }) => canBeTrue),
            found.every(({ canBeFalse }) => canBeFalse),
          )
    }
    case '!':
      return not(ranges[0] as Range)
    case '===':
      return equality(ranges)
    case '!==':
      return not(equality(ranges))
    case '<':
      return chain(ranges, below)
    case '<=':
      return chain(ranges, atMost)
    case '>':
      return chain(ranges, (a, b) => below(b, a))
    case '>=':
      return chain(ranges, (a, b) => atMost(b, a))
    default:
      throw new TypeError(`no such operator: ${operator}`)
  }
}

function not(range: Range): Range {
  const { canBeTrue, canBeFalse } = truth(range)
  return booleans(canBeFalse, canBeTrue)
}

function equality([a, b]: readonly Range[]): Range {
  if (a?.kind !== 'number' || b?.kind !== 'number') return booleans(true, true)
  const same = a.low === a.high && b.low === b.high && a.low === b.low
  return booleans(a.low <= b.high && b.low <= a.high, !same)
}

type Pair = (a: Interval, b: Interval) => Range

const below: Pair = (a, b) => booleans(a.low < b.high, a.high >= b.low)
const atMost: Pair = (a, b) => booleans(a.low <= b.high, a.high > b.low)

/** `a < b < c`: every pair must hold. */
function chain(ranges: readonly Range[], pair: Pair): Range {
  const found = ranges.slice(1).map((right, index) => truth(pair(numbers(ranges[index] as Range), numbers(right))))
  return booleans(
    found.every(({ canBeTrue }) => canBeTrue),
    found.some(({ canBeFalse }) => canBeFalse),
  )
}

function peaks(computed: readonly Computed[]): readonly bigint[] {
  return computed.map(({ peak }) => peak)
}
