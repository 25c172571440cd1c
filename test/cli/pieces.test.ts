import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../packages/cli/src/data/csv.js'
import { readJson } from '../../packages/cli/src/data/json.js'
import { jsonReader } from '../../packages/cli/src/data/pieces/json.js'
import { ndjsonReader } from '../../packages/cli/src/data/pieces/ndjson.js'
import { textOf, type Piece } from '../../packages/cli/src/data/pieces/reading.js'
import { readRows } from '../../packages/cli/src/data/csv.js'
import { wordsIn } from '../../packages/cli/src/words/index.js'
import { openSource, type Source } from '../../packages/cli/src/stream/source.js'
import { utf8Blocks } from '../../packages/cli/src/stream/utf8.js'

const words = wordsIn('en')
const tooLong = 'too long'

/** The bytes in blocks that end at these shares of it. */
async function* blocksOf(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const ends = [...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length].sort((a, b) => a - b)
  let from = 0
  for (const end of ends) {
    yield bytes.subarray(from, end)
    from = end
  }
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

interface Cutting {
  readonly cuts: readonly number[]
  readonly piece: number
}

const cutting: fc.Arbitrary<Cutting> = fc.record({
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
  piece: fc.integer({ min: 1, max: 200 }),
})

async function cut(bytes: Uint8Array, name: string, { cuts, piece }: Cutting) {
  const source = await openSource(utf8Blocks(blocksOf(bytes, cuts), name, words), name, {
    piece,
    unit: 10_000,
    frame: 100_000,
  })
  if (source === undefined || 'code' in source) throw new Error('no source')
  const pieces: Piece[] = []
  for await (const one of source.pieces) pieces.push(one)
  return { source, pieces }
}

/** What a reader finds in all pieces, lines counted through. */
function readAll({ source, pieces }: { source: Source; pieces: readonly Piece[] }) {
  const read = source.form.format === 'json' ? jsonReader((name) => name, tooLong, words) : ndjsonReader(tooLong, words)
  let line = source.firstLine()
  const units: unknown[] = []
  const starts: number[] = []
  const faults: { line: number; message: string }[] = []
  for (const piece of pieces) {
    const found = read(piece)
    units.push(...found.units)
    starts.push(...Array.from(found.starts, (start) => line + start))
    faults.push(...found.faults.map((fault) => ({ line: line + fault.line, message: fault.message })))
    line += found.lines
  }
  return { units, starts, faults }
}

const text = fc.string({ unit: fc.constantFrom('a', '甲', '😀', '"', '\\', '[', '}', ',', ':', ' '), maxLength: 8 })
const value = fc.oneof(
  fc.integer(),
  text,
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.dictionary(text, fc.integer(), { maxKeys: 2 }), { maxLength: 2 }),
)
const unit = fc.record({ unit: text, facts: fc.dictionary(text, value, { maxKeys: 4 }) })

describe('a JSON document, however it is cut', () => {
  const layout = fc.constantFrom<readonly [string, string, number]>(
    ['[', ']', 1],
    ['\n [\n', '\n]\n', 3],
    ['{"lots": {"x": "[{\\"units\\": ["},\n "units": [', '], "more": [1, {"units": [2]}]}', 2],
  )

  it('gives its units, each with the line it begins in, and leaves the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit, { maxLength: 12 }),
        layout,
        fc.nat(3),
        cutting,
        async (list, around, indent, how) => {
          const [before, behind, line] = around
          const elements = list.map((one) => JSON.stringify(one, null, indent))
          const found = await cut(Buffer.from(before + elements.join(',\n') + behind), 'x.json', how)
          const { units, starts, faults } = readAll(found)
          expect(faults).toEqual([])
          expect(units).toEqual(list)
          const lengths = elements.map((element) => element.split('\n').length)
          expect(starts).toEqual(
            lengths.map((_, at) => lengths.slice(0, at).reduce((sum, length) => sum + length, line)),
          )
          const frame = found.source.frame()
          if (frame === undefined || typeof frame === 'string') throw new Error('no frame')
          expect(JSON.parse(textOf(frame.text))).toEqual(JSON.parse(before + behind))
          expect(linesIn(textOf(frame.text)) + frame.lines).toBe(linesIn(before + elements.join(',\n') + behind))
        },
      ),
    )
  })

  it.each([
    '[{"unit": "a"',
    '[{"unit": "a"}',
    '[{"unit": "a"},',
    '[{"unit": "a"},]',
    '[,{"unit": "a"}]',
    '[{"unit": "a"},,{"unit": "b"}]',
    '[{"unit": "a"} {"unit": "b"}]',
    '[{"unit": "a"},\n{"unit": "b]}\n]',
    '[{"unit": "a"},\n{"unit": b}]',
    '[{"unit": "a"},\n{"unit": "b"]}]',
    '[{"unit": "a"}}',
    `[${'['.repeat(100)}]`,
    '[{"unit": "a\\',
    '[{"unit": "a", "facts": {"x": NaN, "y": 1,\n "y": 2}}, {"unit": "b", "facts": {"z": 1e400}}]',
  ])('%s is refused with the words and the line of the whole document', async (document) => {
    const { faults } = readJson(document)
    const whole = faults.map(({ code, found, expected, offset }) => ({
      line: document.slice(0, offset).split('\n').length,
      message: words.data.json(code, found, expected ?? ''),
    }))
    for (const piece of [1, 14, 1000]) {
      const found = await cut(Buffer.from(document), 'x.json', { cuts: [0.3, 0.6], piece })
      expect(readAll(found).faults).toEqual(whole)
    }
  })

  it('has no unit that is longer than a bound', async () => {
    const long = `[{"unit": "a"},\n{"unit": "${'b'.repeat(20_000)}"}, {"unit": "c"}]`
    const found = await cut(Buffer.from(long), 'x.json', { cuts: [0.2, 0.4, 0.6], piece: 100 })
    expect(readAll(found).faults).toEqual([{ line: 2, message: tooLong }])
  })
})

