import type { CompiledScheme } from '../scheme/index.js'

/** The form of what a printed module and the engine agree on; another number for every change that a module must be printed anew for. */
const form = 1

/**
 * Tells compiled schemes apart by what functions are printed from, whatever the order of fields: two hashes (FNV-1a) of 32 bits. It guards
 * against mixing up files; nobody gains by forging it, as what comes with it is code already.
 */
export function fingerprint(scheme: CompiledScheme): string {
  const { facts, nodes, kinds, parts, grades, notGraded, makes, blocks, downgrades } = scheme
  let [a, b] = [0x811c9dc5, 0x01000193]

  function add(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x5bd1e995)
    }
  }

  function addValue(value: unknown): void {
    // With its length before it, a text cannot be taken for what stands around it.
    if (typeof value === 'string') return add(`${value.length}:${value}`)
    if (typeof value !== 'object' || value === null) return add(`${String(value)},`)
    if (Array.isArray(value)) {
      add('[')
      value.forEach(addValue)
      return add(']')
    }
    add('{')
    for (const key of Object.keys(value).sort()) {
      const entry = (value as Readonly<Record<string, unknown>>)[key]
      if (entry === undefined) continue
      addValue(key)
      addValue(entry)
    }
    add('}')
  }

  addValue([facts, nodes, kinds, parts, grades, notGraded, makes, blocks, downgrades])
  return `${form}:${hex(a)}${hex(b)}`
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0')
}
