// @ts-check
/**
 * `pnpm bench:million [COUNT] [FOLDER]`: scores a million units of the 50-indicator scheme, with ranks, shares of places and awards,
 * from and to each format by the command line; says how long each run took, its peak memory and how many cores it kept busy, and that a
 * second run gives the same bytes. The files (1.5 GB in, more out) go into a folder that is removed at the end.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { compile } from '@merit/dsl'
import { rankedSchemeText, unitStream } from './scheme-50.js'

const count = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'merit-million-'))
const merit = resolve(import.meta.dirname, '../packages/cli/bin/merit.js')
const hook = new URL('./usage.js', import.meta.url).href
const scheme = join(folder, 'scheme.json')

try {
  writeFileSync(scheme, JSON.stringify(compile(rankedSchemeText()).scheme))
  console.log(
    `${count.toLocaleString('en')} units, 50 indicators, Node ${process.version}, peak memory of the whole process\n`,
  )
  console.log('| in | MB | out | MB | seconds | units per second | peak MiB | cores | same bytes again |')
  console.log('| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | --- |')
  for (const [format, lines] of /** @type {const} */ ([
    ['csv', csvLines],
    ['ndjson', jsonLines],
    ['json', jsonList],
  ])) {
    const units = join(folder, `units.${format}`)
    await pipeline(Readable.from(inChunks(lines())), createWriteStream(units))
    for (const to of format === 'json' ? ['json'] : ['csv', 'ndjson', 'json']) await measure(units, format, to)
    rmSync(units)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Scores twice, and prints a row of the table. */
async function measure(/** @type {string} */ units, /** @type {string} */ from, /** @type {string} */ to) {
  const out = join(folder, `results.${to}`)
  const first = await score(units, to, out)
  const hash = await hashOf(out)
  const size = megabytes(out)
  await score(units, to, out)
  const isSame = (await hashOf(out)) === hash
  rmSync(out)
  const row = [
    from,
    megabytes(units),
    to,
    size,
    first.seconds.toFixed(1),
    Math.round(count / first.seconds).toLocaleString('en'),
    Math.round(first.maxRSS / 1024),
    (first.cpu / first.seconds).toFixed(2),
    isSame ? 'yes' : 'NO',
  ]
  console.log(`| ${row.join(' | ')} |`)
}

/** @returns {Promise<{ seconds: number, maxRSS: number, cpu: number }>} */
async function score(/** @type {string} */ units, /** @type {string} */ to, /** @type {string} */ out) {
  const started = performance.now()
  const args = ['--import', hook, merit, 'score', scheme, units, `--${to}`, '-o', out]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const said = /** @type {Readable} */ (child.stdio[3])
  let usage = ''
  let errors = ''
  said.on('data', (text) => (usage += text))
  child.stderr?.on('data', (text) => (errors += text))
  const status = await new Promise((done) => child.on('close', done))
  if (status !== 0) throw new Error(`merit score ended with status ${status}: ${errors}`)
  return { seconds: (performance.now() - started) / 1000, ...JSON.parse(usage) }
}

/** @returns {Promise<string>} */
async function hashOf(/** @type {string} */ file) {
  const hash = createHash('sha256')
  for await (const block of createReadStream(file)) hash.update(block)
  return hash.digest('hex')
}

/** @returns {number} */
function megabytes(/** @type {string} */ file) {
  return Math.round(statSync(file).size / 1e6)
}

function* csvLines() {
  /** @type {string[] | undefined} */
  let names
  for (const { unit, kind, facts } of unitStream(count)) {
    if (names === undefined) {
      names = Object.keys(facts)
      yield ['unit', 'kind', ...names].join(',') + '\n'
    }
    yield [unit, kind, ...Object.values(facts).map(cell)].join(',') + '\n'
  }
}

/** @returns {string} */
function cell(/** @type {boolean | number | string} */ value) {
  return typeof value === 'boolean' ? (value ? '有' : '无') : String(value)
}

function* jsonLines() {
  for (const unit of unitStream(count)) yield JSON.stringify(unit) + '\n'
}

function* jsonList() {
  let before = '[\n'
  for (const unit of unitStream(count)) {
    yield before + JSON.stringify(unit)
    before = ',\n'
  }
  yield '\n]\n'
}

/** Lines together, so that they are written a megabyte at a time. */
function* inChunks(/** @type {Iterable<string>} */ lines) {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length > 1_000_000) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}
