/**
 * What units of one kind can come to: the contract of the range evaluator with all that asks it (the checker, the report, samples,
 * units that are not complete). Every answer is sound: it never excludes what can happen.
 */
import type { UnitData } from '../api.js'
import type { FactId, GradeIndex, NodeId } from '../scheme/index.js'
import type { Ratio } from './interval.js'

/** An end of what a number can be, as people read it: the node's integer ÷ its unit, ÷ over. */
export interface Bound {
  readonly value: Ratio
  /** A unit reaches it; else no unit passes it, and none may reach it. */
  readonly exact: boolean
  /** Where exact: a unit that reaches it, complete and valid for `assess`. */
  readonly witness?: UnitData
}

export interface PossibleNumbers {
  readonly least: Bound
  readonly greatest: Bound
}

/** `open`: neither shown nor excluded within the effort allowed. */
export type Verdict =
  | { readonly kind: 'possible'; readonly witness: UnitData }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'open' }

/** What one unit is to satisfy: a condition that holds or fails, or a number within bounds (`above`, `below` exclude the number). */
export type Goal =
  | { readonly node: NodeId; readonly holds: boolean }
  | {
      readonly node: NodeId
      readonly atLeast?: Ratio
      readonly above?: Ratio
      readonly atMost?: Ratio
      readonly below?: Ratio
    }

/** Where a node goes when a fact grows (no → yes; a later option; more records), all else equal. */
export type Direction = 'none' | 'up' | 'down' | 'either'

export interface Effect {
  readonly fact: FactId
  /** The most by which the fact alone can still move the node, whatever the others are. */
  readonly most: Ratio
  readonly exact: boolean
}

export interface Possibilities {
  readonly numbers: (node: NodeId) => PossibleNumbers
  /** Whether one unit can satisfy all of the goals at once. */
  readonly meet: (goals: readonly Goal[]) => Verdict
  /** The grades that a unit can end with, -1 for none; ranks and places fall as they may (the rest of the kind can be anything). */
  readonly grades: () => ReadonlyMap<GradeIndex | -1, Verdict>
  readonly direction: (fact: FactId, node: NodeId) => Direction
  /** The facts that can still move the node, the one that moves it most first; equal ones in the order of the facts. */
  readonly effects: (node: NodeId) => readonly Effect[]
  /** The same question for a unit of which some facts are known; what it does not report, and has no default, is open. */
  readonly given: (unit: UnitData) => Possibilities
}
