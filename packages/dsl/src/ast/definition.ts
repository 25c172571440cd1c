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
}
