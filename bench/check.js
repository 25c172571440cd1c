// @ts-check
/**
 * How long checking a scheme takes (reading, analysing, building the rule graph, proving what it can and cannot do), and how it
 * grows with the scheme: each size beside the one before it.
 */
import { compile } from '@merit/dsl'
import { median, timeOf } from './timing.js'
import { largeScheme } from './large-scheme.js'

const sizes = [100, 1_000, 10_000]
const rounds = 5

for (let warm = 0; warm < rounds; warm += 1) checkOnce(largeScheme(100))

console.log(
  '| items | sentences | check | per item | time grows | items grow |\n| ---: | ---: | ---: | ---: | ---: | ---: |',
)
/** @type {{ items: number, time: number } | undefined} */
let before
for (const items of sizes) {
  const text = largeScheme(items)
  const time = median(Array.from({ length: rounds }, () => timeOf(() => checkOnce(text))))
  const growth = before === undefined ? ['', ''] : [`× ${(time / before.time).toFixed(1)}`, `× ${items / before.items}`]
  const sentences = text.trimEnd().split('\n').length
  console.log(
    `| ${items.toLocaleString('en')} | ${sentences.toLocaleString('en')} | ${time.toFixed(0)} ms | ${((time / items) * 1000).toFixed(0)} µs | ${growth.join(' | ')} |`,
  )
  before = { items, time }
}

/** @param {string} text */
function checkOnce(text) {
  const { scheme, problems } = compile(text)
  if (scheme === undefined) throw new Error(`the benchmark scheme does not compile: ${problems[0]?.code}`)
}
