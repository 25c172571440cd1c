import type { Condition } from './condition.js'
import type { Name, SentenceBase } from './common.js'

/** `must hold: C` · `须 C`: over the field of each kind, or of the kinds that are named */
export interface MustHoldSentence extends SentenceBase {
  readonly kind: 'must-hold'
  readonly kinds: readonly Name[]
  readonly condition: Condition
  readonly except?: Condition
}
