import { bigRoundedQuotient, roundedQuotient } from '../number/round.js'
import type { RoundingMode } from '../scheme/index.js'
import type { State, Step } from './state.js'

/**
 * What an instruction does. Its code begins with the slot that it writes; then come the slots that it reads, and `at`: where its numbers
 * begin among the constants.
 */
export type Op =
  /** at, n, n slots: a constant and each slot × its factor, added up */
  | 'sum'
  /** a, at: factor × a + constant, held between two ends */
  | 'clamp'
  | 'multiply'
  | 'least'
  | 'greatest'
  /** a where it holds, then b, otherwise c */
  | 'select'
  | 'and'
  | 'or'
  | 'equal'
  | 'unequal'
  | 'below'
  | 'at-most'
  /** a is in the set with number b */
  | 'in'
  /** a, at, n: the value for a, from 0 to n − 1, or the one behind them */
  | 'look-up'
  /** a, at, n: a sign, the lowest value, and for each bound that a × sign is not below, its rise more */
  | 'band'
  /** a, at, mode: a × the first ÷ the second, whole */
  | 'round'
  /** runs the step with number a */
  | 'step'
  /**
   * at, n, m, k, n slots, m times a slot and where the entry for 0 is, k times a slot, the value from which on its entry is the same, and where
   * the entry for 0 is: a sum, to which the tables' entries for the slots are added
   */
  | 'sum-of-tables'

/** × `times` ÷ `by`, whole. */
export interface Rounding {
  readonly times: number
  readonly by: number
  readonly mode: RoundingMode
}

export const roundingModes: readonly RoundingMode[] = ['half-up', 'half-even', 'down', 'up']

/** Instructions of one operation that do not rest on each other, one after the other. */
export interface Group {
  readonly op: Op
  readonly code: Int32Array
}

/** Instructions for one kind of unit: one group after the other. */
export interface Program {
  readonly groups: readonly Group[]
  readonly constants: Float64Array
  readonly sets: readonly ReadonlySet<number>[]
  readonly steps: readonly Step[]
  /** The entries of tables, one table after the other. */
  readonly entries?: Float64Array
}

/**
 * Computes every slot that the program has a target for. Facts and constants must be in their slots. Both values of a `select` are
 * computed: nothing can fail, and every value stays within what doubles hold exactly. (`+ 0` makes -0 a plain 0.)
 * Truth is computed with rather than branched on: units differ, and a processor that guesses wrong loses more than a product costs. For
 * the same reason instructions of one operation stand together: choosing an operation costs more than most of them.
 */
