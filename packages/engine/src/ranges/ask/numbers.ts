/** The least and the greatest number that a node can come to. */
import type { UnitData } from '../../api.js'
import type { NodeId } from '../../scheme/index.js'
import { compareRatios, ratio, ratioHull, ratioMeet, type Ratio, type RatioInterval } from '../interval.js'
import { valueOfRange } from '../node.js'
import type { NodeCells } from '../model/model.js'
import { bounded, type Outside } from '../model/outside.js'
import type { Bound, PossibleNumbers } from '../possibilities.js'
import { coneOf } from '../solve/cone.js'
import { valuesAt, type Values } from '../solve/point.js'
import { propagate } from '../solve/propagate.js'
import type { Wanted } from '../solve/search.js'
import { grow, keepAll, keepWithin, leafValue, markOf, takeBack } from '../solve/store.js'
import { atLeast, atMost, overSome, whereScored } from './goals.js'
import { answer, cornerOf, nodeOf, type Corner, type Study } from './study.js'
import { once } from '../once.js'
import { unitOf } from './witness.js'

type Side = 'least' | 'greatest'

/** Halvings of what is between a number that a unit reaches and one that none passes. */
const probes = 40

export function numbersOf(study: Study, ends: Ends, given: UnitData | undefined): PossibleNumbers {
  return {
    get least() {
      return boundOf(study, ends.least, given)
    },
    get greatest() {
      return boundOf(study, ends.greatest, given)
    },
  }
}

/** An end, with the values of a unit that reaches it where it is exact. */
export interface End {
  readonly value: Ratio
  readonly values: readonly number[] | undefined
}

/** Each is searched for when it is looked at. */
export interface Ends {
  readonly least: End
  readonly greatest: End
}

export function endsOf(study: Study, id: NodeId): Ends {
  return endsFrom(study, id, cornersOf(study, id), whereScored(study, [id]))
}

function endsFrom(study: Study, id: NodeId, corners: readonly Corner[], scored: readonly Wanted[]): Ends {
  const node = nodeOf(study, id)
  const always = [...overSome(node), ...scored]
  const bounds = boundsWithin(study, node, always) ?? boundsWithin(study, node, []) ?? nothing
  const end = (side: Side): (() => End) => once(() => endOf(study, node, always, bounds, side, corners))
  const [least, greatest] = [end('least'), end('greatest')]
  return {
    get least() {
      return least()
    },
    get greatest() {
      return greatest()
    },
  }
}

/**
 * Narrowing takes things apart, so it bounds rounded shares, and scores in which a fact counts twice, too widely. Their own ends are
 * found once and kept, so that what rests on them is not searched in vain.
 */
export function tightened(study: Study): Study {
  const { model, any, made, base } = study
  if (any === undefined) return study
  const corners = base === undefined ? [] : [cornerOf(study, base)]
  for (const id of model.tangled) {
    const { cell, base: over, unit } = nodeOf(study, id)
    const isSettled = any.low[cell] === any.high[cell] || !Number.isFinite(any.low[cell]! + any.high[cell]!)
    if (isSettled || (over !== undefined && !(any.low[over]! >= 1))) continue
    const { least, greatest } = endsFrom(study, id, corners, [])
    const [low, high] = [least, greatest].map(({ value }) => bounded((value.num * BigInt(unit)) / value.den))
    for (const store of new Set([any, ...made])) {
      if (keepWithin(store, cell, low ?? 0, high ?? 0)) propagate(store)
      keepAll(store)
    }
  }
  return study
}

const nothing: RatioInterval = { low: ratio(0n), high: ratio(0n) }

/** What no unit passes, by narrowing alone; undefined where no unit satisfies what is wanted. */
function boundsWithin(study: Study, node: NodeCells, wanted: readonly Wanted[]): RatioInterval | undefined {
  const { any, outside } = study
  if (any === undefined) return wanted.length === 0 ? wideBounds(outside, node) : undefined
  const start = markOf(any)
  grow(any)
  const isPossible = wanted.every(({ cell, low, high }) => keepWithin(any, cell, low, high)) && propagate(any)
  const [low, high] = [any.low[node.cell] as number, any.high[node.cell] as number]
  const [fewest, most] =
    node.over === undefined ? [1, 1] : [any.low[node.over] as number, any.high[node.over] as number]
  takeBack(any, start)
  if (!isPossible && wanted.length > 0) return undefined
  if (![low, high, fewest, most].every(Number.isFinite) || fewest < 1) return wideBounds(outside, node)
  if (node.over === undefined)
    return { low: ratio(BigInt(low), BigInt(node.unit)), high: ratio(BigInt(high), BigInt(node.unit)) }
  const quotients = [low, high].flatMap((num) =>
    [fewest, most].map((over) => ratio(BigInt(num), BigInt(over) * BigInt(node.unit))),
  )
  return ratioMeet(ratioHull(quotients.map((one) => ({ low: one, high: one }))), wideBounds(outside, node))
}

