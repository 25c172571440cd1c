import type { FactValue } from '../api.js'
import type { Expr } from '../scheme/index.js'

/** What an expression over one element of a list reads: `e0`, `e1`, …, facts and nodes by their ids. */
export type Read = (name: string) => FactValue | bigint | undefined

type Value = FactValue | bigint | undefined

/** What an aggregate's expression says of one element, in big integers. Undefined where something it reads is not there. */
export function elementValue(expr: Expr, read: Read): Value {
  if (typeof expr === 'number') return BigInt(expr)
  if (typeof expr !== 'object') return expr
  const [operator, operand] = Object.entries(expr)[0] as [string, unknown]
  if (operator === 'var') return wholeIfNumber(read(String(operand)))
  const operands = operand as readonly Expr[]
  if (operator === 'if') return branch(operands, read)
  if (operator === 'and') return operands.every((each) => isTrue(elementValue(each, read)))
  if (operator === 'or') return operands.some((each) => isTrue(elementValue(each, read)))
  if (operator === 'in') return isOneOf(operands, read)
  return applied(
    operator,
    operands.map((each) => elementValue(each, read)),
  )
}

export function isTrue(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function applied(operator: string, values: readonly Value[]): Value {
  const [a, b] = values
  if (operator === '!') return !isTrue(a)
  if (operator === '===') return a === b
  if (operator === '!==') return a !== b
  const numbers = values.map((value) => (typeof value === 'bigint' ? value : 0n))
  const [x = 0n, y = 0n] = numbers
  switch (operator) {
    case '+':
      return numbers.reduce((so, each) => so + each, 0n)
    case '*':
      return numbers.reduce((so, each) => so * each, 1n)
    case '-':
      return numbers.length === 1 ? -x : x - y
    case 'min':
      return numbers.reduce((so, each) => (each < so ? each : so), x)
    case 'max':
      return numbers.reduce((so, each) => (each > so ? each : so), x)
    case '<':
      return numbers.every((each, index) => index === 0 || (numbers[index - 1] as bigint) < each)
    case '<=':
      return numbers.every((each, index) => index === 0 || (numbers[index - 1] as bigint) <= each)
    case '>':
      return x > y
    case '>=':
      return x >= y
    default:
      return undefined
  }
}

function branch(operands: readonly Expr[], read: Read): Value {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    if (isTrue(elementValue(operands[at] as Expr, read))) return elementValue(operands[at + 1] as Expr, read)
  }
  const last = operands[operands.length - 1]
  return last === undefined || operands.length % 2 === 0 ? undefined : elementValue(last, read)
}

function isOneOf(operands: readonly Expr[], read: Read): boolean {
  const value = elementValue(operands[0] as Expr, read)
  return (operands[1] as unknown as readonly (number | string)[]).some((option) => wholeIfNumber(option) === value)
}

function wholeIfNumber(value: Value): Value {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value
}
