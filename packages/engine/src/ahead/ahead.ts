import type { NodeId } from '../scheme/index.js'

/**
 * What a module made ahead of time (`merit build --target module`) brings to the loader: functions printed from the very scheme that is
 * loaded. They read units of the usual form and compute what assessing asks for; everything else stays the engine's.
 */
export interface Ahead {
  /** The form of this contract and the scheme that it was printed from, as `fingerprint` gives them. */
  readonly of: string
  /** By the place of the kind. */
  readonly kinds: readonly AheadKind[]
}

export interface AheadKind {
  /**
   * Reads a unit's `facts` (a plain object) into `row`, a list that holds NaN for each fact: each as the integer that it reads as. A value that is not there, or not of the usual form, goes to `other`. False where some key is not accounted for: then
   * what stands in the row means nothing.
   */
  readonly read: ReadAhead
  /** The slots in which `compute` leaves values, in order; the engine does without it where these are not the ones that it looks at. */
  readonly slots: readonly number[]
  /** What `compute` leaves to the engine: nodes over lists, and in big integers. */
  readonly steps: readonly NodeId[]
  /** Computes the values from a row that lacks no fact that the kind needs in any case, by `steps` where it must. */
  readonly compute: ComputeAhead
}

/** Rows are lists, and never typed arrays: code that meets both is slower with either. */
export type ReadAhead = (facts: Readonly<Record<string, unknown>>, row: number[], other: OtherValue) => boolean

/** Reads a value of any form with care; the fact -1 is a part that has facts of its own. 1 where there is none at all, else 0. */
export type OtherValue = (fact: number, value: unknown) => 0 | 1

export type ComputeAhead = (row: readonly number[], slots: Float64Array, steps: readonly (() => void)[]) => void
