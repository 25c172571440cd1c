import { compareScores, isPlain, type Column } from '../assess/score.js'
import { countsInShares, type Field } from './field.js'

/** In which order the graded units of a kind stand: by total, then by the scores that decide ties. */
export interface Order {
  /** The units, the first one first. */
  readonly sorted: Int32Array
  /** By unit: how many stand before it; the same for units that are tied. */
  readonly before: Int32Array
}

export function orderOf(field: Field): Order {
  const columns = [field.total, ...field.ties]
  const units = those(placesUpTo(field.size), (unit) => countsInShares(field, unit))
  // What decides last is sorted by first: every sort leaves those that it does not tell apart as they are.
  const sorted = columns.reduceRight(sortedBy, units)
  const before = new Int32Array(field.size)
  let first = 0
  for (let at = 1; at < sorted.length; at += 1) {
    if (!areTied(columns, sorted[at - 1]!, sorted[at]!)) first = at
    before[sorted[at]!] = first
  }
  return { sorted, before }
}

function placesUpTo(size: number): Int32Array {
  const places = new Int32Array(size)
  for (let place = 0; place < size; place += 1) places[place] = place
  return places
}

/** Those of the units for which something holds, in the order that they are in. */
export function those(units: Int32Array, are: (unit: number) => boolean): Int32Array {
  const found = new Int32Array(units.length)
  let count = 0
  for (let at = 0; at < units.length; at += 1) if (are(units[at]!)) found[count++] = units[at]!
  return count === units.length ? found : found.slice(0, count)
}

function areTied(columns: readonly Column[], a: number, b: number): boolean {
  for (const column of columns) if (compareScores(column, a, column, b) !== 0) return false
  return true
}

/** The highest score first. Scores that are whole numbers are not compared two by two: that would take many times as long. */
function sortedBy(units: Int32Array, column: Column): Int32Array {
  const ends = isPlain(column) ? endsOf(units, column) : undefined
  if (ends === undefined) return units.slice().sort((a, b) => compareScores(column, b, column, a))
  const scores = ends.most - ends.least + 1
  if (scores <= Math.max(mostCounted, units.length)) return sortedByCounting(units, column, ends.most, scores)
  return sortedByKeys(units, column, ends.most, scores)
}

/** So many different scores are counted at least, however few units there are. */
const mostCounted = 4096

interface Ends {
  readonly least: number
  readonly most: number
}

function endsOf(units: Int32Array, { nums }: Column): Ends {
  let [least, most] = [0, 0]
  for (let at = 0; at < units.length; at += 1) {
    const num = nums[units[at]!]!
    if (at === 0 || num < least) least = num
    if (at === 0 || num > most) most = num
  }
  return { least, most }
}

/** How many have each score says where those with the next one begin. */
function sortedByCounting(units: Int32Array, { nums }: Column, most: number, scores: number): Int32Array {
  const starts = new Int32Array(scores + 1)
  for (let at = 0; at < units.length; at += 1) starts[most - nums[units[at]!]! + 1]! += 1
  for (let score = 1; score <= scores; score += 1) starts[score]! += starts[score - 1]!
  const sorted = new Int32Array(units.length)
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]!
    sorted[starts[most - nums[unit]!]!++] = unit
  }
  return sorted
}

/** Score and place as one integer, so that sorting plain numbers sorts units; where such an integer would not be exact, by comparing. */
function sortedByKeys(units: Int32Array, column: Column, most: number, scores: number): Int32Array {
  // A power of two: dividing by it is exact.
  const places = 2 ** Math.ceil(Math.log2(units.length + 1))
  const { nums } = column
  if (!(scores * places <= Number.MAX_SAFE_INTEGER)) return units.slice().sort((a, b) => nums[b]! - nums[a]!)
  const keys = new Float64Array(units.length)
  for (let at = 0; at < keys.length; at += 1) keys[at] = (most - nums[units[at]!]!) * places + at
  keys.sort()
  const sorted = new Int32Array(units.length)
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at]!
    sorted[at] = units[key - Math.floor(key / places) * places]!
  }
  return sorted
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
