import type { Condition, Expression } from '../../ast/index.js'
import type { Draft } from '../draft.js'
import type { Scope, Visit } from '../scope.js'
import type { Typed } from '../typed.js'
import { conditionRules } from './condition.js'
import { expressionRules } from './expression.js'

/** Starts a pass over a sentence: every expression and condition it visits has its type noted. */
export function visitIn(draft: Draft, scope: Scope): Visit {
  const visit: Visit = {
    draft,
    scope,
    expression(node: Expression): Typed | undefined {
      const rule = expressionRules[node.kind] as (node: Expression, visit: Visit) => Typed | undefined
      const typed = rule(node, visit)
      if (typed !== undefined) draft.types.set(node, typed.type)
      return typed
    },
    condition(node: Condition): void {
      const rule = conditionRules[node.kind] as (node: Condition, visit: Visit) => void
      rule(node, visit)
      draft.types.set(node, { kind: 'condition' })
    },
    within: (narrower) => visitIn(draft, { ...scope, ...narrower }),
  }
  return visit
}
