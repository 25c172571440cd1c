/** JSON as programs write it, read by the platform's own reader; undefined where our own must look closely. */
import { greatestDepth } from '../json.js'

/**
 * The value of a text without faults: no key twice, no number that is none, nothing nested too deep. `depth` is how deep the text stands.
 * A key given twice shows in the number of colons outside texts, which is that of the keys.
 */
export function quickJson(text: string, depth: number): { readonly value: unknown } | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  return keysIn(value, depth) === colonsIn(text) ? { value } : undefined
}

/** -1 where something in the value is a fault. */
function keysIn(value: unknown, depth: number): number {
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : -1
  if (typeof value !== 'object' || value === null) return 0
  let keys = 0
  if (Array.isArray(value)) {
    if (value.length > 0 && depth >= greatestDepth) return -1
    for (const one of value) {
      const inner = keysIn(one, depth + 1)
      if (inner < 0) return -1
      keys += inner
    }
    return keys
  }
  if (depth >= greatestDepth && Object.keys(value).length > 0) return -1
  for (const key in value) {
    const one = (value as Readonly<Record<string, unknown>>)[key]
    keys++
    if (typeof one === 'string' || typeof one === 'boolean') continue
    const inner = keysIn(one, depth + 1)
    if (inner < 0) return -1
    keys += inner
  }
  return keys
}

const [quote, colon, escape] = [0x22, 0x3a, 0x5c]

/** Of a text that is JSON: the colons outside its texts. */
function colonsIn(text: string): number {
  let colons = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at++)
    if (code === colon) colons++
    else if (code === quote) {
      for (let inner = text.charCodeAt(at++); inner !== quote; inner = text.charCodeAt(at++)) {
        if (inner === escape) at++
      }
    }
  }
  return colons
}
