import { compareScores, isPlain, type Column } from '../assess/score.js'
import { countsInShares, type Field } from './field.js'

/** In which order the graded units of a kind stand: by total, then by the scores that decide ties. */
export interface Order {
  /** The units, the first one first. */
  readonly sorted: Int32Array
  /** By unit: how many stand before it; the same for units that are tied. */
  readonly before: Int32Array
}

/** Units in order so far, with the group of those that are tied, by place: groups count from 0. */
interface Grouped {
  readonly sorted: Int32Array
  readonly groupAt: Int32Array
  readonly groups: number
}

export function orderOf(field: Field): Order {
  const units = unitsOf(field.size, (unit) => countsInShares(field, unit))
  const tied: Grouped = { sorted: units, groupAt: new Int32Array(units.length), groups: units.length === 0 ? 0 : 1 }
  const { sorted, groupAt } = [field.total, ...field.ties].reduce(ordered, tied)
  const before = new Int32Array(field.size)
  let first = 0
  for (let at = 0; at < sorted.length; at += 1) {
    if (at > 0 && groupAt[at] !== groupAt[at - 1]) first = at
    before[sorted[at]!] = first
  }
  return { sorted, before }
}

/** The units for which something holds, in their order. */
export function unitsOf(size: number, is: (unit: number) => boolean): Int32Array {
  const found = new Int32Array(size)
  let count = 0
  for (let unit = 0; unit < size; unit += 1) if (is(unit)) found[count++] = unit
  return found.slice(0, count)
}

/** Those of the units for which something holds, in the order that they are in. */
export function those(units: Int32Array, are: (unit: number) => boolean): Int32Array {
  const found = new Int32Array(units.length)
  let count = 0
  for (let at = 0; at < units.length; at += 1) if (are(units[at]!)) found[count++] = units[at]!
  return found.slice(0, count)
}

/** Puts those that are tied in order by one more score. */
function ordered(so: Grouped, column: Column): Grouped {
  if (so.groups === so.sorted.length) return so
  return (isPlain(column) ? orderedByKeys(so, column) : undefined) ?? orderedByComparing(so, column)
}

/**
 * Group, score and place of a unit as one integer, so that sorting plain numbers sorts units: many times as fast as comparing them two by
 * two. Undefined where such an integer would not be exact.
 */
function orderedByKeys({ sorted, groupAt, groups }: Grouped, { nums }: Column): Grouped | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const unit of sorted) {
    least = Math.min(least, nums[unit]!)
    most = Math.max(most, nums[unit]!)
  }
  const scores = most - least + 1
  // A power of two: dividing by it is exact.
  const places = 2 ** Math.ceil(Math.log2(sorted.length))
  if (!(groups * scores * places <= Number.MAX_SAFE_INTEGER)) return undefined
  const keys = new Float64Array(sorted.length)
  for (let at = 0; at < keys.length; at += 1) {
    keys[at] = (groupAt[at]! * scores + (most - nums[sorted[at]!]!)) * places + at
  }
  keys.sort()
  const found = new Int32Array(sorted.length)
  const groupOf = new Int32Array(sorted.length)
  let [group, last] = [-1, -1]
  for (let at = 0; at < keys.length; at += 1) {
    const key = Math.floor(keys[at]! / places)
    found[at] = sorted[keys[at]! - key * places]!
    if (key !== last) group += 1
    last = key
    groupOf[at] = group
  }
  return { sorted: found, groupAt: groupOf, groups: group + 1 }
}

/** The same for scores that are ratios, big or decided. */
function orderedByComparing({ sorted, groupAt }: Grouped, column: Column): Grouped {
  const found = sorted.slice()
  const groupOf = new Int32Array(sorted.length)
  let group = -1
  for (let first = 0; first < sorted.length;) {
    let next = first + 1
    while (next < sorted.length && groupAt[next] === groupAt[first]) next += 1
    const tied = found.subarray(first, next).sort((a, b) => compareScores(column, b, column, a))
    for (let at = 0; at < tied.length; at += 1) {
      if (at === 0 || compareScores(column, tied[at - 1]!, column, tied[at]!) !== 0) group += 1
      groupOf[first + at] = group
    }
    first = next
  }
  return { sorted: found, groupAt: groupOf, groups: group + 1 }
}

/**
 * Visits units in their order, each with its position among them from 1 (those tied have the same) and how many are tied with it, itself
 * included.
 */
export function eachPosition(
  sorted: Int32Array,
  before: Int32Array,
  visit: (unit: number, position: number, tied: number) => void,
): void {
  for (let first = 0; first < sorted.length;) {
    let next = first + 1
    while (next < sorted.length && before[sorted[first]!] === before[sorted[next]!]) next += 1
    for (let at = first; at < next; at += 1) visit(sorted[at]!, first + 1, next - first)
    first = next
  }
}
