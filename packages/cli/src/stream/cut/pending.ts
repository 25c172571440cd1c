/** What cutting works with. */

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
