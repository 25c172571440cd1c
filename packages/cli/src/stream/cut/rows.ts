/** Cuts CSV between rows, and NDJSON between lines. */
import type { Piece } from '../../data/pieces/reading.js'
import { newPending, type Sizes } from './pending.js'

/** Looks for borders: the offset behind the last one in `bytes` from `from` on, or -1. It remembers what stands open at their end. */
export type BorderFinder = (bytes: Uint8Array, from: number) => number

export async function* cutRows(
  blocks: AsyncIterable<Uint8Array>,
  lastBorder: BorderFinder,
  sizes: Sizes,
): AsyncGenerator<Piece> {
  const pending = newPending()
  let border = 0
  for await (const block of blocks) {
    // A block at a time may be far more than a piece: borders are looked for in steps.
    for (let at = 0; at < block.length; at += sizes.piece) {
      const from = pending.length()
      pending.append(block.subarray(at, at + sizes.piece))
      const found = lastBorder(pending.bytes(), from)
      if (found >= 0) border = found
      if (border > 0 && pending.length() >= sizes.piece) {
        yield { bytes: pending.take(border) }
        border = 0
      }
      if (pending.length() - border > sizes.unit) {
        if (border > 0) yield { bytes: pending.take(border) }
        yield { bytes: pending.take(pending.length()), end: 'too-long' }
        return
      }
    }
  }
  if (pending.length() > 0) yield { bytes: pending.take(pending.length()), end: 'rest' }
}

const newline = 0x0a
const carriageReturn = 0x0d
const quote = 0x22

/** Lines. */
export const lineBorders: BorderFinder = (bytes, from) => {
  const last = bytes.lastIndexOf(newline)
  return last < from ? -1 : last + 1
}

/** Rows of CSV whose rows end so; a row may hold line ends in quotation marks. */
export function rowBorders(rowEnd: '\n' | '\r\n' | '\r'): BorderFinder {
  const last = rowEnd === '\r' ? carriageReturn : newline
  const isPair = rowEnd === '\r\n'
  let isQuoted = false
  return (bytes, from) => {
    let border = -1
    let quoted = isQuoted
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === quote) quoted = !quoted
      else if (byte === last && !quoted && (!isPair || bytes[at - 1] === carriageReturn)) border = at + 1
    }
    isQuoted = quoted
    return border
  }
}