describe('lines of JSON, however they are cut', () => {
  it('give their units and lines; blank lines are none', async () => {
    const line = fc.oneof({ weight: 4, arbitrary: unit }, { weight: 1, arbitrary: fc.constant(undefined) })
    const end = fc.constantFrom('\n', '\r\n')
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        end,
        fc.boolean(),
        cutting,
        async (list, lineEnd, open, how) => {
          const lines = list.map((one) => (one === undefined ? ' ' : JSON.stringify(one)))
          const document = lines.join(lineEnd) + (open ? '' : lineEnd)
          const { units, starts, faults } = readAll(await cut(Buffer.from(document), 'x.ndjson', how))
          expect(faults).toEqual([])
          expect(units).toEqual(list.filter((one) => one !== undefined))
          expect(starts).toEqual(list.flatMap((one, at) => (one === undefined ? [] : [at + 1])))
        },
      ),
    )
  })

  it('name what is wrong with a line, and read on', async () => {
    const document = '{"unit": "a"}\n{"unit": "b"\n{"unit": "c", "facts": {"x": 1, "x": 2}}\n{"unit": "d"} 1\n'
    for (const piece of [1, 20, 1000]) {
      const { units, faults } = readAll(await cut(Buffer.from(document), 'x.jsonl', { cuts: [0.5], piece }))
      expect(units).toEqual([{ unit: 'a' }, { unit: 'c', facts: { x: 2 } }])
      expect(faults).toEqual([
        { line: 2, message: 'The line ends where , } should come.' },
        { line: 3, message: '"x" is given twice.' },
        { line: 4, message: '"1" stands after the end of the data.' },
      ])
    }
  })
})

describe('a line that is longer than a bound', () => {
  it('is named; what follows is not read', async () => {
    const document = `{"unit": "a"}\n{"unit": "${'b'.repeat(20_000)}"}\n{"unit": "c"}\n`
    const { units, faults } = readAll(await cut(Buffer.from(document), 'x.ndjson', { cuts: [0.5], piece: 100 }))
    expect(units).toEqual([{ unit: 'a' }])
    expect(faults).toEqual([{ line: 2, message: tooLong }])
  })

  it('ends the pieces of a CSV, as a quotation mark does that is never closed', async () => {
    for (const long of ['b'.repeat(20_000), `"${'b\n'.repeat(10_000)}`]) {
      const { pieces } = await cut(Buffer.from(`unit,x\na,1\n${long}\nc,3\n`), 'x.csv', { cuts: [], piece: 100 })
      expect(pieces.map(({ end }) => end)).toEqual([undefined, 'too-long'])
    }
  })
})

describe('a CSV, however it is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '甲', '😀', '"', ',', '\n', '\r\n', ';', ' '), maxLength: 5 })
  const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`

  it('gives the rows and lines of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 10 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        cutting,
        async (table, end, open, how) => {
          const rows = [['unit', 'x'], ...table].map((row, at) =>
            row.map((one) => (at === 0 ? one : quoted(one))).join(','),
          )
          const document = end + rows.join(end) + (open ? '' : end)
          const { source, pieces } = await cut(Buffer.from(document), 'x.csv', how)
          if (source.form.format !== 'csv') throw new Error('no CSV')
          const { form } = source.form.head
          let line = source.firstLine()
          const found = pieces.flatMap(({ bytes }) => {
            const reading = readRows(textOf(bytes), form, line)
            if (!('rows' in reading)) throw new Error('no rows')
            line += reading.lines
            return reading.rows
          })
          const whole = readCsv(document)
          expect('rows' in whole && found).toEqual('rows' in whole && whole.rows.slice(-found.length))
        },
      ),
    )
  })
})

describe('text in any encoding, however it is cut', () => {
  const sample = '单位,信访件\n甲😀,1\n'

  it.each([
    ['UTF-8', Buffer.from(sample)],
    ['UTF-8 with a mark', Buffer.from('\ufeff' + sample)],
    ['UTF-16LE', Buffer.from('\ufeff' + sample, 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeff' + sample, 'utf16le').swap16()],
    // 单位,信访件 甲 in GB18030, and 😀 in its four bytes.
    ['GB18030', Buffer.from('b5a5cebb2cd0c5b7c3bcfe0abcd79439fc362c310a', 'hex')],
  ])('%s is the same text', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(cutting, async ({ cuts }) => {
        const found: Uint8Array[] = []
        for await (const block of utf8Blocks(blocksOf(bytes, cuts), 'x', words)) {
          // Every block is text by itself.
          textOf(block)
          found.push(block)
        }
        expect(Buffer.concat(found).toString()).toBe(sample)
      }),
    )
  })

  it.each([
    ['zeros', Buffer.from('unit\na\0b'), 'x is not a text file (line 2, byte 6)'],
    ['neither', Buffer.from([0x61, 0x0a, 0x62, 0xff, 0xff]), 'x is not a text file (line 2, byte 3)'],
    ['half a sign', Buffer.from([0x61, 0xe7]), 'x is not a text file (line 1, byte 1)'],
  ])('%s is no text, and said with the place', async (_, bytes, message) => {
    await fc.assert(
      fc.asyncProperty(cutting, async ({ cuts }) => {
        const read = async () => {
          for await (const block of utf8Blocks(blocksOf(bytes, cuts), 'x', words)) expect(block).toBeDefined()
        }
        await expect(read()).rejects.toThrow(message)
      }),
      { numRuns: 20 },
    )
  })
})
