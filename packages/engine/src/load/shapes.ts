/** Expressions of the shapes that schemes are full of, which one instruction computes: tables by word, bands. */
import type { Expr } from '../scheme/index.js'

/** For 0, 1, 2, … a value each; `otherwise` for any other. */
export interface TableShape {
  readonly name: string
  readonly values: readonly number[]
  readonly otherwise: number
}

/** Bounds from the highest down: `lowest`, and for each bound that the value of `name` × `sign` is not below, its `rise` more. */
export interface BandShape {
  readonly name: string
  readonly sign: 1 | -1
  readonly bounds: readonly number[]
  readonly rises: readonly number[]
  readonly lowest: number
}

/** The difference of two values below this is a safe integer. */
const greatestValue = 2 ** 52
/** Words of a choice are few; a table by any other number is not worth its room. */
const longestTable = 256

/** `if x is 0 then a, if x is 1 then b, …`, all constants. */
export function tableOf(operands: readonly Expr[]): TableShape | undefined {
  const rows = rowsOf(operands)
  if (rows === undefined || rows.cases.length < 2) return undefined
  const found = new Map<number, number>()
  for (const { operator, bound, value } of rows.cases) {
    if (operator !== '===' || !Number.isInteger(bound) || bound < 0 || bound >= longestTable) return undefined
    if (!found.has(bound)) found.set(bound, value)
  }
  const length = Math.max(...found.keys()) + 1
  const values = Array.from({ length }, (_, at) => found.get(at) ?? rows.otherwise)
  return { name: rows.name, values, otherwise: rows.otherwise }
}

/** `if x is at least 98 then a, if x is at least 90 then b, …`, all constants, all in one direction. */
export function bandsOf(operands: readonly Expr[]): BandShape | undefined {
  const rows = rowsOf(operands)
  if (rows === undefined || rows.cases.length < 2) return undefined
  const sign = rows.cases[0]!.operator.startsWith('>') ? 1 : -1
  const bounds: number[] = []
  const values: number[] = []
  for (const { operator, bound, value } of rows.cases) {
    if (operator === '===' || operator.startsWith('>') !== (sign === 1) || !Number.isSafeInteger(bound))
      return undefined
    // Whole numbers: above 90 is from 91.
    const from = bound * sign + (operator.endsWith('=') ? 0 : 1)
    // What reaches a bound above an earlier one has reached that one.
    if (bounds.length > 0 && from >= bounds.at(-1)!) continue
    bounds.push(from)
    values.push(value)
  }
  if ([...values, rows.otherwise].some((value) => Math.abs(value) >= greatestValue)) return undefined
  const rises = values.map((value, at) => value - (values[at + 1] ?? rows.otherwise))
  return { name: rows.name, sign, bounds, rises, lowest: rows.otherwise }
}

interface Rows {
  readonly name: string
  readonly cases: readonly { readonly operator: string; readonly bound: number; readonly value: number }[]
  readonly otherwise: number
}

/** The cases of an `if` that compares one name with a constant each time and has a constant value for each. */
function rowsOf(operands: readonly Expr[]): Rows | undefined {
  const otherwise = operands.at(-1)
  if (typeof otherwise !== 'number') return undefined
  const cases: Rows['cases'][number][] = []
  let name: string | undefined
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const compared = comparisonOf(operands[at]!)
    const value = operands[at + 1]!
    if (compared === undefined || typeof value !== 'number' || (name ?? compared.name) !== compared.name)
      return undefined
    name = compared.name
    cases.push({ operator: compared.operator, bound: compared.bound, value: value + 0 })
  }
  return name === undefined ? undefined : { name, cases, otherwise: otherwise + 0 }
}

function comparisonOf(
  expr: Expr,
): { readonly name: string; readonly operator: string; readonly bound: number } | undefined {
  const [entry] = typeof expr === 'object' ? Object.entries(expr) : []
  if (entry === undefined) return undefined
  const [operator, operands] = entry as [string, readonly Expr[]]
  if (!['===', '>=', '>', '<=', '<'].includes(operator) || operands.length !== 2) return undefined
  const [left, bound] = operands as readonly [Expr, Expr]
  const name = nameOf(left)
  return name === undefined || typeof bound !== 'number' ? undefined : { name, operator, bound }
}

function nameOf(expr: Expr): string | undefined {
  return typeof expr === 'object' && 'var' in expr && expr.var !== 'kind' ? expr.var : undefined
}
