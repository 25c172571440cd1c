/**
 * A part by period: the average of its periods, or each by its weight. Each period is a part of its own by the same rubric, rounded as
 * parts are; the average is not rounded but as the part's score is. A period of which nothing is reported counts 0 or is left out, where
 * that is said.
 */
import type { Line } from '@merit/engine/scheme'
import type { PeriodBlock } from '../2-analyze/periods.js'
import { always } from './applies.js'
import type { Applies } from './made.js'
import { choose, constant, nothing, times, truth, type Quantity, type Requirement } from './quantity.js'
import { numberOf, over, rational, times as product, type Rational } from './rational.js'
import type { Emission } from './scope.js'
import type { Task } from './scoring.js'
import { not, variable, type Term } from './term.js'
import { together } from './together.js'
import { conditionNode, gateNode } from './workshop.js'

export function belowPeriods(
  periods: readonly PeriodBlock[],
  full: Rational,
  emission: Emission,
): Pick<Task, 'below' | 'linesBelow'> {
  const weights = periods.map((period) => weightOf(period, periods.length))
  const pieces = periods.map((period, place) => {
    const { score, counts } = emission.rules.part(period, emission)
    const weight = weights[place] ?? rational(0n)
    return {
      score: times(score, weight),
      extra: nothing,
      points: product(full, weight),
      ...(counts === undefined ? {} : { counts }),
    }
  })
  const { score, counts } = together(pieces, full, emission)
  return {
    below: { score: counts === undefined ? score : neverOfNothing(score, counts, periods, emission), extra: nothing },
    linesBelow: periods.map((period, place) => lineOf(period, weights[place] ?? rational(0n), emission)),
  }
}

/** As it is written, else all the same. */
function weightOf({ sentence, place }: PeriodBlock, count: number): Rational {
  const written = sentence.periods?.weights?.[place]
  return written === undefined ? over(rational(1n), rational(BigInt(count))) : numberOf(written)
}

/** Where nothing is reported of any period there is no average: the unit is incomplete. */
function neverOfNothing(
  score: Quantity,
  counts: Term,
  periods: readonly PeriodBlock[],
  { workshop, sentences }: Emission,
): Quantity {
  const [first] = periods
  const one = choose(workshop, [[truth(counts), constant(rational(1n))]], nothing)
  const sentence = first === undefined ? 0 : sentences.index(first.sentence)
  const required: Requirement = { node: workshop.number(one), when: true, reason: 'empty-average', sentence }
  return { ...score, requires: [...score.requires, required] }
}

function lineOf(period: PeriodBlock, weight: Rational, { tree, sentences }: Emission): Line {
  return {
    effect: 'weighted',
    sentence: sentences.index(period.sentence),
    weight: { value: Number(weight.num), unit: Number(weight.den) },
    part: tree.parts.indexOf(period),
  }
}

/** Whether anything is reported of the period, and what is done where nothing is. */
export function appliesToPeriod(period: PeriodBlock, emission: Emission): Applies {
  const report = emission.facts.report(period)
  if (report === undefined) return always
  const { workshop, sentences, gates } = emission
  const sentence = sentences.index(period.sentence)
  const gate = gateNode(workshop, variable(report), undefined, sentence)
  gates.add(gate)
  const leftOut = period.sentence.periods?.missing === 'left-out'
  const missing = conditionNode(workshop, not(variable(gate)), sentence)
  return {
    gate,
    full: false,
    counts: leftOut ? variable(gate) : true,
    ...(leftOut ? { shown: { applies: gate, treatment: 'left-out' as const } } : {}),
    requires: [],
    lines: [{ effect: leftOut ? 'not-applicable' : 'scores-zero', sentence, fires: missing }],
  }
}
