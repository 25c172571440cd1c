/**
 * The range of an expression divided by another node. A sum of marks can be 10,000,000 and their count 1, but sum ÷ count never
 * leaves the marks' own range: what belongs together is taken together.
 */
import type { AggregateNode, Expr, FieldNode, NodeId } from '../scheme/index.js'
import {
  interval,
  ratio,
  ratioHull,
  ratioMeet,
  ratioNegative,
  ratioOver,
  ratioPlus,
  ratios,
  ratioTimes,
  times,
  type Interval,
  type Ratio,
  type RatioInterval,
} from './interval.js'
import { fieldQuotient } from './field.js'
import { numbers, rangeOfExpression, reachableValues } from './expression.js'
import { meanRange } from './mean.js'
import { elementScope, scopeOf, type RangeTable } from './table.js'

/** What `expr` ÷ the product of the nodes `overs` can be, where each of them is at least 1. */
export function quotientRange(expr: Expr, overs: readonly NodeId[], table: RangeTable): RatioInterval {
  return quotient(
    expr,
    overs.flatMap((over) => factorsOf(over, table)),
    table,
  )
}

const one: RatioInterval = { low: ratio(1n), high: ratio(1n) }
const nought: RatioInterval = { low: ratio(0n), high: ratio(0n) }

function quotient(expr: Expr, overs: readonly NodeId[], table: RangeTable): RatioInterval {
  const own = ratios(plain(expr, table))
  if (overs.length === 0) return own
  const apart = ratioOver(own, overs.map((over) => whole(over, table)).reduce(times, interval(1n, 1n)))
  const found = [
    together(expr, overs, table),
    inStep(expr, overs, table),
    meanRange(expr, overs, table, (inner, rest) => quotient(inner, rest, table)),
  ]
  return found.reduce((so: RatioInterval, next) => (next === undefined ? so : ratioMeet(so, next)), apart)
}

/** By the form of the expression. */
function together(expr: Expr, overs: readonly NodeId[], table: RangeTable): RatioInterval | undefined {
  if (typeof expr !== 'object') return undefined
  const of = (operand: Expr): RatioInterval => quotient(operand, overs, table)
  if ('var' in expr) return variable(expr.var, overs, table)
  if ('+' in expr) return expr['+'].map(of).reduce(ratioPlus, nought)
  if ('-' in expr) return difference(expr['-'].map(of))
  if ('min' in expr) return corners(expr.min.map(of), least)
  if ('max' in expr) return corners(expr.max.map(of), greatest)
  if ('if' in expr) return ratioHull(reachableValues(expr.if, scopeOf(table)).map(of))
  if ('*' in expr) return product(expr['*'], overs, table)
  return undefined
}

function difference([first = nought, second]: readonly RatioInterval[]): RatioInterval {
  return second === undefined ? ratioNegative(first) : ratioPlus(first, ratioNegative(second))
}

function corners(operands: readonly RatioInterval[], pick: (numbers: readonly Ratio[]) => Ratio): RatioInterval {
  return { low: pick(operands.map(({ low }) => low)), high: pick(operands.map(({ high }) => high)) }
}

function least(numbers: readonly Ratio[]): Ratio {
  return numbers.reduce((a, b) => (b.num * a.den < a.num * b.den ? b : a))
}

function greatest(numbers: readonly Ratio[]): Ratio {
  return numbers.reduce((a, b) => (b.num * a.den > a.num * b.den ? b : a))
}

function variable(name: string, overs: readonly NodeId[], table: RangeTable): RatioInterval | undefined {
  const without = removed(overs, [name])
  if (without !== undefined)
    return ratioOver(one, without.map((over) => whole(over, table)).reduce(times, interval(1n, 1n)))
  const node = table.node(name)
  if (node === undefined) return undefined
  if (node.quotient !== undefined && node.node.kind === 'logic' && node.node.over !== undefined) {
    const rest = removed(overs, factorsOf(node.node.over, table))
    if (rest !== undefined)
      return ratioOver(node.quotient, rest.map((over) => whole(over, table)).reduce(times, interval(1n, 1n)))
  }
  if (node.node.kind === 'field') return fieldOver(node.node, overs, table)
  return node.node.kind === 'aggregate' ? average(node.node, overs, table) : undefined
}

/** A sum over the field, or a count of some of its units, over how many units there are. */
function fieldOver(node: FieldNode, overs: readonly NodeId[], table: RangeTable): RatioInterval | undefined {
  for (const over of overs) {
    const found = fieldQuotient(node, table.node(over)?.node, table)
    if (found === undefined) continue
    const rest = removed(overs, [over]) ?? []
    return ratioOver(ratios(found), rest.map((one) => whole(one, table)).reduce(times, interval(1n, 1n)))
  }
  return undefined
}

/** A sum over the count of the same elements lies between the least and the greatest of them. */
function average(sum: AggregateNode, overs: readonly NodeId[], table: RangeTable): RatioInterval | undefined {
  if (sum.take !== 'sum') return undefined
  for (const over of overs) {
    const { counted, orNone } = countIn(over, table)
    if (counted === undefined || !sameElements(sum, counted)) continue
    const rest = removed(overs, [over]) ?? []
    const each = ratios(elementRange(sum, table))
    return ratioOver(
      orNone ? ratioHull([each, nought]) : each,
      rest.map((one) => whole(one, table)).reduce(times, interval(1n, 1n)),
    )
  }
  return undefined
}

