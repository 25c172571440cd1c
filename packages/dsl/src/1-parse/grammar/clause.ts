import type { Condition, Span } from '../../ast/index.js'
import type { Problem } from '../../diagnostics/problem.js'
import { vocabulary } from '../tokens/vocabulary.js'
import { T } from '../tokens/kinds.js'
import { asCondition, bareNames, clauseSpan, conditionClause, has } from './clause-kinds.js'
import type { Notation } from './notation.js'
import type { Clause, NamesAndJoin } from './rules.js'

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
    const before = operands.at(-1)
    const merged = before === undefined ? undefined : mergedWith(before, part, kind)
    if (merged !== undefined) operands.splice(-1, 1, merged)
    else operands.push(inherited($, before, part))
  }
  if (kind === 'or') warnOfMixture($, parts, operands, span)
  const condition: Condition = operands.length === 1 ? { ...operands[0]!, span } : { kind, operands, span }
  const bare = bareness(parts, operands)
  return bare === undefined ? conditionClause(condition) : { is: 'condition', condition, bare }
}

function bareness(parts: readonly Clause[], operands: readonly Condition[]): 'all' | 'first' | undefined {
  if (bareNames(parts[0]!) === undefined || operands[0]!.kind !== 'has') return undefined
  return operands.length === 1 && parts.every((part) => bareNames(part) !== undefined) ? 'all' : 'first'
}

/** `有 缺少` hold for the whole list, `为` for its alternatives: the list before takes the next name in, where it can. */
function mergedWith(before: Condition, part: Clause, kind: 'and' | 'or'): Condition | undefined {
  const names = bareNames(part)
  const own = part.is === 'condition' ? part.condition : undefined
  const span = { start: before.span.start, end: clauseSpan(part).end }
  if (before.kind === 'has' || before.kind === 'missing') {
    const more = names ?? (own !== undefined && own.kind === before.kind ? own : undefined)
    if (more === undefined || (more.names.length > 1 && more.join !== kind)) return undefined
    if (before.names.length > 1 && before.join !== kind) return undefined
    return { ...before, names: [...before.names, ...more.names], join: kind, span }
  }
  if (kind !== 'or' || names === undefined || names.names.length !== 1) return undefined
  if (before.kind === 'one-of') return { ...before, options: [...before.options, ...names.names], span }
  if (before.kind !== 'compare' || before.right.kind !== 'name') return undefined
  if (before.comparison !== 'is' && before.comparison !== 'is-not') return undefined
  const negated = before.comparison === 'is-not'
  return { kind: 'one-of', left: before.left, options: [before.right.name, ...names.names], negated, span }
}

/** What a part means after the one before it: a word that came before its bare names still holds for them. */
function inherited($: Notation, before: Condition | undefined, part: Clause): Condition {
  const word = before === undefined ? undefined : lastOf(before)
  const names = bareNames(part)
  const own = asCondition($, part)
  if (word === undefined) return own
  if (names !== undefined) return underWord(word, names, own.span)
  if (part.is !== 'condition' || part.bare !== 'first' || own.kind !== 'and') return own
  const [first, ...rest] = own.operands
  if (first?.kind !== 'has') return own
  return { ...own, operands: [underWord(word, first, first.span), ...rest] }
}

function lastOf(condition: Condition): Condition {
  return condition.kind === 'and' || condition.kind === 'or' ? lastOf(condition.operands.at(-1)!) : condition
}

function underWord(word: Condition, { names, join }: NamesAndJoin, span: Span): Condition {
  if (word.kind === 'missing') return { kind: 'missing', names, join, span }
  if (word.kind === 'grade-is' && word.reach === 'exactly' && names.length === 1) {
    return { ...word, grade: names[0]!, span }
  }
  return has(names, span, join)
}

/** `且` binds before `或`; who writes both without brackets is told so, with the brackets as the fix. */
function warnOfMixture($: Notation, parts: readonly Clause[], operands: readonly Condition[], span: Span): void {
  if (!operands.some(isConjunction)) return
  const [open, close] = $.language === 'zh' ? ['（', '）'] : ['(', ')']
  const edits: { span: Span; text: string }[] = []
  for (const part of parts) {
    const { start, end } = clauseSpan(part)
    const word = takesMissing(part, operands) ? missingWord($) : ''
    const conjunction = part.is === 'condition' && isConjunction(part.condition)
    if (conjunction || word !== '')
      edits.push({ span: { start, end: start }, text: `${conjunction ? open : ''}${word}` })
    if (conjunction) edits.push({ span: { start: end, end }, text: close })
  }
  const problem: Problem = { code: 'mixed-and-or', span, data: {}, fix: { edits } }
  $.report(problem)
}

function isConjunction(condition: Condition): boolean {
  if (condition.kind === 'and') return true
  return (
    (condition.kind === 'has' || condition.kind === 'missing') && condition.names.length > 1 && condition.join === 'and'
  )
}

/** Whether the part's names are missing ones by the word of a part before it. */
function takesMissing(part: Clause, operands: readonly Condition[]): boolean {
  const names = bareNames(part)?.names ?? leadingNames(part)
  const first = names?.[0]
  if (first === undefined) return false
  return operands.some((operand) => {
    const held = operand.kind === 'and' ? operand.operands[0]! : operand
    return held.kind === 'missing' && held.names.includes(first)
  })
}

function leadingNames(part: Clause) {
  if (part.is !== 'condition' || part.bare !== 'first' || part.condition.kind !== 'and') return undefined
  const first = part.condition.operands[0]
  return first?.kind === 'has' ? first.names : undefined
}

function missingWord($: Notation): string {
  return $.language === 'zh' ? vocabulary.Missing.zh[0]! : `${vocabulary.Missing.en[0]!} `
}
