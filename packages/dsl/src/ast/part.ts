import type { Expression } from './expression.js'
import type { Name, Num, SentenceBase } from './common.js'

/** `part "N" out of 100, for "kind"` · `part "N" out of 100 by rubric "R"` */
export interface PartSentence extends SentenceBase {
  readonly kind: 'part'
  readonly name: Name
  /** May be left out where a rubric gives it. */
  readonly full?: Num
  readonly kinds: readonly Name[]
  readonly rubric?: Name
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
}

/** `an empty group is left out, its weight shared` · `无人评分的，权重由其他各项分摊` */
export interface EmptyGroupSentence extends SentenceBase {
  readonly kind: 'empty-group'
}
