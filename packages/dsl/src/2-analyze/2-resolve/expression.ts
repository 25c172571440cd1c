import type { Expression, Name, ScoreReference, TableRow } from '../../ast/index.js'
import { decimal, zero, compare } from '../decimal.js'
import { report } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import { aNumber, termOfType, unitOfProduct, unitOfQuotient, unitOfSum, type Typed } from '../typed.js'
import { resolveAggregate, resolveCount, resolveShare } from './aggregate.js'
import { resolveField, resolveFieldCount } from './field.js'
import { checkDecimals } from '../numbers.js'
import { checkUnits } from './units.js'
import { resolveScoreReference } from './score-reference.js'
import { resolveValueName } from './value-name.js'
import { casesOf, optionsOf, resolveCases } from '../words.js'
import { levelRowsOf, type Choice } from './levels.js'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** How each kind of expression is resolved and typed. */
export const expressionRules: {
  readonly [K in Expression['kind']]: (node: Of<K>, visit: Visit) => Typed | undefined
} = {
  number: ({ value }) => ({ ...aNumber(value.percent ? 'percent' : 'bare'), literal: value.text }),
  date: () => ({ type: { kind: 'date' }, unit: 'computed' }),
  name: ({ name }, visit) => resolveValueName(visit, name),
  'item-score': scoreReference,
  'part-score': scoreReference,
  'total-score': scoreReference,
  'bonus-score': scoreReference,
  'penalty-score': scoreReference,
  binary,
  negate: ({ operand }, visit) => {
    const typed = resolveNumber(visit, operand)
    return typed === undefined ? undefined : aNumber(typed.unit)
  },
  brackets: ({ inner }, visit) => visit.expression(inner),
  choose: ({ options }, visit) => together(visit, options),
  keep: ({ value, low, high }, visit) => together(visit, [value, low, high]),
  if: ({ condition, then, otherwise }, visit) => {
    visit.condition(condition)
    return together(visit, [then, otherwise])
  },
  table,
  field: resolveField,
  'field-count': resolveFieldCount,
  aggregate: resolveAggregate,
  count: resolveCount,
  share: resolveShare,
  rounded: ({ value, decimals }, visit) => {
    checkDecimals(visit.draft, decimals)
    const typed = resolveNumber(visit, value)
    return typed === undefined ? undefined : aNumber(typed.unit)
  },
  days: ({ from, to }, visit) => {
    const dates = [resolveDate(visit, from), resolveDate(visit, to)]
    return dates.includes(undefined) ? undefined : aNumber('days')
  },
}

function scoreReference(node: ScoreReference, visit: Visit): Typed | undefined {
  return resolveScoreReference(visit, node)
}

/** An expression that must be a number. */
export function resolveNumber(visit: Visit, node: Expression): Typed | undefined {
  const typed = visit.expression(node)
  if (typed === undefined || typed.type.kind === 'number') return typed
  const data = { text: textOf(visit.draft, node.span).trim(), type: termOfType(typed.type) }
  report(visit.draft, 'number-expected', node.span, data)
  return undefined
}

/** An expression that must be a date. */
export function resolveDate(visit: Visit, node: Expression): Typed | undefined {
  const typed = visit.expression(node)
  if (typed === undefined || typed.type.kind === 'date') return typed
  const data = { text: textOf(visit.draft, node.span).trim(), type: termOfType(typed.type) }
  report(visit.draft, 'date-expected', node.span, data)
  return undefined
}

/** The name of a choice (a fact, or a field inside records), whose words a table lists. */
export function resolveChoiceName(visit: Visit, name: Name): Choice | undefined {
  const typed = resolveValueName(visit, name)
  if (typed === undefined) return undefined
  if (typed.source?.kind === 'choice') return typed.source
  if (typed.type.kind === 'choice') return typed.type
  report(visit.draft, 'choice-expected', name.span, { name: name.raw, type: termOfType(typed.source ?? typed.type) })
  return undefined
}

function binary({ operator, left, right }: Of<'binary'>, visit: Visit): Typed | undefined {
  const first = resolveNumber(visit, left)
  const second = resolveNumber(visit, right)
  if (operator === '/' && isZero(right)) report(visit.draft, 'division-by-zero', right.span, {})
  if (first === undefined || second === undefined) return undefined
  if (operator === '*') return aNumber(unitOfProduct(first.unit, second.unit))
  if (operator === '/') return aNumber(unitOfQuotient(first.unit, second.unit))
  checkUnits(visit, first, second, [left, right])
  return aNumber(unitOfSum(first.unit, second.unit))
}

function isZero(node: Expression): boolean {
  return node.kind === 'number' && compare(decimal(node.value.text), zero) === 0
}

/** Numbers of which one is taken: their units must go together. */
export function together(visit: Visit, nodes: readonly Expression[]): Typed | undefined {
  const typed = nodes.map((node) => resolveNumber(visit, node))
  let unit: Typed['unit'] = 'bare'
  for (const [place, one] of typed.entries()) {
    if (one === undefined) return undefined
    const before = place > 0 ? typed[place - 1] : undefined
    if (before !== undefined) checkUnits(visit, before, one, [nodes[place - 1]!, nodes[place]!])
    unit = unitOfSum(unit, one.unit)
  }
  return aNumber(unit)
}

function table(node: Of<'table'>, visit: Visit): Typed | undefined {
  const { by, otherwise, span } = node
  const choices = by.map((name) => resolveChoiceName(visit, name))
  const rows = levelRowsOf(visit, node, node, choices, span)
  if (rows.length === 0) return undefined
  resolveCases(visit.draft, optionsOf(choices), casesOf(rows), otherwise !== undefined, span)
  return together(visit, [...rows.map((row: TableRow) => row.value), ...(otherwise === undefined ? [] : [otherwise])])
}
