/** Looks for one unit within a store: narrows, chooses a value, narrows again; what contradicts itself is taken back. */
import type { Cell, CellId } from '../model/cells.js'
import type { Scope } from './cone.js'
import { domainOf, lowerHalf, nearestIn, sizeOf, within, without, type Domain } from './domain.js'
import { valuesAt, type Values } from './point.js'
import { propagate } from './propagate.js'
import { tune } from './tune.js'
import { grow, isFixed, keepDomain, keepWithin, leafValue, markOf, takeBack, type Store } from './store.js'

/** A cell that is to lie within bounds, both included. */
export interface Wanted {
  readonly cell: CellId
  readonly low: number
  readonly high: number
}

/** `found` with the value of each variable in scope; `impossible` is proved; `open`: neither within the steps allowed. */
export type Found =
  | { readonly kind: 'found'; readonly values: ReadonlyMap<number, number> }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'open' }

export interface Quest {
  readonly scope: Scope
  readonly wanted: readonly Wanted[]
  /** The value that a variable has where nothing speaks for another. */
  readonly usual: (variable: number) => number
  /** Steps that the search may take. */
  readonly effort: number
}

/** A decision: the cell was kept within some of its values; `rest` is what is left besides, to be tried next. */
interface Decision {
  readonly cell: CellId
  /** Where the search was in its order. */
  readonly place: number
  readonly mark: number
  readonly rest: Domain
}

/** Searches; the store is afterwards as it was before. */
export function search(store: Store, quest: Quest): Found {
  const start = markOf(store)
  grow(store)
  const isNarrowed = quest.wanted.every(({ cell, low, high }) => keepWithin(store, cell, low, high)) && propagate(store)
  const found = isNarrowed ? inManners(store, quest) : impossible
  takeBack(store, start)
  return found
}

const impossible: Found = { kind: 'impossible' }

/** What conditions are tried as: as for the last guess, the other way round; or not decided by themselves, but by the variables. */
const manners = ['as-guessed', 'against', 'by-variables'] as const

/** One manner can be lost in what another settles at once, so each has its share of the effort. */
function inManners(store: Store, quest: Quest): Found {
  const guess = checked(store, quest)
  if (guess.verdict === true) return { kind: 'found', values: guess.values }
  const start = markOf(store)
  const isNarrow = quest.wanted.some(({ low, high }) => Number.isFinite(high - low) && high > 1)
  const tuned = isNarrow ? tunedUnit(store, quest, guess) : undefined
  if (tuned !== undefined) return { kind: 'found', values: tuned }
  for (const manner of manners) {
    const found = searched(store, quest, guess, manner)
    takeBack(store, start)
    if (found.kind !== 'open') return found
  }
  const last = isNarrow ? undefined : tunedUnit(store, quest, guess)
  return last === undefined ? { kind: 'open' } : { kind: 'found', values: last }
}

/** From the last guess, or from the middle of what is left, where no score is at its end. */
function tunedUnit(store: Store, quest: Quest, { verdict, values }: Guess): ReadonlyMap<number, number> | undefined {
  if (verdict === undefined) return undefined
  const middle = quest.scope.variables.map((variable) => {
    const domain = store.domains[variable] as Domain
    const { source } = store.model.variables[variable] ?? {}
    const value = source?.kind === 'copies' ? quest.usual(variable) : lowerHalf(domain)
    return [variable, nearestIn(domain, value)] as const
  })
  return tune(store, quest, values) ?? tune(store, quest, new Map(middle))
}

function searched(store: Store, quest: Quest, first: Guess, manner: (typeof manners)[number]): Found {
  const last = store.steps + quest.effort / manners.length
  let guess = first
  const order = inOrder(store, quest.scope, manner === 'by-variables')
  const decisions: Decision[] = []
  const failures = new Map<CellId, number>()
  // What failed last is decided first: it tells at once whether an earlier decision was wrong.
  let urgent: CellId | undefined
  let place = 0
  for (;;) {
    if (store.steps > last) return { kind: 'open' }
    while (place < order.length && isFixed(store, order[place]!)) place += 1
    const cell = urgent === undefined || isFixed(store, urgent) ? order[place] : urgent
    let isDead = true
    if (cell === undefined) {
      guess = checked(store, quest)
      // What rests on leaves cannot be told, here or elsewhere.
      if (guess.verdict === undefined) return { kind: 'open' }
    } else {
      const { tried, rest } = choiceFor(store, quest, cell, failures.get(cell) ?? 0, {
        isHolding: (guess.cells[cell] === 1) !== (manner === 'against'),
      })
      decisions.push({ cell, place, mark: markOf(store), rest })
      isDead = !keepOnly(store, cell, tried) || !propagate(store)
    }
    if (guess.verdict === true) return { kind: 'found', values: guess.values }
    while (isDead) {
      const decision = decisions.pop()
      if (decision === undefined) return impossible
      if (store.steps > last) return { kind: 'open' }
      store.steps += 1
      takeBack(store, decision.mark)
      ;({ place, cell: urgent } = decision)
      failures.set(urgent, (failures.get(urgent) ?? 0) + 1)
      isDead = !keepOnly(store, urgent, decision.rest) || !propagate(store)
    }
  }
}

