/** What a value over the field can be, whatever the units of the kind report. */
import type { FieldNode, GraphNode } from '../scheme/index.js'
import { numberRange, numbers } from './expression.js'
import { greatest, hull, interval, size, times, type Interval } from './interval.js'
import type { NodeRange, RangeTable } from './table.js'

/** As many units of one kind as something may be computed over. */
const mostUnits = 100_000n

/** Throws a TypeError for a node that names what is not there. */
export function fieldRange(node: FieldNode, table: RangeTable): NodeRange {
  const range = taken(node, table)
  const each = node.of === undefined ? {} : { each: inputOf(node.id, node.of, table) }
  return { node, range: numberRange(range), ...each, peak: size(range) }
}

function taken({ id, take, of, where }: FieldNode, table: RangeTable): Interval {
  const none = interval(0n, 0n)
  switch (take) {
    case 'count':
      // The unit itself is among all.
      return interval(where === undefined ? 1n : 0n, mostUnits)
    case 'rank-down':
    case 'rank-up':
      return interval(1n, mostUnits)
    case 'sum':
      return hull([none, times(interval(0n, mostUnits), inputOf(id, of, table))])
    case 'max':
    case 'min': {
      const input = inputOf(id, of, table)
      return hull([...(where === undefined && !isRatio(of, table) ? [] : [none]), inLowestTerms(input, of, table)])
    }
    case 'max-over':
    case 'min-over':
      return interval(1n, greatest([1n, size(overOf(of, table) ?? none)]))
  }
}

/** What `node` ÷ `over` can be, where that is an average or a share: between the units' own values, from 0 to 1. */
export function fieldQuotient(node: FieldNode, over: GraphNode | undefined, table: RangeTable): Interval | undefined {
  if (over?.kind !== 'field' || over.take !== 'count') return undefined
  if (node.take === 'sum' && node.where === over.where) return table.node(node.id)?.each
  return node.take === 'count' && isPartOf(node.where, over.where, table) ? interval(0n, 1n) : undefined
}

/** Whether `where` holds only where `among` does. */
function isPartOf(where: string | undefined, among: string | undefined, table: RangeTable): boolean {
  if (among === undefined || where === among) return true
  const node = where === undefined ? undefined : table.node(where)?.node
  const logic = node?.kind === 'logic' ? node.logic : undefined
  const all = typeof logic === 'object' && 'and' in logic ? logic.and : []
  return all.some((one) => typeof one === 'object' && 'var' in one && one.var === among)
}

function inputOf(id: string, of: string | undefined, table: RangeTable): Interval {
  const input = of === undefined ? undefined : table.node(of)
  if (input === undefined) throw new TypeError(`there is no node ${of} before ${id}`)
  return numbers(input.range)
}

/** A numerator may lose what it shares with its denominator, down to 1, and take the denominator's sign. */
function inLowestTerms(input: Interval, of: string | undefined, table: RangeTable): Interval {
  const over = overOf(of, table)
  if (over === undefined) return input
  const signed = over.low < 0n ? hull([input, interval(-input.high, -input.low)]) : input
  return hull([signed, interval(signed.high < 0n ? -1n : 0n, signed.low > 0n ? 1n : 0n)])
}

function isRatio(of: string | undefined, table: RangeTable): boolean {
  return overOf(of, table) !== undefined
}

function overOf(of: string | undefined, table: RangeTable): Interval | undefined {
  const node = of === undefined ? undefined : table.node(of)?.node
  if (node?.kind !== 'logic' || node.over === undefined) return undefined
  const over = table.node(node.over)
  return over === undefined ? undefined : numbers(over.range)
}