export function run({ groups, constants, sets, steps, entries }: Program, state: State): void {
  const { slots } = state
  for (let group = 0; group < groups.length; group += 1) {
    const { op, code } = groups[group]!
    const end = code.length
    switch (op) {
      case 'sum-of-tables':
        addUpTables(code, constants, entries!, slots)
        break
      case 'sum':
        addUp(code, constants, slots)
        break
      case 'clamp':
        for (let at = 0; at < end; at += 3) {
          const from = code[at + 2]!
          const value = slots[code[at + 1]!]! * constants[from]! + constants[from + 1]!
          const least = constants[from + 2]!
          const greatest = constants[from + 3]!
          slots[code[at]!] = value < least ? least : value > greatest ? greatest : value
        }
        break
      case 'multiply':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = slots[code[at + 1]!]! * slots[code[at + 2]!]! + 0
        break
      case 'least':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = Math.min(slots[code[at + 1]!]!, slots[code[at + 2]!]!)
        break
      case 'greatest':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = Math.max(slots[code[at + 1]!]!, slots[code[at + 2]!]!)
        break
      case 'select':
        for (let at = 0; at < end; at += 4) {
          const holds = slots[code[at + 1]!]!
          slots[code[at]!] = holds * slots[code[at + 2]!]! + (1 - holds) * slots[code[at + 3]!]!
        }
        break
      case 'and':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = slots[code[at + 1]!]! * slots[code[at + 2]!]!
        break
      case 'or':
        for (let at = 0; at < end; at += 3) {
          const a = slots[code[at + 1]!]!
          const b = slots[code[at + 2]!]!
          slots[code[at]!] = a + b - a * b
        }
        break
      case 'equal':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = Number(slots[code[at + 1]!] === slots[code[at + 2]!])
        break
      case 'unequal':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = Number(slots[code[at + 1]!] !== slots[code[at + 2]!])
        break
      case 'below':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = Number(slots[code[at + 1]!]! < slots[code[at + 2]!]!)
        break
      case 'at-most':
        for (let at = 0; at < end; at += 3) slots[code[at]!] = Number(slots[code[at + 1]!]! <= slots[code[at + 2]!]!)
        break
      case 'in':
        for (let at = 0; at < end; at += 3) {
          slots[code[at]!] = Number(sets[code[at + 2]!]!.has(slots[code[at + 1]!]!))
        }
        break
      case 'look-up':
        for (let at = 0; at < end; at += 4) {
          const value = slots[code[at + 1]!]!
          const count = code[at + 3]!
          slots[code[at]!] = constants[code[at + 2]! + (value >= 0 && value < count ? value : count)]!
        }
        break
      case 'band':
        for (let at = 0; at < end; at += 4) {
          const from = code[at + 2]!
          const signed = slots[code[at + 1]!]! * constants[from]!
          let found = constants[from + 1]!
          const last = from + code[at + 3]! * 2
          for (let bound = from + 2; bound <= last; bound += 2) {
            found += Number(signed >= constants[bound]!) * constants[bound + 1]!
          }
          slots[code[at]!] = found
        }
        break
      case 'round':
        for (let at = 0; at < end; at += 4) {
          const from = code[at + 2]!
          const mode = roundingModes[code[at + 3]!]!
          slots[code[at]!] = rounded(slots[code[at + 1]!]!, constants[from]!, constants[from + 1]!, mode)
        }
        break
      case 'step':
        for (let at = 0; at < end; at += 2) steps[code[at + 1]!]!(state)
        break
    }
  }
}

/** Two sums side by side: a processor that waits for one adds to the other. */
function addUp(code: Int32Array, constants: Float64Array, slots: Float64Array): void {
  for (let at = 0; at < code.length;) {
    const to = code[at]!
    let factor = code[at + 1]!
    let place = at + 3
    const end = place + code[at + 2]!
    let one = constants[factor]!
    let other = 0
    for (factor += 1; place + 1 < end; place += 2, factor += 2) {
      one += slots[code[place]!]! * constants[factor]!
      other += slots[code[place + 1]!]! * constants[factor + 1]!
    }
    if (place < end) one += slots[code[place]!]! * constants[factor]!
    slots[to] = one + other
    at = end
  }
}

function addUpTables(code: Int32Array, constants: Float64Array, entries: Float64Array, slots: Float64Array): void {
  for (let at = 0; at < code.length;) {
    const to = code[at]!
    let factor = code[at + 1]!
    let place = at + 5
    const tables = place + code[at + 2]!
    const capped = tables + code[at + 3]! * 2
    const end = capped + code[at + 4]! * 3
    let one = constants[factor]!
    let other = 0
    for (factor += 1; place + 1 < tables; place += 2, factor += 2) {
      one += slots[code[place]!]! * constants[factor]!
      other += slots[code[place + 1]!]! * constants[factor + 1]!
    }
    if (place < tables) one += slots[code[place]!]! * constants[factor]!
    for (place = tables; place + 2 < capped; place += 4) {
      one += entries[code[place + 1]! + slots[code[place]!]!]!
      other += entries[code[place + 3]! + slots[code[place + 2]!]!]!
    }
    if (place < capped) one += entries[code[place + 1]! + slots[code[place]!]!]!
    for (place = capped; place < end; place += 3) {
      const value = slots[code[place]!]!
      const cap = code[place + 1]!
      other += entries[code[place + 2]! + (value < cap ? value : cap)]!
    }
    slots[to] = one + other
    at = end
  }
}

function rounded(value: number, times: number, by: number, mode: RoundingMode): number {
  const num = value * times
  if (Math.abs(num) <= Number.MAX_SAFE_INTEGER) return roundedQuotient(num, by, mode)
  return Number(bigRoundedQuotient(BigInt(value) * BigInt(times), BigInt(by), mode))
}
