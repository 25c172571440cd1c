import { array, boolean, constant, constantFrom, oneof, record, tuple, type Arbitrary } from 'fast-check'
import type { Measure, Sentence } from '@merit/dsl'
import { amount, condition, expression, names, optional, placed, present, rows, score } from './arbitrary-clauses.js'
import {
  date,
  itemNumber,
  name,
  percentage,
  positive,
  positiveOrPercentage,
  signed,
  span,
  whole,
} from './arbitrary-names.js'

type Fields = Record<string, Arbitrary<unknown>>

/** Sentences of one kind with arbitrary fields; a field that is undefined is left out. */
function sentences(kind: Sentence['kind'], fields: Fields): Arbitrary<Sentence> {
  return record(fields).map((values) => present({ kind, ...values, span, language: 'zh' }) as unknown as Sentence)
}

function node(kind: string, fields: Fields): Arbitrary<object> {
  return record(fields).map((values) => present({ kind, ...values, span }))
}

const reach = constantFrom('exactly', 'or-better', 'or-worse')
const except = optional(condition)

const simpleType = oneof(
  node('yes-no', { wording: constantFrom('yes-no', 'true-false') }),
  node('count', { unitWord: optional(constantFrom('件', '次', '人次', 'cases', '份', '公里')) }),
  node('number', { from: signed, to: signed, decimals: optional(whole) }),
  node('percentage', { decimals: optional(whole) }),
  node('choice', { options: names }),
  node('date', {}),
  node('text', {}),
  node('grade', {}),
)
const type = oneof(simpleType, node('records', {}), node('many', { of: simpleType }))
const standard = oneof(
  node('yes', {}),
  node('none', {}),
  node('number', { value: signed }),
  node('word', { name }),
  node('date', { value: date }),
)
const severalNames = array(name, { minLength: 2, maxLength: 3 })
const alikeFields: Fields = {
  type,
  atMost: optional(signed),
  cutAt: optional(signed),
  default: optional(standard),
  askedAs: optional(name),
  reportedBy: optional(name),
  withEvidence: boolean(),
}
const factFields: Fields = {
  name,
  machineName: optional(constantFrom('work_plan', 'F1', 'date')),
  ...alikeFields,
}

const missingPeriod = optional(constantFrom('counts-0', 'left-out'))
const periods = oneof(
  record({
    averagedOver: optional(positive),
    missing: missingPeriod,
    each: constantFrom('month', 'quarter', 'half-year'),
  }),
  record({
    weights: tuple(percentage, percentage, percentage, percentage),
    missing: missingPeriod,
    each: constant('quarter'),
  }),
  record({ weights: tuple(percentage, percentage), missing: missingPeriod, each: constant('half-year') }),
).map((fields) => present({ ...fields, span }))

