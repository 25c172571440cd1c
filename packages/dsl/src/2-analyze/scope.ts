import type { Condition, Expression, Language, PartBlock, RubricBlock } from '../ast/index.js'
import type { Term } from '../diagnostics/problem.js'
import type { Computed } from './dependencies.js'
import type { Draft, Settled } from './draft.js'
import type { FactSymbol } from './tables.js'
import type { Typed } from './typed.js'

/** Where a sentence stands: what its names can mean, and what of the scheme's results is settled there. */
export interface Scope {
  readonly language: Language
  /** How a message names the place. */
  readonly place: Term
  readonly settled: ReadonlySet<Settled>
  /** The result that is computed here: what it refers to, it depends on. */
  readonly owner?: Computed
  readonly part?: PartBlock
  readonly rubric?: RubricBlock
  /** Inside a condition or table over records or several values: its fields, or its own name, are the element's. */
  readonly over?: FactSymbol
  /** In a rule about ballots: the only fact that it may speak of, all marks of one ballot. */
  readonly ballot?: FactSymbol
  /** In the lines of a total a name is a part. */
  readonly namesAreParts?: boolean
  /** Where a definition is typed: what its value rests on is gathered here. */
  readonly restsOn?: Set<Settled>
}

/** One pass over the conditions and expressions of a sentence. */
export interface Visit {
  readonly draft: Draft
  readonly scope: Scope
  /** Resolves and types; undefined where something in it is wrong, which has been reported. */
  readonly expression: (node: Expression) => Typed | undefined
  readonly condition: (node: Condition) => void
  readonly within: (narrower: Partial<Scope>) => Visit
}

const upTo = (...results: Settled[]): ReadonlySet<Settled> => new Set(results)

/** What is settled at each step of the fixed order. */
export const settledAt = {
  item: upTo('item'),
  part: upTo('item', 'part'),
  total: upTo('item', 'part'),
  adjustment: upTo('item', 'part'),
  limit: upTo('item', 'part', 'bonus', 'penalty'),
  grading: upTo('item', 'part', 'bonus', 'penalty', 'total'),
  award: upTo('item', 'part', 'bonus', 'penalty', 'total', 'grade'),
} as const

export type Step = keyof typeof settledAt
