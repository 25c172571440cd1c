/** An input as pieces that can be read by themselves, and what its beginning says about all of them. */
import { formOf, readRows } from '../data/csv.js'
import { formatOf } from '../data/format.js'
import type { SheetHead } from '../data/pieces/csv.js'
import type { Piece } from '../data/pieces/reading.js'
import type { Sizes } from './cut/pending.js'
import { cutRows, lineBorders, rowBorders } from './cut/rows.js'
import { cutUnits, type Frame } from './cut/units.js'

/** What a reader of pieces must know. */
export type PieceForm =
  { readonly format: 'csv'; readonly head: SheetHead } | { readonly format: 'json' } | { readonly format: 'ndjson' }

export interface Source {
  readonly form: PieceForm
  readonly pieces: AsyncIterable<Piece>
  /** In which line the first piece begins, from 1, once it has come. */
  readonly firstLine: () => number
  /** Of JSON, when all pieces have come: what stands around the units, or why that is not known. */
  readonly frame: () => Frame | 'broken' | 'too-long' | undefined
}

/** So much of the beginning is looked at to tell the format, and what separates the cells. */
const headSize = 512 * 1024

/** `undefined`: a CSV without any row; a line: its first row cannot be read. `blocks` are UTF-8. */
export async function openSource(
  blocks: AsyncIterable<Uint8Array>,
  name: string,
  sizes: Sizes & { readonly frame: number },
): Promise<Source | { readonly line: number; readonly code: 'open-quote' | 'stray-quote' } | undefined> {
  const { head, all } = await peek(blocks, headSize)
  const text = new TextDecoder().decode(head)
  const format = formatOf(name, text)
  if (format === 'json') return listSource(all, sizes)
  if (format === 'ndjson') {
    return {
      form: { format },
      pieces: cutRows(all, lineBorders, sizes),
      firstLine: () => 1,
      frame: () => undefined,
    }
  }
  const form = formOf(text)
  const pieces = cutRows(all, rowBorders(form.rowEnd), sizes)
  let line = 1
  for (;;) {
    const { value: piece, done } = await pieces.next()
    if (done === true) return undefined
    const reading = readRows(new TextDecoder().decode(piece.bytes), form, line)
    if (!('rows' in reading)) return reading
    const [first] = reading.rows
    if (first !== undefined) {
      const sheetHead = { form, headings: first.cells, headingLine: first.line }
      return {
        form: { format, head: sheetHead },
        pieces: startingWith({ ...piece, headings: first.line - line }, pieces),
        firstLine: () => line,
        frame: () => undefined,
      }
    }
    line += reading.lines
  }
}

function listSource(blocks: AsyncIterable<Uint8Array>, sizes: Sizes & { readonly frame: number }): Source {
  const state = { firstLine: 1, frame: undefined as ReturnType<Source['frame']> }
  async function* pieces(): AsyncGenerator<Piece> {
    state.frame = yield* cutUnits(blocks, sizes, sizes.frame, (line) => (state.firstLine = line))
  }
  return { form: { format: 'json' }, pieces: pieces(), firstLine: () => state.firstLine, frame: () => state.frame }
}

async function* startingWith<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* others
}

/** The beginning of the blocks, at least `size` bytes where there are so many, and all of them still to be read. */
async function peek(blocks: AsyncIterable<Uint8Array>, size: number) {
  const iterator = blocks[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const { value, done } = await iterator.next()
    if (done === true) break
    seen.push(value)
    length += value.length
  }
  const head = Buffer.concat(seen)
  async function* all(): AsyncGenerator<Uint8Array> {
    yield head
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head, all: all() }
}
