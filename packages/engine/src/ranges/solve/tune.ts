/**
 * From a unit that is nearly right to one that is: changes one value, or two at once, so that a number comes to lie within narrow bounds.
 * Sums of many terms reach most numbers so, where deciding one value after the other would find out at the last one.
 */
import type { CellId } from '../model/cells.js'
import { sizeOf, within, type Domain } from './domain.js'
import { compute, valuesAt, type Bigs, type Point, type Values } from './point.js'
import type { Quest, Wanted } from './search.js'
import { isFixed, leafValue, type Store } from './store.js'

/** One other value of a variable, and by how much the number changes with it. */
interface Move {
  readonly variable: number
  readonly value: number
  readonly change: number
}

/** A unit that is being tuned. */
interface Tuned {
  readonly values: Map<number, number>
  readonly cells: Values
  readonly bigs: Bigs
  readonly point: Point
}

const rounds = 6
const mostPairs = 60

/** The values of a unit that has all that is wanted; undefined where none was found. */
export function tune(
  store: Store,
  quest: Quest,
  start: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> | undefined {
  const { scope } = quest
  const values = new Map(start)
  const point: Point = {
    variable: (variable) => values.get(variable) ?? Number.NaN,
    leaf: (leaf) => leafValue(store, leaf),
  }
  const bigs: Bigs = new Map()
  const unit: Tuned = { values, point, bigs, cells: valuesAt(store.model.cells, scope.cells, point, bigs) }
  const last = store.steps + quest.effort
  for (let round = 0; round < rounds; round += 1) {
    const failing = failures(quest, unit.cells)
    const [target] = failing
    if (target === undefined) return values
    const before = unit.cells[target.cell] ?? Number.NaN
    if (Number.isNaN(before)) return undefined
    const moves = movesOf(store, quest, unit, target, failing.length, last)
    if (failures(quest, unit.cells).length === 0) return values
    if (pairUp(store, quest, unit, target, moves)) return values
    const best = nearestMove(moves, before, target)
    if (best === undefined || store.steps > last) return undefined
    apply(store, quest, unit, best)
  }
  return undefined
}

/** What is wanted and not so; what must hold of every unit counts too. */
function failures({ wanted, scope }: Quest, cells: Values): readonly Wanted[] {
  const all = [...wanted, ...scope.requires.map((cell) => ({ cell, low: 1, high: 1 }))]
  return all.filter(({ cell, low, high }) => !(cells[cell]! >= low && cells[cell]! <= high))
}

/** Every other value that spoils nothing else; leaves the unit with the first that settles all. */
function movesOf(
  store: Store,
  quest: Quest,
  unit: Tuned,
  target: Wanted,
  failing: number,
  last: number,
): readonly Move[] {
  const moves: Move[] = []
  const before = unit.cells[target.cell]!
  for (const variable of quest.scope.variables) {
    if (isFixed(store, store.model.variables[variable]?.cell as CellId)) continue
    const current = unit.values.get(variable) ?? 0
    for (const value of candidates(store.domains[variable] as Domain)) {
      if (value === current) continue
      if (store.steps > last) return moves
      apply(store, quest, unit, { variable, value, change: 0 })
      const left = failures(quest, unit.cells)
      if (left.length === 0) return moves
      const change = unit.cells[target.cell]! - before
      // Others may not fail for it; the target itself may still.
      const others = left.filter((one) => one !== target).length
      if (Number.isFinite(change) && change !== 0 && others < failing) moves.push({ variable, value, change })
    }
    apply(store, quest, unit, { variable, value: current, change: 0 })
  }
  return moves
}

function apply(store: Store, { scope }: Quest, { values, cells, bigs, point }: Tuned, { variable, value }: Move): void {
  const own = scope.dependents(variable)
  values.set(variable, value)
  compute(store.model.cells.list, own, point, cells, bigs)
  // Computing a value is quicker than narrowing.
  store.steps += own.length / 8
}

/** Two moves that together bring the number within its bounds. */
function pairUp(store: Store, quest: Quest, unit: Tuned, target: Wanted, moves: readonly Move[]): boolean {
  const before = unit.cells[target.cell]!
  const sorted = [...moves].sort((a, b) => a.change - b.change || a.variable - b.variable || a.value - b.value)
  const [low, high] = [target.low - before, target.high - before]
  let tried = 0
  for (const one of moves) {
    for (let at = firstFrom(sorted, low - one.change); at < sorted.length && tried < mostPairs; at += 1) {
      const other = sorted[at]!
      if (one.change + other.change > high) break
      if (other.variable === one.variable) continue
      tried += 1
      const kept = [one, other].map(({ variable }) => ({ variable, value: unit.values.get(variable) ?? 0, change: 0 }))
      for (const move of [one, other]) apply(store, quest, unit, move)
      if (failures(quest, unit.cells).length === 0) return true
      for (const move of kept) apply(store, quest, unit, move)
    }
  }
  return false
}

/** The place of the first move that changes at least so much. */
function firstFrom(sorted: readonly Move[], change: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (sorted[middle]!.change < change) from = middle + 1
    else to = middle
  }
  return from
}

/** The move that comes nearest, if it comes nearer at all. */
function nearestMove(moves: readonly Move[], before: number, target: Wanted): Move | undefined {
  const distance = (value: number): number => Math.max(target.low - value, value - target.high, 0)
  let best: Move | undefined
  for (const move of moves) {
    const so = best === undefined ? distance(before) : distance(before + best.change)
    if (distance(before + move.change) < so) best = move
  }
  return best
}

const few = 40
const spread = 24

/** All values of a small domain; of a large one some all over it, each with close neighbours, as steps both large and small are needed. */
function candidates(domain: Domain): readonly number[] {
  const size = sizeOf(domain)
  const [first, last] = [domain[0]?.[0] ?? 0, domain.at(-1)?.[1] ?? 0]
  if (size <= few) return domain.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, at) => low + at))
  const near = Array.from({ length: spread }, (_, at) => first + at)
  const far = Array.from({ length: spread }, (_, at) => first + Math.floor(((last - first) * (at + 1)) / spread))
  const all = [...near, ...far.flatMap((value) => [value - 3, value - 1, value])]
  return [...new Set(all)].filter((value) => within(domain, value, value).length > 0)
}
