import type { Expression } from './expression.js'
import type { Name, Num, SentenceBase, Span } from './common.js'

/** `part "N" out of 100, for "kind"` · `part "N" out of 100 by rubric "R"` */
export interface PartSentence extends SentenceBase {
  readonly kind: 'part'
  readonly name: Name
  /** May be left out where a rubric gives it. */
  readonly full?: Num
  readonly kinds: readonly Name[]
  readonly rubric?: Name
  readonly periods?: Periods
}

/** `each month, averaged over 12, a missing month counts 0` · `each quarter: 20%, 20%, 20%, 40%`: the rubric once in every period */
export interface Periods {
  readonly each: 'month' | 'quarter' | 'half-year'
  /** `averaged over 12`: a reminder of how many there are */
  readonly averagedOver?: Num
  /** What each period weighs, in their order; left out: all the same. */
  readonly weights?: readonly Num[]
  /** What a period counts of which nothing is reported; left out: the unit is incomplete. */
  readonly missing?: 'counts-0' | 'left-out'
  readonly span: Span
}

/** `rubric "R" out of 100` */
export interface RubricSentence extends SentenceBase {
  readonly kind: 'rubric'
  readonly name: Name
  readonly full: Num
}

/**
 * A line of a part or of a total: `40% average of "F"`, `20% "report review"`, `"part"` (in points), or an average alone.
 * In a total the source is the name of a part.
 */
export interface WeightedLineSentence extends SentenceBase {
  readonly kind: 'weighted-line'
  readonly weight?: Num
  readonly source: Expression
  /** The sentence that lists it, where it is one of several. */
  readonly listedIn?: WeightedLinesSentence
}

/** `"a", "b", "c" 20% each` · `“a”、“b”、“c”各占 20%`; `average of "a", "b" 50% each`: short for a line of each */
export interface WeightedLinesSentence extends SentenceBase {
  readonly kind: 'weighted-lines'
  readonly weight: Num
  /** At least two. */
  readonly sources: readonly Name[]
  readonly average: boolean
}

/** `an empty group is left out, its weight shared` · `无人评分的，权重由其他各项分摊` */
export interface EmptyGroupSentence extends SentenceBase {
  readonly kind: 'empty-group'
}
