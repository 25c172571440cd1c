import type { Condition } from './condition.js'
import type { Name, Num, SentenceBase } from './common.js'

/** `award "A" to the top 5 graded "x", of each kind` · `award "A" to the top 2 by total` · `award "A" to all when C` */
export interface AwardSentence extends SentenceBase {
  readonly kind: 'award'
  readonly award: Name
  /** Left out: everyone who competes. */
  readonly top?: Num
  readonly graded?: { readonly grade: Name; readonly reach: 'exactly' | 'or-better' | 'or-worse' }
  readonly condition?: Condition
  /** `of each kind` / `all kinds together`; left out: together, with a hint where kinds differ */
  readonly scope?: 'each' | 'together'
  readonly except?: Condition
}

/** `"F" blocks award "A", "B"` */
export interface AwardBarSentence extends SentenceBase {
  readonly kind: 'award-bar'
  /** At least one. */
  readonly awards: readonly Name[]
  readonly condition: Condition
  readonly except?: Condition
}
