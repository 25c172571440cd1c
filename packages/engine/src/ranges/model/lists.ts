/**
 * Lists as slots: a unit is made whose list has up to so many different records, each in a number of copies. What an aggregate makes of
 * such a list can be said in cells. (Not every list is of that form: bounds for all lists come from the intervals of `../node.ts`.)
 */
import type { AggregateNode, Expr } from '../../scheme/index.js'
import type { CellId, Cells } from './cells.js'
import { cellOf, NotInCells, type Named } from './expression.js'

/** A slot in cells: how many copies, and its fields. */
export interface SlotCells {
  readonly copies: CellId
  readonly fields: readonly Named[]
}

interface Counted {
  /** Whether copies of the slot are among the values. */
  readonly counts: CellId
  /** How many values the slot gives. */
  readonly times: CellId
  readonly value: CellId
}

/** What the aggregate makes of the slots; undefined where cells cannot say it. */
export function aggregateCell(
  node: AggregateNode,
  slots: readonly SlotCells[],
  cells: Cells,
  outside: (name: string) => Named,
): CellId | undefined {
  if (node.drop !== undefined && (node.take === 'max' || node.take === 'min')) return undefined
  try {
    const values = valuesOf(node, slots, cells, outside)
    return taken(node, values, cells)
  } catch (error) {
    if (error instanceof NotInCells) return undefined
    throw error
  }
}

function valuesOf(
  node: AggregateNode,
  slots: readonly SlotCells[],
  cells: Cells,
  outside: (name: string) => Named,
): readonly Counted[] {
  const scopes = slots.map(
    ({ fields }) =>
      (name: string): Named =>
        fields[elementIndex(name) ?? -1] ?? outside(name),
  )
  const read = (expr: Expr, slot: number): CellId => cellOf(expr, cells, scopes[slot] as (name: string) => Named)
  const all = slots.map(({ copies }, slot) => {
    const some = cells.compare('below', cells.constant(0), copies)
    const fits = node.where === undefined ? cells.constant(1) : read(node.where, slot)
    return { counts: cells.and([some, fits]), times: copies, value: read(node.value, slot) }
  })
  const { groupBy } = node
  if (groupBy === undefined) return all
  const groups = scopes.map((scope) => groupOf(groupBy, scope, cells))
  return all.map((one, slot) => bestOfGroup(node, one, slot, all, groups, cells))
}

/** The group of a slot's copies: a text of its own is a group for each copy. */
interface Group {
  readonly cell: CellId
  readonly isOwn: CellId
}

function groupOf(expr: Expr, scope: (name: string) => Named, cells: Cells): Group {
  const found = typeof expr === 'object' && 'var' in expr ? scope(expr.var) : undefined
  if (typeof found === 'object')
    return { cell: found.text, isOwn: cells.compare('equal', found.text, cells.constant(0)) }
  return { cell: cellOf(expr, cells, scope), isOwn: cells.constant(0) }
}

/** A slot counts unless another one of its group is better (or as good and before it), and once for a group. */
function bestOfGroup(
  { pick }: AggregateNode,
  one: Counted,
  slot: number,
  all: readonly Counted[],
  groups: readonly Group[],
  cells: Cells,
): Counted {
  const own = groups[slot] as Group
  const rivals = all.flatMap((other, index) => {
    if (index === slot) return []
    const [low, high] = pick === 'min' ? [other.value, one.value] : [one.value, other.value]
    const isBetter = cells.compare(index < slot ? 'at-most' : 'below', low, high)
    const isSame = cells.compare('equal', own.cell, (groups[index] as Group).cell)
    return [cells.and([other.counts, isSame, isBetter])]
  })
  const isBest = cells.or([own.isOwn, cells.not(cells.or(rivals))])
  return {
    counts: cells.and([one.counts, isBest]),
    times: cells.choose(own.isOwn, one.times, cells.constant(1)),
    value: one.value,
  }
}

function taken(node: AggregateNode, values: readonly Counted[], cells: Cells): CellId {
  const none = cells.constant(0)
  const count = cells.linear(
    values.map(({ counts, times }) => [1, cells.choose(counts, times, none)]),
    0,
  )
  if (node.take === 'max' || node.take === 'min') return extreme(node.take, values, cells)
  const whole =
    node.take === 'count'
      ? count
      : cells.linear(
          values.map(({ counts, times, value }) => [1, cells.choose(counts, cells.times(times, value), none)]),
          0,
        )
  if (node.drop === undefined) return whole
  const ends: readonly CellId[] =
    node.take === 'count'
      ? [cells.constant(1), cells.constant(1)]
      : [extreme('max', values, cells), extreme('min', values, cells)]
  const dropped = cells.linear([[1, whole], ...ends.map((end) => [-1, end] as const)], 0)
  const isLong = cells.compare('below', cells.constant(Math.max(2, node.drop.ifMoreThan)), count)
  return cells.choose(isLong, dropped, whole)
}

/** 0 where nothing counts. */
function extreme(take: 'max' | 'min', values: readonly Counted[], cells: Cells): CellId {
  let isAny = cells.constant(0)
  let so = cells.constant(0)
  for (const { counts, value } of values) {
    const better = take === 'max' ? cells.greatest([so, value]) : cells.least([so, value])
    so = cells.choose(counts, cells.choose(isAny, better, value), so)
    isAny = cells.or([isAny, counts])
  }
  return so
}

function elementIndex(name: string): number | undefined {
  return /^e\d+$/.test(name) ? Number(name.slice(1)) : undefined
}

/** For each field, the texts that expressions compare it with. */
export function comparedTexts(expr: Expr | undefined, found: Map<string, Set<string>>): void {
  if (expr === undefined || typeof expr !== 'object' || 'var' in expr) return
  const operands = (Object.values(expr)[0] as readonly unknown[]).flat() as readonly Expr[]
  const names = operands.flatMap((operand) =>
    typeof operand === 'object' && operand !== null && 'var' in operand ? [operand.var] : [],
  )
  const texts = operands.filter((operand) => typeof operand === 'string')
  for (const name of names) {
    const so = found.get(name) ?? new Set<string>()
    for (const text of texts) so.add(text)
    found.set(name, so)
  }
  for (const operand of operands) comparedTexts(operand, found)
}
