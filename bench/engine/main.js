// @ts-check
/**
 * `pnpm bench:engine`: the engine beside handwritten code and peers, each path in a process of its own together with what it is
 * measured against, taken in turns. Read the ratios: absolute figures are this machine's of this hour.
 */
import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { table } from './report.js'

const paths = process.argv.length > 2 ? process.argv.slice(2) : ['assess', 'explained', 'load']

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`)
console.log('50 indicators, 62 facts, units parsed from JSON; processor time, medians of rounds taken in turns\n')
/** @type {import('./report.js').Row[]} */
const rows = []
for (const path of paths) rows.push(...measured(path))
console.log(table(rows))

/** @param {string} path @returns {import('./report.js').Row[]} */
function measured(path) {
  const file = fileURLToPath(new URL(`${path}.js`, import.meta.url))
  const args = ['--expose-gc', '--max-old-space-size=8192', file]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }))
}
