// @ts-check
/** The scheme as a module made ahead of time, beside handwritten code that checks nothing. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { printModule } from '@merit/engine/module'
import { handwritten } from '../handwritten-50.js'
import { contest, each } from './contest.js'
import { report } from './report.js'
import { compiled, holdAgainstHandwritten, units } from './subject.js'

// Beside the bench's own packages, so that the module finds the engine as it would in an application.
const folder = new URL('../node_modules/.cache/', import.meta.url)
const file = new URL('scheme-50.js', folder)
mkdirSync(folder, { recursive: true })
writeFileSync(file, printModule(compiled()))
/** @type {import('@merit/engine').Scheme} */
const scheme = await import(file.href)

const many = units(100_000)
holdAgainstHandwritten(many.slice(0, 2_000), { module: (unit) => scheme.assess(unit) })

const time = await contest({
  handwritten: each(many, handwritten),
  module: each(many, (unit) => scheme.assess(unit)),
})
report([
  { path: 'handwritten JavaScript, checks nothing', time: time.handwritten },
  {
    path: '`assess` from a module made ahead of time, every input checked',
    time: time.module,
    ratio: time.handwritten / time.module,
    of: 'handwritten',
    asked: 0.6,
  },
])
