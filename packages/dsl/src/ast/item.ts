import type { Condition } from './condition.js'
import type { ItemNumber, Name, Num, SentenceBase } from './common.js'

/** `item 1.1 "N" 10 points` */
export interface ItemSentence extends SentenceBase {
  readonly kind: 'item'
  readonly number: ItemNumber
  readonly name: Name
  readonly points: Num
}

/** `checked by "documents", "interviews"` */
export interface CheckedBySentence extends SentenceBase {
  readonly kind: 'checked-by'
  readonly ways: readonly Name[]
}

/** `remarks "F"` · `评语 “F”`: a text that travels to the report with the score above; it decides nothing. */
export interface RemarksSentence extends SentenceBase {
  readonly kind: 'remarks'
  readonly fact: Name
}

/** `scores 0 when CONDITION` · `CONDITION 的，本项不得分` */
export interface ScoresZeroSentence extends SentenceBase {
  readonly kind: 'scores-zero'
  readonly condition: Condition
  readonly except?: Condition
}

/** `not applicable when CONDITION, full points` / `…, left out` */
export interface NotApplicableSentence extends SentenceBase {
  readonly kind: 'not-applicable'
  readonly condition: Condition
  readonly except?: Condition
  readonly treatment: 'full-points' | 'left-out'
}
