/** Exact constants: decimals and percentages of the source as ratios of big integers. */
import { decimal } from '../2-analyze/decimal.js'
import type { Num } from '../ast/index.js'

/** `num` ÷ `den`, in lowest terms; `den` is above 0. */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

export const nought: Rational = { num: 0n, den: 1n }

export function rational(num: bigint, den = 1n): Rational {
  const divisor = gcd(num, den)
  const sign = den < 0n ? -1n : 1n
  return { num: (sign * num) / divisor, den: (sign * den) / divisor }
}

/** Decimal text as a number. */
export function rationalOf(text: string): Rational {
  const { digits, places } = decimal(text)
  return rational(digits, 10n ** BigInt(places))
}

/** A number as written; 85% is 0.85. */
export function numberOf(num: Num): Rational {
  const { num: value, den } = rationalOf(num.text)
  return num.percent ? rational(value, den * 100n) : rational(value, den)
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den)
}

/** `b` must not be 0. */
export function over(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num)
}

export function sum(numbers: readonly Rational[]): Rational {
  return numbers.reduce(plus, nought)
}

/** Negative where `a` is less than `b`, 0 where they are equal. */
export function compare(a: Rational, b: Rational): number {
  const left = a.num * b.den
  const right = b.num * a.den
  return left < right ? -1 : left > right ? 1 : 0
}

export function equal(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0
}

/** A number as written, as the compiled scheme has constants: whole, or over a power of ten; both as they are, however large. */
export function amountOf(num: Num): { readonly value: bigint; readonly unit: bigint } {
  const { digits, places } = decimal(num.text)
  const shift = num.percent ? 2n : 0n
  let value = digits
  let unit = 10n ** (BigInt(places) + shift)
  while (unit > 1n && value % 10n === 0n) {
    value /= 10n
    unit /= 10n
  }
  return { value, unit }
}

/** Never negative; of 0 and n it is n. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}
