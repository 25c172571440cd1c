/** Expressions of the shapes that schemes are full of, which one instruction computes: weighted sums, tables by word, bands. */
import type { Bands, Table } from '../assess/program.js'
import type { Expr } from '../scheme/index.js'

/** A term of a sum: `factor` × the value of `name`, or `factor` alone. */
export interface Term {
  readonly name?: string
  readonly factor: number
}

const fewestTerms = 3
/** The difference of two values below this is a safe integer. */
const greatestValue = 2 ** 52
/** Words of a choice are few; a table by any other number is not worth its room. */
const longestTable = 256

/** The terms of a sum of names, each with a constant factor or none, and constants; undefined for any other sum, and for a short one. */
export function termsOf(operands: readonly Expr[]): readonly Term[] | undefined {
  if (operands.length < fewestTerms) return undefined
  const terms = operands.map(termOf)
  return terms.every((term) => term !== undefined) ? terms : undefined
}

function termOf(expr: Expr): Term | undefined {
  if (typeof expr === 'number') return { factor: expr }
  const name = nameOf(expr)
  if (name !== undefined) return { name, factor: 1 }
  if (typeof expr !== 'object' || !('*' in expr) || expr['*'].length !== 2) return undefined
  const [a, b] = expr['*'] as readonly [Expr, Expr]
  return product(a, b) ?? product(b, a)
}

function product(factor: Expr, of: Expr): Term | undefined {
  const name = nameOf(of)
  return typeof factor === 'number' && name !== undefined ? { name, factor } : undefined
}

/** `if x is 0 then a, if x is 1 then b, …`, all constants. */
export function tableOf(operands: readonly Expr[]): { readonly name: string; readonly table: Table } | undefined {
  const rows = rowsOf(operands)
  if (rows === undefined || rows.cases.length < 2) return undefined
  const found = new Map<number, number>()
  for (const { operator, bound, value } of rows.cases) {
    if (operator !== '===' || !Number.isInteger(bound) || bound < 0 || bound >= longestTable) return undefined
    if (!found.has(bound)) found.set(bound, value)
  }
  const values = Float64Array.from(
    { length: Math.max(...found.keys()) + 1 },
    (_, at) => found.get(at) ?? rows.otherwise,
  )
  return { name: rows.name, table: { values, otherwise: rows.otherwise } }
}

/** `if x is at least 98 then a, if x is at least 90 then b, …`, all constants, all in one direction. */
export function bandsOf(operands: readonly Expr[]): { readonly name: string; readonly bands: Bands } | undefined {
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
  const rises = Float64Array.from(values, (value, at) => value - (values[at + 1] ?? rows.otherwise))
  return {
    name: rows.name,
    bands: { sign, bounds: Float64Array.from(bounds), rises, lowest: rows.otherwise },
  }
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
