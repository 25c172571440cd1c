import type { DefinitionSentence } from '../ast/index.js'
import { compare, nought, plus, type Rational } from '../3-emit/rational.js'
import { isReported, report, type Grounds } from './grounds.js'
import { shown, type Reach } from './numbers.js'
import { reachOfNumber } from './quantity.js'

/** Definitions in steps: a step that moves nothing, and a range that no way through the steps ever comes to. */
export function checkSteps(grounds: Grounds): void {
  for (const [sentence, steps] of grounds.analysis.parsed.scheme.steps) {
    if (sentence.value.kind !== 'steps') continue
    let way = reachOfNumber(grounds, sentence.value.start)
    for (const { direction, amount, span } of steps) {
      const by = reachOfNumber(grounds, amount)
      if (by === undefined || way === undefined) return
      if (compare(by.low, nought) === 0 && compare(by.high, nought) === 0 && !isReported(grounds, span))
        report(grounds, 'rule-changes-nothing', span, {})
      way = afterStep(way, direction === 'plus' ? by : turned(by))
    }
    if (way !== undefined && steps.length > 0) checkRange(grounds, sentence.value, way)
  }
}

type InSteps = Extract<DefinitionSentence['value'], { kind: 'steps' }>

/** One end that is never reached is the end of a scale; where neither is, keeping it changes nothing. */
function checkRange(grounds: Grounds, { low, high }: InSteps, way: Reach): void {
  const [least, most] = [reachOfNumber(grounds, low), reachOfNumber(grounds, high)]
  if (least === undefined || most === undefined) return
  if (compare(way.low, least.high) <= 0 || compare(way.high, most.low) >= 0) return
  const span = { start: low.span.start, end: high.span.end }
  report(grounds, 'limit-never-reached', span, { low: shown(way.low), high: shown(way.high) })
}

/** A step is taken or not. */
function afterStep(way: Reach, by: Reach): Reach {
  return { low: plus(way.low, lesser(by.low)), high: plus(way.high, greater(by.high)) }
}

function turned({ low, high }: Reach): Reach {
  return { low: { num: -high.num, den: high.den }, high: { num: -low.num, den: low.den } }
}

function lesser(a: Rational): Rational {
  return compare(a, nought) < 0 ? a : nought
}

function greater(a: Rational): Rational {
  return compare(a, nought) > 0 ? a : nought
}
