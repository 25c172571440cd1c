/** A scheme and its translation give the same graph: only names, words, texts, places, hash and language differ. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@merit/dsl'
import { describe, expect, it } from 'vitest'

/** What authors say in their own language, wherever it stands in the document. */
const words = new Set([
  'title',
  'language',
  'sourceHash',
  'issuer',
  'grades',
  'name',
  'machineName',
  'aliases',
  'under',
  'askedAs',
  'reportedBy',
  'word',
  'options',
  'key',
  'checkedBy',
  'what',
  'because',
  'text',
  'line',
  'column',
  'endLine',
  'endColumn',
  'official',
  'basis',
])

/** Words as how many there are; everything else as it is. */
function withoutWords(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return words.has(key) ? value.length : value.map((each) => withoutWords(each))
  if (typeof value !== 'object' || value === null) return words.has(key) && typeof value === 'string' ? 'words' : value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) =>
      words.has(name) && typeof inside === 'number' ? [] : [[name, withoutWords(inside, name)]],
    ),
  )
}

function compiled(name: string) {
  const { scheme, problems } = compile(readFileSync(join(import.meta.dirname, name), 'utf8'))
  expect(problems).toEqual([])
  if (scheme === undefined) throw new Error(`${name} does not compile`)
  return scheme
}

describe.each(['tour', 'rounding'])('%s', (name) => {
  const zh = compiled(`${name}.zh.merit`)
  const en = compiled(`${name}.en.merit`)

  it('computes the same, node by node, number by number', () => {
    expect(JSON.stringify(zh.nodes)).toBe(JSON.stringify(en.nodes))
    expect(withoutWords(zh)).toEqual(withoutWords(en))
  })

  it('and says it in its own words', () => {
    expect(zh.language).toBe('zh')
    expect(en.language).toBe('en')
    expect(zh.sourceHash).not.toBe(en.sourceHash)
    expect(zh.sentences.map(({ text }) => text)).not.toEqual(en.sentences.map(({ text }) => text))
  })
})
