import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadScheme, type Scheme, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { models } from './arbitrary-models.js'
import { hasDefault, withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import { numberOf, plain } from './differences.js'
import { compare, fraction, times, type Fraction } from './fraction.js'
import type { Model } from './model.js'
import { factsOf } from './parts-of-model.js'
import { isScalable, scaled } from './scaled.js'
import { patience, runs } from './settings.js'
import type { ModelUnit } from './unit.js'

const cohorts = withUnits(models, { missing: false, most: 7 })
const gappy = withUnits(models, { missing: true, most: 7 })

function loaded(model: Model): Scheme {
  return loadScheme(compiled(model, 'en'), { ranges })
}

function resultsOf(scheme: Scheme, units: readonly ModelUnit[]): ReadonlyMap<string, UnitResult> {
  const { results } = scheme.assessAll({ units })
  return new Map(results.map((result) => [result.unit, plain(result) as UnitResult]))
}

test(
  'the order of the units changes no result',
  () => {
    const shuffled = gappy.chain(({ model, units }) =>
      fc.shuffledSubarray([...units], { minLength: units.length }).map((order) => ({ model, units, order })),
    )
    fc.assert(
      fc.property(shuffled, ({ model, units, order }) => {
        const scheme = loaded(model)
        expect(resultsOf(scheme, order)).toEqual(resultsOf(scheme, units))
      }),
      runs(40),
    )
  },
  patience,
)

test(
  'the names of the units change no result but who it is about',
  () => {
    fc.assert(
      fc.property(cohorts, ({ model, units }) => {
        const renamed = units.map((unit, index) => Object.assign({}, unit, { unit: `${units.length - index} 号单位` }))
        const scheme = loaded(model)
        const [before, after] = [resultsOf(scheme, units), resultsOf(scheme, renamed)].map((results) =>
          [...results.values()].map((result) => Object.assign({}, result, { unit: '' })),
        )
        expect(after).toEqual(before)
      }),
      runs(25),
    )
  },
  patience,
)

test(
  'decimal text and JSON numbers mean the same',
  () => {
    const asText = (value: unknown): unknown => {
      if (typeof value === 'number') return String(value)
      return Array.isArray(value) && value.every((each) => typeof each !== 'object') ? value.map(asText) : value
    }
    fc.assert(
      fc.property(cohorts, ({ model, units }) => {
        const written = units.map(({ facts, ...unit }) => {
          const texts = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, asText(value)]))
          return Object.assign({ facts: texts }, unit)
        })
        const scheme = loaded(model)
        expect(resultsOf(scheme, written)).toEqual(resultsOf(scheme, units))
      }),
      runs(25),
    )
  },
  patience,
)

test(
  'a unit alone has the scores that it has among others',
  () => {
    fc.assert(
      fc.property(gappy, ({ model, units }) => {
        const scheme = loaded(model)
        const { results } = scheme.assessAll({ units })
        for (const [index, unit] of units.entries()) {
          const { items, parts, bonus, penalty, total, missing, because } = plain(scheme.assess(unit)) as UnitResult
          const alone = { items, parts, bonus, penalty, total, missing, ...(because === undefined ? {} : { because }) }
          expect(plain(results[index])).toMatchObject(alone)
        }
      }),
      runs(40),
    )
  },
  patience,
)

test(
  'what is final stays as it is when the others hand in what they lack',
  () => {
    const completed = cohorts.chain(({ model, units }) =>
      fc.tuple(...units.map(() => fc.option(fc.nat(), { freq: 2 }))).map((gaps) => ({ model, units, gaps })),
    )
    fc.assert(
      fc.property(completed, ({ model, units, gaps }) => {
        const incomplete = units.map((unit, index) => withoutFact(model, unit, gaps[index] ?? null))
        const scheme = loaded(model)
        const [early, late] = [resultsOf(scheme, incomplete), resultsOf(scheme, units)]
        for (const [index, { unit }] of units.entries()) {
          const before = early.get(unit)
          if (before?.status !== 'final' || incomplete[index] !== units[index]) continue
          // Its place by total may change, nothing else.
          expect(late.get(unit)).toEqual({ ...before, rank: late.get(unit)?.rank })
        }
      }),
      runs(60),
    )
  },
  patience,
)

/** The unit without one fact that has no default. */
function withoutFact(model: Model, unit: ModelUnit, gap: number | null): ModelUnit {
  const names = factsOf(model).flatMap(({ name, spec }) => (hasDefault(spec) ? [] : [name]))
  if (gap === null || names.length === 0) return unit
  const dropped = names[gap % names.length] as string
  return { ...unit, facts: Object.fromEntries(Object.entries(unit.facts).filter(([name]) => name !== dropped)) }
}

test(
  'who counts in tenths of points has ten times the score and the same grade',
  () => {
    const scalable = cohorts.filter(({ model }) => isScalable(model))
    fc.assert(
      fc.property(scalable, ({ model, units }) => {
        const [one, ten] = [resultsOf(loaded(model), units), resultsOf(loaded(scaled(model, 10)), units)]
        for (const { unit } of units) {
          const [before, after] = [one.get(unit) as UnitResult, ten.get(unit) as UnitResult]
          const { status, rank, grade, awards, outcomes } = before
          expect(after).toMatchObject({ status, rank, grade, awards, outcomes })
          // Parts are converted to the full marks, so the total stays; items alone make it ten times as high.
          const factor = model.parts.length > 0 ? 1n : 10n
          expect(compare(totalOf(after), times(totalOf(before), fraction(factor)))).toBe(0)
        }
      }),
      runs(40),
    )
  },
  patience,
)

function totalOf({ total, exact }: UnitResult): Fraction {
  return numberOf(exact?.['total'] ?? total) ?? fraction(0n)
}
