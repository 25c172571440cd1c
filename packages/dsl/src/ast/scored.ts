import type { Expression } from './expression.js'
import type { Name, Num, SentenceBase, Span } from './common.js'

/** `full`, `85%` (of the item's points) or `10 points` */
export type ScoreValue =
  | { readonly kind: 'full'; readonly span: Span }
  | { readonly kind: 'share'; readonly percent: Num; readonly span: Span }
  | { readonly kind: 'points'; readonly points: Num; readonly span: Span }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly span: Span }

export type Scoring =
  /** `scored by "F": "a" full, "b" 85%, "c" 0` */
  | {
      readonly kind: 'by-word'
      readonly by: Name
      /** With no rows: the levels that are named, or else those of the choice. */
      readonly levels?: Name
      readonly rows: readonly { readonly words: readonly Name[]; readonly value: ScoreValue; readonly span: Span }[]
      readonly otherwise?: ScoreValue
    }
  /** `scored by "F": full from 98%, 80% from 90%, otherwise 0`; `strict` bounds exclude the number (超过) */
  | {
      readonly kind: 'by-band'
      readonly by: Expression
      readonly rows: readonly {
        readonly bound: Num
        readonly comparison: 'at-least' | 'above' | 'at-most' | 'below'
        readonly value: ScoreValue
        readonly span: Span
      }[]
      readonly otherwise?: ScoreValue
    }
  /** `scored in proportion to "F"` */
  | { readonly kind: 'proportion'; readonly to: Expression }
  /** `scored directly, to 1 decimal` · `scored directly by several assessors` */
  | { readonly kind: 'direct'; readonly decimals?: Num; readonly several: boolean }
  /** `score is EXPRESSION` */
  | { readonly kind: 'formula'; readonly expression: Expression }

/** The one way in which an item, or a part without items, is scored. */
export interface ScoredSentence extends SentenceBase {
  readonly kind: 'scored'
  readonly scoring: Scoring
}
