/** Sums, averages, counts and shares over a fact of several values or records. */
import type { FactId } from '@merit/engine/scheme'
import type { AbsentRaters, Condition, DropExtremes, Expression, Name } from '../ast/index.js'
import { dateFieldOf } from '../2-analyze/look-up.js'
import type { FactSymbol } from '../2-analyze/tables.js'
import { valueOfField, valueOfName, valueOfType } from './name.js'
import {
  add,
  dividedBy,
  higher,
  nothing,
  subtract,
  times,
  truth,
  type Quantity,
  type Requirement,
  type Truth,
} from './quantity.js'
import { numberOf } from './rational.js'
import { amountIn, numberIn, plain, report, truthIn, type Scope } from './scope.js'
import { optionOf, rowsOf, table } from './table.js'
import { and, oneOf, relation, variable, type Term } from './term.js'
import { numberOfValue, termOf } from './value.js'
import { aggregated, elementWorkshop, type Aggregation } from './workshop.js'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** A fact of several values, or of records. */
export interface List {
  readonly fact: FactId
  readonly symbol: FactSymbol
}

/** The list that a name stands for. */
export function listOf(name: Name, scope: Scope): List | undefined {
  const value = valueOfName(name, scope)
  return value.kind === 'list' ? value : undefined
}

/** `average of "F"`, words by their points. Of no values an average, highest or lowest is missing; a sum is 0. */
export function aggregateOf(node: Of<'aggregate'>, scope: Scope): Quantity {
  const { take, of, drop } = node
  const values = rowsOf(node, node.values, scope)
  const list = listOf(of, scope)
  if (list?.symbol.type.kind !== 'many') return nothing
  const element = inElements(scope, list)
  const value =
    values.length === 0
      ? numberOfValue(valueOfType(list.symbol.type.of, variable('e0')))
      : table([of], values, undefined, element)
  const what = { of: list.fact, value: value.num, unit: value.unit, ...dropped(drop) }
  if (take === 'sum') return aggregate(scope, { ...what, take: 'sum' })
  const count = aggregate(scope, { ...counting(list.fact), ...dropped(drop) })
  if (node.absent !== undefined) {
    return withAbsent(node.absent, list.fact, aggregate(scope, { ...what, take: 'sum' }), count, scope)
  }
  const requirement: Requirement = {
    node: nodeOf(count),
    when: true,
    reason: 'empty-average',
    fact: list.fact,
    sentence: scope.sentence,
  }
  if (take === 'average') return dividedBy(aggregate(scope, { ...what, take: 'sum' }), [nodeOf(count)], [requirement])
  return { ...aggregate(scope, { ...what, take: take === 'highest' ? 'max' : 'min' }), requires: [requirement] }
}

/** (sum + the mark for each one absent) ÷ (how many marks there should be, or are where they are more): missing only where that is 0. */
function withAbsent(
  { raters, mark }: AbsentRaters,
  fact: FactId,
  sum: Quantity,
  count: Quantity,
  scope: Scope,
): Quantity {
  const { emission, workshop, sentence } = scope
  const expected = numberIn(raters, plain(scope))
  const node = workshop.number(higher([expected, count]))
  const missing = higher([subtract(expected, count), nothing])
  const requirement: Requirement = { node, when: true, reason: 'empty-average', fact, sentence }
  const filled = add([sum, times(missing, numberOf(mark.value))])
  emission.absentMarks.push({
    sum: nodeOf(sum),
    raters: node,
    mark: amountIn(mark.value, sentence, emission),
    sentence,
  })
  return dividedBy(filled, [node], workshop.neverZero(node) ? [] : [requirement])
}

/** The average of what several assessors entered. */
export function averageOfEntries(fact: FactId, unit: bigint, scope: Scope): Quantity {
  const count = aggregate(scope, counting(fact))
  const sum = aggregate(scope, { of: fact, value: variable('e0'), unit, take: 'sum' })
  const node = nodeOf(count)
  return dividedBy(sum, [node], [{ node, when: true, reason: 'empty-average', fact, sentence: scope.sentence }])
}

/** `count of "R" where C`, in the scheme's year where that is said. */
export function countOf({ of, inYear, where }: Of<'count'>, scope: Scope): Quantity {
  const list = listOf(of, scope)
  return list === undefined ? nothing : countIn(list, inYear, where, scope)
}

/** How many elements there are that satisfy the condition. */
export function countIn(list: List, inYear: boolean, where: Condition | undefined, scope: Scope): Quantity {
  const condition = where === undefined ? truth(true) : truthIn(where, inElements(scope, list))
  return countWhere(list, inYear, condition, scope)
}

/** What of an element decides whether it counts: its date, where that is said, and a condition. */
export function counts(
  list: List,
  { inYear, where }: { readonly inYear: boolean; readonly where?: Condition | undefined },
  scope: Scope,
): Term {
  const condition = where === undefined ? true : truthIn(where, inElements(scope, list)).term
  return and([inYear ? datedInYear(list.symbol, scope) : true, condition])
}

export function countWhere(list: List, inYear: boolean, condition: Truth, scope: Scope): Quantity {
  const all = and([inYear ? datedInYear(list.symbol, scope) : true, condition.term])
  return all === false ? nothing : aggregate(scope, { ...counting(list.fact), where: all })
}

/** `share of "x" among "F"`: among none it is missing. */
export function shareOf({ words, among }: Of<'share'>, scope: Scope): Quantity {
  const list = listOf(among, scope)
  if (list === undefined) return nothing
  const isOne = oneOf(
    variable('e0'),
    words.map((word) => optionOf(word, scope)),
  )
  const some = aggregate(scope, { ...counting(list.fact), where: isOne })
  const node = nodeOf(aggregate(scope, counting(list.fact)))
  const { fact } = list
  return dividedBy(some, [node], [{ node, when: true, reason: 'empty-average', fact, sentence: scope.sentence }])
}

/** Whether the element is dated from 1 January to 31 December of the scheme's year. */
export function datedInYear(symbol: FactSymbol, scope: Scope): Term {
  const field = dateFieldOf(symbol)
  return field === undefined ? true : inYear(termOf(valueOfField(field)), scope)
}

export function inYear(day: Term, { emission: { year } }: Scope): Term {
  const first = dayOf(year)
  const last = dayOf(year + 1) - 1n
  return and([relation('>=', day, first), relation('<=', day, last)])
}

function dayOf(year: number): bigint {
  return BigInt(Date.UTC(year, 0, 1) / 86_400_000)
}

/** The scope of the elements of a list. */
export function inElements(scope: Scope, { symbol }: List): Scope {
  const onNode = (): void => report(scope.emission, 'division-inside-records', scope.sentence)
  return { ...plain(scope), over: symbol, workshop: elementWorkshop(scope.workshop, onNode) }
}

export function aggregate(scope: Scope, what: Aggregation): Quantity {
  return aggregated(scope.workshop, what, () => report(scope.emission, 'too-many-digits', scope.sentence))
}

export function counting(of: FactId): Aggregation {
  return { of, value: 1n, unit: 1n, take: 'count' }
}

export function nodeOf({ num }: Quantity): string {
  return typeof num === 'object' && 'var' in num ? num.var : 'n0'
}

/** Extremes go where more values than said are there; with fewer than three nothing goes. */
function dropped(drop: DropExtremes | undefined): Pick<Aggregation, 'drop'> {
  if (drop === undefined) return {}
  return { drop: { ifMoreThan: Math.max(2, Number(drop.ifMoreThan?.text ?? 2)) } }
}
