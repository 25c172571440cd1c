/** Looks for one unit within a store: narrows, chooses a value, narrows again; what contradicts itself is taken back. */
import type { CellId } from '../model/cells.js'
import type { Scope } from './cone.js'
import { domainOf, lowerHalf, nearestIn, sizeOf, within, without, type Domain } from './domain.js'
import { valuesAt } from './point.js'
import { propagate } from './propagate.js'
import { grow, isFixed, keepDomain, keepWithin, leafValue, takeBack, type Store } from './store.js'

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

/** A decision: the variable was kept within `tried`; what was left besides is tried next. */
interface Decision {
  readonly variable: number
  readonly length: number
  readonly rest: Domain
}

/** Searches; the store is afterwards as it was before. */
export function search(store: Store, quest: Quest): Found {
  const start = store.trail.length
  grow(store)
  const found = searched(store, quest)
  takeBack(store, start)
  return found
}

function searched(store: Store, quest: Quest): Found {
  const { scope, wanted, effort } = quest
  const last = store.steps + effort
  const isNarrowed = wanted.every(({ cell, low, high }) => keepWithin(store, cell, low, high)) && propagate(store)
  if (!isNarrowed) return { kind: 'impossible' }
  const guess = checked(store, quest)
  if (guess.verdict === true) return { kind: 'found', values: guess.values }

  const order = inOrder(store, scope.variables)
  const decisions: Decision[] = []
  const failed = new Map<number, number>()
  let isOpen = false
  for (;;) {
    if (store.steps > last) return { kind: 'open' }
    const variable = order.find((one) => !isFixed(store, cellOf(store, one)))
    let isDead = false
    if (variable === undefined) {
      const { verdict, values } = checked(store, quest)
      if (verdict === true) return { kind: 'found', values }
      isOpen ||= verdict === undefined
      isDead = true
    } else {
      const domain = store.domains[variable] as Domain
      const tried = firstTry(domain, quest.usual(variable), failed.get(variable) ?? 0)
      decisions.push({ variable, length: store.trail.length, rest: lessThan(domain, tried) })
      isDead = !keepDomain(store, variable, tried) || !propagate(store)
    }
    while (isDead) {
      const decision = decisions.pop()
      if (decision === undefined) return { kind: isOpen ? 'open' : 'impossible' }
      if (store.steps > last) return { kind: 'open' }
      store.steps += 1
      takeBack(store, decision.length)
      failed.set(decision.variable, (failed.get(decision.variable) ?? 0) + 1)
      isDead = !keepDomain(store, decision.variable, decision.rest) || !propagate(store)
    }
  }
}

/** Few values first: what is left to the end is what can be tuned finely. */
function inOrder({ domains }: Store, variables: readonly number[]): readonly number[] {
  const size = new Map(variables.map((variable) => [variable, sizeOf(domains[variable] as Domain)]))
  return [...variables].sort((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0) || a - b)
}

/** The usual value; after failures the half of the domain that holds what is nearest to it, then single values again. */
function firstTry(domain: Domain, usual: number, failures: number): Domain {
  const nearest = nearestIn(domain, usual)
  const isHalved = failures % 2 === 1 && sizeOf(domain) > 8
  if (!isHalved) return domainOf(nearest, nearest)
  const middle = lowerHalf(domain)
  return nearest <= middle
    ? within(domain, Number.MIN_SAFE_INTEGER, middle)
    : within(domain, middle + 1, Number.MAX_SAFE_INTEGER)
}

function lessThan(domain: Domain, tried: Domain): Domain {
  const [low, high] = [tried[0]?.[0] ?? 0, tried.at(-1)?.[1] ?? 0]
  if (low === high) return without(domain, low)
  return [...within(domain, Number.MIN_SAFE_INTEGER, low - 1), ...within(domain, high + 1, Number.MAX_SAFE_INTEGER)]
}

function cellOf({ model }: Store, variable: number): CellId {
  return model.variables[variable]?.cell as CellId
}

/** The unit with the nearest values to the usual ones, held against all that is wanted; undefined where that cannot be told. */
function checked(
  store: Store,
  { scope, wanted, usual }: Quest,
): { readonly verdict: boolean | undefined; readonly values: ReadonlyMap<number, number> } {
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
  return { verdict, values }
}
