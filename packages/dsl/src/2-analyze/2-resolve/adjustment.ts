import type { AdjustmentSentence, Condition, Measure, Name, Num } from '../../ast/index.js'
import { compare, decimal, zero } from '../decimal.js'
import { report } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import type { FactSymbol } from '../tables.js'
import { clash, termOfType, type Typed } from '../typed.js'
import { checkDated, resolveList } from './aggregate.js'
import { resolveAmount, type Base } from './amount.js'
import { resolveMissing } from './condition.js'
import { resolveChoiceName, resolveNumber } from './expression.js'
import { resolveValueName, useFact, factOf } from './value-name.js'
import { casesOf, optionsOf, resolveCases } from '../words.js'
import { levelRowsOf } from './levels.js'

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>

/** `costs`, `earns`, `also earns`, `bonus`, `penalty`, whatever measures them. */
export function resolveAdjustment(visit: Visit, sentence: AdjustmentSentence, base: Base): void {
  const rule = measureRules[sentence.measure.kind] as (measure: Measure, visit: Visit, base: Base) => void
  rule(sentence.measure, visit, base)
  if (sentence.cap !== undefined) resolveAmount(visit, sentence.cap, base)
  if (sentence.where !== undefined) resolveWhere(sentence, sentence.where, visit)
  if (sentence.except !== undefined) visit.condition(sentence.except)
}

/** `only where C`: over the records that the sentence counts. */
function resolveWhere({ measure }: AdjustmentSentence, where: Condition, visit: Visit): void {
  const records = recordsOf(measure, visit)
  if (records !== undefined) visit.within({ over: records }).condition(where)
  else report(visit.draft, 'no-records-counted', where.span, {})
}

function recordsOf(measure: Measure, { draft, scope }: Visit): FactSymbol | undefined {
  const name = measure.kind === 'by-level' ? measure.of : nameCounted(measure)
  const fact = name === undefined ? undefined : factOf(draft, scope, name)
  return fact?.type.kind === 'records' ? fact : undefined
}

function nameCounted(measure: Measure): Name | undefined {
  return measure.kind === 'per' && measure.of.kind === 'name' ? measure.of.name : undefined
}

const measureRules: { readonly [K in Measure['kind']]: (measure: Of<K>, visit: Visit, base: Base) => void } = {
  when: ({ condition, amount }, visit, base) => {
    visit.condition(condition)
    resolveAmount(visit, amount, base)
  },
  always: ({ amount }, visit, base) => resolveAmount(visit, amount, base),
  per,
  'each-missing': ({ names, amount }, visit, base) => {
    for (const name of names) resolveMissing(visit, name)
    resolveAmount(visit, amount, base)
  },
  step,
  discretion: ({ low, high, condition }, visit) => {
    const [least, most] = [decimal(low.text), decimal(high.text)]
    if (compare(least, zero) < 0) report(visit.draft, 'negative-amount', low.span, { value: low.text })
    if (compare(least, most) >= 0) {
      report(visit.draft, 'bounds-out-of-order', high.span, { low: low.text, high: high.text })
    }
    if (condition !== undefined) visit.condition(condition)
  },
  largest: ({ choices }, visit, base) => {
    for (const { condition, amount } of choices) {
      visit.condition(condition)
      resolveAmount(visit, amount, base)
    }
  },
  'by-level': byLevel,
}

/** `each "F"`: so many times, or so many records. */
function per({ of, every, inYear, amount, condition }: Of<'per'>, visit: Visit, base: Base): void {
  const { draft, scope } = visit
  const typed = visit.expression(of)
  if (typed !== undefined) checkCountable(visit, typed, of)
  if (inYear && of.kind === 'name') {
    const fact = factOf(draft, scope, of.name)
    if (fact !== undefined) {
      useFact(draft, fact, of.name)
      checkDated(visit, fact, of.name.span)
    }
  }
  if (every !== undefined) checkAboveZero(visit, every)
  resolveAmount(visit, amount, base)
  if (condition !== undefined) visit.condition(condition)
}

function checkCountable({ draft }: Visit, typed: Typed, of: Of<'per'>['of']): void {
  const countable = typed.type.kind === 'records' || (typed.type.kind === 'number' && typed.unit !== 'percent')
  if (countable) return
  const data = { text: textOf(draft, of.span).trim(), type: termOfType(typed.source ?? typed.type) }
  report(draft, 'count-expected', of.span, data)
}

function checkAboveZero({ draft }: Visit, num: Num): void {
  if (compare(decimal(num.text), zero) <= 0) report(draft, 'step-not-positive', num.span, { value: num.text })
}

/** `each full 1 percentage point of "F" below 90%`: size, fact and threshold are in one unit. */
function step({ size, percentagePoints, of, threshold, amount }: Of<'step'>, visit: Visit, base: Base): void {
  checkAboveZero(visit, size)
  const measured = resolveNumber(visit, of)
  const limit = resolveNumber(visit, threshold)
  if (measured !== undefined) {
    const sized: Typed = {
      type: { kind: 'number' },
      unit: percentagePoints || size.percent ? 'percent' : 'bare',
      literal: size.text,
    }
    reportClash(visit, measured, sized, of.span, size.span)
    if (limit !== undefined) reportClash(visit, measured, limit, of.span, threshold.span)
  }
  resolveAmount(visit, amount, base)
}

function reportClash({ draft }: Visit, a: Typed, b: Typed, left: Num['span'], right: Num['span']): void {
  const found = clash(a, b)
  if (found === undefined) return
  const sides = { left: textOf(draft, left).trim(), right: textOf(draft, right).trim() }
  if (found === 'mixed' || a.unit !== 'percent') report(draft, 'units-mixed', right, sides)
  else {
    const fix = { edits: [{ span: { start: right.end, end: right.end }, text: '%' }] }
    report(draft, 'percent-sign-missing', right, { number: sides.right, name: sides.left }, { fix })
  }
}

/** `by "level" of "F"`: a table over the records' fields; the amounts may speak of the record alone. */
function byLevel(measure: Of<'by-level'>, visit: Visit, base: Base): void {
  const { of, by, otherwise, highestPer, inYear } = measure
  const fact = resolveList(visit, of, ['records'])
  if (fact === undefined) return
  if (inYear) checkDated(visit, fact, of.span)
  const record = visit.within({ over: fact })
  const choices = by.map((name) => resolveChoiceName(record, name))
  const rows = levelRowsOf(record, measure, measure, choices, by[0]?.span ?? of.span)
  const [first] = rows
  const last = rows.at(-1)
  const whole = first === undefined || last === undefined ? of.span : { start: first.span.start, end: last.span.end }
  if (rows.length > 0) resolveCases(visit.draft, optionsOf(choices), casesOf(rows), otherwise !== undefined, whole)
  for (const row of rows) resolveAmount(record, row.value, base)
  if (otherwise !== undefined) resolveAmount(record, otherwise, base)
  if (highestPer !== undefined) resolveValueName(record, highestPer)
}
