import type { Condition, Span } from '../../ast/index.js'
import { T } from '../tokens/kinds.js'
import { asCondition, bareNames, conditionClause, has } from './clause-kinds.js'
import type { Notation } from './notation.js'
import type { Clause } from './rules.js'

/**
 * Clauses: `or` over `and` over operands. A clause is read before it is known whether it is a condition or an expression, for both
 * may begin with a name or a bracket.
 */
export function defineClauses($: Notation): void {
  const { rules } = $

  $.define('clause', () => {
    const start = $.here()
    const parts = [$.sub(rules.conjunction)]
    $.repeat(() => {
      $.take(T.Or)
      parts.push($.sub(rules.conjunction, 1))
    })
    return $.act(() => joined($, 'or', parts, $.since(start)))
  })

  $.define('conjunction', () => {
    const start = $.here()
    const parts = [$.sub(rules.operand)]
    $.repeat(() => {
      $.take(T.And)
      parts.push($.sub(rules.operand, 1))
    })
    return $.act(() => joined($, 'and', parts, $.since(start)))
  })

  $.define('condition', () => {
    const clause = $.sub(rules.clause)
    return $.act(() => asCondition($, clause))
  })
}

function joined($: Notation, kind: 'and' | 'or', parts: readonly Clause[], span: Span): Clause {
  if (parts.length === 1) return parts[0]!
  const operands: Condition[] = []
  for (const part of parts) {
    const names = bareNames(part)
    const before = operands.at(-1)
    const merged = before === undefined ? undefined : mergedWith(before, part, kind)
    if (merged !== undefined) operands.splice(-1, 1, merged)
    else if (names !== undefined && before !== undefined) operands.push(inherited(before, names, part, $))
    else operands.push(asCondition($, part))
  }
  const bare = parts.every((part) => bareNames(part) !== undefined) && operands.length === 1
  const condition: Condition = operands.length === 1 ? { ...operands[0]!, span } : { kind, operands, span }
  return bare ? { is: 'condition', condition, bare } : conditionClause(condition)
}

/** `有 缺少` hold for the whole list, `为` for its alternatives: the list before takes the next name in, where it can. */
function mergedWith(before: Condition, part: Clause, kind: 'and' | 'or'): Condition | undefined {
  const names = bareNames(part)
  const own = part.is === 'condition' ? part.condition : undefined
  if (before.kind === 'has' || before.kind === 'missing') {
    const more = names ?? (own !== undefined && own.kind === before.kind ? own : undefined)
    if (more === undefined || (more.names.length > 1 && more.join !== kind)) return undefined
    if (before.names.length > 1 && before.join !== kind) return undefined
    const span = { start: before.span.start, end: endOf(part) }
    return { ...before, names: [...before.names, ...more.names], join: kind, span }
  }
  if (kind !== 'or' || names === undefined || names.names.length !== 1) return undefined
  const span = { start: before.span.start, end: endOf(part) }
  if (before.kind === 'one-of') return { ...before, options: [...before.options, ...names.names], span }
  if (before.kind === 'compare' && before.right.kind === 'name') {
    if (before.comparison !== 'is' && before.comparison !== 'is-not') return undefined
    const negated = before.comparison === 'is-not'
    return { kind: 'one-of', left: before.left, options: [before.right.name, ...names.names], negated, span }
  }
  return undefined
}

/** What a bare name means that could not be taken into the list before it: the word before still holds for it. */
function inherited(
  before: Condition,
  { names, join }: { readonly names: Extract<Condition, { kind: 'has' }>['names']; readonly join: 'and' | 'or' },
  part: Clause,
  $: Notation,
): Condition {
  const word = before.kind === 'and' || before.kind === 'or' ? before.operands.at(-1)! : before
  const span = asCondition($, part).span
  if (word.kind === 'missing') return { kind: 'missing', names, join, span }
  if (word.kind === 'grade-is' && word.reach === 'exactly' && names.length === 1) {
    return { ...word, grade: names[0]!, span }
  }
  return { ...has(names, span), join } as Condition
}

function endOf(part: Clause): number {
  return (part.is === 'expression' ? part.expression.span : part.condition.span).end
}
