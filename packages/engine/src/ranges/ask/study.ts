/** What all questions about one kind of unit (or one unit of which something is known) share. */
import type { CompiledScheme, KindIndex, NodeId } from '../../scheme/index.js'
import { buildModel } from '../model/build.js'
import type { CellId } from '../model/cells.js'
import type { Model, NodeCells } from '../model/model.js'
import { nothingKnown, outsideOf, bounded, type Known, type Outside } from '../model/outside.js'
import { scopeOf, tiesOf, type Ties } from '../solve/cone.js'
import { nearestIn, type Domain } from '../solve/domain.js'
import { propagate } from '../solve/propagate.js'
import { search, type Found, type Wanted } from '../solve/search.js'
import { grow, keepWithin, newStore, takeBack, wake, type Store } from '../solve/store.js'
import { roundRatio } from '../round.js'

export interface Study {
  readonly model: Model
  readonly outside: Outside
  readonly ties: Ties
  /** What any unit can be: lists are bounded from outside. Undefined where no complete unit is possible. */
  readonly any: Store | undefined
  /** Units that can be made, the plainest first: lists of few different records. */
  readonly made: readonly Store[]
  /** A complete unit's values by variable; undefined where none was found. */
  readonly base: readonly number[] | undefined
  /** Steps that a search may take. */
  readonly effort: number
}

/** What is settled of a unit's variables beforehand. */
export interface Settled extends Known {
  /** Values of variables, by their places. */
  readonly variables: ReadonlyMap<number, number>
  /** Lists that are given, by their places among the model's lists. */
  readonly lists: ReadonlySet<number>
}

export const nothingSettled: Settled = { ...nothingKnown, variables: new Map(), lists: new Set() }

export function newStudy(scheme: CompiledScheme, kind: KindIndex, effort: number): Study {
  const model = buildModel(scheme, kind)
  return studyOf(model, tiesOf(model), nothingSettled, effort)
}

export function studyOf(model: Model, ties: Ties, settled: Settled, effort: number): Study {
  const outside = outsideOf(model, settled)
  const any = rootStore(model, outside, settled, 'any')
  const hasOpenLists = model.lists.some((_, list) => !settled.lists.has(list))
  const made = hasOpenLists
    ? (['plain', 'mixed'] as const).map((form) => rootStore(model, outside, settled, form))
    : [any]
  const stores = made.filter((store) => store !== undefined)
  return { model, outside, ties, any, made: stores, base: baseOf(model, ties, stores, effort), effort }
}

/** `any` list; `plain` ones: a single record where averages are taken; `mixed`: all that slots can be. */
type Form = 'any' | 'plain' | 'mixed'

/** Undefined where what is known contradicts itself. */
function rootStore(model: Model, outside: Outside, settled: Settled, form: Form): Store | undefined {
  const store = newStore(model, outside.leaf)
  model.cells.list.forEach((_, cell) => wake(store, cell))
  const settle = (variable: number, low: number, high: number): boolean =>
    keepWithin(store, cellOf(model, variable), low, high)
  const isConsistent =
    [...settled.variables].every(([variable, value]) => settle(variable, value, value)) &&
    model.lists.every(({ outside: flag, slots, isAveraged }, list) => {
      const isOutside = form === 'any' || settled.lists.has(list)
      if (!settle(flag, isOutside ? 1 : 0, isOutside ? 1 : 0)) return false
      if (isOutside || form !== 'plain' || !isAveraged) return true
      return slots.every(({ copies }, slot) => settle(copies, 0, slot === 0 ? 1 : 0))
    }) &&
    model.requires.every((cell) => keepWithin(store, cell, 1, 1)) &&
    propagate(store) &&
    boundShares(store, outside) &&
    propagate(store)
  store.trail.length = 0
  return isConsistent ? store : undefined
}

/** Rounded shares lie within what the form of the graph says; over nothing they are 0. */
function boundShares(store: Store, { shares }: Outside): boolean {
  return [...shares].every(([id, { low, high }]) => {
    const { node, cell, base } = store.model.nodes.get(id) as NodeCells
    if (node.kind !== 'round') return true
    const rounded = [low, high].map(({ num, den }) => roundRatio({ num: num * BigInt(node.unit), den }, node.mode))
    const [from = 0, to = 0] = rounded.map(bounded)
    const isOverSome = base !== undefined && (store.low[base] as number) >= 1
    return keepWithin(store, cell, isOverSome ? from : Math.min(from, 0), isOverSome ? to : Math.max(to, 0))
  })
}

export function cellOf({ variables }: Model, variable: number): CellId {
  return variables[variable]?.cell as CellId
}

export function nodeOf({ model }: Study, id: NodeId): NodeCells {
  const found = model.nodes.get(id)
  if (found === undefined) throw new RangeError(`no node ${id}`)
  return found
}

/** A complete unit, as usual as can be. */
function baseOf(model: Model, ties: Ties, stores: readonly Store[], effort: number): readonly number[] | undefined {
  const scope = scopeOf(model, ties, model.requires)
  const usual = (variable: number): number => model.variables[variable]?.usual ?? 0
  for (const store of stores) {
    const found = search(store, { scope, wanted: [], usual, effort })
    if (found.kind !== 'found') continue
    return model.variables.map(
      (_, variable) => found.values.get(variable) ?? nearestIn(store.domains[variable] as Domain, usual(variable)),
    )
  }
  return undefined
}

/** A unit that was found: the values of all variables, and (of cells) of what was asked. */
export type Answer =
  | { readonly kind: 'found'; readonly values: readonly number[] }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'open' }

/** Looks for a unit within all bounds; `impossible` holds for every unit, whatever its lists. */
export function answer(study: Study, wanted: readonly Wanted[]): Answer {
  const { model, ties, any, made, base, effort } = study
  if (any === undefined) return { kind: 'impossible' }
  const scope = scopeOf(
    model,
    ties,
    wanted.map(({ cell }) => cell),
  )
  if (isExcluded(any, wanted)) return { kind: 'impossible' }
  if (base !== undefined) {
    for (const store of made) {
      const found = search(store, { scope, wanted, usual: (variable) => base[variable] ?? 0, effort })
      if (found.kind === 'found') return { kind: 'found', values: merged(base, found) }
      if (found.kind === 'impossible' && store === any) return found
    }
  }
  if (made.includes(any)) return { kind: 'open' }
  const refuted = search(any, { scope, wanted, usual: () => 0, effort })
  return refuted.kind === 'impossible' ? refuted : { kind: 'open' }
}

/** Whether narrowing alone shows that no unit is within the bounds. */
function isExcluded(store: Store, wanted: readonly Wanted[]): boolean {
  const start = store.trail.length
  grow(store)
  const isPossible = wanted.every(({ cell, low, high }) => keepWithin(store, cell, low, high)) && propagate(store)
  takeBack(store, start)
  return !isPossible
}

function merged(base: readonly number[], found: Extract<Found, { readonly kind: 'found' }>): readonly number[] {
  return base.map((value, variable) => found.values.get(variable) ?? value)
}
