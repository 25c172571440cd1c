import type { Condition } from './condition.js'
import type { DateLiteral, ItemNumber, Name, Num, Span } from './common.js'

/**
 * A score that the scheme itself computes: `item 1.1 of part "P"`, `part "P"`, `total` (also `score`, `得分`). A part by period has one in
 * each period too: `part "P" "2026-01"`.
 */
export type ScoreReference =
  | {
      readonly kind: 'item-score'
      readonly number: ItemNumber
      readonly part?: Name
      readonly period?: Name
      readonly span: Span
    }
  | { readonly kind: 'part-score'; readonly part: Name; readonly period?: Name; readonly span: Span }
  | { readonly kind: 'total-score'; readonly span: Span }
  | { readonly kind: 'bonus-score'; readonly span: Span }
  | { readonly kind: 'penalty-score'; readonly span: Span }

/** One row of a table: the words of its case (one per fact of the table; several words share a row) and its value. */
export interface TableRow {
  /** Alternatives that share the value; each has one name per fact of the table (two for a matrix). */
  readonly cases: readonly (readonly Name[])[]
  readonly value: Expression
  readonly span: Span
}

/** What is taken of the values of all units; `rank` counts from the highest, `rank-up` from the lowest. */
export type FieldTake = 'highest' | 'lowest' | 'average' | 'rank' | 'rank-up'

/** `dropping the highest and the lowest[, with more than 5]` */
export interface DropExtremes {
  readonly ifMoreThan?: Num
  readonly span: Span
}

/** `over 5 raters, absent ones 60` · `应评 5 人，缺评的按 60 分计`: marks that are not there, as if they were the same */
export interface AbsentRaters {
  /** How many there are: a number as written, or a name. */
  readonly raters: Expression
  readonly mark: Extract<Expression, { kind: 'number' }>
  readonly span: Span
}

export type Expression =
  | { readonly kind: 'number'; readonly value: Num; readonly span: Span }
  | { readonly kind: 'date'; readonly value: DateLiteral; readonly span: Span }
  /** A fact, a definition, a field of a record, a part in a total, or a word of a choice: analysis decides. */
  | { readonly kind: 'name'; readonly name: Name; readonly span: Span }
  | ScoreReference
  | {
      readonly kind: 'binary'
      readonly operator: '+' | '-' | '*' | '/'
      readonly left: Expression
      readonly right: Expression
      readonly span: Span
    }
  | { readonly kind: 'negate'; readonly operand: Expression; readonly span: Span }
  | { readonly kind: 'brackets'; readonly inner: Expression; readonly span: Span }
  | {
      readonly kind: 'choose'
      readonly which: 'lower' | 'higher'
      readonly options: readonly Expression[]
      readonly span: Span
    }
  | {
      readonly kind: 'keep'
      readonly value: Expression
      readonly low: Expression
      readonly high: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'if'
      readonly condition: Condition
      readonly then: Expression
      readonly otherwise: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'table'
      readonly by: readonly Name[]
      /** Empty: the levels that `levels` names, or else those of the choice. */
      readonly rows: readonly TableRow[]
      readonly levels?: Name
      readonly otherwise?: Expression
      readonly span: Span
    }
  /** `sum / average / highest / lowest of "F"`; `values` gives words their points: `average of "votes": "good" 100, …` */
  | {
      readonly kind: 'aggregate'
      readonly take: 'sum' | 'average' | 'highest' | 'lowest'
      readonly of: Name
      readonly values?: readonly TableRow[]
      readonly drop?: DropExtremes
      /** Of an average alone. */
      readonly absent?: AbsentRaters
      readonly span: Span
    }
  /** `count of "R" where C`, `“R”中 C 的个数` */
  | {
      readonly kind: 'count'
      readonly of: Name
      readonly inYear: boolean
      readonly where?: Condition
      readonly span: Span
    }
  /** `share of "x" among "F"` */
  | { readonly kind: 'share'; readonly words: readonly Name[]; readonly among: Name; readonly span: Span }
  /** `highest "x" of the kind`, `“x”在同类中的名次`: over all units of the unit's kind */
  | {
      readonly kind: 'field'
      readonly take: FieldTake
      /** A name, a score, or a calculation in brackets. */
      readonly of: Expression
      readonly span: Span
    }
  /** `count of units where C among those where D` · `同类D的单位中C的占比` */
  | {
      readonly kind: 'field-count'
      readonly take: 'count' | 'share'
      readonly where?: Condition
      readonly among?: Condition
      readonly span: Span
    }
  | { readonly kind: 'rounded'; readonly value: Expression; readonly decimals: Num; readonly span: Span }
  | { readonly kind: 'days'; readonly from: Expression; readonly to: Expression; readonly span: Span }
