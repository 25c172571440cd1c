/** What all questions about one kind of unit (or one unit of which something is known) share. */
import type { CompiledScheme, KindIndex, NodeId } from '../../scheme/index.js'
import { buildModel } from '../model/build.js'
import type { CellId } from '../model/cells.js'
import type { ListModel, Model, NodeCells } from '../model/model.js'
import { nothingKnown, outsideOf, bounded, type Known, type Outside } from '../model/outside.js'
import { scopeOf, tiesOf, type Scope, type Ties } from '../solve/cone.js'
import { nearestIn, type Domain } from '../solve/domain.js'
import { valuesAt, type Values } from '../solve/point.js'
import { propagate } from '../solve/propagate.js'
import { search, type Found, type Quest, type Wanted } from '../solve/search.js'
import {
  copyOf,
  grow,
  keepAll,
  keepWithin,
  leafValue,
  markOf,
  newStore,
  takeBack,
  wake,
  type Store,
} from '../solve/store.js'
import { roundRatio } from '../round.js'
import { byCases } from './cases.js'

/** What is the same for every unit of a kind. */
export interface Ground {
  readonly model: Model
  readonly ties: Ties
  /** Bounds for every unit. */
  readonly general: Outside
  /** All that follows from the types of the facts and from being complete. */
  readonly store: Store | undefined
  /** Where the scores are that count only where something applies, by the node that says so. */
  readonly scores: ReadonlyMap<NodeId, NodeId | undefined>
  readonly effort: Effort
}

/** Steps: how many each search may take, and how many are left for all of them. */
export interface Effort {
  readonly each: number
  left: number
}

export interface Study extends Ground {
  readonly outside: Outside
  /** What any unit can be: lists are bounded from outside. Undefined where no complete unit is possible. */
  readonly any: Store | undefined
  /** Units that can be made, the plainest first: lists of few different records. */
  readonly made: readonly Store[]
  /** A complete unit's values by variable; undefined where none was found. */
  readonly base: readonly number[] | undefined
  /** What the last questions rested on, by their cells: an end is asked for more than once. */
  readonly scopes: Map<string, Scope>
  /** Units that many questions try first, made with the first question. */
  readonly corners: { units?: readonly Corner[] }
}

/** A complete unit, with the values of all cells that were there when it was found. */
export interface Corner {
  readonly values: readonly number[]
  readonly cells: Values
}

/** What is settled of a unit's variables beforehand. */
export interface Settled extends Known {
  /** Values of variables, by their places. */
  readonly variables: ReadonlyMap<number, number>
  /** Lists that are given, by their places among the model's lists. */
  readonly lists: ReadonlySet<number>
}

export const nothingSettled: Settled = { ...nothingKnown, variables: new Map(), lists: new Set() }

/** `asked`: the only nodes that are asked about. */
export function newGround(
  scheme: CompiledScheme,
  kind: KindIndex,
  effort: Effort,
  asked: readonly NodeId[] | undefined,
): Ground {
  const model = buildModel(scheme, kind, asked)
  const store = newStore(model)
  model.cells.list.forEach((_, cell) => wake(store, cell))
  const isConsistent = model.requires.every((cell) => keepWithin(store, cell, 1, 1)) && propagate(store)
  keepAll(store)
  const general = outsideOf(model, nothingKnown)
  return {
    model,
    ties: tiesOf(model),
    general,
    store: isConsistent ? store : undefined,
    scores: scoresOf(model),
    effort,
  }
}

/** Each study has all of the effort to itself. */
export function studyOf(shared: Ground, settled: Settled): Study {
  const ground = { ...shared, effort: { ...shared.effort } }
  const { model, general } = ground
  const wide = outsideOf(model, settled, general)
  const first = formed(ground, wide, settled, 'any')
  const outside = first === undefined ? wide : byCases(model, wide, settled, first, general)
  const any = outside === wide ? first : formed(ground, outside, settled, 'any')
  const hasOpenLists = model.lists.some((_, list) => !settled.lists.has(list))
  const made = hasOpenLists
    ? [formed(ground, outside, settled, 'plain'), formed(ground, outside, settled, 'mixed')]
    : [any]
  const stores = made.filter((store) => store !== undefined)
  return { ...ground, outside, any, made: stores, base: baseOf(ground, stores), scopes: new Map(), corners: {} }
}

/** `any` list; `plain` ones: a single record where averages are taken; `mixed`: all that slots can be. */
type Form = 'any' | 'plain' | 'mixed'

/** Undefined where what is known contradicts itself. */
function formed({ model, store: ground }: Ground, outside: Outside, settled: Settled, form: Form): Store | undefined {
  if (ground === undefined) return undefined
  const store = copyOf(ground)
  const settle = (variable: number, low: number, high: number): boolean =>
    keepWithin(store, cellOf(model, variable), low, high)
  const isConsistent =
    model.leaves.every(({ cell }, leaf) => keepWithin(store, cell, ...outside.leaf(leaf))) &&
    [...settled.variables].every(([variable, value]) => settle(variable, value, value)) &&
    model.lists.every((list, place) => formList(list, form === 'any' || settled.lists.has(place), form, settle)) &&
    propagate(store) &&
    boundShares(store, outside) &&
    propagate(store)
  keepAll(store)
  return isConsistent ? store : undefined
}

