/** What comes of an item and of a part: nodes for results, and what the one above goes on with. */
import type { Line, NodeId } from '@merit/engine/scheme'
import type { Quantity, Requirement } from './quantity.js'
import type { Rational } from './rational.js'
import type { Term } from './term.js'

export type Treatment = 'full-points' | 'left-out'

/** A score, and what of it is on top of the points. */
export interface Scored {
  /** As it counts, what is on top included. */
  readonly score: Quantity
  /** What `also earns` added, here and below: it is not rescaled. */
  readonly extra: Quantity
  /** Whether it counts in what the one above can reach; left out: always. */
  readonly counts?: Term
}

/** Whether an item or part applies to the unit, by its own sentences and those around it. */
export interface Applies {
  /** Left out: always. Holds only where what is around applies too. */
  readonly gate?: NodeId
  /** Where the gate does not hold: whether full points are given. */
  readonly full: Term
  /** Whether no sentence of its own leaves it out. */
  readonly counts: Term
  /** As results show it: whether it applies, and what is done where it does not. */
  readonly shown?: { readonly applies: NodeId; readonly treatment: Treatment }
  readonly requires: readonly Requirement[]
  /** A line for each of its own sentences. */
  readonly lines: readonly Line[]
}

/** An item or part in its results. */
export interface Made extends Scored {
  /** Whether it applies, as a node; left out: always. */
  readonly applies?: NodeId
  readonly treatment?: Treatment
  readonly lines: readonly Line[]
}

export interface ItemMade extends Made {
  readonly points: Rational
}

export interface PartMade extends Made {
  readonly full: Rational
}
