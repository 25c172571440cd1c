import type { Explanation, Figure, ItemReason, LineReason, TotalReason } from '@merit/engine/explain'
import { numberOf } from './differences.js'
import {
  compare,
  dividedBy,
  fraction,
  greatest,
  least,
  minus,
  plus,
  sumOf,
  times,
  zero,
  type Fraction,
} from './fraction.js'

/** Where an explanation's numbers cannot be added up again from its own reasons; empty where they can. */
export function mistakesIn(explanation: Explanation): readonly string[] {
  const { total } = explanation
  return [...leavesOf(explanation).flatMap(itemMistakes), ...(total === undefined ? [] : totalMistakes(total))]
}

function number({ text, ratio }: Figure): Fraction {
  return numberOf(ratio ?? text) ?? zero
}

function leavesOf({ parts, items }: Explanation): readonly ItemReason[] {
  const below = (item: ItemReason): readonly ItemReason[] =>
    item.items.length === 0 ? [item] : item.items.flatMap(below)
  return [...parts.flatMap((part) => part.items), ...items].flatMap(below)
}

function amounts(lines: readonly LineReason[], effect: LineReason['effect']): Fraction {
  const acting = lines.filter((line) => line.effect === effect && line.state === 'acts')
  return sumOf(acting.map(({ amount }) => (amount === undefined ? zero : number(amount))))
}

/** An item without items below it: from full marks or what was scored, within its points, and what stands on top. */
function itemMistakes({ key, lines, score, outOf, rounding, bounded, notApplicable }: ItemReason): readonly string[] {
  if (notApplicable !== undefined) return notApplicable === 'full-points' && score.text !== outOf.text ? [key] : []
  const isZero = lines.some(({ effect, state }) => effect === 'scores-zero' && state === 'acts')
  const has = (effect: LineReason['effect']): boolean => lines.some((line) => line.effect === effect)
  const points = number(outOf)
  const start = has('scored') ? amounts(lines, 'scored') : has('earns') ? amounts(lines, 'earns') : points
  const sum = minus(start, amounts(lines, 'costs'))
  const within = greatest(zero, least(sum, points))
  const expected = isZero ? zero : plus(within, amounts(lines, 'also-earns'))
  const said = number(rounding?.from ?? score)
  const isBound = !isZero && compare(within, sum) !== 0
  return [
    ...(compare(said, expected) === 0
      ? []
      : [`item ${key} is ${score.text}, its reasons make ${String(expected.num)}/${expected.den}`]),
    ...(isBound === (bounded !== undefined) ? [] : [`item ${key}: whether its points bound it`]),
  ]
}

/** Weighted parts, bonuses and penalties, limits, rounding: each as the reasons say. */
function totalMistakes({ lines, base, bonus, penalty, score, rounding }: TotalReason): readonly string[] {
  const weighted = lines.filter(({ effect }) => effect === 'weighted')
  const sums = weighted.map((line) => (line.amount === undefined ? zero : number(line.amount)))
  const limited = (of: 'bonus' | 'penalty' | 'total', before: Fraction): Fraction =>
    lines.reduce((so, { limit, state, amount }) => {
      const holds = limit?.of === of && state === 'acts' && amount !== undefined
      if (holds && compare(number(limit.from ?? score), so) !== 0) throw new Error(`a limit on ${of} starts elsewhere`)
      return holds ? number(amount) : so
    }, before)
  const [plusses, minuses] = [limited('bonus', amounts(lines, 'bonus')), limited('penalty', amounts(lines, 'penalty'))]
  const total = limited('total', minus(plus(number(base), plusses), minuses))
  const says = (what: string, said: Figure, expected: Fraction): readonly string[] =>
    compare(number(said), expected) === 0 ? [] : [`${what} is ${said.text}, not ${expected.num}/${expected.den}`]
  return [
    ...weighted.flatMap(weightMistakes),
    ...(weighted.length === 0 ? [] : says('the base', base, sumOf(sums))),
    ...says('the bonus', bonus, plusses),
    ...says('the penalty', penalty, minuses),
    ...says('the total', rounding?.from ?? score, total),
  ]
}

/** Score ÷ full × weight × 100. */
function weightMistakes({ weighted, amount, sentence }: LineReason): readonly string[] {
  if (weighted === undefined || amount === undefined) return [`${sentence.text}: no weight`]
  const { score, full, weight, effectiveWeight, scale } = weighted
  const percent = effectiveWeight === undefined ? numberOf(weight) : number(effectiveWeight)
  const share = dividedBy(percent ?? zero, fraction(100n))
  const expected = times(
    times(dividedBy(number(score), number(full)), share),
    scale === undefined ? zero : number(scale),
  )
  return compare(expected, number(amount)) === 0 ? [] : [`${sentence.text} makes ${amount.text}`]
}
