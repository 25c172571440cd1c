/** Whole schemes: what is told of units that lack facts, held against what they come to when the facts come in. */
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { models, reviewedModels } from '../differential/arbitrary-models.js'
import { hasDefault, withUnits } from '../differential/arbitrary-units.js'
import { compiled } from '../differential/compiled.js'
import type { Model } from '../differential/model.js'
import { factsOf } from '../differential/parts-of-model.js'
import { patience, runs } from '../differential/settings.js'
import type { ModelUnit } from '../differential/unit.js'
import { broken } from './broken.js'

const gaps = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 7, maxLength: 7 })

/** The unit without some facts that have no default. */
function without(model: Model, unit: ModelUnit, gone: readonly number[]): ModelUnit {
  const names = factsOf(model).flatMap(({ name, spec }) => (hasDefault(spec) ? [] : [name]))
  const dropped = new Set(gone.map((gap) => names[gap % Math.max(1, names.length)]))
  return { ...unit, facts: Object.fromEntries(Object.entries(unit.facts).filter(([name]) => !dropped.has(name))) }
}

test(
  'a unit ends within its range, keeps the scores that it had, and the grade that was certain',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: false, most: 7 }), gaps, ({ model, units }, gone) => {
        const scheme = loadScheme(compiled(model, 'en'), { ranges })
        const late = scheme.assessAll({ units }).results
        fc.pre(late.every(({ status }) => status === 'final'))
        const lacking = units.map((unit, index) => without(model, unit, gone[index] ?? []))
        const early = scheme.assessAll({ units: lacking }).results
        expect(early.flatMap((result, index) => broken(result, late[index]!))).toEqual([])
        const alone = lacking.map((unit) => scheme.assess(unit))
        const incomplete = alone.flatMap((one, index) => (one.status === 'incomplete' ? broken(one, late[index]!) : []))
        expect(incomplete).toEqual([])
      }),
      runs(25),
    )
  },
  patience,
)

test(
  'so does a unit that a review may still look at',
  () => {
    fc.assert(
      fc.property(withUnits(reviewedModels, { missing: false, most: 5 }), gaps, ({ model, units }, gone) => {
        const scheme = loadScheme(compiled(model, 'zh'), { ranges })
        const lacking = units.map((unit, index) => without(model, unit, gone[index] ?? []))
        const early = scheme.assessAll({ units: lacking, lots: { R: 'a' } }).results
        // Whom the review looks at is known once all is there; what it then finds is what another unit reported.
        const { reviews } = scheme.assessAll({ units, lots: { R: 'a' } })
        const looked = new Set(reviews.flatMap(({ chosen, drawn }) => chosen.concat(drawn)))
        const found = units.map((unit, index) =>
          looked.has(unit.unit)
            ? Object.assign({}, unit, { reviews: { R: { facts: units[(index + 1) % units.length]!.facts } } })
            : unit,
        )
        const late = scheme.assessAll({ units: found, lots: { R: 'a' } }).results
        fc.pre(late.every(({ status }) => status === 'final'))
        expect(early.flatMap((result, index) => broken(result, late[index]!))).toEqual([])
      }),
      runs(25),
    )
  },
  patience,
)
