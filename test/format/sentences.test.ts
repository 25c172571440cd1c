import { assert, property } from 'fast-check'
import type { Language, Sentence } from '@merit/dsl'
import { describe, expect, it } from 'vitest'
import { parse } from '../../packages/dsl/src/1-parse/index.js'
import { factsOf, printSentence } from '../../packages/dsl/src/format/print/index.js'
import { seed } from '../seed.js'
import { sentencesUnder } from './arbitrary-sentences.js'
import { meaning } from './meaning.js'

const facts = factsOf(parse('facts').parsed)
const headers = Object.entries(sentencesUnder)

/** The printed sentence read again under its header: what it says, and the errors in it. */
function readAgain(sentence: Sentence, header: string, language: Language) {
  const line = printSentence(sentence, facts, language)
  const { parsed, problems } = parse(`${header}\n${line}`)
  const errors = problems.map(({ code }) => code).filter((code) => code !== 'mixed-and-or')
  return { line, errors, sentence: parsed.sentences.at(-1)! }
}

describe.each(headers)('sentences under %s', (header, sentences) => {
  it.each(['zh', 'en'] as const)('mean the same when they are printed in %s and read again', (language) => {
    assert(
      property(sentences, (sentence) => {
        const again = readAgain(sentence, header, language)
        if (again.errors.includes('nested-too-deep')) return
        expect([again.line, again.errors]).toEqual([again.line, []])
        expect(meaning(again.sentence)).toEqual(meaning(sentence))
      }),
      { seed, numRuns: 300 },
    )
  })

  it('come back to the letter through the other language', () => {
    assert(
      property(sentences, (sentence) => {
        const zh = readAgain(sentence, header, 'zh')
        if (zh.errors.length > 0) return
        const en = readAgain(zh.sentence, header, 'en')
        const back = readAgain(en.sentence, header, 'zh')
        expect(back.line).toBe(zh.line)
        expect(readAgain(back.sentence, header, 'en').line).toBe(en.line)
      }),
      { seed, numRuns: 200 },
    )
  })
})
