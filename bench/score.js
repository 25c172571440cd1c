// @ts-check
/**
 * `pnpm bench`: how long compiling takes, and units per second of the engine beside handwritten code and json-logic-js, on one
 * 50-indicator scheme and 100,000 units, all in this process. Read the ratios: absolute figures are this machine's of this hour.
 */
import { availableParallelism, cpus } from 'node:os'
import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { handwritten } from './handwritten-50.js'
import { totalByJsonLogic } from './json-logic-peer.js'
import { sampleUnits, schemeText } from './scheme-50.js'
import { median, timeOf } from './timing.js'

const unitCount = Number(process.argv[2] ?? 100_000)
const slowCount = Math.min(unitCount, 5_000)
const rounds = 5

const text = schemeText()
const compileTime = median(Array.from({ length: 11 }, () => timeOf(() => compile(text))))
const compiled = compile(text).scheme
if (compiled === undefined) throw new Error('the benchmark scheme does not compile')
const json = JSON.parse(JSON.stringify(compiled))
const loadTime = median(Array.from({ length: 11 }, () => timeOf(() => loadScheme(json))))
const scheme = loadScheme(json)
const units = sampleUnits(unitCount)
const few = units.slice(0, slowCount)

holdAgainstEachOther()

const byHand = rate(units, handwritten)
const one = rate(units, (unit) => scheme.assess(unit))
const all = median(Array.from({ length: 3 }, () => unitCount / timeOf(() => scheme.assessAll(units)))) * 1000
const jsonLogic = rate(few, (unit) => totalByJsonLogic(compiled, unit))

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`)
console.log(`50 indicators, ${unitCount.toLocaleString('en')} units, medians of ${rounds} rounds in one process\n`)
console.log(`compile the text: ${compileTime.toFixed(1)} ms · load the compiled scheme: ${loadTime.toFixed(1)} ms\n`)
const rows = [
  ['handwritten JavaScript (checks nothing, no reasons)', byHand],
  ['Merit, assess (every input checked)', one],
  ['Merit, assessAll (with ranks and grades)', all],
  ['json-logic-js over the same graph', jsonLogic],
]
console.log('| | units per second | ÷ json-logic-js | ÷ handwritten |\n| --- | ---: | ---: | ---: |')
for (const [name, perSecond] of rows)
  console.log(
    `| ${name} | ${Math.round(perSecond).toLocaleString('en')} | ${(perSecond / jsonLogic).toFixed(1)} | ${(perSecond / byHand).toFixed(3)} |`,
  )

/** The three must agree before their speed means anything. */
function holdAgainstEachOther() {
  for (const unit of few) {
    const hand = handwritten(unit)
    const merit = scheme.assess(unit)
    const peer = totalByJsonLogic(compiled, unit)
    const cents = hundredths(merit.total)
    if (cents !== hand.total || cents !== peer || merit.grade !== hand.grade)
      throw new Error(
        `${unit.unit}: handwritten ${hand.total} ${hand.grade}, Merit ${merit.total} ${merit.grade}, json-logic-js ${peer}`,
      )
  }
}

/** "95.6" → 9560, on the text. */
function hundredths(/** @type {string | null} */ score) {
  const [whole = '0', decimals = ''] = (score ?? '').split('.')
  return Number(whole + decimals.padEnd(2, '0'))
}

/** @template T @param {T[]} items @param {(item: T) => unknown} work @returns {number} per second, median of the rounds */
function rate(items, work) {
  const once = () => {
    let kept
    for (const item of items) kept = work(item)
    return kept
  }
  once()
  return median(Array.from({ length: rounds }, () => (items.length / timeOf(once)) * 1000))
}
