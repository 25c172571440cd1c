// @ts-check
/** Units that were read before, as an editor or a what-if has them, beside a peer that needs no reading. */
import { loadScheme } from '@merit/engine'
import { contest, each } from './contest.js'
import { buildJsonLogicEngine } from './peers/json-logic-engine.js'
import { report } from './report.js'
import { compiled, holdAgainstHandwritten, units } from './subject.js'

const many = units(100_000)
const scheme = loadScheme(compiled())
const read = many.map((unit) => scheme.read(unit))
const jsonLogicEngine = buildJsonLogicEngine()

holdAgainstHandwritten(many.slice(0, 2_000), { read: (unit) => scheme.assess(scheme.read(unit)) })

const time = await contest({
  'json-logic-engine': each(many, ({ facts }) => jsonLogicEngine(facts)),
  reading: each(many, (unit) => scheme.read(unit)),
  assess: each(read, (unit) => scheme.assess(unit)),
})

report([
  { path: '`read`: a unit read and checked', time: time.reading },
  {
    path: '`assess` of a unit already read',
    time: time.assess,
    ratio: time['json-logic-engine'] / time.assess,
    of: 'json-logic-engine',
    asked: 6,
  },
])
