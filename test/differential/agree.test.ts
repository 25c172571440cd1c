import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import { models } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import { gradeDifferences, plain, scoreDifferences, settledOf } from './differences.js'
import { evaluate } from './evaluate.js'
import { gradeAll } from './grade.js'
import { patience, runs } from './settings.js'
import type { ModelUnit } from './unit.js'

test(
  'engine, reference and plain fractions score and grade alike',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: false, most: 7 }), ({ model, units }) => {
        const scheme = loadScheme(compiled(model, 'en'), { ranges })
        const { results } = scheme.assessAll({ units })
        expect(plain(referenceAssessAll(scheme.compiled, { units }).results)).toEqual(settledOf(results))
        const scored = results.map((result, index) =>
          scoreDifferences(result, evaluate(model, units[index] as ModelUnit)),
        )
        expect(scored.flat()).toEqual([])
        const grades = gradeAll(model, units)
        expect(results.flatMap((result) => gradeDifferences(result, grades?.get(result.unit)))).toEqual([])
      }),
      runs(150),
    )
  },
  patience,
)

test(
  'they find the same facts missing, and keep from grading what is incomplete',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: true, most: 5 }), ({ model, units }) => {
        const scheme = loadScheme(compiled(model, 'zh'), { ranges })
        const { results } = scheme.assessAll({ units })
        expect(plain(referenceAssessAll(scheme.compiled, { units }).results)).toEqual(settledOf(results))
        const scored = results.map((result, index) =>
          scoreDifferences(result, evaluate(model, units[index] as ModelUnit)),
        )
        expect(scored.flat()).toEqual([])
        for (const result of results.filter(({ status }) => status === 'incomplete')) {
          expect(result).toMatchObject({ grade: null, rank: null, total: null, awards: [], outcomes: [] })
          expect(result.missing.length + (result.because?.length ?? 0)).toBeGreaterThan(0)
        }
      }),
      runs(100),
    )
  },
  patience,
)
