/** The vectors use the whole format: every field of the published schema, and every word that a field can have. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder, vectorNames } from './make.js'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Fields that are for readers alone and change no result, and a reason that the format has and no compiler gives. */
const exceptions = new Set([
  'reason=nothing-applies',
  'askedAs',
  'reportedBy',
  'evidence',
  'basis',
  'official',
  'issuer',
  'replaces',
  'checkedBy',
  'count',
  'notEncoded',
  'what',
  'because',
  'file',
  'totalSentence',
  'wording',
  'wording=true-false',
])

test('every field and every word of the format is in a vector', () => {
  const schema = JSON.parse(readFileSync(join(folder, '../../docs/merit-1.schema.json'), 'utf8')) as Json
  const used = new Set(vectorNames().flatMap((name) => Array.from(marksOf(schemeOf(name)))))
  const missing = Array.from(wanted(schema)).filter((mark) => !used.has(mark) && !exceptions.has(mark))
  expect(missing).toEqual([])
})

function schemeOf(name: string): Json {
  const vector = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { readonly scheme: Json }
  return vector.scheme
}

/** `key` for each property of the schema, `key=word` for each word that it allows. */
function* wanted(schema: Json, key = ''): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  if (Array.isArray(schema)) {
    for (const entry of schema) yield* wanted(entry, key)
    return
  }
  for (const [field, entry] of Object.entries(schema)) {
    if (field === 'properties') {
      for (const [name, property] of Object.entries(entry as object)) {
        yield name
        yield* wanted(property as Json, name)
      }
    } else if (field === 'enum') for (const word of entry as readonly Json[]) yield `${key}=${String(word)}`
    else if (field === 'const' && typeof entry === 'string') yield `${key}=${entry}`
    else yield* wanted(entry, field === '$defs' ? '' : key)
  }
}

/** The same of a document. */
function* marksOf(value: Json, key = ''): Generator<string> {
  if (Array.isArray(value)) for (const entry of value) yield* marksOf(entry, key)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) {
      yield name
      yield* marksOf(entry as Json, name)
    }
  } else yield `${key}=${String(value)}`
}
