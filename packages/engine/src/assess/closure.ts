import type { FactValue } from '../api.js'
import { operation } from '../scheme/operators.js'
import type { Expr } from '../scheme/index.js'
import type { State } from './state.js'

/** The value of an expression over an element of a list (the fields of a record, or the value alone) and all slots. */
export type Read<V> = (element: FactValue, state: State) => V

/** Integers as doubles or as big integers: what expressions are computed in. */
export interface Arithmetic<N extends number | bigint> {
  readonly of: (value: number) => N
  readonly plus: (a: N, b: N) => N
  readonly minus: (a: N, b: N) => N
  readonly times: (a: N, b: N) => N
}

export const doubles: Arithmetic<number> = {
  of: (value) => value + 0,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
}

export const bigIntegers: Arithmetic<bigint> = {
  of: BigInt,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  times: (a, b) => a * b,
}

type Value<N> = N | boolean | string

/**
 * An expression as a function: for what is not computed slot by slot (elements of lists, big integers). `variable` resolves a name once.
 * The loader has checked that numbers stand where numbers are needed, so operands are taken for what they must be.
 */
export function readerOf<N extends number | bigint>(
  expr: Expr,
  arithmetic: Arithmetic<N>,
  variable: (name: string) => Read<Value<N>>,
): Read<Value<N>> {
  if (typeof expr === 'number') {
    const value = arithmetic.of(expr)
    return () => value
  }
  if (typeof expr !== 'object') return () => expr
  if ('var' in expr) return variable(expr.var)
  if ('in' in expr) return membership(readerOf(expr.in[0], arithmetic, variable), expr.in[1], arithmetic)
  const { operator, operands } = operation(expr) ?? { operator: '+', operands: [] }
  const reads = operands.map((operand) => readerOf(operand, arithmetic, variable))
  const numbers = reads as unknown as readonly Read<N>[]
  const truths = reads as unknown as readonly Read<boolean>[]
  const [a, b, c] = numbers as readonly [Read<N>, Read<N>, Read<N> | undefined]
  switch (operator) {
    case '+':
      return reduced(numbers, arithmetic.plus)
    case '*':
      return reduced(numbers, arithmetic.times)
    case '-':
      return numbers.length === 1
        ? (e, s) => arithmetic.minus(arithmetic.of(0), a(e, s))
        : (e, s) => arithmetic.minus(a(e, s), b(e, s))
    case 'min':
      return reduced(numbers, (x, y) => (y < x ? y : x))
    case 'max':
      return reduced(numbers, (x, y) => (y > x ? y : x))
    case 'if':
      return branches(reads, truths)
    case 'and':
      return (e, s) => truths.every((truth) => truth(e, s))
    case 'or':
      return (e, s) => truths.some((truth) => truth(e, s))
    case '!':
      return (e, s) => !truths[0]!(e, s)
    case '===':
      return (e, s) => a(e, s) === b(e, s)
    case '!==':
      return (e, s) => a(e, s) !== b(e, s)
    case '<':
      return (e, s) => a(e, s) < b(e, s) && (c === undefined || b(e, s) < c(e, s))
    case '<=':
      return (e, s) => a(e, s) <= b(e, s) && (c === undefined || b(e, s) <= c(e, s))
    case '>':
      return (e, s) => a(e, s) > b(e, s)
    case '>=':
      return (e, s) => a(e, s) >= b(e, s)
    case 'in':
      return () => false
  }
}

function reduced<N>([first, ...others]: readonly Read<N>[], join: (a: N, b: N) => N): Read<N> {
  return (element, state) => {
    let value = first!(element, state)
    for (const other of others) value = join(value, other(element, state))
    return value
  }
}

/** Conditions and values in turn, the last value without a condition. */
function branches<V>(values: readonly Read<V>[], conditions: readonly Read<boolean>[]): Read<V> {
  const last = values.length - 1
  return (element, state) => {
    for (let at = 0; at < last; at += 2) if (conditions[at]!(element, state)) return values[at + 1]!(element, state)
    return values[last]!(element, state)
  }
}

function membership<N extends number | bigint>(
  value: Read<Value<N>>,
  options: readonly (number | string)[],
  arithmetic: Arithmetic<N>,
): Read<boolean> {
  const all = new Set<Value<N>>(options.map((option) => (typeof option === 'number' ? arithmetic.of(option) : option)))
  return (element, state) => all.has(value(element, state))
}
