/** The range of a node from the ranges of facts and earlier nodes. */
import type { AggregateNode, GraphNode, LogicNode, RoundNode } from '../scheme/index.js'
import { roundRatio } from './round.js'
import { greatest, hull, interval, ratio, ratios, size, times, type Interval, type RatioInterval } from './interval.js'
import { numberRange, numbers, rangeOfExpression } from './expression.js'
import { fieldRange } from './field.js'
import { quotientRange } from './quotient.js'
import { elementScope, scopeOf, type NodeRange, type RangeTable } from './table.js'

/** The greatest integer up to which doubles are exact: 2⁵³ − 1. */
export const greatestSafe = BigInt(Number.MAX_SAFE_INTEGER)

/** Throws a TypeError for a node that names what is not there or mixes numbers and conditions. */
export function rangeOfNode(node: GraphNode, table: RangeTable): NodeRange {
  switch (node.kind) {
    case 'logic':
      return logicRange(node, table)
    case 'aggregate':
      return aggregateRange(node, table)
    case 'round':
      return roundRange(node, table)
    case 'field':
      return fieldRange(node, table)
    case 'grade':
      return { node, range: numberRange(interval(-1n, BigInt(table.grades) - 1n)), peak: BigInt(table.grades) }
  }
}

/**
 * Whether doubles might not do: the node's value, or for expressions and aggregates a step on the way, can pass 2⁵³ − 1.
 * (A rounding is exact whatever the sizes on its way.)
 */
export function mustBeBig({ peak }: NodeRange): boolean {
  return peak > greatestSafe
}

/** The number that a node says: its integer ÷ its unit, ÷ over. */
export function valueOfRange({ node, range, quotient }: NodeRange): RatioInterval {
  const unit = node.kind === 'grade' ? 1n : BigInt(node.unit ?? 1)
  const whole = quotient ?? ratios(numbers(range))
  return {
    low: ratio(whole.low.num, whole.low.den * unit),
    high: ratio(whole.high.num, whole.high.den * unit),
  }
}

function logicRange(node: LogicNode, table: RangeTable): NodeRange {
  const { range, peak } = rangeOfExpression(node.logic, scopeOf(table))
  if (range.kind !== node.type) throw new TypeError(`node ${node.id} is not a ${node.type} value`)
  if (node.over === undefined) return { node, range, peak }
  return { node, range, peak, quotient: quotientRange(node.logic, [node.over], table) }
}

function aggregateRange(node: AggregateNode, table: RangeTable): NodeRange {
  const fact = table.fact(node.of)
  if (fact?.kind !== 'list') throw new TypeError(`fact ${node.of} is not a list`)
  const scope = elementScope(fact.elements, scopeOf(table))
  const conditions = [node.where, node.groupBy].filter((expr) => expr !== undefined)
  const element = rangeOfExpression(node.value, scope)
  const range = taken(node, numbers(element.range), fact)
  const steps = [element, ...conditions.map((expr) => rangeOfExpression(expr, scope))]
  return { node, range: numberRange(range), peak: greatest([size(range), ...steps.map(({ peak }) => peak)]) }
}

/** What an element of the node's list can be, and 0 for an empty list. */
function taken(
  node: AggregateNode,
  element: Interval,
  { min = 0n, max }: { readonly min?: bigint; readonly max: bigint },
): Interval {
  const none = interval(0n, 0n)
  // Of elements that must fit, have a group, or are dropped, none may be left.
  const isPlain = node.where === undefined && node.groupBy === undefined && node.drop === undefined
  const least = isPlain ? min : 0n
  const some = interval(least, max)
  if (node.take === 'count') return some
  const value = node.take === 'sum' ? times(some, element) : element
  return least > 0n ? value : hull([none, value])
}

/** Rounding keeps order, so the ends are the ends rounded; 0 stands for a denominator of 0. */
function roundRange(node: RoundNode, table: RangeTable): NodeRange {
  const of = table.node(node.of)
  if (of === undefined) throw new TypeError(`there is no node ${node.of} before ${node.id}`)
  const value = valueOfRange(of)
  const rounded = interval(
    roundRatio(ratio(value.low.num * BigInt(node.unit), value.low.den), node.mode),
    roundRatio(ratio(value.high.num * BigInt(node.unit), value.high.den), node.mode),
  )
  const range = canBeOverNothing(of, table) ? hull([rounded, interval(0n, 0n)]) : rounded
  return { node, range: numberRange(range), peak: size(range) }
}

function canBeOverNothing({ node }: NodeRange, table: RangeTable): boolean {
  const over = node.kind === 'logic' && node.over !== undefined ? table.node(node.over) : undefined
  return over !== undefined && numbers(over.range).low <= 0n
}
