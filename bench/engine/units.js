// @ts-check
/**
 * All units judged together, with ranks, shares and awards, beside the same units one by one: from a thousand to a million. A million
 * units share the facts of 100,000: what is measured is the engine, not how many objects a machine can hold.
 */
import { loadScheme } from '@merit/engine'
import { rankedSchemeText } from '../scheme-50.js'
import { contest } from './contest.js'
import { compiled, units } from './subject.js'

const sizes = [1_000, 10_000, 100_000, 1_000_000]
const scheme = loadScheme(compiled(rankedSchemeText()))
const base = units(100_000)

const rows = []
for (const size of sizes) {
  const many = Array.from({ length: size }, (_, at) => ({ ...base[at % base.length], unit: `单位${at}` }))
  const repeats = Math.max(1, 20_000 / size)
  const time = await contest(
    {
      one: {
        pieces: size * repeats,
        run: () => {
          let kept
          for (let round = 0; round < repeats; round += 1) for (const unit of many) kept = scheme.assess(unit)
          return kept
        },
      },
      all: {
        pieces: size * repeats,
        run: () => {
          let kept
          for (let round = 0; round < repeats; round += 1) kept = scheme.assessAll(many)
          return kept
        },
      },
    },
    size > 100_000 ? 1 : 5,
  )
  // What a few units take is lost among what the process takes besides.
  const bytes = size < 10_000 ? undefined : memoryOf(many) / size
  rows.push({ units: size, one: time.one, all: time.all, bytes })
}
console.log(JSON.stringify(rows))

/** What the results of all units keep alive, with what stands behind them. @param {any} many */
function memoryOf(many) {
  const before = used()
  const assessment = scheme.assessAll(many)
  const bytes = used() - before
  if (assessment.results.length !== many.length) throw new Error('results are missing')
  return bytes
}

function used() {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
