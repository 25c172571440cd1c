// @ts-check
/**
 * `pnpm bench:engine`: the engine beside handwritten code and peers, each path in a process of its own together with what it is
 * measured against, taken in turns; then how it grows. Read the ratios: absolute figures are this machine's of this hour.
 */
import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { itemsTable, speedTable, unitsTable } from './report.js'

const paths = ['assess', 'read', 'module', 'explained', 'load']
const growth = { units: unitsTable, items: itemsTable }

const wanted = process.argv.slice(2)
const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name)

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`)
console.log('50 indicators, 62 facts, units parsed from JSON; processor time, medians of rounds taken in turns\n')
const rows = paths.filter(isWanted).flatMap(measured)
if (rows.length > 0) console.log(speedTable(rows))
for (const [name, table] of Object.entries(growth)) if (isWanted(name)) console.log(`\n${table(measured(name))}`)

/** What a process of its own measures. @param {string} name @returns {any[]} */
function measured(name) {
  const file = fileURLToPath(new URL(`${name}.js`, import.meta.url))
  const args = ['--expose-gc', '--max-old-space-size=8192', file]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }))
}
