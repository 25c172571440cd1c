import { expect, it } from 'vitest'
import { editDistance, nearestWord } from './suggest.js'

it.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['ab', 'ba', 1],
  ['kitten', 'sitting', 3],
  ['数居', '数据', 1],
])('from %s to %s takes %i changes', (a, b, changes) => {
  expect(editDistance(a, b)).toBe(changes)
})

it.each([
  ['grding', ['grades', 'grading', 'grade'], 'grading'],
  ['itme', ['item', 'times'], 'item'],
  ['数居', ['数据', '数量'], '数据'],
  ['hello', ['item', 'part'], undefined],
  ['me', ['be', 'is'], undefined],
])('%s was meant to be, of %s: %s', (typed, words, word) => {
  expect(nearestWord(typed, words)).toBe(word)
})
