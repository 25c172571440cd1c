import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toHtml, toMarkdown, toText, type Explanation } from '@merit/engine/explain'
import { mistakesIn } from './adds-up.js'
import { models } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import type { Model } from './model.js'
import { patience, runs } from './settings.js'
import type { ModelUnit } from './unit.js'

/** Everybody's explanation. */
function explanationsOf(model: Model, units: readonly ModelUnit[], language: 'zh' | 'en'): readonly Explanation[] {
  const { results } = loadScheme(compiled(model, language), { ranges }).assessAll({ units })
  return results.map((result) => explain(result, { language }))
}

test(
  'whatever a scheme computes can be added up again from the reasons alone',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: false, most: 3 }), ({ model, units }) => {
        expect(explanationsOf(model, units, 'en').flatMap(mistakesIn)).toEqual([])
      }),
      runs(80),
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
      runs(40),
    )
  },
  patience,
)
