/** Whatever stands in a data file: results, or faults with their places; never an exception, never half of both. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '@merit/dsl'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exitCodes } from '../../packages/cli/src/exit-codes.js'
import { readJson } from '../../packages/cli/src/data/json.js'
import { readCsv, writeCsv } from '../../packages/cli/src/data/csv.js'
import { run } from '../../packages/cli/src/run.js'
import { unitsCsv, type Unit } from '../cli/tables.js'
import { fuzzing } from './mutate.js'

const tours = join(import.meta.dirname, '../tours')
const scheme = readFileSync(join(tours, 'tour.zh.merit'), 'utf8')
/** One unit of each kind: a counterexample is short enough to read. */
const sample = [0, 7].flatMap(
  (index) => (JSON.parse(readFileSync(join(tours, 'units.zh.json'), 'utf8')) as Unit[])[index] ?? [],
)
const units = JSON.stringify(sample)
const sheet = unitsCsv(sample)

const bounds = fuzzing()

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'merit-fuzz-'))
  writeFileSync(join(folder, 'scheme.json'), JSON.stringify(compile(scheme).scheme))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A text with a few places changed for the worse. */
function spoilt(text: string): fc.Arbitrary<string> {
  const pieces = [
    '',
    ',',
    '"',
    '\n',
    '；',
    '{',
    '}',
    '[',
    ']',
    ':',
    '-1',
    '1e400',
    'NaN',
    'null',
    '有',
    '\u0000',
    '\ud800',
    '__proto__',
    '\u202e',
    '101',
  ]
  const change = fc.record({
    at: fc.nat(text.length),
    drop: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8, unit: 'binary' })),
  })
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce((result, { at, drop, put }) => result.slice(0, at) + put + result.slice(at + drop), text),
    )
}

async function score(name: string, content: string | Uint8Array) {
  const file = join(folder, name)
  writeFileSync(file, content)
  const said = { out: '', err: '' }
  const stream = (key: 'out' | 'err') => ({ write: (text: string) => void (said[key] += text), colour: false })
  const session = { out: stream('out'), err: stream('err'), environment: { LANG: 'en' } }
  const status = await run(['score', join(folder, 'scheme.json'), file, '--json'], session)
  return { status, ...said }
}

/** Results and no fault, or faults and no results; anything else is told as it is. */
function verdict({ status, out, err }: Awaited<ReturnType<typeof score>>): string {
  const hasResults = out !== '' && Array.isArray(JSON.parse(out))
  if (status === exitCodes.fine && hasResults && err === '') return 'results'
  const isTold = err !== '' && !/internal error|\n\s+at /.test(err)
  return status === exitCodes.problems && out === '' && isTold ? 'faults' : `${status}\n${out}\n${err}`
}

describe('data readers', () => {
  it('take any spoilt JSON of units', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(units), async (text) => {
        expect(verdict(await score('units.json', text))).toMatch(/^(results|faults)$/)
      }),
      bounds,
    )
  })

  it('take any spoilt CSV of units', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(sheet), async (text) => {
        expect(verdict(await score('units.csv', text))).toMatch(/^(results|faults)$/)
      }),
      bounds,
    )
  })

  it('take any bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 })
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('units.csv', 'units.json'), async (content, name) => {
        expect(verdict(await score(name, content))).toMatch(/^(results|faults)$/)
      }),
      bounds,
    )
  })

  it('read JSON as any JSON reader does', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        expect(readJson(text)).toEqual({ value: JSON.parse(text) as unknown, faults: [] })
      }),
      bounds,
    )
  })

  it('read back the CSV that they write', () => {
    // Blanks around a cell are not part of it, and a row of blanks is no row.
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        const reading = readCsv(writeCsv(rows).slice(1))
        expect('rows' in reading && reading.rows.map(({ cells }) => cells)).toEqual(rows)
      }),
      bounds,
    )
  })
})
