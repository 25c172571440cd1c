import { expect, test } from 'vitest'
import { editDistance, nearest } from './nearest.js'

const names = ['work plan', 'work summary', 'petition', '工作计划', '工作总结', '优', '良']

test.each([
  ['work plam', 'work plan'],
  ['Work Plan', 'work plan'],
  ['petitoin', 'petition'],
  ['工作计化', '工作计划'],
  ['作工总结', '工作总结'],
])('%s is most likely %s', (word, meant) => {
  expect(nearest(word, names)).toBe(meant)
})

test.each(['leadership', '满意率', '中', ''])('nothing is near %j', (word) => {
  expect(nearest(word, names)).toBeUndefined()
})

test('of two candidates the nearer is taken', () => {
  expect(nearest('rate two', ['rate ten', 'rate twos'])).toBe('rate twos')
})

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['ab', 'ba', 1],
  ['kitten', 'sitting', 3],
  ['数居', '数据', 1],
])('from %s to %s takes %i changes', (a, b, changes) => {
  expect(editDistance(a, b)).toBe(changes)
})
