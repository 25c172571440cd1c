/** Random schemes and random data come to the same by a printed module as by the compiled scheme: results, errors, what is missing. */
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import type { CohortData } from '@merit/engine'
import { models } from '../differential/arbitrary-models.js'
import { withUnits } from '../differential/arbitrary-units.js'
import { compiled } from '../differential/compiled.js'
import { patience, runs } from '../differential/settings.js'
import { damaged } from '../fuzz/mutate.js'
import { bothWays, outcome, outcomes } from './printed.js'

test(
  'generated schemes, with units that lack facts among them',
  async () => {
    let computed = 0
    await fc.assert(
      fc.asyncProperty(withUnits(models, { missing: true, most: 6 }), async ({ model, units }) => {
        const { plain, printed, calls } = await bothWays(JSON.parse(JSON.stringify(compiled(model, 'zh'))))
        const data = { units } as unknown as CohortData
        expect(outcomes(printed, data)).toEqual(outcomes(plain, data))
        computed += calls.computed
      }),
      runs(15),
    )
    expect(computed).toBeGreaterThan(0)
  },
  patience,
)

const tour = (file: string): string => readFileSync(new URL(`../tours/${file}`, import.meta.url), 'utf8')

test(
  'damaged data: the same faults, or the same results',
  async () => {
    const { plain, printed } = await bothWays(JSON.parse(JSON.stringify(compile(tour('tour.zh.merit')).scheme)))
    const units = JSON.parse(tour('units.zh.json')) as readonly unknown[]
    fc.assert(
      fc.property(damaged(units), (given) => {
        expect(outcome(() => printed.assessAll(given as never))).toEqual(outcome(() => plain.assessAll(given as never)))
        for (const unit of Array.isArray(given) ? given : [])
          expect(outcome(() => printed.assess(unit as never))).toEqual(outcome(() => plain.assess(unit as never)))
      }),
      runs(60),
    )
  },
  patience,
)
