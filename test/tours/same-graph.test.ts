/** A scheme and its translation give the same graph: only names, words, texts, places, hash and language differ. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, entryOf } from '@merit/dsl'
import { describe, expect, it } from 'vitest'
import { withoutWords } from './without-words.js'

function compiled(name: string) {
  const { scheme, problems } = compile(readFileSync(join(import.meta.dirname, name), 'utf8'))
  expect(problems.filter(({ code }) => entryOf(code).severity !== 'info')).toEqual([])
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
