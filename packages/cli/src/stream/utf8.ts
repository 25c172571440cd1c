/** Blocks of bytes in any usual encoding → blocks of valid UTF-8, as `decode` does for a whole file. */
import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { firstBadByte } from '../decode.js'
import { exitCodes, Stop } from '../exit-codes.js'
import type { Words } from '../words/index.js'

/** So much is looked at, from the first sign beyond ASCII on, to tell UTF-8 from GB18030. */
const lookAhead = 1024 * 1024

/**
 * The same text in UTF-8 without a byte-order mark; no block ends within a sign. What comes before the first sign beyond ASCII is the
 * same in UTF-8 and GB18030; the megabyte from there on settles which it is. Stops (problems) where the bytes are no text, with line
 * and byte.
 */
export async function* utf8Blocks(
  blocks: AsyncIterable<Uint8Array>,
  name: string,
  words: Words,
): AsyncGenerator<Uint8Array> {
  const converter = newConverter((offset, line) => {
    throw new Stop(exitCodes.problems, words, words.files.notText(name, line + 1, offset))
  })
  for await (const block of blocks) yield* converter.take(block)
  yield* converter.end()
}

type Refuse = (offset: number, line: number) => never

/** How the bytes are read: `ascii` while nothing else has come. */
type Mode = 'start' | 'ascii' | 'utf-8' | { readonly decoder: TextDecoder; readonly badAt: Spot }

interface Spot {
  readonly offset: number
  readonly line: number
}

const nothing = new Uint8Array(0)
const encoder = new TextEncoder()

function newConverter(refuse: Refuse) {
  let mode: Mode = 'start'
  /** Bytes that wait: the start of a sign, or all since the first sign beyond ASCII until there are enough. */
  let waiting: Uint8Array = nothing
  /** How many bytes, and how many lines, came before those that wait. */
  let passed = 0
  let lines = 0

  function pass(bytes: Uint8Array): Uint8Array {
    passed += bytes.length
    lines += linesIn(bytes, bytes.length)
    return bytes
  }

  function refuseAt(bytes: Uint8Array, offset: number): never {
    return refuse(passed + offset, lines + linesIn(bytes, offset))
  }

  function* take(block: Uint8Array, isEnd = false): Generator<Uint8Array> {
    let bytes = waiting.length === 0 ? block : Buffer.concat([waiting, block])
    waiting = nothing
    if (mode === 'start') {
      if (bytes.length < 3 && !isEnd) {
        waiting = bytes
        return
      }
      bytes = start(bytes)
    }
    if (typeof mode !== 'object' || mode.decoder.encoding === 'gb18030') {
      const nul = bytes.indexOf(0)
      if (nul >= 0) refuseAt(bytes, nul)
    }
    if (mode === 'ascii') {
      if (isAscii(bytes)) {
        yield pass(bytes)
        return
      }
      if (bytes.length < lookAhead && !isEnd) {
        waiting = bytes
        return
      }
      mode = settle(bytes)
    }
    yield mode === 'utf-8' ? whole(bytes, isEnd) : decoded(bytes, isEnd)
  }

  /** Looks at the byte-order mark, and takes it off. */
  function start(bytes: Uint8Array): Uint8Array {
    const [first, second, third] = bytes
    const wide =
      first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
    if (wide !== undefined) {
      mode = { decoder: new TextDecoder(wide, { fatal: true }), badAt: { offset: 0, line: 0 } }
      return bytes
    }
    mode = 'ascii'
    if (first !== 0xef || second !== 0xbb || third !== 0xbf) return bytes
    mode = 'utf-8'
    pass(bytes.subarray(0, 3))
    return bytes.subarray(3)
  }

  /** Where not even GB18030 fits, the first byte that is not UTF-8 is named. */
  function settle(bytes: Uint8Array): Mode {
    const end = wholeSigns(bytes)
    if (isUtf8(bytes.subarray(0, end))) return 'utf-8'
    const bad = firstBadByte(bytes)
    const badAt = { offset: passed + bad, line: lines + linesIn(bytes, bad) }
    return { decoder: new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }), badAt }
  }

  function whole(bytes: Uint8Array, isEnd: boolean): Uint8Array {
    const end = isEnd ? bytes.length : wholeSigns(bytes)
    const signs = bytes.subarray(0, end)
    if (!isUtf8(signs)) refuseAt(bytes, firstBadByte(bytes))
    waiting = bytes.slice(end)
    return pass(signs)
  }

  function decoded(bytes: Uint8Array, isEnd: boolean): Uint8Array {
    const { decoder, badAt } = mode as Exclude<Mode, string>
    try {
      const text = decoder.decode(bytes, { stream: !isEnd })
      if (text.includes('\0')) refuse(badAt.offset, badAt.line)
      return encoder.encode(text)
    } catch (error) {
      if (error instanceof Stop) throw error
      return refuse(badAt.offset, badAt.line)
    }
  }

  return { take: (block: Uint8Array) => take(block), end: () => take(nothing, true) }
}

/** Up to where the bytes hold whole signs of UTF-8: without the start of one at their end. */
function wholeSigns(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < length ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

function linesIn(bytes: Uint8Array, end: number): number {
  let lines = 0
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < end; at = bytes.indexOf(0x0a, at + 1)) lines++
  return lines
}
