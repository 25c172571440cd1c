/**
 * Cuts a JSON document between the units of its list: that at its top, or that which its `units` names. What stands around the list
 * is left over, to be read whole. Only brackets and texts are looked at: what is wrong inside a unit is found when it is read.
 */
import type { Piece } from '../../data/pieces/reading.js'
import { newPending, type Sizes } from './pending.js'

/** The document without its units: `[` … `]` where the list was. */
export interface Frame {
  readonly text: Uint8Array
  /** Up to here, `[` included, it stood before the units; undefined where the document has no list of units. */
  readonly before?: number
  /** How many lines the units took. */
  readonly lines: number
}

/** The document does not end, or is broken, before its list does: then there is no frame to be read. */
export type CutUnits = AsyncGenerator<Piece, Frame | 'broken' | 'too-long'>

/** Deeper than units may be nested: reading what came so far will say so. */
const deepest = 70

const plainSign = 0
const signs = new Uint8Array(256)
const [quote, open, close, comma, colon, lineEnd, blank] = [1, 2, 3, 4, 5, 6, 7]
for (const [text, sign] of [
  ['"', quote],
  ['[{', open],
  [']}', close],
  [',', comma],
  [':', colon],
  ['\n', lineEnd],
  [' \t\r', blank],
] as const)
  for (const one of text) signs[one.charCodeAt(0)] = sign
const [quoteByte, escapeByte, listByte, listEndByte, lineEndByte] = [0x22, 0x5c, 0x5b, 0x5d, 0x0a]

/** `onList` is told in which line, from 1, the list begins. */
export async function* cutUnits(
  blocks: AsyncIterable<Uint8Array>,
  sizes: Sizes,
  frameSize: number,
  onList: (line: number) => void,
): CutUnits {
  const iterator = blocks[Symbol.asyncIterator]()
  const pending = newPending()
  const more = async (): Promise<boolean> => {
    const { value, done } = await iterator.next()
    if (done === true) return false
    pending.append(value as Uint8Array)
    return true
  }
  try {
    const head = yield* seek()
    if (typeof head === 'string') return head
    if (head === undefined) return { text: pending.take(pending.length()), lines: 0 }
    onList(head.reduce((count, byte) => count + (byte === lineEndByte ? 1 : 0), 1))
    const lines = yield* inside()
    if (typeof lines === 'string') return lines
    while (await more()) if (pending.length() + head.length > frameSize) return 'too-long'
    const tail = pending.take(pending.length())
    return { text: Buffer.concat([head, tail]), before: head.length, lines }
  } finally {
    await iterator.return?.()
  }

  /** The document up to its list of units; undefined where it has none. */
  // oxlint-disable-next-line require-yield -- read like `inside`
  async function* seek(): AsyncGenerator<Piece, Uint8Array | undefined | 'too-long'> {
    const find = listFinder()
    for (;;) {
      const at = find(pending.bytes())
      if (at >= 0) return pending.take(at)
      if (pending.length() > frameSize) return 'too-long'
      if (!(await more())) return undefined
    }
  }

  /** The units; how many lines they took. */
  async function* inside(): AsyncGenerator<Piece, number | 'broken' | 'too-long'> {
    const scan = unitScanner(sizes)
    let isFirst = true
    let lines = 0
    const piece = (count: number, skip: number, end?: Piece['end']): Piece => {
      const list = { isFirst, ...scan.taken(count + skip) }
      isFirst = false
      lines += list.lines
      return { bytes: pending.take(count, skip), list, ...(end === undefined ? {} : { end }) }
    }
    for (;;) {
      const found = scan.next(pending.bytes())
      if (found === 'border') yield piece(scan.border() - 1, 1)
      else if (found === 'end') {
        const last = piece(scan.at() - 1, 0)
        // `[]` has no units; `[1,]` is not right, and reading the empty piece says so.
        if (!last.list!.isFirst || last.list!.starts.length > 0) yield last
        return lines
      } else if (found === 'broken') {
        yield piece(scan.at(), 0, 'rest')
        return 'broken'
      } else if (found === 'too-long' || pending.length() - scan.border() > sizes.unit) {
        if (scan.border() > 0) yield piece(scan.border() - 1, 1)
        yield piece(pending.length(), 0, 'too-long')
        return 'broken'
      } else if (!(await more())) {
        yield piece(pending.length(), 0, 'rest')
        return 'broken'
      }
    }
  }
}