const scoreValue = oneof(
  node('full', {}),
  node('share', { percent: percentage }),
  node('points', { points: positive }),
  node('expression', { expression: amount.filter((value) => value.kind !== 'number') }),
)
const scoring = oneof(
  node('by-word', { by: name, levels: optional(name), rows: constant([]) }),
  node('by-word', {
    by: name,
    rows: array(placed(record({ words: names, value: scoreValue })), { minLength: 1, maxLength: 3 }),
    otherwise: optional(scoreValue),
  }),
  node('by-band', {
    by: amount.filter((value) => value.kind !== 'number'),
    rows: array(
      placed(
        record({
          bound: positiveOrPercentage,
          comparison: constantFrom('at-least', 'above', 'at-most', 'below'),
          value: scoreValue,
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    otherwise: optional(scoreValue),
  }),
  node('proportion', { to: amount.filter((value) => value.kind !== 'number') }),
  node('direct', { decimals: optional(whole), several: boolean() }),
  node('formula', { expression }),
).map((value) => {
  const { span: _, ...rest } = value as { span: unknown }
  return rest
})

const counted = amount.filter((value) => value.kind !== 'number')
const every = optional(whole.filter(({ text }) => text !== '1'))
const per = node('per', { of: counted, every, inYear: boolean(), amount, condition: optional(condition) })
const discretion = node('discretion', {
  low: positive,
  high: positive,
  as: optional(name),
  condition: optional(condition),
})
const byLevel = (width: number) =>
  node('by-level', {
    of: name,
    inYear: boolean(),
    by: array(name, { minLength: width, maxLength: width }),
    rows: rows(width, amount),
    otherwise: optional(amount),
    highestPer: optional(name),
  })
const choice = placed(record({ condition, amount }))
const anyEffect = oneof(
  node('when', { condition, amount }),
  node('always', { amount }),
  per,
  discretion,
  byLevel(1),
  byLevel(2),
)
const ownEffect = oneof(
  node('each-missing', { names, amount }),
  node('step', {
    size: positive,
    percentagePoints: boolean(),
    of: counted,
    direction: constantFrom('below', 'above'),
    threshold: amount,
    full: boolean(),
    amount,
  }),
  node('largest', { choices: array(choice, { minLength: 2, maxLength: 3 }) }),
)
const withoutSpan = (measure: object) => {
  const { span: _, ...rest } = measure as { span?: unknown }
  return rest as Measure
}
const ending: Fields = {
  measureSpan: constant(span),
  where: optional(condition),
  cap: optional(amount),
  except,
  reminder: optional(record({ points: optional(positive) }).map((fields) => present({ ...fields, span }))),
}

const adjustments = oneof(
  sentences('adjustment', {
    effect: constantFrom('costs', 'earns', 'bonus', 'penalty'),
    measure: oneof(anyEffect, ownEffect).map(withoutSpan),
    ...ending,
  }),
  sentences('adjustment', {
    effect: constant('also-earns'),
    on: constantFrom('item', 'part', 'rubric'),
    measure: anyEffect.map(withoutSpan),
    ...ending,
  }),
)

const bandEnd = placed(record({ value: positive, included: boolean() }))
const criterion = oneof(
  record({ low: optional(bandEnd), high: optional(bandEnd) })
    .filter(({ low, high }) => low !== undefined || high !== undefined)
    .map((ends) => present({ kind: 'band', ...ends, span })),
  node('top', { count: positiveOrPercentage }),
  node('bottom', { count: positiveOrPercentage }),
  node('otherwise', {}),
)
const quota = oneof(node('at-most', { count: positiveOrPercentage }), node('places', { count: positive }))

const levels = record({
  by: name,
  of: optional(name),
  inYear: boolean(),
  rows: array(placed(record({ words: names, steps: whole })), { minLength: 1, maxLength: 3 }),
  otherwise: optional(whole),
}).map((fields) => present({ kind: 'by-level', ...fields }))

const award = record({
  award: name,
  top: optional(whole),
  graded: optional(record({ grade: name, reach })),
  condition: optional(condition),
  scope: optional(constantFrom('each', 'together')),
  except,
}).map(({ top, graded, condition: when, scope, ...rest }) => {
  // Without places, a grade is a condition; with them, a grade that is the whole condition is what the unit is graded.
  const placed = top === undefined ? { condition: when } : { top, graded, condition: when }
  const pure = placed.condition?.kind === 'grade-is' && !placed.condition.negated && top !== undefined
  const places = top === undefined ? {} : { scope }
  return present({
    kind: 'award',
    ...rest,
    ...places,
    ...present({ ...placed, ...(pure ? { condition: undefined } : {}) }),
  })
})

const value = oneof(
  node('yes', {}),
  node('no', {}),
  node('number', { value: signed }),
  node('word', { name }),
  node('date', { value: date }),
)

const field = placed(record({ field: name, value }))
const path = array(name, { minLength: 1, maxLength: 2 })
const given = oneof(
  record({ kind: constant('values'), values: array(value, { minLength: 1, maxLength: 3 }) }),
  record({ kind: constant('record'), fields: array(field, { minLength: 1, maxLength: 3 }) }),
)

const expectation = oneof(
  record({ kind: constant('score'), of: score, value: signed }),
  record({ kind: constant('rank'), value: whole }),
  record({ kind: constant('amount'), outcome: name, value: signed }),
  record({ kind: constant('grade'), grade: optional(name) }).map((fields) => present(fields)),
  record({ kind: constant('award'), award: name, granted: boolean() }),
  record({ kind: constant('outcome'), outcome: name, follows: boolean() }),
)

const stage = oneof(node('reported', {}), node('after-review', { review: name }), node('computed', {}))

const decided = oneof(
  record({ kind: constant('score'), of: score, value: signed }),
  record({ kind: constant('grade'), grade: optional(name) }).map((fields) => present(fields)),
)

const conditional = { condition, except }

/** Every kind of sentence, as reading makes it. The key is the header that a sentence needs above it. */
export const sentencesUnder: Readonly<Record<string, Arbitrary<Sentence>>> = {
  '': oneof(
    sentences('scheme', { title: name, year: whole, version: optional(whole) }),
    sentences('issuer', { name }),
    sentences('replaces', { title: name, year: whole, version: optional(whole) }),
    sentences('full-marks', { points: positive }),
    sentences('rounding', {
      decimals: whole,
      mode: optional(constantFrom('half-up', 'half-even', 'down', 'up')),
      displayOnly: boolean(),
    }),
    sentences('unit-kinds', {
      kinds: array(
        record({ name, count: optional(whole) }).map((kind) => present(kind)),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    sentences('grades', { grades: names }),
    sentences('include', { file: name }),
    sentences('levels', {
      name,
      levels: array(placed(record({ word: name, value: signed })), { minLength: 1, maxLength: 4 }),
    }),
    sentences('levels', { name, levels: array(placed(record({ word: name })), { minLength: 1, maxLength: 4 }) }),
    sentences('facts', {}),
    sentences('item', { number: itemNumber, name, points: positive }),
    sentences('part', {
      name,
      full: optional(positive),
      kinds: array(name, { maxLength: 2 }),
      rubric: optional(name),
      periods: optional(periods),
    }),
    sentences('rubric', { name, full: positive }),
    sentences('total', { kinds: array(name, { maxLength: 2 }) }),
    sentences('grading', { kinds: array(name, { maxLength: 2 }), by: constantFrom('total', 'rank') }),
    sentences('all-capped', { effect: constantFrom('bonus', 'penalty'), cap: positive }),
    sentences('total-limit', {
      limit: constantFrom('at-most', 'at-least', 'is'),
      value: amount,
      condition: optional(condition),
      except,
    }),
    sentences('blocks', { grade: name, orBetter: optional(constant(true)), onlyWhen: boolean(), ...conditional }),
    sentences('not-graded', conditional),
    sentences('downgrade', {
      measure: oneof(record({ kind: constant('when'), steps: whole, condition }), levels),
      except,
    }),
    sentences('downgrades-gravest', {}),
    sentences('makes', { grade: name, ...conditional }),
    sentences('grade-limit', { steps: whole, above: name }),
    placed(award).map((fields) => Object.assign(fields, { language: 'zh' }) as unknown as Sentence),
    sentences('award-bar', { awards: names, ...conditional }),
    sentences('outcome', { outcomes: names, for: optional(name), by: optional(date), ...conditional }),
    sentences('definition', {
      name,
      value: oneof(
        record({ kind: constant('expression'), expression }),
        record({ kind: constant('condition'), condition }),
        record({ kind: constant('steps'), start: expression, low: amount, high: amount }),
      ),
    }),
    sentences('amount', { outcome: name, value: expression, except }),
    sentences('must-hold', { kinds: array(name, { maxLength: 2 }), ...conditional }),
    sentences('ballots', factFields),
    sentences('review', { name }),
    sentences('example', { name, several: boolean() }),
  ),
  'full marks 1': oneof(
    constantFrom('', '缺哪样扣哪样', '> “x').map((text) => ({ kind: 'official', text, span, language: 'zh' }) as const),
    sentences('basis', { basis: name }),
    sentences('not-encoded', { what: name, because: name }),
    sentences('accepted', { code: name, because: name }),
  ),
  facts: oneof(sentences('fact', factFields), sentences('facts-alike', { names: severalNames, ...alikeFields })),
  'facts\n"R": records': sentences('field', factFields),
  'item 1 "N" 10 points': oneof(
    { weight: 3, arbitrary: adjustments },
    { weight: 2, arbitrary: sentences('scored', { scoring }) },
    { weight: 1, arbitrary: sentences('checked-by', { ways: names }) },
    { weight: 1, arbitrary: sentences('remarks', { fact: name }) },
    { weight: 1, arbitrary: sentences('scores-zero', conditional) },
    {
      weight: 1,
      arbitrary: sentences('not-applicable', { ...conditional, treatment: constantFrom('full-points', 'left-out') }),
    },
  ),
  'part "P" out of 100': oneof(
    sentences('weighted-line', { weight: percentage, source: expression }),
    sentences('weighted-lines', { weight: percentage, sources: severalNames, average: boolean() }),
    sentences('empty-group', {}),
  ),
  'grading by total': oneof(
    tuple(name, optional(criterion), optional(quota))
      .filter(([, first, second]) => first !== undefined || second !== undefined)
      .map(
        ([grade, first, second]) =>
          present({
            kind: 'grade-line',
            grade,
            criterion: first,
            quota: second,
            span,
            language: 'zh',
          }) as unknown as Sentence,
      ),
    sentences('ties', { rule: constantFrom('share', 'left-out'), by: constant([]) }),
    sentences('ties', {
      rule: constant('by'),
      by: array(
        oneof(
          score,
          name.map((by) => ({ kind: 'name', name: by, span }) as const),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
  'ballots "B": count': oneof(sentences('void', conditional), sentences('own-mark', {})),
  'let "N" be 3, kept from 1 to 5 at each step': sentences('step', {
    direction: constantFrom('plus', 'minus'),
    amount,
    ...conditional,
  }),
  'review "R"': sentences('review-line', {
    who: oneof(
      record({ kind: constant('graded'), grade: name, reach }),
      constant({ kind: 'rest' }),
      constant({ kind: 'all' }),
    ),
    share: optional(percentage),
  }),
  'example "E"': oneof(
    sentences('example-kind', { unitKind: name }),
    sentences('example-unit', { unit: name, unitKind: optional(name), facts: array(field, { maxLength: 3 }) }),
    sentences('given', { path, given }),
    sentences('finding', { review: name, found: optional(record({ path, given })) }),
    sentences('lot', { review: name, seed: name }),
    sentences('override', { decided, by: name, on: optional(date), because: name }),
    sentences('expect', { expectation, unit: optional(name), stage: optional(stage) }),
  ),
}
