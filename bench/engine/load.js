// @ts-check
/** From a compiled scheme in memory to the first result, beside json-logic-engine's build and first result. */
import { loadScheme } from '@merit/engine'
import { contest, each } from './contest.js'
import { buildJsonLogicEngine } from './peers/json-logic-engine.js'
import { report } from './report.js'
import { compiled, units } from './subject.js'

const [unit] = units(1)
if (unit === undefined) throw new Error('no unit')
const json = compiled()
const times = Array.from({ length: 20 }, () => unit)

const time = await contest({
  'json-logic-engine': each(times, ({ facts }) => buildJsonLogicEngine()(facts)),
  merit: each(times, (one) => loadScheme(json).assess(one)),
})
report([
  { path: 'json-logic-engine: build and first result, validates nothing', time: time['json-logic-engine'] },
  {
    path: 'load a compiled scheme, everything validated, and give the first result',
    time: time.merit,
    ratio: time['json-logic-engine'] / time.merit,
    of: 'json-logic-engine',
    asked: 0.33,
  },
])
