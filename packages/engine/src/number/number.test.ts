import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalUnits } from './decimal.js'
import { decimalsOf, fixed, printed } from './print.js'
import { compareRatios, greatestCommonDivisor } from './ratio.js'
import { bigRoundedQuotient, roundedQuotient } from './round.js'

const plain = { decimals: 2, all: false }
const safe = fc.maxSafeInteger()
const positive = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
const modes = fc.constantFrom('half-up', 'half-even', 'down', 'up')

describe('reading decimals', () => {
  test.each([
    [97.7, 10, 977],
    ['97.7', 10, 977],
    ['97.70', 10, 977],
    ['-0.5', 10, -5],
    ['+3', 1, 3],
    [-0, 1, 0],
    ['-0.0', 10, 0],
    [1e-7, 10_000_000, 1],
    [1e21, 1, 'too-large'],
    [0.1 + 0.2, 10, 'too-precise'],
    [0.1 + 0.2, 100_000, 'too-precise'],
    [97.75, 10, 'too-precise'],
    ['1'.repeat(500), 1, 'too-large'],
    [`0.${'0'.repeat(500)}1`, 100, 'too-precise'],
    [`1.${'0'.repeat(500)}`, 100, 100],
    [Number.NaN, 1, 'not-finite'],
    [Number.POSITIVE_INFINITY, 1, 'not-finite'],
    ['1e3', 1, 'not-a-number'],
    ['abc', 1, 'not-a-number'],
    ['', 1, 'not-a-number'],
    ['1.', 10, 'not-a-number'],
    ['.5', 10, 'not-a-number'],
    ['0x10', 1, 'not-a-number'],
    ['9007199254740991', 1, 9007199254740991],
    ['9007199254740992', 1, 'too-large'],
    [2 ** 53, 1, 'too-large'],
  ] as const)('%s at unit %s is %s', (given, unit, expected) => {
    expect(decimalUnits(given, unit)).toBe(expected)
  })

  test('a JSON number means its shortest decimal text', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(numbers, fc.constantFrom(0, 1, 2, 4), (given, places) => {
        const { units, decimals } = decimalTextOf(given)
        const power = 10n ** BigInt(decimals)
        const scaled = units * 10n ** BigInt(places)
        const isWhole = scaled % power === 0n
        const isSafe = Number.isSafeInteger(Number(scaled / power))
        const found = decimalUnits(given, 10 ** places)
        const isRight =
          typeof found === 'number'
            ? isWhole && BigInt(found) === scaled / power
            : found === 'too-precise'
              ? !isWhole
              : !isSafe
        expect(isRight).toBe(true)
      }),
    )
  })

  test('every decimal of up to 15 digits is read as it is written, as text and as a number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
        fc.integer({ min: 0, max: 6 }),
        (units, decimals) => {
          const text = fixed(units, decimals)
          expect(decimalUnits(text, 10 ** decimals)).toBe(units)
          expect(decimalUnits(Number(text), 10 ** decimals)).toBe(units)
        },
      ),
    )
  })
})

describe('rounding', () => {
  test.each([
    [5, 2, 3, 2, 2, 3],
    [-5, 2, -3, -2, -2, -3],
    [3, 2, 2, 2, 1, 2],
    [7, 3, 2, 2, 2, 3],
    [-1, 3, 0, 0, 0, -1],
    [6, 3, 2, 2, 2, 2],
  ])('%i/%i: half up %i, half even %i, down %i, up %i', (num, den, up, even, down, away) => {
    const found = (['half-up', 'half-even', 'down', 'up'] as const).map((mode) => roundedQuotient(num, den, mode))
    expect(found).toEqual([up, even, down, away])
  })

  test('doubles and big integers agree, next to 2⁵³ too', () => {
    const nearWhole = fc
      .tuple(
        fc.integer({ min: 1, max: 2 ** 26 }),
        fc.integer({ min: 1, max: 2 ** 26 }),
        fc.integer({ min: -2, max: 2 }),
      )
      .map(([a, b, off]) => [a * b + off, a] as const)
    fc.assert(
      fc.property(fc.oneof(fc.tuple(safe, positive), nearWhole), modes, ([num, den], mode) => {
        const found = roundedQuotient(num, den, mode)
        expect(BigInt(found)).toBe(bigRoundedQuotient(BigInt(num), BigInt(den), mode))
        expect(Object.is(found, -0)).toBe(false)
      }),
    )
  })

  test('the result is the nearest, and the side is the mode’s', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 30n }), modes, (num, den, mode) => {
        const off = bigRoundedQuotient(num, den, mode) * den - num
        const size = off < 0n ? -off : off
        const towardZero = off < 0n === num > 0n
        const isNearest = size * 2n <= den
        const isOnItsSide = size < den && (off === 0n || towardZero === (mode === 'down'))
        expect(mode === 'down' || mode === 'up' ? isOnItsSide : isNearest).toBe(true)
      }),
    )
  })
})

describe('comparing ratios', () => {
  test('is exact for any safe integers', () => {
    fc.assert(
      fc.property(safe, positive, safe, positive, (a, b, c, d) => {
        const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b)
        expect(compareRatios(a, b, c, d)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
      }),
    )
  })
})

describe('printing', () => {
  test.each([
    [9560n, 100n, '95.6', undefined],
    [620n, 7n, '88.57', '620/7'],
    [0n, 7n, '0', undefined],
    [-1n, 8n, '-0.125', undefined],
    [-2n, 3n, '-0.67', '-2/3'],
    [199999n, 300n, '666.66', '199999/300'],
    [10n, 4n, '2.5', undefined],
  ])('%s/%s', (num, den, text, exact) => {
    expect(printed(num, den, plain)).toEqual(exact === undefined ? { text } : { text, exact })
  })

  test('shown to 2 decimals: rounded half up, the exact ratio beside it', () => {
    const shown = { decimals: 2, all: true }
    expect(printed(89995n, 1000n, shown)).toEqual({ text: '90', exact: '17999/200' })
    expect(printed(8999n, 100n, shown)).toEqual({ text: '89.99' })
  })

  test('text that ends is the number itself', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat({ max: 20 }), fc.nat({ max: 8 }), (num, decimals, twos) => {
        const den = 10n ** BigInt(decimals) * 2n ** BigInt(twos)
        const { text, exact } = printed(num, den, plain)
        expect(exact).toBeUndefined()
        const [whole = '', rest = ''] = text.split('.')
        expect(BigInt(whole + rest) * den).toBe(num * 10n ** BigInt(rest.length))
        expect(text).not.toMatch(/\.\d*0$|^-0$/)
      }),
    )
  })

  test('powers of ten', () => {
    expect([1, 10, 1000, 0, 20, 3].map(decimalsOf)).toEqual([0, 1, 3, undefined, undefined, undefined])
    expect(greatestCommonDivisor(-12n, 18n)).toBe(6n)
  })
})

/** The shortest text of a double, as an integer over a power of ten, by string handling alone. */
function decimalTextOf(given: number): { readonly units: bigint; readonly decimals: number } {
  const [mantissa = '', power = '0'] = String(given).split('e')
  const [whole = '', rest = ''] = mantissa.split('.')
  const shift = Number(power) - rest.length
  const digits = BigInt(whole + rest)
  return shift >= 0 ? { units: digits * 10n ** BigInt(shift), decimals: 0 } : { units: digits, decimals: -shift }
}
