import { expect, it } from 'vitest'
import { chineseNumeral, dateLiteral, plainDecimal } from './numbers.js'

it.each([
  ['零', '0'],
  ['两', '2'],
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['九十九', '99'],
  ['一百', '100'],
  ['一百零五', '105'],
  ['一百二十', '120'],
  ['三百六十五', '365'],
  ['一一', undefined],
  ['百', undefined],
  ['', undefined],
])('the numeral %s is %s', (numeral, value) => {
  expect(chineseNumeral(numeral)).toBe(value)
})

it.each([
  ['007', '7'],
  ['0.50', '0.50'],
  ['00.5', '0.5'],
  ['-0', '0'],
  ['-0.00', '0.00'],
  ['-3', '-3'],
  ['0', '0'],
])('%s is %s as plain decimal text', (text, plain) => {
  expect(plainDecimal(text)).toBe(plain)
})

it.each([
  ['2026', '3', '1', '2026-03-01'],
  ['2024', '2', '29', '2024-02-29'],
  ['2026', '2', '29', undefined],
  ['2026', '13', '1', undefined],
  ['2026', '4', '31', undefined],
])('%s-%s-%s is the day %s', (year, month, day, text) => {
  expect(dateLiteral(year, month, day, { start: 0, end: 0 })?.text).toBe(text)
})
