/** Expressions as cells. */
import type { Expr } from '../../scheme/index.js'
import { operation } from '../../scheme/operators.js'
import { branchesOf } from '../expression.js'
import type { CellId, Cells } from './cells.js'

/** What a name stands for: a cell, or a text of which the cell says which one it is (0: none of the listed). */
export type Named = CellId | { readonly text: CellId; readonly listed: readonly string[] }

/** Thrown where an expression says what cells cannot (texts compared with each other); the caller falls back to a leaf. */
export class NotInCells extends Error {}

export function cellOf(expr: Expr, cells: Cells, named: (name: string) => Named): CellId {
  const of = (operand: Expr): CellId => cellOf(operand, cells, named)
  if (typeof expr === 'number') return cells.constant(expr)
  if (typeof expr === 'boolean') return cells.constant(expr ? 1 : 0)
  if (typeof expr === 'string') throw new NotInCells('a text by itself')
  if ('var' in expr) return plain(named(expr.var))
  if ('in' in expr) return membership(expr.in, cells, named)
  const { operator, operands } = operation(expr) ?? { operator: '+', operands: [] }
  switch (operator) {
    case '+':
      return sum(operands, of, cells)
    case '-':
      return operands.length === 1
        ? cells.linear([[-1, of(operands[0] as Expr)]], 0)
        : difference(operands as readonly [Expr, Expr], of, cells)
    case '*':
      return operands.map(of).reduce((a, b) => cells.times(a, b))
    case 'min':
      return cells.least(operands.map(of))
    case 'max':
      return cells.greatest(operands.map(of))
    case 'if':
      return branchesOf(operands).reduceRight<CellId | undefined>(
        (otherwise, { condition, value }) =>
          condition === undefined || otherwise === undefined
            ? of(value)
            : cells.choose(of(condition), of(value), otherwise),
        undefined,
      ) as CellId
    case 'and':
      return cells.and(operands.map(of))
    case 'or':
      return cells.or(operands.map(of))
    case '!':
      return cells.not(of(operands[0] as Expr))
    case '===':
      return equality(operands as readonly [Expr, Expr], cells, named)
    case '!==':
      return cells.not(equality(operands as readonly [Expr, Expr], cells, named))
    case '<':
      return chain('below', operands, of, cells)
    case '<=':
      return chain('at-most', operands, of, cells)
    case '>':
      return chain('below', operands.toReversed(), of, cells)
    case '>=':
      return chain('at-most', operands.toReversed(), of, cells)
    default:
      throw new NotInCells(operator)
  }
}

/** A sum with its products by constants, in one cell. */
function sum(operands: readonly Expr[], of: (operand: Expr) => CellId, cells: Cells): CellId {
  return cells.linear(
    operands.map((operand) => term(operand, of)),
    0,
  )
}

function difference([a, b]: readonly [Expr, Expr], of: (operand: Expr) => CellId, cells: Cells): CellId {
  const [factor, taken] = term(b, of)
  return cells.linear([term(a, of), [-factor, taken]], 0)
}

function term(operand: Expr, of: (operand: Expr) => CellId): readonly [number, CellId] {
  if (typeof operand !== 'object' || !('*' in operand)) return [1, of(operand)]
  const [a, b, ...others] = operand['*']
  if (typeof a === 'number' && b !== undefined && others.length === 0) return [a, of(b)]
  return [1, of(operand)]
}

function plain(found: Named): CellId {
  if (typeof found !== 'number') throw new NotInCells('a text outside comparisons')
  return found
}

function namedText(
  expr: Expr,
  named: (name: string) => Named,
): { readonly text: CellId; readonly listed: readonly string[] } | undefined {
  const found = typeof expr === 'object' && 'var' in expr ? named(expr.var) : undefined
  return typeof found === 'object' ? found : undefined
}

function equality([a, b]: readonly [Expr, Expr], cells: Cells, named: (name: string) => Named): CellId {
  const [left, right] = [namedText(a, named), namedText(b, named)]
  if (left !== undefined && typeof b === 'string') return isText(left, [b], cells)
  if (right !== undefined && typeof a === 'string') return isText(right, [a], cells)
  return cells.compare('equal', cellOf(a, cells, named), cellOf(b, cells, named))
}

function membership(
  [value, options]: readonly [Expr, readonly (number | string)[]],
  cells: Cells,
  named: (name: string) => Named,
): CellId {
  const text = namedText(value, named)
  if (text !== undefined) return isText(text, options, cells)
  return cells.within(
    cellOf(value, cells, named),
    options.filter((option) => typeof option === 'number'),
  )
}

function isText(
  { text, listed }: { readonly text: CellId; readonly listed: readonly string[] },
  options: readonly (number | string)[],
  cells: Cells,
): CellId {
  const places = options.map((option) => listed.indexOf(String(option)) + 1).filter((place) => place > 0)
  return cells.within(text, places)
}

function chain(
  op: 'below' | 'at-most',
  operands: readonly Expr[],
  of: (operand: Expr) => CellId,
  cells: Cells,
): CellId {
  const all = operands.map(of)
  return cells.and(all.slice(1).map((right, index) => cells.compare(op, all[index] as CellId, right)))
}