/** Finds where the list of units begins, behind its `[`: -1 while it has not come. */
function listFinder(): (bytes: Uint8Array) => number {
  let [at, depth, textStart] = [0, 0, -1]
  let lastText = ''
  let isUnits = false
  return (bytes) => {
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (textStart >= 0) {
        if (byte === escapeByte) {
          if (at + 1 === bytes.length) return -1
          at++
        } else if (byte === quoteByte) {
          lastText = depth === 1 ? Buffer.from(bytes.subarray(textStart, Math.min(at, textStart + 6))).toString() : ''
          textStart = -1
        }
        continue
      }
      const sign = signs[byte]
      if (sign === lineEnd || sign === blank) continue
      if (byte === listByte && (depth === 0 || (depth === 1 && isUnits))) return at + 1
      if (depth === 0 && sign !== open) at = Number.MAX_SAFE_INTEGER - 1
      isUnits = sign === colon && depth === 1 && lastText === 'units'
      if (sign === quote) textStart = at + 1
      else if (sign === open) depth++
      else if (sign === close) depth--
    }
    return -1
  }
}

/** Goes through the units of a list. Offsets count from the start of what is pending. */
function unitScanner(sizes: Sizes) {
  let [at, depth, border] = [0, 0, 0]
  let isText = false
  /** The next sign that is no blank begins a unit. */
  let isBetween = true
  let line = 0
  let starts: number[] = []
  /** Units and lines up to the last border. */
  let [startsTill, linesTill] = [0, 0]

  /** Reads on: to a border from `pieceSize` on, the end of the list, a sign that cannot stand there; undefined: all was read. */
  function next(bytes: Uint8Array): 'border' | 'end' | 'broken' | 'too-long' | undefined {
    const { length } = bytes
    while (at < length) {
      if (isText) {
        let byte = bytes[at]!
        while (byte !== quoteByte && byte !== escapeByte && byte >= 0x20 && ++at < length) byte = bytes[at]!
        if (at >= length) return undefined
        if (byte === escapeByte) {
          // The sign behind it is looked at together with it.
          if (at + 1 >= length) return undefined
          at += 2
          continue
        }
        at++
        if (byte < 0x20) return 'broken'
        isText = false
        continue
      }
      const byte = bytes[at++]!
      const sign = signs[byte]!
      if (sign === lineEnd) {
        line++
        continue
      }
      if (sign === blank) continue
      if (isBetween && sign !== comma && !(sign === close && depth === 0)) {
        starts.push(line)
        isBetween = false
      }
      if (sign === plainSign || sign === colon) continue
      if (sign === quote) isText = true
      else if (sign === open) {
        if (++depth > deepest) return 'broken'
      } else if (sign === close) {
        if (--depth < 0) return byte !== listEndByte ? 'broken' : at - border > sizes.unit ? 'too-long' : 'end'
      } else if (sign === comma && depth === 0) {
        if (isBetween) return 'broken'
        if (at - border > sizes.unit) return 'too-long'
        border = at
        isBetween = true
        startsTill = starts.length
        linesTill = line
        if (at >= sizes.piece) return 'border'
      }
    }
    return undefined
  }

  /** What was found in the first `count` bytes, which are taken off. */
  function taken(count: number): { readonly starts: Int32Array; readonly lines: number } {
    const isBorder = count === border
    const found = {
      starts: Int32Array.from(isBorder ? starts.slice(0, startsTill) : starts),
      lines: isBorder ? linesTill : line,
    }
    starts = isBorder ? starts.slice(startsTill).map((start) => start - linesTill) : []
    line -= found.lines
    at -= count
    border = 0
    startsTill = 0
    linesTill = 0
    return found
  }

  return { next, taken, at: () => at, border: () => border }
}
