import { bigRoundedQuotient, roundedQuotient } from '../number/round.js'
import type { RoundingMode } from '../scheme/index.js'
import type { State, Step } from './state.js'

/** What an instruction does; operands are slots unless said. */
export type Op =
  /** a + b */
  | 'add'
  | 'subtract'
  | 'multiply'
  /** a + b × c */
  | 'add-product'
  | 'least'
  | 'greatest'
  | 'negate'
  /** a where it holds, then b, otherwise c */
  | 'select'
  | 'and'
  | 'or'
  | 'not'
  | 'equal'
  | 'unequal'
  | 'below'
  | 'at-most'
  /** a is in the set with number b */
  | 'in'
  /** the weighted sum with number a */
  | 'sum'
  /** what table b has for a */
  | 'look-up'
  /** the value of the first row of bands b that a reaches */
  | 'band'
  /** a by rounding b */
  | 'round'
  /** runs the step with number a */
  | 'step'

/** Each slot times its factor, added up. */
export interface WeightedSum {
  readonly slots: Int32Array
  readonly factors: Float64Array
}

/** For 0, 1, 2, … a value each; `otherwise` for any other. */
export interface Table {
  readonly values: Float64Array
  readonly otherwise: number
}

/** Bounds from the highest down: `lowest`, and for each bound that a × `sign` is not below, its `rise` more. */
export interface Bands {
  readonly sign: 1 | -1
  readonly bounds: Float64Array
  readonly rises: Float64Array
  readonly lowest: number
}

/** × `times` ÷ `by`, whole. */
export interface Rounding {
  readonly times: number
  readonly by: number
  readonly mode: RoundingMode
}

/** What instructions refer to by number. */
export interface Operands {
  readonly sets: readonly ReadonlySet<number>[]
  readonly sums: readonly WeightedSum[]
  readonly tables: readonly Table[]
  readonly bands: readonly Bands[]
  readonly roundings: readonly Rounding[]
  readonly steps: readonly Step[]
}

/** Instructions of one operation that do not rest on each other: target slot and three operands each. */
export interface Group {
  readonly op: Op
  readonly code: Int32Array
}

/** Instructions for one kind of unit: one group after the other. */
export interface Program extends Operands {
  readonly groups: readonly Group[]
}

export const instructionLength = 4

/**
 * Computes every slot that the program has a target for. Facts and constants must be in their slots. Both values of a `Select` are
 * computed: nothing can fail, and every value stays within what doubles hold exactly. (`+ 0` makes -0 a plain 0.)
 * Truth is computed with rather than branched on: units differ, and a processor that guesses wrong loses more than a product costs. For
 * the same reason instructions of one operation stand together: choosing an operation costs more than most of them.
 */
export function run(program: Program, state: State): void {
  const { slots } = state
  for (const { op, code } of program.groups) {
    const end = code.length
    switch (op) {
      case 'add':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = slots[code[at + 1]!]! + slots[code[at + 2]!]!
        break
      case 'subtract':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = slots[code[at + 1]!]! - slots[code[at + 2]!]!
        break
      case 'multiply':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = slots[code[at + 1]!]! * slots[code[at + 2]!]! + 0
        break
      case 'add-product':
        for (let at = 0; at < end; at += 4) {
          slots[code[at]!] = slots[code[at + 1]!]! + slots[code[at + 2]!]! * slots[code[at + 3]!]!
        }
        break
      case 'least':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = Math.min(slots[code[at + 1]!]!, slots[code[at + 2]!]!)
        break
      case 'greatest':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = Math.max(slots[code[at + 1]!]!, slots[code[at + 2]!]!)
        break
      case 'negate':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = 0 - slots[code[at + 1]!]!
        break
      case 'select':
        for (let at = 0; at < end; at += 4) {
          const holds = slots[code[at + 1]!]!
          slots[code[at]!] = holds * slots[code[at + 2]!]! + (1 - holds) * slots[code[at + 3]!]!
        }
        break
      case 'and':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = slots[code[at + 1]!]! * slots[code[at + 2]!]!
        break
      case 'or':
        for (let at = 0; at < end; at += 4) {
          const [a, b] = [slots[code[at + 1]!]!, slots[code[at + 2]!]!]
          slots[code[at]!] = a + b - a * b
        }
        break
      case 'not':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = 1 - slots[code[at + 1]!]!
        break
      case 'equal':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = Number(slots[code[at + 1]!] === slots[code[at + 2]!])
        break
      case 'unequal':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = Number(slots[code[at + 1]!] !== slots[code[at + 2]!])
        break
      case 'below':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = Number(slots[code[at + 1]!]! < slots[code[at + 2]!]!)
        break
      case 'at-most':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = Number(slots[code[at + 1]!]! <= slots[code[at + 2]!]!)
        break
      case 'in':
        for (let at = 0; at < end; at += 4) {
          slots[code[at]!] = Number(program.sets[code[at + 2]!]!.has(slots[code[at + 1]!]!))
        }
        break
      case 'sum':
        for (let at = 0; at < end; at += 4) slots[code[at]!] = sumOf(program.sums[code[at + 1]!]!, slots)
        break
      case 'look-up':
        for (let at = 0; at < end; at += 4) {
          slots[code[at]!] = lookedUp(program.tables[code[at + 2]!]!, slots[code[at + 1]!]!)
        }
        break
      case 'band':
        for (let at = 0; at < end; at += 4) {
          slots[code[at]!] = bandOf(program.bands[code[at + 2]!]!, slots[code[at + 1]!]!)
        }
        break
      case 'round':
        for (let at = 0; at < end; at += 4) {
          slots[code[at]!] = rounded(program.roundings[code[at + 2]!]!, slots[code[at + 1]!]!)
        }
        break
      case 'step':
        for (let at = 0; at < end; at += 4) program.steps[code[at + 1]!]!(state)
        break
    }
  }
}

function sumOf({ slots: terms, factors }: WeightedSum, slots: Float64Array): number {
  let sum = 0
  for (let at = 0; at < terms.length; at += 1) sum += slots[terms[at]!]! * factors[at]!
  return sum
}

function lookedUp({ values, otherwise }: Table, value: number): number {
  return value >= 0 && value < values.length ? values[value]! : otherwise
}

function bandOf({ sign, bounds, rises, lowest }: Bands, value: number): number {
  const signed = value * sign
  let found = lowest
  for (let at = 0; at < bounds.length; at += 1) found += Number(signed >= bounds[at]!) * rises[at]!
  return found
}

function rounded({ times, by, mode }: Rounding, value: number): number {
  const num = value * times
  if (Math.abs(num) <= Number.MAX_SAFE_INTEGER) return roundedQuotient(num, by, mode)
  return Number(bigRoundedQuotient(BigInt(value) * BigInt(times), BigInt(by), mode))
}
