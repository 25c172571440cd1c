import type { FactValue } from '../api.js'

/** Lists and texts that a unit reported, by the places that `listPlaces` gives; undefined where it reported none. */
export type Lists = readonly (readonly FactValue[] | string | undefined)[]

/** The values of one unit while it is computed, by slot: facts first, then nodes, then constants and intermediate values. */
export interface State {
  /** Integers at the unit of the fact or node; truth is 1. */
  readonly slots: Float64Array
  /** The values of `big` nodes, whose slots hold the nearest double. */
  readonly bigs: bigint[]
  lists: Lists
}

/** A node that needs more than an instruction: computes its slot from earlier ones. */
export type Step = (state: State) => void

/** Where a number that may be big is found. */
export interface Operand {
  readonly slot: number
  readonly isBig: boolean
}

export function bigAt(state: State, { slot, isBig }: Operand): bigint {
  return isBig ? (state.bigs[slot] ?? 0n) : BigInt(state.slots[slot] ?? 0)
}

/** Keeps a big node's value. */
export function setBig(state: State, slot: number, value: bigint): void {
  state.bigs[slot] = value
  state.slots[slot] = Number(value)
}
