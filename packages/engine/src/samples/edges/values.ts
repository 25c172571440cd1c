/** Numbers at the bounds that rules look at and next to them, and every word of every choice, each in the best unit. */
import type { Expr, Fact, FactId, FactType } from '../../scheme/index.js'
import { factPath } from '../../reading/place.js'
import type { Bench } from '../../trial/bench.js'
import { valueIn, withValue } from '../../trial/unit-values.js'
import { numberData, type Data } from '../../reading/as-data.js'
import { isNumber, recordsToTry } from '../../trial/values.js'
import type { EdgeWords } from '../words/index.js'
import type { Sought } from './edge.js'

export function values(bench: Bench, words: EdgeWords): readonly Sought[] {
  const { scheme, kind } = bench
  const needed = new Set(kind.needs.map(({ fact }) => fact))
  const bounds = boundsIn(scheme.nodes.flatMap((node) => (node.kind === 'logic' ? [node.logic] : [])))
  return scheme.facts
    .filter((fact) => needed.has(fact.id) && fact.reports === undefined)
    .flatMap((fact) => valuesOfFact(fact, bounds.get(fact.id) ?? new Set(), bench, words))
}

function valuesOfFact(fact: Fact, bounds: ReadonlySet<number>, bench: Bench, words: EdgeWords): readonly Sought[] {
  const { type } = fact
  const { best, scheme } = bench
  if (best === undefined) return []
  const path = factPath(fact)
  const sought = (value: Data, shown: string): Sought => ({
    name: words.value(path, shown),
    edge: { kind: 'value', fact: path, value: shown },
    by: { unit: withValue(best, fact, value, scheme) },
    claim: () => true,
  })
  if (isNumber(type)) {
    const inRange = [...bounds].filter((units) => units >= type.min && units <= type.max).sort((a, b) => b - a)
    return inRange.map((units) => sought(numberData(units, type), numberShown(units, type)))
  }
  if (type.kind === 'choice') return type.options.map((option) => sought(option, words.word(option)))
  if (type.kind === 'many' && type.of.kind === 'choice')
    return type.of.options.map((option) => sought([option], words.word(option)))
  if (type.kind !== 'records') return []
  return type.fields.flatMap(({ name, type: field }) =>
    field.kind === 'choice'
      ? field.options.map((option) => sought([recordWith(name, option, fact, bench)], words.word(option)))
      : [],
  )
}

/** A record of the best unit, or any, with the word in the field. */
function recordWith(field: string, option: string, fact: Fact, { best, scheme }: Bench): Data {
  const own = best === undefined ? undefined : valueIn(best, fact)
  const fields = fact.type.kind === 'records' ? fact.type.fields : []
  const model = (Array.isArray(own) ? (own as readonly Data[])[0] : undefined) ?? recordsToTry(fields, scheme)[0] ?? {}
  return { ...(model as Readonly<Record<string, Data>>), [field]: option }
}

function numberShown(units: number, type: FactType & { readonly kind: 'count' | 'number' | 'percentage' }): string {
  const text = String(numberData(units, type))
  return type.kind === 'percentage' ? `${text}%` : text
}

/** The numbers that a fact is compared with, and their neighbours on the side where the comparison turns out otherwise. */
function boundsIn(expressions: readonly Expr[]): ReadonlyMap<FactId, ReadonlySet<number>> {
  const bounds = new Map<FactId, Set<number>>()
  const add = (fact: string, ...values: readonly number[]): void => {
    const known = bounds.get(fact) ?? new Set<number>()
    for (const value of values) known.add(value)
    bounds.set(fact, known)
  }
  const visit = (expr: Expr): void => {
    if (typeof expr !== 'object' || 'var' in expr) return
    if ('in' in expr) return visit(expr.in[0])
    const [operator, operands] = Object.entries(expr)[0] as [string, readonly Expr[]]
    const [left, right] = operands
    const neighbour = neighbours[operator]
    if (neighbour !== undefined && operands.length === 2) {
      if (isFact(left) && typeof right === 'number') add(left.var, right, right + neighbour)
      if (isFact(right) && typeof left === 'number') add(right.var, left, left - neighbour)
    }
    for (const operand of operands) visit(operand)
  }
  for (const expr of expressions) visit(expr)
  return bounds
}

/** From a bound to the nearest number on its other side. */
const neighbours: Readonly<Record<string, number>> = { '>=': -1, '<': -1, '>': 1, '<=': 1 }

function isFact(expr: Expr | undefined): expr is { readonly var: string } {
  return typeof expr === 'object' && 'var' in expr && expr.var.startsWith('f')
}
