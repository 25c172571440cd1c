import type { Condition } from './condition.js'
import type { Expression } from './expression.js'
import type { DateLiteral, Name, SentenceBase } from './common.js'

/** `outcome "O", "P" for "F" by 2027-03-31 when C` · `C 的，对“F”予以“O”、“P”，限 2027 年 3 月 31 日前完成` */
export interface OutcomeSentence extends SentenceBase {
  readonly kind: 'outcome'
  /** At least one; all follow together. */
  readonly outcomes: readonly Name[]
  /** A text fact: whom it concerns. */
  readonly for?: Name
  /** Until when. */
  readonly by?: DateLiteral
  readonly condition: Condition
  readonly except?: Condition
}

/** `outcome "pay" is 800 * score / 100` · `“报酬”为 800 × 总分 ÷ 100` */
export interface AmountSentence extends SentenceBase {
  readonly kind: 'amount'
  readonly outcome: Name
  readonly value: Expression
  readonly except?: Condition
}
