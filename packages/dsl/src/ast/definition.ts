import type { Condition } from './condition.js'
import type { Expression } from './expression.js'
import type { Name, SentenceBase } from './common.js'

/** `let "N" be EXPRESSION or CONDITION` · `定义 “N” 为 …`; a bare name is an expression until analysis knows its type */
export interface DefinitionSentence extends SentenceBase {
  readonly kind: 'definition'
  readonly name: Name
  readonly value:
    | { readonly kind: 'expression'; readonly expression: Expression }
    | { readonly kind: 'condition'; readonly condition: Condition }
    /** `A, kept from 1 to 5 at each step` · `A，每步保持在 1 至 5`: the steps stand below */
    | { readonly kind: 'steps'; readonly start: Expression; readonly low: Expression; readonly high: Expression }
}

/** Below a definition in steps: `plus 1 when C` · `C 的，加 1` (with no 分, which would be said of the total) */
export interface StepSentence extends SentenceBase {
  readonly kind: 'step'
  readonly direction: 'plus' | 'minus'
  readonly amount: Expression
  readonly condition: Condition
  readonly except?: Condition
}
