import type { Condition } from './condition.js'
import type { Expression } from './expression.js'
import type { Name, Num, SentenceBase } from './common.js'

/** `total[ for "kind"]` · `总分（“kind”）` */
export interface TotalSentence extends SentenceBase {
  readonly kind: 'total'
  readonly kinds: readonly Name[]
}

/** `bonuses capped at 10 in all` · `penalties capped at 10 in all`, where wanted `except when C` */
export interface AllCappedSentence extends SentenceBase {
  readonly kind: 'all-capped'
  readonly effect: 'bonus' | 'penalty'
  readonly cap: Num
  readonly except?: Condition
}

/** `total at most 100`, `total at least 0`, `total at most 89 when C`, `total is 0 when C` */
export interface TotalLimitSentence extends SentenceBase {
  readonly kind: 'total-limit'
  readonly limit: 'at-most' | 'at-least' | 'is'
  readonly value: Expression
  readonly condition?: Condition
  readonly except?: Condition
}
