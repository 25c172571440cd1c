/** What is still possible for every cell, and how to take back what was tried. */
import type { Cell, CellId } from '../model/cells.js'
import type { Model } from '../model/model.js'
import { holds, within, type Domain } from './domain.js'

/** Bounds are integers that doubles hold, or infinite: what lies beyond is not told apart. */
export interface Store {
  readonly model: Model
  readonly low: number[]
  readonly high: number[]
  /** By variable. */
  readonly domains: Domain[]
  /** Cells to look at again. */
  readonly waiting: CellId[]
  readonly isWaiting: boolean[]
  /** What was changed, the last change last. */
  readonly trail: Trail
  /** Steps taken so far: cells looked at. */
  steps: number
}

/** Changes, each with what was there before it. Side by side: there are many. */
interface Trail {
  readonly cells: CellId[]
  readonly lows: number[]
  readonly highs: number[]
  readonly domains: (Domain | undefined)[]
}

/** Everything within the types of the facts. */
export function newStore(model: Model): Store {
  const store = emptyStore(model)
  for (const cell of model.cells.list) {
    const [from, to] = initial(model, cell)
    store.low.push(from)
    store.high.push(to)
  }
  return store
}

/** A store of its own with the same contents. */
export function copyOf({ model, low, high, domains }: Store): Store {
  return { ...emptyStore(model), low: [...low], high: [...high], domains: [...domains] }
}

function emptyStore(model: Model): Store {
  return {
    model,
    low: [],
    high: [],
    domains: model.variables.map(({ domain }) => domain),
    waiting: [],
    isWaiting: [],
    trail: { cells: [], lows: [], highs: [], domains: [] },
    steps: 0,
  }
}

function initial({ variables }: Model, cell: Cell): readonly [number, number] {
  switch (cell.op) {
    case 'constant':
      return [cell.value, cell.value]
    case 'variable': {
      const domain = variables[cell.variable]?.domain ?? []
      return [domain[0]?.[0] ?? 0, domain.at(-1)?.[1] ?? 0]
    }
    case 'and':
    case 'or':
    case 'not':
    case 'equal':
    case 'below':
    case 'at-most':
    case 'in':
      return [0, 1]
    default:
      return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  }
}

/** Cells that came into the model after the store. */
export function grow(store: Store): void {
  const { model, low, high } = store
  for (let id = low.length; id < model.cells.list.length; id += 1) {
    const [from, to] = initial(model, model.cells.list[id] as Cell)
    low.push(from)
    high.push(to)
    wake(store, id)
  }
}

export function wake({ waiting, isWaiting }: Store, cell: CellId): void {
  if (isWaiting[cell] === true) return
  isWaiting[cell] = true
  waiting.push(cell)
}

/** Keeps a cell within `from` … `to`; false where nothing is left. */
export function keepWithin(store: Store, cell: CellId, from: number, to: number): boolean {
  const { low, high, model } = store
  const so = low[cell] as number
  const far = high[cell] as number
  const nextLow = from > so ? Math.min(from, Number.MAX_SAFE_INTEGER) : so
  const nextHigh = to < far ? Math.max(to, Number.MIN_SAFE_INTEGER) : far
  if (nextLow > nextHigh) return false
  if (nextLow === so && nextHigh === far) return true
  const found = model.cells.list[cell]
  if (found?.op !== 'variable') return set(store, cell, nextLow, nextHigh, undefined)
  return keepDomain(store, found.variable, within(store.domains[found.variable] as Domain, nextLow, nextHigh))
}

/** Keeps a variable within a smaller domain; false where that is empty. */
export function keepDomain(store: Store, variable: number, domain: Domain): boolean {
  const first = domain[0]
  const last = domain.at(-1)
  if (first === undefined || last === undefined) return false
  const cell = store.model.variables[variable]?.cell as CellId
  return set(store, cell, first[0], last[1], { variable, domain })
}

function set(
  store: Store,
  cell: CellId,
  low: number,
  high: number,
  change: { readonly variable: number; readonly domain: Domain } | undefined,
): boolean {
  const { trail } = store
  trail.cells.push(cell)
  trail.lows.push(store.low[cell]!)
  trail.highs.push(store.high[cell]!)
  trail.domains.push(change === undefined ? undefined : store.domains[change.variable])
  store.low[cell] = low
  store.high[cell] = high
  if (change !== undefined) store.domains[change.variable] = change.domain
  wake(store, cell)
  for (const parent of store.model.cells.parents[cell]!) wake(store, parent)
  return true
}

/** Where the trail is now, to come back to. */
export function markOf({ trail }: Store): number {
  return trail.cells.length
}

/** Takes back all changes after a mark. */
export function takeBack(store: Store, mark: number): void {
  const { trail, low, high, domains, model } = store
  while (trail.cells.length > mark) {
    const cell = trail.cells.pop()!
    low[cell] = trail.lows.pop()!
    high[cell] = trail.highs.pop()!
    const domain = trail.domains.pop()
    const found = model.cells.list[cell]
    if (domain !== undefined && found?.op === 'variable') domains[found.variable] = domain
  }
  rest(store)
}

/** What was changed so far stays. */
export function keepAll({ trail }: Store): void {
  for (const list of [trail.cells, trail.lows, trail.highs, trail.domains]) list.length = 0
}

/** Nothing waits any more. */
export function rest({ waiting, isWaiting }: Store): void {
  for (const cell of waiting) isWaiting[cell] = false
  waiting.length = 0
}

/** Whether the cell can have the value, for all that is known. */
export function canBe({ model, low, high, domains }: Store, cell: CellId, value: number): boolean {
  const found = model.cells.list[cell]
  if (found?.op === 'variable') return holds(domains[found.variable] as Domain, value)
  return value >= (low[cell] as number) && value <= (high[cell] as number)
}

export function isFixed({ low, high }: Store, cell: CellId): boolean {
  return low[cell] === high[cell]
}

/** The value of a leaf, where it is settled; else NaN. */
export function leafValue({ model, low, high }: Store, leaf: number): number {
  const cell = model.leaves[leaf]?.cell ?? -1
  return low[cell] === high[cell] ? (low[cell] ?? Number.NaN) : Number.NaN
}
