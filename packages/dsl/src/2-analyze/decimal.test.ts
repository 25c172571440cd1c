import { describe, expect, test } from 'vitest'
import { compare, decimal, plus, print, sum, times } from './decimal.js'

describe('exact decimals', () => {
  test('ten tenths are one', () => {
    const tenths = Array.from({ length: 10 }, () => decimal('0.1'))
    expect(print(sum(tenths))).toBe('1')
  })

  test('are printed without trailing zeros, with their sign', () => {
    expect(['4.50', '-0.5', '100', '0.00', '-3'].map((text) => print(decimal(text)))).toEqual([
      '4.5',
      '-0.5',
      '100',
      '0',
      '-3',
    ])
  })

  test('compare by value, not by how they are written', () => {
    expect(compare(decimal('9.50'), decimal('9.5'))).toBe(0)
    expect(compare(decimal('9.49'), decimal('9.5'))).toBeLessThan(0)
    expect(compare(decimal('-1'), decimal('-1.5'))).toBeGreaterThan(0)
  })

  test('multiply and add with different numbers of places', () => {
    expect(print(times(decimal('12.5'), decimal('0.08')))).toBe('1')
    expect(print(plus(decimal('0.25'), decimal('-1')))).toBe('-0.75')
  })
})
