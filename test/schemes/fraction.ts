/** Plain fractions over BigInt: figures worked out apart from the engine. The denominator is always positive. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** A whole number, or decimal text such as "97.7". */
export function exactly(value: string | number): Fraction {
  const [whole = '', decimals = ''] = String(value).split('.')
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) }
}

export const zero = exactly(0)
export const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d })
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
export const over = (a: Fraction, b: Fraction): Fraction =>
  b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n }
/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const lower = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)
export const higher = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b)
export const sum = (values: readonly Fraction[]): Fraction => values.reduce(plus, zero)
export const average = (values: readonly (string | number)[]): Fraction =>
  over(sum(values.map(exactly)), exactly(values.length))
/** The greatest whole number that is not above a value from 0 on. */
export const whole = (a: Fraction): Fraction => ({ n: a.n / a.d, d: 1n })

/** To hundredths, a half going up; for values from 0 on. */
export function toHundredths(a: Fraction): Fraction {
  return { n: (a.n * 200n + a.d) / (a.d * 2n), d: 100n }
}

/** The decimal text of a whole number of hundredths, without trailing zeros. */
export function textOf(a: Fraction): string {
  const { n } = toHundredths(a)
  if (compare(a, { n, d: 100n }) !== 0) throw new Error(`${a.n}/${a.d} is no whole number of hundredths`)
  const decimals = String(n % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return String(n / 100n) + (decimals === '' ? '' : `.${decimals}`)
}
