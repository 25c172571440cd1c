import { parse } from '../../packages/dsl/src/1-parse/index.js'
import { describe, expect, it } from 'vitest'
import { withoutLanguage } from './bare.js'
import { pairs } from './pairs.js'

/** The last sentence of a block with one line, and the problems of the whole. */
function lastSentence(block: string, line: string) {
  const { parsed, problems } = parse(`${block}\n${line}`)
  return { sentence: parsed.sentences.at(-1), problems }
}

describe('every sentence means the same in both languages', () => {
  it.each(pairs)('%s | %s | %s', (block, english, chinese) => {
    const en = lastSentence(block, english)
    const zh = lastSentence(block, chinese)
    expect(en.problems).toEqual([])
    expect(zh.problems).toEqual([])
    expect(withoutLanguage(zh.sentence)).toEqual(withoutLanguage(en.sentence))
  })

  it.each(pairs)('%s | %s | %s without blanks', (block, _english, chinese) => {
    const squeezed = chinese.startsWith('>')
      ? chinese
      : chinese.replace(/“[^”]*”|\s/g, (m) => (m.trim() === '' ? '' : m))
    expect(withoutLanguage(lastSentence(block, squeezed))).toEqual(withoutLanguage(lastSentence(block, chinese)))
  })
})
