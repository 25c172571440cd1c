/** Where a node goes when a fact grows, all else equal: signs through the graph. */
import type { AggregateNode, FactId, NodeId } from '../../scheme/index.js'
import type { Cell, CellId } from '../model/cells.js'
import { indexOfId, type Model } from '../model/model.js'
import type { Direction } from '../possibilities.js'
import { coneOf } from '../solve/cone.js'
import type { Store } from '../solve/store.js'
import { nodeOf, type Study } from './study.js'

export function directionOf(study: Study, fact: FactId, id: NodeId): Direction {
  const node = nodeOf(study, id)
  const roots = node.over === undefined ? [node.cell] : [node.cell, node.over]
  const ways = waysOf(study, indexOfId(fact), coneOf(study.model.cells, roots))
  const way = ways.get(node.cell) ?? 'none'
  const overWay = node.over === undefined ? 'none' : (ways.get(node.over) ?? 'none')
  if (overWay === 'none') return way
  return 'either'
}

type Ways = ReadonlyMap<CellId, Direction>

/** The direction of each cell (in order), as far as narrowing knows their bounds. */
export function waysOf({ model, any }: Study, fact: number, cone: readonly CellId[]): Ways {
  const ways = new Map<CellId, Direction>()
  const moved = sourcesOf(model, fact, any)
  for (const id of cone) {
    const cell = model.cells.list[id] as Cell
    const own = moved.get(id)
    const way = own ?? wayOf(cell, ways, any)
    const isSettled = any !== undefined && any.low[id] === any.high[id]
    if (way !== 'none' && !isSettled) ways.set(id, way)
  }
  return ways
}

/** The cells through which a fact enters, and how they move when it grows. */
function sourcesOf(model: Model, fact: number, any: Store | undefined): ReadonlyMap<CellId, Direction> {
  const found = new Map<CellId, Direction>()
  const variable = model.facts[fact]
  if (variable !== undefined) found.set(model.variables[variable]?.cell as CellId, 'up')
  for (const list of model.lists) {
    if (list.fact !== fact) continue
    for (const { node, leaf } of list.aggregates) {
      const cell = model.leaves[leaf]?.cell as CellId
      const aggregated = model.nodes.get(node)
      const { node: graph, cell: made } = aggregated ?? {}
      const isNeverLess = any !== undefined && (any.low[cell] as number) >= 0
      const way = graph?.kind === 'aggregate' && isNeverLess && growsWithRecords(graph) ? 'up' : 'either'
      found.set(cell, way)
      if (made !== undefined) found.set(made, way)
    }
  }
  return found
}

/** Whether one more record never makes it less, where no value is below 0. */
function growsWithRecords({ take, drop, groupBy, pick }: AggregateNode): boolean {
  return take !== 'min' && drop === undefined && (groupBy === undefined || pick !== 'min')
}

function wayOf(cell: Cell, ways: Ways, any: Store | undefined): Direction {
  const of = (arg: CellId): Direction => ways.get(arg) ?? 'none'
  switch (cell.op) {
    case 'constant':
    case 'variable':
    case 'leaf':
      return 'none'
    case 'linear':
      return together(cell.args.map((arg, at) => (cell.factors[at]! < 0 ? turned(of(arg)) : of(arg))))
    case 'min':
    case 'max':
    case 'and':
    case 'or':
      return together(cell.args.map(of))
    case 'not':
      return turned(of(cell.args[0]))
    case 'times': {
      const [a, b] = cell.args
      return together([signed(of(a), b, any), signed(of(b), a, any)])
    }
    case 'if':
      return choiceWay(cell.args, of, any)
    case 'below':
    case 'at-most':
      return together([turned(of(cell.args[0])), of(cell.args[1])])
    case 'equal':
    case 'in':
      return cell.args.every((arg) => of(arg) === 'none') ? 'none' : 'either'
    case 'round':
      return cell.args.length > 1 && of(cell.args[1]!) !== 'none' ? 'either' : of(cell.args[0])
  }
}

function together(ways: readonly Direction[]): Direction {
  return ways.reduce((a, b) => (a === 'none' ? b : b === 'none' || a === b ? a : 'either'), 'none')
}

function turned(way: Direction): Direction {
  return way === 'up' ? 'down' : way === 'down' ? 'up' : way
}

/** A factor's way in a product, by the sign of the other. */
function signed(way: Direction, other: CellId, any: Store | undefined): Direction {
  if (way === 'none' || any === undefined) return way === 'none' ? 'none' : 'either'
  if ((any.low[other] as number) >= 0) return way
  return (any.high[other] as number) <= 0 ? turned(way) : 'either'
}

/** A condition that comes to hold leads to its branch: up where that is never below the other. */
function choiceWay(
  [condition, then, otherwise]: readonly [CellId, CellId, CellId],
  of: (arg: CellId) => Direction,
  any: Store | undefined,
): Direction {
  const branches = together([of(then), of(otherwise)])
  const way = of(condition)
  if (way === 'none') return branches
  if (any === undefined) return 'either'
  const { low, high } = any
  if (low[then]! >= high[otherwise]!) return together([way, branches])
  if (high[then]! <= low[otherwise]!) return together([turned(way), branches])
  return 'either'
}
