import type { Expr } from '../scheme/index.js'

/** The value of an expression in big integers: what JsonLogic says, without the limits of doubles. */
export function bigValue(expr: Expr, data: object): unknown {
  if (typeof expr === 'number') return BigInt(expr)
  if (typeof expr !== 'object') return expr
  const [operator, operand] = Object.entries(expr)[0] as [string, unknown]
  if (operator === 'var') return integer((data as Record<string, unknown>)[operand as string])
  const operands = operand as readonly Expr[]
  const of = (index: number): unknown => bigValue(operands[index] as Expr, data)
  const number = (index: number): bigint => of(index) as bigint
  const numbers = (): bigint[] => operands.map((_, index) => number(index))

  switch (operator) {
    case '+':
      return numbers().reduce((a, b) => a + b, 0n)
    case '*':
      return numbers().reduce((a, b) => a * b, 1n)
    case '-':
      return operands.length === 1 ? -number(0) : number(0) - number(1)
    case 'min':
      return numbers().reduce((a, b) => (b < a ? b : a))
    case 'max':
      return numbers().reduce((a, b) => (b > a ? b : a))
    case 'if':
      return firstBranch(operands, data)
    case 'and':
      return operands.every((_, index) => truthy(of(index)))
    case 'or':
      return operands.some((_, index) => truthy(of(index)))
    case '!':
      return !truthy(of(0))
    case '===':
      return of(0) === of(1)
    case '!==':
      return of(0) !== of(1)
    case '<':
      return inOrder(
        operands.map((_, index) => number(index)),
        (a, b) => a < b,
      )
    case '<=':
      return inOrder(
        operands.map((_, index) => number(index)),
        (a, b) => a <= b,
      )
    case '>':
      return number(0) > number(1)
    case '>=':
      return number(0) >= number(1)
    case 'in':
      return (operands[1] as unknown as readonly (number | string)[]).some((option) => integer(option) === of(0))
    default:
      throw new Error(`no such operator: ${operator}`)
  }
}

function firstBranch(operands: readonly Expr[], data: object): unknown {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    if (truthy(bigValue(operands[at] as Expr, data))) return bigValue(operands[at + 1] as Expr, data)
  }
  return bigValue(operands[operands.length - 1] as Expr, data)
}

function inOrder(numbers: readonly bigint[], ordered: (a: bigint, b: bigint) => boolean): boolean {
  return numbers.every((number, index) => index === 0 || ordered(numbers[index - 1] as bigint, number))
}

function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function integer(value: unknown): unknown {
  return typeof value === 'number' ? BigInt(value) : value
}