/** From the form of the graph alone. */
function wideBounds(outside: Outside, { node }: NodeCells): RatioInterval {
  const share = outside.shares.get(node.id)
  if (share !== undefined && node.kind === 'logic') return share
  const found = outside.node(node.id)
  return found?.range.kind === 'number' ? valueOfRange(found) : { low: ratio(0n), high: ratio(1n) }
}

function endOf(
  study: Study,
  node: NodeCells,
  always: readonly Wanted[],
  bounds: RatioInterval,
  side: Side,
  corners: readonly Corner[],
): End {
  const beyond = (limit: Ratio, isIncluded: boolean): Wanted =>
    side === 'greatest' ? atLeast(study, node, limit, isIncluded) : atMost(study, node, limit, isIncluded)
  const end = side === 'greatest' ? bounds.high : bounds.low
  const corner = corners.find((one) => {
    const found = numberAt(node, one.cells)
    const isAsked = always.every(({ cell, low, high }) => one.cells[cell]! >= low && one.cells[cell]! <= high)
    return isAsked && found !== undefined && compareRatios(found, end) === 0
  })
  if (corner !== undefined) return { value: end, values: corner.values }
  const first = answer(study, [...always, beyond(end, true)])
  if (first.kind === 'found') return { value: end, values: first.values }
  return nearestEnd(study, node, always, end, side, beyond)
}

/** A usual unit, and those with the greatest and the least total: most other scores are at an end for one of them. */
function cornersOf(study: Study, asked: NodeId): readonly Corner[] {
  const { corners, base, model } = study
  const { total } = model.scheme.kinds[model.kind] ?? {}
  const first = base === undefined ? [] : [cornerOf(study, base)]
  if (total === undefined || total === asked || !model.nodes.has(total)) return first
  if (corners.units === undefined) {
    const { least, greatest } = endsFrom(study, total, first, whereScored(study, [total]))
    const found = [greatest.values, least.values].filter((values) => values !== undefined)
    corners.units = [...found.map((values) => cornerOf(study, values)), ...first]
  }
  return corners.units
}

/** Between a unit that is known and the end that none passes. */
function nearestEnd(
  study: Study,
  node: NodeCells,
  always: readonly Wanted[],
  end: Ratio,
  side: Side,
  beyond: (limit: Ratio, isIncluded: boolean) => Wanted,
): End {
  const some = answer(study, always)
  let best = some.kind === 'found' ? reached(study, node, some.values) : undefined
  let limit = end
  for (let probe = 0; probe < probes && best !== undefined && compareRatios(best.value, limit) !== 0; probe += 1) {
    // By halves, and every other time whether anything at all is beyond: that may settle it.
    const isStrict = probe % 2 === 0
    const asked: Ratio = isStrict ? best.value : between(best.value, limit, node)
    const found = answer(study, [...always, beyond(asked, !isStrict)])
    if (found.kind === 'found') best = reached(study, node, found.values) ?? best
    else if (found.kind === 'impossible') limit = isStrict ? best.value : before(asked, node, side)
    else if (!isStrict) break
  }
  if (best !== undefined && compareRatios(best.value, limit) === 0) return best
  return { value: limit, values: undefined }
}

/** Half way, for whole numbers of the node's unit the one nearer to the limit. */
function between(best: Ratio, limit: Ratio, { unit, over }: NodeCells): Ratio {
  const sum = ratio(best.num * limit.den + limit.num * best.den, 2n * best.den * limit.den)
  if (over !== undefined) return sum
  const isUp = compareRatios(limit, best) > 0
  const scaled = sum.num * BigInt(unit)
  const down = scaled / sum.den - (scaled % sum.den !== 0n && scaled < 0n ? 1n : 0n)
  const whole = scaled % sum.den === 0n || !isUp ? down : down + 1n
  return ratio(whole, BigInt(unit))
}

/** What remains where `middle` is not reached. */
function before(middle: Ratio, { unit, over }: NodeCells, side: Side): Ratio {
  if (over !== undefined) return middle
  return ratio(middle.num + (side === 'greatest' ? -1n : 1n), BigInt(unit))
}

/** The node's number for a unit. */
function reached(study: Study, node: NodeCells, values: readonly number[]): End | undefined {
  const { cells } = study.model
  const [store] = study.made
  const roots = node.over === undefined ? [node.cell] : [node.cell, node.over]
  const found = valuesAt(cells, coneOf(cells, roots), {
    variable: (variable) => values[variable] ?? Number.NaN,
    leaf: (leaf) => (store === undefined ? Number.NaN : leafValue(store, leaf)),
  })
  const value = numberAt(node, found)
  return value === undefined ? undefined : { value, values }
}

function numberAt({ cell, over, unit }: NodeCells, cells: Values): Ratio | undefined {
  const [num = Number.NaN, den = Number.NaN] = [cells[cell], over === undefined ? 1 : cells[over]]
  return Number.isNaN(num) || !(den >= 1) ? undefined : ratio(BigInt(num), BigInt(den) * BigInt(unit))
}

function boundOf(study: Study, { value, values }: End, given: UnitData | undefined): Bound {
  if (values === undefined) return { value, exact: false }
  return {
    value,
    exact: true,
    /** Made when it is asked for: a list can be long. */
    get witness() {
      return unitOf(study.model, values, given)
    },
  }
}