/** Slots of a list that is bounded from outside stand for nothing. */
function formList(
  { outside: flag, slots, isAveraged }: ListModel,
  isOutside: boolean,
  form: Form,
  settle: (variable: number, low: number, high: number) => boolean,
): boolean {
  if (isOutside) return settle(flag, 1, 1) && slots.every(({ copies }) => settle(copies, 0, 0))
  if (!settle(flag, 0, 0)) return false
  return form !== 'plain' || !isAveraged || slots.every(({ copies }, slot) => settle(copies, 0, slot === 0 ? 1 : 0))
}

function scoresOf({ scheme, kind }: Model): Ground['scores'] {
  const { total, base, bonus, penalty } = scheme.kinds[kind] ?? {}
  const found = new Map<NodeId, NodeId | undefined>()
  for (const { score, applies, treatment } of [...scheme.items, ...scheme.parts]) {
    const condition = treatment === 'left-out' ? applies : undefined
    found.set(score, found.has(score) && found.get(score) !== condition ? undefined : condition)
  }
  for (const id of [total, base, bonus, penalty]) if (id !== undefined && !found.has(id)) found.set(id, undefined)
  return found
}

/** Rounded shares lie within what the form of the graph says; over nothing they are 0. */
function boundShares(store: Store, { shares }: Outside): boolean {
  return [...shares].every(([id, { low, high, isOfSome }]) => {
    const { node, cell, base } = store.model.nodes.get(id) as NodeCells
    if (node.kind !== 'round') return true
    const rounded = [low, high].map(({ num, den }) => roundRatio({ num: num * BigInt(node.unit), den }, node.mode))
    const [from = 0, to = 0] = rounded.map(bounded)
    const isOverSome = isOfSome || (base !== undefined && (store.low[base] as number) >= 1)
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
function baseOf({ model, ties, effort }: Ground, stores: readonly Store[]): readonly number[] | undefined {
  const scope = scopeOf(model, ties, model.requires)
  const usual = (variable: number): number => model.variables[variable]?.usual ?? 0
  for (const store of stores) {
    const found = searched(store, { scope, wanted: [], usual }, effort)
    if (found.kind !== 'found') continue
    return model.variables.map(
      (_, variable) => found.values.get(variable) ?? nearestIn(store.domains[variable] as Domain, usual(variable)),
    )
  }
  return undefined
}

/** A unit as a corner. */
export function cornerOf({ model: { cells }, made }: Study, values: readonly number[]): Corner {
  const [store] = made
  const order = cells.list.map((_, cell) => cell)
  const found = valuesAt(cells, order, {
    variable: (variable) => values[variable] ?? Number.NaN,
    leaf: (leaf) => (store === undefined ? Number.NaN : leafValue(store, leaf)),
  })
  return { values, cells: found }
}

/** A unit that was found: the values of all variables, and (of cells) of what was asked. */
export type Answer =
  | { readonly kind: 'found'; readonly values: readonly number[] }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'open' }

/** Looks for a unit within all bounds; `impossible` holds for every unit, whatever its lists. */
export function answer(study: Study, wanted: readonly Wanted[]): Answer {
  const { any, made, base, effort } = study
  if (any === undefined) return { kind: 'impossible' }
  const scope = scopeFor(study, wanted)
  if (isExcluded(any, wanted)) return { kind: 'impossible' }
  if (base !== undefined) {
    for (const store of made) {
      const found = searched(store, { scope, wanted, usual: (variable) => base[variable] ?? 0 }, effort)
      if (found.kind === 'found') return { kind: 'found', values: merged(base, found) }
      if (found.kind === 'impossible' && store === any) return found
    }
  }
  if (made.includes(any)) return { kind: 'open' }
  const refuted = searched(any, { scope, wanted, usual: (variable) => base?.[variable] ?? 0 }, effort)
  return refuted.kind === 'impossible' ? refuted : { kind: 'open' }
}

/** Searches within the effort that is left. */
function searched(store: Store, quest: Omit<Quest, 'effort'>, effort: Effort): Found {
  const before = store.steps
  const found = search(store, { ...quest, effort: Math.min(effort.each, effort.left) })
  effort.left = Math.max(0, effort.left - (store.steps - before))
  return found
}

const scopesKept = 8

function scopeFor({ model, ties, scopes }: Study, wanted: readonly Wanted[]): Scope {
  const cells = wanted.map(({ cell }) => cell)
  const key = cells.join()
  const scope = scopes.get(key) ?? scopeOf(model, ties, cells)
  if (scopes.size >= scopesKept) scopes.clear()
  scopes.set(key, scope)
  return scope
}

/** Whether narrowing alone shows that no unit is within the bounds. */
function isExcluded(store: Store, wanted: readonly Wanted[]): boolean {
  const start = markOf(store)
  grow(store)
  const isPossible = wanted.every(({ cell, low, high }) => keepWithin(store, cell, low, high)) && propagate(store)
  takeBack(store, start)
  return !isPossible
}

function merged(base: readonly number[], found: Extract<Found, { readonly kind: 'found' }>): readonly number[] {
  return base.map((value, variable) => found.values.get(variable) ?? value)
}
