import type { Expr } from './types.js'

/** The operator of an expression that is no constant and no `var`. */
export type Operator = Extract<Expr, object> extends infer E ? (E extends E ? Exclude<keyof E, 'var'> : never) : never

/** How many operands an operator takes, what they are, and what it gives. `if` takes an odd number: conditions, values, otherwise. */
export interface OperatorRule {
  readonly least: number
  readonly most: number
  readonly takes: 'numbers' | 'conditions' | 'like' | 'branches' | 'membership'
  readonly gives: 'number' | 'condition' | 'branch'
}

const many = Number.MAX_SAFE_INTEGER

/** Every operator that a compiled scheme may use: the standard operators of JsonLogic that mean the same over integers. */
export const operators: { readonly [O in Operator]: OperatorRule } = {
  '+': { least: 1, most: many, takes: 'numbers', gives: 'number' },
  '-': { least: 1, most: 2, takes: 'numbers', gives: 'number' },
  '*': { least: 1, most: many, takes: 'numbers', gives: 'number' },
  min: { least: 1, most: many, takes: 'numbers', gives: 'number' },
  max: { least: 1, most: many, takes: 'numbers', gives: 'number' },
  if: { least: 3, most: many, takes: 'branches', gives: 'branch' },
  and: { least: 1, most: many, takes: 'conditions', gives: 'condition' },
  or: { least: 1, most: many, takes: 'conditions', gives: 'condition' },
  '!': { least: 1, most: 1, takes: 'conditions', gives: 'condition' },
  '===': { least: 2, most: 2, takes: 'like', gives: 'condition' },
  '!==': { least: 2, most: 2, takes: 'like', gives: 'condition' },
  '<': { least: 2, most: 3, takes: 'numbers', gives: 'condition' },
  '<=': { least: 2, most: 3, takes: 'numbers', gives: 'condition' },
  '>': { least: 2, most: 2, takes: 'numbers', gives: 'condition' },
  '>=': { least: 2, most: 2, takes: 'numbers', gives: 'condition' },
  in: { least: 2, most: 2, takes: 'membership', gives: 'condition' },
}

/** The operator and operands of an expression, or undefined for a constant or a `var`. */
export function operation(expr: Expr): { readonly operator: Operator; readonly operands: readonly Expr[] } | undefined {
  if (typeof expr !== 'object' || 'var' in expr) return undefined
  const operator = Object.keys(expr)[0] as Operator
  return { operator, operands: (expr as Record<string, readonly Expr[]>)[operator] as readonly Expr[] }
}

/** The operands alone, of an expression that is an operation. */
export function operandsOf(expr: Expr & object): readonly Expr[] {
  for (const operator in expr) return (expr as unknown as Readonly<Record<string, readonly Expr[]>>)[operator]!
  return []
}
