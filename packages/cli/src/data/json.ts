/**
 * JSON as people write it by hand: read by our own reader because a fault must have its line, and a key given twice must not pass
 * in silence. Nesting is bounded; the value's objects have the keys of the text and nothing else.
 */
import type { JsonFaultCode } from '../words/codes.js'

/** What is wrong with a JSON text, at `offset` (UTF-16 code units), in the value at `path`. */
export interface JsonFault {
  readonly offset: number
  readonly path: JsonPath
  readonly code: JsonFaultCode
  /** What stands there, or the key that is given twice. */
  readonly found: string
  /** For `expected`: the signs that could stand there. */
  readonly expected?: string
}

/** `value` is left out where the text's structure could not be read. A value that is none, as `NaN`, is null and a fault. */
export interface JsonReading {
  readonly value?: unknown
  readonly faults: readonly JsonFault[]
}

export type JsonPath = readonly (string | number)[]

/** Deeper than any data of a scheme; shallow enough for every later walk over the value. */
export const greatestDepth = 64

interface Reader {
  readonly text: string
  at: number
  readonly path: (string | number)[]
  readonly faults: JsonFault[]
  /** Told of each value's place, if anyone asked. */
  readonly visit?: (path: JsonPath, offset: number) => void
}

/** Ends the reading: the structure is broken, and what follows would be guesses. */
class Unreadable extends Error {}

/** Reads a JSON text to its end, or to where its structure breaks. Never throws. */
export function readJson(text: string): JsonReading {
  const reader: Reader = { text, at: 0, path: [], faults: [] }
  try {
    const value = readDocument(reader)
    return { value, faults: reader.faults }
  } catch (error) {
    if (error instanceof Unreadable) return { faults: reader.faults }
    throw error
  }
}

/**
 * Where values stand in a text that `readJson` could read. The answer for each path is the offset of the value there, or of the
 * nearest value around it.
 */
export function offsetsOf(text: string, paths: readonly JsonPath[]): readonly number[] {
  const wanted = new Set<string>()
  for (const path of paths)
    for (let length = 0; length <= path.length; length++) wanted.add(keyOf(path.slice(0, length)))
  const found = new Map<string, number>()
  readDocument({
    text,
    at: 0,
    path: [],
    faults: [],
    visit: (path, offset) => {
      const key = keyOf(path)
      if (wanted.has(key)) found.set(key, offset)
    },
  })
  return paths.map((path) => {
    for (let length = path.length; length > 0; length--) {
      const offset = found.get(keyOf(path.slice(0, length)))
      if (offset !== undefined) return offset
    }
    return found.get(keyOf([])) ?? 0
  })
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path)
}

function readDocument(reader: Reader): unknown {
  const value = readValue(reader)
  skipBlanks(reader)
  if (reader.at < reader.text.length) fail(reader, 'trailing')
  return value
}

function readValue(reader: Reader): unknown {
  skipBlanks(reader)
  if (reader.path.length > greatestDepth) fail(reader, 'too-deep')
  reader.visit?.(reader.path, reader.at)
  const sign = reader.text[reader.at]
  if (sign === '{') return readObject(reader)
  if (sign === '[') return readList(reader)
  if (sign === '"') return readText(reader)
  return readWord(reader)
}

function readObject(reader: Reader): object {
  const entries: [string, unknown][] = []
  const keys = new Set<string>()
  reader.at++
  skipBlanks(reader)
  if (reader.text[reader.at] !== '}') {
    do {
      skipBlanks(reader)
      const start = reader.at
      if (reader.text[start] !== '"') fail(reader, 'expected', '"')
      const key = readText(reader)
      take(reader, ':')
      reader.path.push(key)
      if (keys.has(key)) note(reader, 'duplicate-key', start, key)
      keys.add(key)
      entries.push([key, readValue(reader)])
      reader.path.pop()
    } while (goesOn(reader, '}'))
  }
  reader.at++
  return Object.fromEntries(entries)
}

function readList(reader: Reader): readonly unknown[] {
  const list: unknown[] = []
  reader.at++
  skipBlanks(reader)
  if (reader.text[reader.at] !== ']') {
    do {
      reader.path.push(list.length)
      list.push(readValue(reader))
      reader.path.pop()
    } while (goesOn(reader, ']'))
  }
  reader.at++
  return list
}

/** After a value: takes a comma, or stops before `close`. */
function goesOn(reader: Reader, close: string): boolean {
  skipBlanks(reader)
  const sign = reader.text[reader.at]
  if (sign === close) return false
  if (sign !== ',') fail(reader, 'expected', `, ${close}`)
  reader.at++
  return true
}

function readText(reader: Reader): string {
  const start = reader.at
  let end = start + 1
  while (reader.text[end] !== '"') {
    const code = reader.text.charCodeAt(end)
    if (!(code >= 0x20)) fail(reader, 'bad-text')
    end += code === 0x5c ? 2 : 1
  }
  try {
    const value = JSON.parse(reader.text.slice(start, end + 1)) as string
    reader.at = end + 1
    return value
  } catch {
    return fail(reader, 'bad-text')
  }
}

const wordPattern = /[-+\w.]+/y
const plainValue = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/

/** A number, true, false or null. A word that is none of them is a fault, and the reading goes on after it. */
function readWord(reader: Reader): number | boolean | null {
  wordPattern.lastIndex = reader.at
  const word = wordPattern.exec(reader.text)?.[0]
  if (word === undefined) return fail(reader, 'expected', '{ [ " 0')
  const value = plainValue.test(word) ? (JSON.parse(word) as number | boolean | null) : Number.NaN
  const readable = typeof value !== 'number' || Number.isFinite(value)
  if (!readable) note(reader, 'not-a-value', reader.at, word)
  reader.at += word.length
  return readable ? value : null
}

function take(reader: Reader, sign: string): void {
  skipBlanks(reader)
  if (reader.text[reader.at] !== sign) fail(reader, 'expected', sign)
  reader.at++
}

function skipBlanks(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text[reader.at] ?? 'x')) reader.at++
}

function note(reader: Reader, code: JsonFaultCode, offset: number, found: string, expected?: string): void {
  const path = [...reader.path]
  reader.faults.push({ offset, path, code, found, ...(expected === undefined ? {} : { expected }) })
}

function fail(reader: Reader, code: JsonFaultCode, expected?: string): never {
  const found = /^[\w.+-]+|^[\s\S]?/u.exec(reader.text.slice(reader.at, reader.at + 40))?.[0] ?? ''
  note(reader, code, reader.at, found, expected)
  throw new Unreadable(code)
}
