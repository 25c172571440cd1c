import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadScheme, type CohortData, type Scheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import { reviewedModels } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import { plain, settledOf } from './differences.js'
import { evaluate } from './evaluate.js'
import { patience, runs } from './settings.js'

/** Units with findings about some of those that the review looks at: what another unit reported, or nothing new. */
const cohorts = fc.record({
  cohort: withUnits(reviewedModels, { missing: false, most: 7 }),
  seed: fc.option(fc.constantFrom('9 月 1 日公开抽签 0719', 'b', 'c'), { nil: undefined, freq: 4 }),
  findings: fc.array(fc.constantFrom('none', 'same', 'other'), { minLength: 7, maxLength: 7 }),
})

function withFindings(scheme: Scheme, data: CohortData, findings: readonly string[]): CohortData {
  const [review] = scheme.assessAll(data).reviews
  const looked = new Set([...(review?.chosen ?? []), ...(review?.drawn ?? [])])
  const units = data.units.map((unit, index) => {
    const finding = findings[index % findings.length]
    if (finding === 'none' || !looked.has(unit.unit)) return unit
    const facts = finding === 'same' ? {} : (data.units[(index + 1) % data.units.length]?.facts ?? {})
    return Object.assign({}, unit, { reviews: { R: { facts } } })
  })
  return { ...data, units }
}

test(
  'engine and reference choose, draw, replace and grade alike',
  () => {
    fc.assert(
      fc.property(cohorts, ({ cohort: { model, units }, seed, findings }) => {
        const scheme = loadScheme(compiled(model, 'zh'), { ranges })
        // Who is incomplete joins the lot later: see settled.test.ts.
        fc.pre(units.every((unit) => evaluate(model, unit).kind === 'complete'))
        const data = withFindings(scheme, { units, ...(seed === undefined ? {} : { lots: { R: seed } }) }, findings)
        expect(plain(referenceAssessAll(scheme.compiled, data))).toEqual(settledOf(scheme.assessAll(data)))
      }),
      runs(60),
    )
  },
  patience,
)

test(
  'the order of the units draws nobody else',
  () => {
    const shuffled = cohorts.chain(({ cohort, seed }) =>
      fc
        .shuffledSubarray([...cohort.units], { minLength: cohort.units.length })
        .map((order) => Object.assign({ order, lots: { R: seed ?? 'a' } }, cohort)),
    )
    fc.assert(
      fc.property(shuffled, ({ model, units, order, lots }) => {
        const scheme = loadScheme(compiled(model, 'en'), { ranges })
        const [one, other] = [units, order].map((each) => scheme.assessAll({ units: each, lots }).reviews[0])
        expect([...(other?.drawn ?? [])].sort()).toEqual([...(one?.drawn ?? [])].sort())
      }),
      runs(20),
    )
  },
  patience,
)
