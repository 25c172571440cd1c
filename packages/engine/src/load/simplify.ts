import type { Expr } from '../scheme/index.js'
import { operation, type Operator } from '../scheme/operators.js'

/**
 * The expression for units of one kind: `{"var": "kind"}` is a constant, and what follows from constants is computed, so that a kind is
 * not computed by the nodes of another. Means the same as before.
 */
export function simplified(expr: Expr, kind: number): Expr {
  if (typeof expr !== 'object') return expr
  if ('var' in expr) return expr.var === 'kind' ? kind : expr
  if ('in' in expr) {
    const value = simplified(expr.in[0], kind)
    return typeof value === 'object' ? { in: [value, expr.in[1]] } : expr.in[1].some((option) => option === value)
  }
  const { operator, operands } = operation(expr) ?? { operator: '+', operands: [] }
  const parts = operands.map((operand) => simplified(operand, kind))
  switch (operator) {
    case 'if':
      return firstOpenBranch(parts)
    case 'and':
    case 'or':
      return joined(operator, parts)
    default:
      return computed(operator, parts)
  }
}

function firstOpenBranch(parts: readonly Expr[]): Expr {
  const open: Expr[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [condition, value] = [parts[at]!, parts[at + 1]!]
    if (condition === true) return closed(open, value)
    if (condition !== false) open.push(condition, value)
  }
  return closed(open, parts.at(-1)!)
}

function closed(open: readonly Expr[], otherwise: Expr): Expr {
  return open.length === 0 ? otherwise : { if: [...open, otherwise] }
}

function joined(operator: 'and' | 'or', parts: readonly Expr[]): Expr {
  const decisive = operator === 'or'
  if (parts.includes(decisive)) return decisive
  const open = parts.filter((part) => typeof part !== 'boolean')
  if (open.length === 0) return !decisive
  return open.length === 1 ? open[0]! : operator === 'and' ? { and: open } : { or: open }
}

function computed(operator: Operator, parts: readonly Expr[]): Expr {
  const [a, b] = parts
  if (operator === '!' && typeof a === 'boolean') return !a
  if (parts.length === 2 && typeof a !== 'object' && typeof b !== 'object') {
    if (operator === '===') return a === b
    if (operator === '!==') return a !== b
  }
  return { [operator]: parts } as unknown as Expr
}
