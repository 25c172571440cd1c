import { expect, test } from 'vitest'
import { applyFix } from './fix.js'
import { rangeOf } from './position.js'

test('ranges count lines and UTF-16 characters from 0, whatever ends the lines', () => {
  const text = 'a\r\nb\rc\n“😀”d'
  expect(rangeOf(text, { start: 0, end: 1 })).toEqual({
    start: { line: 0, character: 0 },
    end: { line: 0, character: 1 },
  })
  expect(rangeOf(text, { start: 3, end: 4 }).start).toEqual({ line: 1, character: 0 })
  expect(rangeOf(text, { start: 5, end: 6 }).start).toEqual({ line: 2, character: 0 })
  expect(rangeOf(text, { start: text.indexOf('d'), end: text.length })).toEqual({
    start: { line: 3, character: 4 },
    end: { line: 3, character: 5 },
  })
})

test('a place may span lines', () => {
  expect(rangeOf('ab\ncd', { start: 1, end: 4 })).toEqual({
    start: { line: 0, character: 1 },
    end: { line: 1, character: 1 },
  })
})

test('the edits of a fix are made where they point, whatever their order', () => {
  const fix = {
    edits: [
      { span: { start: 0, end: 3 }, text: 'ONE!' },
      { span: { start: 8, end: 13 }, text: '3' },
      { span: { start: 4, end: 4 }, text: '+' },
    ],
  }
  expect(applyFix('one two three', fix)).toBe('ONE! +two 3')
})