/**
 * What to decide, in turn: conditions that several cells rest on, as bounds that are taken apart know least where one thing counts
 * twice; then variables, few values first, so that what can be tuned finely is left to the end.
 */
function inOrder({ model, domains }: Store, { cells, variables }: Scope, byVariables: boolean): readonly CellId[] {
  const { list } = model.cells
  const uses = new Map<CellId, number>()
  for (const id of cells) for (const arg of list[id]!.args) uses.set(arg, (uses.get(arg) ?? 0) + 1)
  const conditions = byVariables ? [] : cells
  const shared = conditions.filter((id) => isCondition(list[id] as Cell) && (uses.get(id) ?? 0) > 1)
  const size = new Map(variables.map((variable) => [variable, sizeOf(domains[variable] as Domain)]))
  const inTurn = [...variables].sort((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0) || a - b)
  return [
    ...shared.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b),
    ...inTurn.map((variable) => model.variables[variable]?.cell as CellId),
  ]
}

function isCondition({ op }: Cell): boolean {
  return ['and', 'or', 'not', 'equal', 'below', 'at-most', 'in'].includes(op)
}

/** Conditions as they are for the last guess; for variables the usual value, and after a failure the half that it lies in. */
function choiceFor(
  store: Store,
  { usual }: Quest,
  cell: CellId,
  failures: number,
  { isHolding }: { readonly isHolding: boolean },
): { readonly tried: Domain; readonly rest: Domain } {
  const found = store.model.cells.list[cell] as Cell
  if (found.op !== 'variable') {
    const value = isHolding ? 1 : 0
    return { tried: domainOf(value, value), rest: domainOf(1 - value, 1 - value) }
  }
  const domain = store.domains[found.variable] as Domain
  const nearest = nearestIn(domain, usual(found.variable))
  const isHalved = failures % 2 === 1 && sizeOf(domain) > 8
  if (!isHalved) return { tried: domainOf(nearest, nearest), rest: without(domain, nearest) }
  const middle = lowerHalf(domain)
  const halves = [
    within(domain, Number.MIN_SAFE_INTEGER, middle),
    within(domain, middle + 1, Number.MAX_SAFE_INTEGER),
  ] as const
  return nearest <= middle ? { tried: halves[0], rest: halves[1] } : { tried: halves[1], rest: halves[0] }
}

function keepOnly(store: Store, cell: CellId, domain: Domain): boolean {
  const found = store.model.cells.list[cell] as Cell
  if (found.op === 'variable') return keepDomain(store, found.variable, domain)
  const [only] = domain
  return only !== undefined && keepWithin(store, cell, only[0], only[1])
}

interface Guess {
  readonly verdict: boolean | undefined
  readonly values: ReadonlyMap<number, number>
  readonly cells: Values
}

/** The unit with the nearest values to the usual ones, held against all that is wanted; undefined where that cannot be told. */
function checked(store: Store, { scope, wanted, usual }: Quest): Guess {
  // Computing a value is quicker than narrowing.
  store.steps += scope.cells.length / 8
  const values = new Map(
    scope.variables.map((variable) => [variable, nearestIn(store.domains[variable] as Domain, usual(variable))]),
  )
  const found = valuesAt(store.model.cells, scope.cells, {
    variable: (variable) => values.get(variable) ?? Number.NaN,
    leaf: (leaf) => leafValue(store, leaf),
  })
  let verdict: boolean | undefined = true
  const hold = (cell: CellId, low: number, high: number): void => {
    const value = found[cell] ?? Number.NaN
    if (Number.isNaN(value)) verdict = verdict === false ? false : undefined
    else if (value < low || value > high) verdict = false
  }
  for (const { cell, low, high } of wanted) hold(cell, low, high)
  for (const cell of scope.requires) hold(cell, 1, 1)
  return { verdict, values, cells: found }
}
