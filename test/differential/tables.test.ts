/** A kind that has had a thousand units is computed with tables: it must come to the same as one that has had none. */
import { loadScheme, type UnitData } from '@merit/engine'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from '../engine/sample.js'
import { models } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import { patience, runs } from './settings.js'

test(
  'units of a kind that has had many come to what the first ones come to',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: true, most: 5 }), ({ model, units }) => {
        const json = compiled(model, 'en')
        const data = JSON.parse(JSON.stringify(units)) as readonly UnitData[]
        const [fresh, used] = [loadScheme(json), loadScheme(json)]
        const read = data.map((unit) => used.read(unit))
        for (const unit of read) for (let time = 0; time < 1_001; time += 1) used.assess(unit)
        expect(data.map((unit) => plain(used.assess(unit)))).toEqual(data.map((unit) => plain(fresh.assess(unit))))
      }),
      runs(25),
    )
  },
  patience,
)
