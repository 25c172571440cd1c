import type { Condition } from './condition.js'
import type { Name, SentenceBase } from './common.js'

/** `outcome "O" when C` */
export interface OutcomeSentence extends SentenceBase {
  readonly kind: 'outcome'
  readonly outcome: Name
  readonly condition: Condition
  readonly except?: Condition
}
