/** What an input is cut into, so that each piece can be read by itself. */

/** Whole rows, lines or units, with what stands around them. */
export interface Piece {
  /** UTF-8, in a buffer of its own: it can be handed to a worker. */
  readonly bytes: Uint8Array
  /** `rest`: the input ends here, or nothing that follows can be cut; `too-long`: one unit alone, longer than any may be. */
  readonly end?: 'rest' | 'too-long'
  /** Of JSON: that units stand before it, and in which line each of its units begins, from 0 at the start of the piece. */
  readonly list?: { readonly isFirst: boolean; readonly starts: Int32Array; readonly lines: number }
}

export interface Sizes {
  /** A piece ends at the first border from here on. */
  readonly piece: number
  /** No unit may be longer. */
  readonly unit: number
}

/** Bytes that are still to be cut, in one growing buffer. */
export interface Pending {
  readonly bytes: () => Uint8Array
  readonly length: () => number
  readonly append: (block: Uint8Array) => void
  /** Takes off the first `count` bytes as a copy of their own; `skip` more are dropped. */
  readonly take: (count: number, skip?: number) => Uint8Array
}

export function newPending(): Pending {
  let bytes = new Uint8Array(64 * 1024)
  let start = 0
  let end = 0

  function append(block: Uint8Array): void {
    if (end + block.length > bytes.length) {
      const roomy = new Uint8Array(Math.max(2 * (end - start + block.length), bytes.length))
      roomy.set(bytes.subarray(start, end))
      bytes = roomy
      end -= start
      start = 0
    }
    bytes.set(block, end)
    end += block.length
  }

  return {
    bytes: () => bytes.subarray(start, end),
    length: () => end - start,
    append,
    take: (count, skip = 0) => {
      const taken = bytes.slice(start, start + count)
      start += count + skip
      return taken
    },
  }
}
