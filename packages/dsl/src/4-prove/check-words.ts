import type { Measure } from '../ast/index.js'
import { compare, nought } from '../3-emit/rational.js'
import { reachOfNode, report, type Grounds } from './grounds.js'
import { linesBySentence } from './lines.js'
import { hullOf, shown } from './numbers.js'
import { reachOfNumber } from './quantity.js'

/** Amounts that run against their words: what is added can come out below 0; what is taken off then takes nothing. */
export function checkWords(grounds: Grounds): void {
  for (const [index, lines] of linesBySentence(grounds)) {
    const sentence = grounds.sentence(index)
    if (sentence?.kind !== 'adjustment') continue
    const gives = sentence.effect !== 'costs' && sentence.effect !== 'penalty'
    if (gives && isEntered(sentence.measure)) continue
    const low = gives
      ? hullOf(lines.flatMap(({ line }) => (line.amount === undefined ? [] : [reachOfNode(grounds, line.amount)])))?.low
      : amountOf(grounds, sentence.measure)?.low
    if (low === undefined || compare(low, nought) >= 0) continue
    report(grounds, gives ? 'bonus-can-take' : 'deduction-can-be-negative', sentence.measureSpan, { low: shown(low) })
  }
}

/** The amount is a fact as it was entered: one that can be negative is so on purpose. */
function isEntered(measure: Measure): boolean {
  return 'amount' in measure && measure.amount.kind === 'name'
}

function amountOf(grounds: Grounds, measure: Measure) {
  return 'amount' in measure ? reachOfNumber(grounds, measure.amount) : undefined
}
