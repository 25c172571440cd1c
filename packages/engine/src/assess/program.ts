import type { State, Step } from './state.js'

/** What an instruction does; operands are slots unless said. */
export const enum Op {
  /** a + b */
  Add,
  Subtract,
  Multiply,
  /** a + b × c: a weighted sum is one of these for each of its terms */
  AddProduct,
  Least,
  Greatest,
  Negate,
  /** a where it holds, then b, otherwise c */
  Select,
  And,
  Or,
  Not,
  Equal,
  Unequal,
  Below,
  AtMost,
  /** a is in the set with number b */
  In,
  /** runs the step with number a */
  Step,
}

/** Instructions for one kind of unit, one after the other: operation, target slot, and three operands each. */
export interface Program {
  readonly code: Int32Array
  readonly sets: readonly ReadonlySet<number>[]
  readonly steps: readonly Step[]
}

export const instructionLength = 5

/**
 * Computes every slot that the program has a target for. Facts and constants must be in their slots. Both values of a `Select` are
 * computed: nothing can fail, and every value stays within what doubles hold exactly. (`+ 0` makes -0 a plain 0.)
 * Truth is computed with rather than branched on: units differ, and a processor that guesses wrong loses more than a product costs.
 */
export function run({ code, sets, steps }: Program, state: State): void {
  const { slots } = state
  const end = code.length
  for (let at = 0; at < end; at += instructionLength) {
    const to = code[at + 1]!
    const a = code[at + 2]!
    const b = code[at + 3]!
    switch (code[at]) {
      case Op.Add:
        slots[to] = slots[a]! + slots[b]!
        break
      case Op.Subtract:
        slots[to] = slots[a]! - slots[b]!
        break
      case Op.Multiply:
        slots[to] = slots[a]! * slots[b]! + 0
        break
      case Op.AddProduct:
        slots[to] = slots[a]! + slots[b]! * slots[code[at + 4]!]!
        break
      case Op.Least:
        slots[to] = Math.min(slots[a]!, slots[b]!)
        break
      case Op.Greatest:
        slots[to] = Math.max(slots[a]!, slots[b]!)
        break
      case Op.Negate:
        slots[to] = 0 - slots[a]!
        break
      case Op.Select:
        slots[to] = slots[a]! * slots[b]! + (1 - slots[a]!) * slots[code[at + 4]!]!
        break
      case Op.And:
        slots[to] = slots[a]! * slots[b]!
        break
      case Op.Or:
        slots[to] = slots[a]! + slots[b]! - slots[a]! * slots[b]!
        break
      case Op.Not:
        slots[to] = 1 - slots[a]!
        break
      case Op.Equal:
        slots[to] = Number(slots[a] === slots[b])
        break
      case Op.Unequal:
        slots[to] = slots[a] === slots[b] ? 0 : 1
        break
      case Op.Below:
        slots[to] = Number(slots[a]! < slots[b]!)
        break
      case Op.AtMost:
        slots[to] = Number(slots[a]! <= slots[b]!)
        break
      case Op.In:
        slots[to] = sets[b]!.has(slots[a]!) ? 1 : 0
        break
      case Op.Step:
        steps[a]!(state)
        break
    }
  }
}
