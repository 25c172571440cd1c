import { expect, it } from 'vitest'
import { concepts, isSign, vocabulary } from '../tokens/vocabulary.js'
import { createGrammar } from './grammar.js'

it('has no two ways of reading one sentence that it does not choose between', () => {
  expect(() => createGrammar(true)).not.toThrow()
})

it('gives each word to one concept of its language', () => {
  for (const language of ['zh', 'en'] as const) {
    const words = concepts.filter((concept) => !isSign(concept)).flatMap((concept) => vocabulary[concept][language])
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  }
})
