// @ts-check
/** One unit at a time from plain objects, beside peers. */
import { loadScheme } from '@merit/engine'
import { handwritten } from '../handwritten-50.js'
import { contest, each } from './contest.js'
import { buildJsonLogicEngine } from './peers/json-logic-engine.js'
import { buildZen } from './peers/zen.js'
import { report } from './report.js'
import { compiled, holdAgainstHandwritten, units } from './subject.js'

const many = units(100_000)
const few = many.slice(0, 2_000)
const scheme = loadScheme(compiled())
const jsonLogicEngine = buildJsonLogicEngine()
const zen = buildZen()

holdAgainstHandwritten(few, {
  assess: (unit) => scheme.assess(unit),
  'json-logic-engine': ({ facts }) => ({ total: jsonLogicEngine(facts) }),
})
for (const unit of few.slice(0, 100))
  if ((await zen(unit)) !== handwritten(unit).total) throw new Error(`${unit.unit}: ZEN differs`)

const time = await contest({
  handwritten: each(many, handwritten),
  'json-logic-engine': each(many, ({ facts }) => jsonLogicEngine(facts)),
  assess: each(many, (unit) => scheme.assess(unit)),
  zen: {
    pieces: few.length,
    run: async () => {
      for (const unit of few) await zen(unit)
    },
  },
})

const peer = time['json-logic-engine']
report([
  { path: 'handwritten JavaScript, checks nothing', time: time.handwritten },
  { path: 'json-logic-engine, compiled by `new Function`, checks nothing', time: peer },
  { path: 'GoRules ZEN', time: time.zen },
  {
    path: '`assess` of plain objects, every input checked',
    time: time.assess,
    ratio: peer / time.assess,
    of: 'json-logic-engine',
    asked: 1.5,
  },
])
