import type { Condition, Expression, Name, Span } from '../../ast/index.js'
import type { Notation } from './notation.js'
import type { Clause, NamesAndJoin } from './rules.js'

export function expressionClause(expression: Expression): Clause {
  return { is: 'expression', expression }
}

export function conditionClause(condition: Condition): Clause {
  return { is: 'condition', condition }
}

export function clauseSpan(clause: Clause): Span {
  return clause.is === 'expression' ? clause.expression.span : clause.condition.span
}

/** The clause as a value; a condition there is reported. */
export function asExpression($: Notation, clause: Clause): Expression {
  if (clause.is === 'expression') return clause.expression
  // A name in brackets was read as a condition of its own.
  $.report({ code: 'not-a-value', span: clause.condition.span, data: {} })
  return { kind: 'number', value: { text: '0', percent: false, span: clauseSpan(clause) }, span: clauseSpan(clause) }
}

/** The clause as a condition: a name alone asks whether it holds; a number or a calculation is reported. */
export function asCondition($: Notation, clause: Clause): Condition {
  if (clause.is === 'condition') return clause.condition
  const { expression } = clause
  switch (expression.kind) {
    case 'name':
      return has([expression.name], expression.span)
    case 'brackets':
      return {
        kind: 'brackets',
        inner: asCondition($, expressionClause(expression.inner)),
        span: expression.span,
      }
    default:
      $.report({ code: 'not-a-condition', span: expression.span, data: {} })
      return { kind: 'has', names: [], join: 'or', span: expression.span }
  }
}

export function has(names: readonly Name[], span: Span, join: 'and' | 'or' = 'or'): Condition {
  return { kind: 'has', names, join, span }
}

/** A name that stands alone, to be joined to the word before it: the b of `缺少“a”或“b”`. */
export function bareNames(clause: Clause): NamesAndJoin | undefined {
  if (clause.is === 'expression') {
    return clause.expression.kind === 'name' ? { names: [clause.expression.name], join: 'or' } : undefined
  }
  const { condition } = clause
  return clause.bare === 'all' && condition.kind === 'has' ? condition : undefined
}