/** The count that a denominator is: itself, or 1 in its place where there is nothing to count. */
function countIn(over: NodeId, table: RangeTable): { readonly counted?: AggregateNode; readonly orNone: boolean } {
  const node = table.node(over)?.node
  if (node?.kind === 'aggregate') return node.take === 'count' ? { counted: node, orNone: false } : { orNone: false }
  const inner = node?.kind === 'logic' ? atLeastOne(node.logic) : undefined
  const counted = inner === undefined || !isVariable(inner) ? undefined : table.node(inner.var)?.node
  return counted?.kind === 'aggregate' && counted.take === 'count' ? { counted, orNone: true } : { orNone: false }
}

function sameElements(a: AggregateNode, b: AggregateNode): boolean {
  const which = ({ of, where, groupBy, drop }: AggregateNode): string => JSON.stringify([of, where, groupBy, drop])
  return which(a) === which(b)
}

function elementRange(node: AggregateNode, table: RangeTable): Interval {
  const fact = table.fact(node.of)
  const elements = fact?.kind === 'list' ? fact.elements : []
  return numbers(rangeOfExpression(node.value, elementScope(elements, scopeOf(table))).range)
}

/** Denominators cancel against equal factors; what is left goes to one factor that has a quotient of its own. */
function product(factors: readonly Expr[], overs: readonly NodeId[], table: RangeTable): RatioInterval {
  let left = overs
  const kept: Expr[] = []
  for (const factor of factors) {
    const without = isVariable(factor) ? removed(left, [factor.var]) : undefined
    if (without === undefined) kept.push(factor)
    else left = without
  }
  const apart = kept.map((factor) => ratios(plain(factor, table)))
  const choices = kept.map((factor, index) => apart.with(index, quotient(factor, left, table)).reduce(ratioTimes, one))
  const divided = ratioOver(
    apart.reduce(ratioTimes, one),
    left.map((over) => whole(over, table)).reduce(times, interval(1n, 1n)),
  )
  return choices.reduce(ratioMeet, divided)
}

/** `if c then a, otherwise b` over `if c then n, otherwise m`: a ÷ n or b ÷ m. */
function inStep(expr: Expr, overs: readonly NodeId[], table: RangeTable): RatioInterval | undefined {
  if (typeof expr !== 'object' || !('if' in expr)) return undefined
  for (const over of overs) {
    const node = table.node(over)?.node
    if (node?.kind !== 'logic' || typeof node.logic !== 'object' || !('if' in node.logic)) continue
    const [condition, then, otherwise] = expr.if as readonly [Expr, Expr, Expr]
    const [sameCondition, thenOver, otherwiseOver] = node.logic.if as readonly [Expr, Expr, Expr]
    if (expr.if.length !== 3 || node.logic.if.length !== 3 || !same(condition, sameCondition)) continue
    const rest = removed(overs, [over]) ?? []
    const sides = [byExpression(then, thenOver, rest, table), byExpression(otherwise, otherwiseOver, rest, table)]
    if (sides.every((side) => side !== undefined)) return ratioHull(sides)
  }
  return undefined
}

function byExpression(expr: Expr, over: Expr, rest: readonly NodeId[], table: RangeTable): RatioInterval | undefined {
  if (over === 1) return quotient(expr, rest, table)
  if (!isVariable(over) || table.node(over.var) === undefined) return undefined
  return quotient(expr, [...factorsOf(over.var, table), ...rest], table)
}

function plain(expr: Expr, table: RangeTable): Interval {
  return numbers(rangeOfExpression(expr, scopeOf(table)).range)
}

function whole(over: NodeId, table: RangeTable): Interval {
  return numbers(scopeOf(table)(over))
}

/** A product of nodes as its factors. */
function factorsOf(over: NodeId, table: RangeTable): readonly NodeId[] {
  const node = table.node(over)?.node
  if (node?.kind !== 'logic' || typeof node.logic !== 'object' || !('*' in node.logic)) return [over]
  const factors = node.logic['*']
  return factors.every(isVariable) ? factors.flatMap((factor) => factorsOf(factor.var, table)) : [over]
}

/** `list` without each of `gone` once; undefined where one is not in it. */
function removed(list: readonly NodeId[], gone: readonly NodeId[]): readonly NodeId[] | undefined {
  const left = [...list]
  for (const one of gone) {
    const at = left.indexOf(one)
    if (at < 0) return undefined
    left.splice(at, 1)
  }
  return left
}

/** The x of `the higher of x and 1`. */
function atLeastOne(expr: Expr): Expr | undefined {
  if (typeof expr !== 'object' || !('max' in expr) || expr.max.length !== 2) return undefined
  return expr.max[1] === 1 ? expr.max[0] : undefined
}

function isVariable(expr: Expr): expr is { readonly var: string } {
  return typeof expr === 'object' && 'var' in expr
}

function same(a: Expr, b: Expr): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
