import { compareScores } from '../assess/score.js'
import { holdsPlace, type Field } from './field.js'

/** Below 0 where the unit at `a` stands before the one at `b`: by total, then by the scores that decide ties; 0 where they are tied. */
export type Order = (a: number, b: number) => number

export function orderOf({ total, ties }: Field): Order {
  return (a, b) => {
    let order = compareScores(total, b, total, a)
    for (let at = 0; order === 0 && at < ties.length; at += 1) {
      const column = ties[at]!
      order = compareScores(column, b, column, a)
    }
    return order
  }
}

export function reversed(order: Order): Order {
  return (a, b) => order(b, a)
}

/** The units that hold a place, the first one first. */
export function competing(field: Field): Int32Array {
  const found: number[] = []
  for (let at = 0; at < field.size; at += 1) if (holdsPlace(field, at)) found.push(at)
  return Int32Array.from(found).sort(orderOf(field))
}

/** Visits units in their order, each with its position from 1 (those tied have the same) and how many are tied with it, itself included. */
export function eachPosition(
  sorted: ArrayLike<number>,
  order: Order,
  visit: (unit: number, position: number, tied: number) => void,
): void {
  for (let first = 0; first < sorted.length;) {
    let next = first + 1
    while (next < sorted.length && order(sorted[first]!, sorted[next]!) === 0) next += 1
    for (let at = first; at < next; at += 1) visit(sorted[at]!, first + 1, next - first)
    first = next
  }
}
