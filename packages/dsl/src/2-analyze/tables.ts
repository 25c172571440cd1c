/**
 * What analysis learns, in tables beside the tree. The contract between 2-analyze and 3-emit: where `Analysis` comes without an
 * error, every name resolves, every expression has a type, and every sentence fits its place.
 */
import type {
  AdjustmentSentence,
  AmountSentence,
  AwardSentence,
  Condition,
  DefinitionSentence,
  Expression,
  FactBlock,
  FieldSentence,
  ItemBlock,
  LevelsSentence,
  Measure,
  Name,
  ParsedText,
  PartBlock,
  ReviewSentence,
  RubricBlock,
  ScoredSentence,
  ScoreReference,
  Scoring,
  TableRow,
} from '../ast/index.js'
import type { PeriodBlock } from './periods.js'
import type { Problem } from '../diagnostics/problem.js'

/** A fact written in `facts` or in a rubric's facts. What assessors enter for an item is an `EntrySymbol`. */
export interface FactSymbol {
  readonly kind: 'fact'
  readonly name: Name
  readonly type: ResolvedFactType
  readonly block: FactBlock
  /** The rubric whose facts hold it; each part by that rubric has its own entry of it. */
  readonly rubric?: RubricBlock
}

export interface FieldSymbol {
  readonly kind: 'field'
  readonly name: Name
  readonly of: FactSymbol
  /** Place among the fields, from 0. */
  readonly index: number
  readonly type: ResolvedFactType
  readonly sentence: FieldSentence
}

/**
 * What an assessor enters: the direct score of an item (or of a part without items), or an amount at discretion. It is given under
 * the item's name or number, or under the amount's own name (`as "N"`).
 */
export interface EntrySymbol {
  readonly kind: 'entry'
  readonly sentence: ScoredSentence | AdjustmentSentence
  /** The item it stands in; none for a part without items, or for an amount on the total. */
  readonly item?: ItemBlock
  /** The part: the item's own, or the one by the rubric that is named; of a part by period, in one of its periods. */
  readonly part?: PartBlock
  readonly rubric?: RubricBlock
}

/** A fact's type with its bounds settled. Numbers are decimal text, in the unit people enter (97.7 for a percentage). */
export type ResolvedFactType =
  | { readonly kind: 'yes-no'; readonly wording?: 'true-false' }
  | {
      readonly kind: 'count' | 'number' | 'percentage'
      readonly decimals: number
      readonly min: string
      readonly max: string
      readonly cut?: string
      readonly word?: string
    }
  /** `levels`: those that the options are the words of. */
  | { readonly kind: 'choice'; readonly options: readonly Name[]; readonly levels?: LevelsSentence }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | { readonly kind: 'grade' }
  | { readonly kind: 'many'; readonly of: ResolvedFactType }
  | { readonly kind: 'records'; readonly fields: readonly FieldSymbol[] }

/**
 * What a name refers to. Inside a condition over a fact of several values (`count of "votes" where "votes" is "good"`) the fact's own
 * name is the element, and its type in `types` is that of the element. A word compared with a fact of type text refers to nothing.
 */
export type Referent =
  | FactSymbol
  | FieldSymbol
  | { readonly kind: 'definition'; readonly sentence: DefinitionSentence; readonly type: ValueType }
  /** A word of a choice, by its place among the options of the choice it stands against. */
  | { readonly kind: 'option'; readonly index: number }
  | { readonly kind: 'grade'; readonly index: number }
  | { readonly kind: 'levels'; readonly sentence: LevelsSentence }
  | { readonly kind: 'unit-kind'; readonly index: number }
  | { readonly kind: 'part'; readonly block: PartBlock }
  | { readonly kind: 'period'; readonly block: PeriodBlock }
  | { readonly kind: 'rubric'; readonly block: RubricBlock }
  | { readonly kind: 'award'; readonly sentence: AwardSentence }
  | { readonly kind: 'outcome'; readonly name: Name }
  | { readonly kind: 'amount'; readonly sentence: AmountSentence }
  /** In examples: what a review found. */
  | { readonly kind: 'review'; readonly sentence: ReviewSentence }
  /** In examples: an assessor's entry, by the item's name or number, or by its own name. */
  | EntrySymbol
  /** In `ties by "N"`: an item by its name. */
  | { readonly kind: 'item'; readonly block: ItemBlock; readonly part?: PartBlock }

/** The type of an expression. */
export type ValueType =
  | { readonly kind: 'number' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly options: readonly Name[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'grade' }
  | { readonly kind: 'records'; readonly of: FactSymbol }
  | { readonly kind: 'many'; readonly of: FactSymbol }

/** What a score reference points to. An item under a rubric is meant in the part named, or in the part being scored. */
export type ScoreTarget =
  | { readonly kind: 'item'; readonly block: ItemBlock; readonly part?: PartBlock; readonly rubric?: RubricBlock }
  | { readonly kind: 'part'; readonly block: PartBlock }
  | { readonly kind: 'total' | 'bonus' | 'penalty' }

/** What may have the levels of a choice for its rows: a scoring by word, an adjustment by level, a table, the values of an average. */
export type Tabled = Scoring | Measure | Expression

export interface Analysis {
  readonly parsed: ParsedText
  /** Every part, each part by period followed by what it is in its periods. */
  readonly parts: readonly PartBlock[]
  /** In order: those of `facts` blocks, then of rubrics. */
  readonly facts: readonly FactSymbol[]
  readonly unitKinds: readonly { readonly name: Name; readonly count?: number }[]
  /** Best first; where no `grades` sentence stands, the order of the grading lines. */
  readonly grades: readonly Name[]
  readonly definitions: readonly DefinitionSentence[]
  /** Every name that refers to something, wherever it stands in the tree. */
  readonly referents: ReadonlyMap<Name, Referent>
  readonly scores: ReadonlyMap<ScoreReference, ScoreTarget>
  readonly types: ReadonlyMap<Expression | Condition, ValueType>
  /** The rows of tables in which none is written: what the levels count, as if it were written there. */
  readonly levelRows: ReadonlyMap<Tabled, readonly TableRow[]>
  readonly problems: readonly Problem[]
}
