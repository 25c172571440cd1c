/** What aggregates make of a list that is given. */
import type { FactValue } from '../../api.js'
import type { AggregateNode, Expr, Fact, NodeId } from '../../scheme/index.js'
import { interval, hull } from '../interval.js'
import { booleans, numberRange, type Range } from '../expression.js'
import { rangeOfFact } from '../fact.js'
import { newCells } from '../model/cells.js'
import { cellOf, NotInCells, type Named } from '../model/expression.js'
import { indexOfId, type Model } from '../model/model.js'

/**
 * The value of an aggregate over the elements; undefined where it rests on more than the list and facts that are known (`factOf`, by
 * place).
 */
export function aggregateOver(
  { scheme, kind }: Model,
  id: NodeId,
  elements: readonly FactValue[],
  factOf: (place: number) => number | undefined,
): bigint | undefined {
  const node = scheme.nodes[indexOfId(id)] as AggregateNode
  const isRecord = scheme.facts[indexOfId(node.of)]?.type.kind === 'records'
  const cells = newCells()
  const texts = new Map<string, number>()

  /** An element's field as a constant; texts by a number of their own. */
  function field(element: FactValue, index: number): Named {
    const value = isRecord ? (element as readonly FactValue[])[index] : element
    if (typeof value !== 'string') return cells.constant(Number(value))
    return { text: cells.constant(1), listed: [value] }
  }

  function read(expr: Expr, element: FactValue): number | undefined {
    const found = cellOf(expr, cells, (name) => {
      if (name === 'kind') return cells.constant(kind)
      const index = indexOfId(name)
      if (name.startsWith('e')) return field(element, index)
      const value = name.startsWith('f') ? factOf(index) : undefined
      if (value === undefined) throw new NotInCells(name)
      return cells.constant(value)
    })
    return cells.constantOf(found)
  }

  function groupOf(expr: Expr, element: FactValue): number | undefined {
    const index = typeof expr === 'object' && 'var' in expr && expr.var.startsWith('e') ? indexOfId(expr.var) : -1
    const value = index < 0 ? undefined : isRecord ? (element as readonly FactValue[])[index] : element
    if (typeof value !== 'string') return read(expr, element)
    if (value === '') return Number.NaN
    const known = texts.get(value) ?? texts.size
    texts.set(value, known)
    return known
  }

  try {
    const values = valuesOf(node, elements, read, groupOf)
    return values === undefined ? undefined : taken(node, values)
  } catch (error) {
    if (error instanceof NotInCells) return undefined
    throw error
  }
}

/** One value for each element that fits, or for each group the best one; an empty text (NaN) is a group of its own. */
function valuesOf(
  { where, value, groupBy, pick }: AggregateNode,
  elements: readonly FactValue[],
  read: (expr: Expr, element: FactValue) => number | undefined,
  groupOf: (expr: Expr, element: FactValue) => number | undefined,
): readonly number[] | undefined {
  const alone: number[] = []
  const best = new Map<number, number>()
  for (const element of elements) {
    const fits = where === undefined ? 1 : read(where, element)
    if (fits === undefined) return undefined
    if (fits === 0) continue
    const own = read(value, element)
    const group = groupBy === undefined ? Number.NaN : groupOf(groupBy, element)
    if (own === undefined || group === undefined) return undefined
    const so = best.get(group)
    if (Number.isNaN(group)) alone.push(own)
    else if (so === undefined || (pick === 'min' ? own < so : own > so)) best.set(group, own)
  }
  return [...alone, ...best.values()]
}

function taken({ take, drop }: AggregateNode, values: readonly number[]): bigint {
  const sorted = [...values].sort((a, b) => a - b)
  const isLong = drop !== undefined && sorted.length > drop.ifMoreThan && sorted.length >= 3
  const kept = isLong ? sorted.slice(1, -1) : sorted
  switch (take) {
    case 'count':
      return BigInt(kept.length)
    case 'sum':
      return kept.reduce((sum, value) => sum + BigInt(value), 0n)
    case 'max':
      return BigInt(kept.at(-1) ?? 0)
    case 'min':
      return BigInt(kept[0] ?? 0)
  }
}

/** What each field (or the value alone) of the elements can be. */
export function elementRanges(fact: Fact, elements: readonly FactValue[], grades: number): readonly Range[] {
  const typed = rangeOfFact(fact, grades, false)
  if (typed.kind !== 'list' || elements.length === 0) return typed.kind === 'list' ? typed.elements : []
  const isRecord = fact.type.kind === 'records'
  return typed.elements.map((range, index) => {
    if (range.kind === 'text') return range
    const values = elements.map((element) => Number(isRecord ? (element as readonly FactValue[])[index] : element))
    if (range.kind === 'boolean') return booleans(values.includes(1), values.includes(0))
    return numberRange(hull(values.map((value) => interval(BigInt(value), BigInt(value)))))
  })
}
