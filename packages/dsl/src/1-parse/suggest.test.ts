import { expect, it } from 'vitest'
import { nearestWord } from './suggest.js'

it.each([
  ['grding', ['grades', 'grading', 'grade'], 'grading'],
  ['itme', ['item', 'times'], 'item'],
  ['数居', ['数据', '数量'], '数据'],
  ['hello', ['item', 'part'], undefined],
  ['me', ['be', 'is'], undefined],
])('%s was meant to be, of %s: %s', (typed, words, word) => {
  expect(nearestWord(typed, words)).toBe(word)
})
