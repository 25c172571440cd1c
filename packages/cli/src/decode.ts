/** Bytes → text, for the encodings that office software writes. */

/** What a file's bytes say, or where they stop being text (`offset` in bytes, from 0). */
export type Decoding =
  | { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' }
  | { readonly offset: number }

/**
 * UTF-16 by its byte-order mark; else UTF-8, with or without one; else GB18030 (which holds GBK and GB2312). A file with NUL bytes is
 * no text. The byte-order mark is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoding {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (wide !== undefined) {
    const text = decodeAs(wide, bytes)
    return text === undefined || text.includes('\0') ? { offset: 0 } : { text, encoding: wide }
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) return { offset: nul }
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decodeAs(encoding, bytes)
    if (text !== undefined) return { text, encoding }
  }
  return { offset: firstBadByte(bytes) }
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.startsWith('\ufeff') ? text.slice(1) : text
  } catch {
    return undefined
  }
}

/** Where UTF-8 breaks: the length of the longest run of bytes from the start that can be decoded. */
export function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      decoder.decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}
