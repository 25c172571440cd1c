// @ts-check
/** A unit with its full explanation as data, beside handwritten code that builds the same tree. */
import { deepStrictEqual } from 'node:assert'
import { loadScheme } from '@merit/engine'
import { explain } from '@merit/engine/explain'
import { contest, each } from './contest.js'
import { explainByHand } from './explained-by-hand.js'
import { report } from './report.js'
import { compiled, units } from './subject.js'

const many = units(2_000)
const scheme = loadScheme(compiled())
const byHand = explainByHand(scheme.compiled)
/** @param {import('./subject.js').Unit} unit */
const byMerit = (unit) => explain(scheme.assess(unit), { language: 'zh' })

for (const unit of many.slice(0, 200)) deepStrictEqual(JSON.parse(JSON.stringify(byMerit(unit))), byHand(unit))

const time = await contest({ handwritten: each(many, byHand), merit: each(many, byMerit) })
report([
  { path: 'explained by hand, checks nothing', time: time.handwritten },
  {
    path: '`assess` and `explain`: the full tree of reasons',
    time: time.merit,
    ratio: time.handwritten / time.merit,
    of: 'handwritten',
    asked: 0.5,
  },
])
