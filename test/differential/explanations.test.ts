import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadScheme } from '@merit/engine'
import {
  explain,
  toHtml,
  toMarkdown,
  toText,
  type Explanation,
  type Figure,
  type ItemReason,
  type LineReason,
  type TotalReason,
} from '@merit/engine/explain'
import { models } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
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
import type { Model } from './model.js'
import { patience, runs } from './settings.js'
import type { ModelUnit } from './unit.js'

/** Everybody's explanation. */
function explanationsOf(model: Model, units: readonly ModelUnit[], language: 'zh' | 'en'): readonly Explanation[] {
  const { results } = loadScheme(compiled(model, language)).assessAll({ units })
  return results.map((result) => explain(result, { language }))
}

test(
  'whatever a scheme computes can be added up again from the reasons alone',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: false, most: 3 }), ({ model, units }) => {
        const explanations = explanationsOf(model, units, 'en')
        expect(explanations.flatMap(leavesOf).flatMap(itemMistakes)).toEqual([])
        expect(explanations.flatMap(({ total }) => (total === undefined ? [] : totalMistakes(total)))).toEqual([])
      }),
      runs(120),
    )
  },
  patience,
)

test(
  'every unit gets an explanation in every form, also one that lacks facts',
  () => {
    const language = fc.constantFrom('zh' as const, 'en' as const)
    fc.assert(
      fc.property(withUnits(models, { missing: true, most: 3 }), language, ({ model, units }, chosen) => {
        for (const explanation of explanationsOf(model, units, chosen)) {
          expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
          for (const text of [toText(explanation), toMarkdown(explanation), toHtml(explanation)]) {
            expect(text).toContain(explanation.unit)
            expect(text).not.toMatch(/undefined|NaN|\[object/)
          }
          for (const { name } of explanation.missing) expect(toText(explanation)).toContain(name)
        }
      }),
      runs(60),
    )
  },
  patience,
)

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
