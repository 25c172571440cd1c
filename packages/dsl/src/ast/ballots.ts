import type { Condition } from './condition.js'
import type { Name, SentenceBase } from './common.js'
import type { FactOptions, FactTypeNode } from './fact.js'

/** `ballots "B": number from 0 to 100, 1 decimal` · `测评票 “B”：0 到 100 的数，1 位小数` */
export interface BallotsSentence extends SentenceBase, FactOptions {
  readonly kind: 'ballots'
  readonly name: Name
  readonly machineName?: string
  /** The type of one mark. */
  readonly type: FactTypeNode
}

/** `void when C` · `C 的，作废`: about the ballot as a whole; the name of the ballots is all its marks */
export interface VoidSentence extends SentenceBase {
  readonly kind: 'void'
  readonly condition: Condition
  readonly except?: Condition
}

/** `own mark excluded` · `本单位评分不计` */
export interface OwnMarkSentence extends SentenceBase {
  readonly kind: 'own-mark'
}
