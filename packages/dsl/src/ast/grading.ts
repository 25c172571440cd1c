import type { Condition } from './condition.js'
import type { ScoreReference } from './expression.js'
import type { Name, Num, SentenceBase, Span } from './common.js'

/** `grading [of "kind"] by total` / `by rank of total` */
export interface GradingSentence extends SentenceBase {
  readonly kind: 'grading'
  readonly kinds: readonly Name[]
  readonly by: 'total' | 'rank'
}

/** One end of a band; `included` says whether the number itself is inside. */
export interface BandEnd {
  readonly value: Num
  readonly included: boolean
  readonly span: Span
}

export type GradeCriterion =
  /** `from 80`, `80 分以上不满 90 分` */
  | { readonly kind: 'band'; readonly low?: BandEnd; readonly high?: BandEnd; readonly span: Span }
  /** `top 10`, `top 30%` */
  | { readonly kind: 'top' | 'bottom'; readonly count: Num; readonly span: Span }
  | { readonly kind: 'otherwise'; readonly span: Span }

/** `"x": from 90, at most 50% of units` · `"y": from 80, 4 places` · `"z": otherwise` */
export interface GradeLineSentence extends SentenceBase {
  readonly kind: 'grade-line'
  readonly grade: Name
  /** Left out where a quota stands alone (`"y": 4 places`). */
  readonly criterion?: GradeCriterion
  readonly quota?: { readonly kind: 'at-most' | 'places'; readonly count: Num; readonly span: Span }
}

/** `ties share the place` · `ties left out` · `ties by "part", item 2` */
export interface TiesSentence extends SentenceBase {
  readonly kind: 'ties'
  readonly rule: 'share' | 'left-out' | 'by'
  readonly by: readonly (ScoreReference | { readonly kind: 'name'; readonly name: Name; readonly span: Span })[]
}

/** `"F" blocks "x" or better` · `"x" or better only when C` (then `condition` is C and `onlyWhen` is true) */
export interface BlocksSentence extends SentenceBase {
  readonly kind: 'blocks'
  readonly grade: Name
  /** And every better grade. */
  readonly orBetter?: true
  readonly onlyWhen: boolean
  readonly condition: Condition
  readonly except?: Condition
}

/** `not graded when C` */
export interface NotGradedSentence extends SentenceBase {
  readonly kind: 'not-graded'
  readonly condition: Condition
  readonly except?: Condition
}

/** `downgrade [by 1] on "F"`, `downgrade by "severity" of "F": "minor" 0, "grave" 2` */
export interface DowngradeSentence extends SentenceBase {
  readonly kind: 'downgrade'
  readonly measure:
    | { readonly kind: 'when'; readonly steps: Num; readonly condition: Condition }
    | {
        readonly kind: 'by-level'
        readonly by: Name
        /** The records fact; left out when `by` is itself a choice fact. */
        readonly of?: Name
        readonly inYear: boolean
        readonly rows: readonly { readonly words: readonly Name[]; readonly steps: Num; readonly span: Span }[]
        readonly otherwise?: Num
      }
  readonly except?: Condition
}

/** `downgrades: the gravest only` · `降档就高，不累计` */
export interface DowngradesGravestSentence extends SentenceBase {
  readonly kind: 'downgrades-gravest'
}

/** `"F" makes it "z"` */
export interface MakesSentence extends SentenceBase {
  readonly kind: 'makes'
  readonly grade: Name
  readonly condition: Condition
  readonly except?: Condition
}

/** `grade at most 1 above "last year's grade"` */
export interface GradeLimitSentence extends SentenceBase {
  readonly kind: 'grade-limit'
  readonly steps: Num
  readonly above: Name
}
