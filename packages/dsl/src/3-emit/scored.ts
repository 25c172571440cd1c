/** The one way in which an item or a part is scored: by word, by band, in proportion, by assessors, by formula. */
import type { Line } from '@merit/engine/scheme'
import type { Num, ScoredSentence, ScoreValue, Scoring, TableRow } from '../ast/index.js'
import { averageOfEntries } from './aggregate.js'
import { greatestOf } from './greatest.js'
import { valueOfName } from './name.js'
import { atLeast, atMost, compare, constant, nothing, quantity, times, truth, type Quantity } from './quantity.js'
import {
  compare as compareRationals,
  nought,
  numberOf,
  over,
  rational,
  rationalOf,
  times as product,
  type Rational,
} from './rational.js'
import { numberIn, plain, scopeOf, type Emission, type Scope } from './scope.js'
import { chooseCase, optionOf, rowsOf } from './table.js'
import { oneOf, variable, type Relation } from './term.js'
import { termOf } from './value.js'
import { held, shared } from './workshop.js'

type Of<K extends Scoring['kind']> = Extract<Scoring, { kind: K }>

/** The score, kept from 0 to the points, and its line. */
export function emitScored(
  sentence: ScoredSentence,
  around: Partial<Scope> & { readonly points: Rational },
  emission: Emission,
): { readonly score: Quantity; readonly line: Line } {
  const scope = { ...scopeOf(emission, sentence, around), points: around.points }
  const { workshop } = scope
  const raw = held(workshop, scoreOf(sentence, scope), scope.sentence)
  const score = held(workshop, atLeast(workshop, atMost(workshop, raw, scope.points), nought), scope.sentence)
  const amount = workshop.number(score, scope.sentence)
  const uncapped = workshop.number(raw, scope.sentence)
  const line: Line = {
    effect: 'scored',
    sentence: scope.sentence,
    amount,
    ...(uncapped === amount ? {} : { uncapped }),
  }
  return { score, line }
}

type WithPoints = Scope & { readonly points: Rational }

function scoreOf(sentence: ScoredSentence, scope: WithPoints): Quantity {
  const { scoring } = sentence
  switch (scoring.kind) {
    case 'by-word':
      return byWord(scoring, scope)
    case 'by-band':
      return byBand(scoring, scope)
    case 'proportion':
      return proportion(scoring, scope)
    case 'direct':
      return direct(sentence, scoring, scope)
    case 'formula':
      return numberIn(scoring.expression, scope)
  }
}

function byWord(scoring: Of<'by-word'>, scope: WithPoints): Quantity {
  const { by, otherwise } = scoring
  const rows = scoring.rows.length > 0 ? scoring.rows : rowsOf(scoring, undefined, scope).map(asScore)
  const word = termOf(valueOfName(by, plain(scope)))
  const cases = rows.map(({ words, value }) => {
    const indices = words.map((each) => optionOf(each, scope))
    return [truth(oneOf(word, indices)), valueOf(value, scope)] as const
  })
  return chooseCase(cases, otherwise === undefined ? undefined : valueOf(otherwise, scope), scope)
}

/** What a level counts, as a row of a score has it: a percentage is of the points. */
function asScore({ cases, value, span }: TableRow): Of<'by-word'>['rows'][number] {
  const words = cases.flat()
  if (value.kind !== 'number') return { words, value: { kind: 'expression', expression: value, span }, span }
  const { value: num } = value
  return {
    words,
    value: num.percent ? { kind: 'share', percent: num, span } : { kind: 'points', points: num, span },
    span,
  }
}

/** Bounds are in the fact's own unit; the first band that fits counts, the highest of those that count upwards. */
function byBand({ by, rows, otherwise }: Of<'by-band'>, scope: WithPoints): Quantity {
  const measured = shared(scope.workshop, numberIn(by, plain(scope)))
  const cases = inOrder(rows).map(({ bound, comparison, value }) => {
    const limit = constant(numberOf(bound))
    return [compare(relations[comparison], measured, limit), valueOf(value, scope)] as const
  })
  return chooseCase(cases, otherwise === undefined ? undefined : valueOf(otherwise, scope), scope)
}

const relations = { 'at-least': '>=', above: '>', 'at-most': '<=', below: '<' } as const satisfies Record<
  string,
  Relation
>

type Row = Of<'by-band'>['rows'][number]

/** Bands that all count upwards from the highest, bands that all count downwards from the lowest; a mixture as it stands. */
export function inOrder(rows: readonly Row[]): readonly Row[] {
  const upwards = rows.map(({ comparison }) => comparison === 'at-least' || comparison === 'above')
  if (upwards.includes(true) && upwards.includes(false)) return rows
  const sign = upwards[0] === true ? -1 : 1
  return [...rows].sort((a, b) => sign * compareRationals(numberOf(a.bound), numberOf(b.bound)))
}

function valueOf(value: ScoreValue, scope: WithPoints): Quantity {
  const { points } = scope
  switch (value.kind) {
    case 'full':
      return constant(points)
    case 'share':
      return constant(product(points, percentOf(value.percent)))
    case 'points':
      return constant(rationalOf(value.points.text))
    case 'expression':
      return numberIn(value.expression, scope)
  }
}

/** A share of the points is a percentage, with or without its sign in the tree. */
function percentOf({ text }: Num): Rational {
  return product(rationalOf(text), rational(1n, 100n))
}

/** The fact ÷ its greatest value × the points. */
function proportion({ to }: Of<'proportion'>, scope: WithPoints): Quantity {
  const value = numberIn(to, plain(scope))
  const greatest = greatestOf(to, value, scope)
  return greatest.num <= 0n ? nothing : times(value, over(scope.points, greatest))
}

function direct(sentence: ScoredSentence, { several }: Of<'direct'>, scope: Scope): Quantity {
  const { facts } = scope.emission
  const id = facts.entry(sentence, scope.part)
  const type = facts.compiled.find((fact) => fact.id === id)?.type
  const marks = type?.kind === 'many' ? type.of : type
  const unit = marks?.kind === 'number' ? BigInt(marks.unit) : 1n
  return several ? averageOfEntries(id, unit, scope) : quantity(variable(id), unit)
}
