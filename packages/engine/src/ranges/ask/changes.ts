/** How much each cell can change where one fact alone changes. */
import type { Cell, CellId } from '../model/cells.js'
import { product, saturated } from '../solve/revise.js'
import type { Store } from '../solve/store.js'

/** For each of the cells (in order) that the variables can change at all, the most by which they can. */
export function changesOf(
  store: Store,
  cells: readonly CellId[],
  variables: readonly number[],
): ReadonlyMap<CellId, number> {
  const { model, low, high } = store
  const changes = new Map<CellId, number>()
  const moved = new Set(variables)
  const lists = new Set(
    variables.flatMap((variable) => {
      const source = model.variables[variable]?.source
      return source?.kind === 'copies' || source?.kind === 'field' ? [source.list] : []
    }),
  )
  const leaves = new Set([...lists].flatMap((list) => model.lists[list]?.aggregates.map(({ leaf }) => leaf) ?? []))
  const width = (id: CellId): number => saturated((high[id] as number) - (low[id] as number))
  for (const id of cells) {
    const cell = model.cells.list[id] as Cell
    const isSource =
      (cell.op === 'variable' && moved.has(cell.variable)) || (cell.op === 'leaf' && leaves.has(cell.leaf))
    const change = isSource ? width(id) : changeOf(store, cell, changes)
    const most = Math.min(change, width(id))
    if (most > 0) changes.set(id, most)
  }
  return changes
}

function changeOf({ low, high }: Store, cell: Cell, changes: ReadonlyMap<CellId, number>): number {
  const of = (id: CellId): number => changes.get(id) ?? 0
  const isStill = cell.args.every((arg) => of(arg) === 0)
  if (isStill) return 0
  switch (cell.op) {
    case 'linear':
      return saturated(cell.args.reduce((sum, arg, at) => sum + product(of(arg), Math.abs(cell.factors[at]!)), 0))
    case 'min':
    case 'max':
      return Math.max(...cell.args.map(of))
    case 'times': {
      const [a, b] = cell.args
      const size = (id: CellId): number => Math.max(Math.abs(low[id]!), Math.abs(high[id]!))
      return saturated(product(of(a), size(b)) + product(of(b), size(a)))
    }
    case 'if': {
      const [condition, then, otherwise] = cell.args
      if (of(condition) === 0) return Math.max(of(then), of(otherwise))
      return Number.POSITIVE_INFINITY
    }
    case 'round': {
      const [num, over] = cell.args
      const least = over === undefined ? 1 : low[over]!
      if ((over !== undefined && of(over) > 0) || least < 1) return Number.POSITIVE_INFINITY
      const [change, by] = [product(of(num), cell.times), product(cell.by, least)]
      return Number.isFinite(change) ? Math.floor(change / by) + (change % by === 0 ? 0 : 1) : change
    }
    default:
      return 1
  }
}
