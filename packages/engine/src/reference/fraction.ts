import type { RoundingMode } from '../scheme/index.js'

/** An exact number: `num / den`, in lowest terms, `den` above 0. */
export interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

/** `num / den` in lowest terms. Throws a RangeError where `den` is 0. */
export function fraction(num: bigint, den = 1n): Fraction {
  if (den === 0n) throw new RangeError('a fraction over 0')
  const common = greatestCommonDivisor(num, den) * (den < 0n ? -1n : 1n)
  return { num: num / common, den: den / common }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den)
}

/** Below 0 where `a` is less than `b`, 0 where they are equal, above 0 otherwise. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** How many whole units of 1/`unit` the number is, rounded: `down` is toward zero, `up` away from it, halves as the mode says. */
export function roundedUnits(of: Fraction, unit: bigint, mode: RoundingMode): bigint {
  const scaled = of.num * unit
  const whole = scaled / of.den
  const rest = magnitude(scaled % of.den)
  if (rest === 0n) return whole
  const away = whole + (scaled < 0n ? -1n : 1n)
  if (mode === 'down') return whole
  if (mode === 'up') return away
  if (rest * 2n !== of.den) return rest * 2n > of.den ? away : whole
  return mode === 'half-up' || whole % 2n !== 0n ? away : whole
}

/** The decimals written out where they end: "0.5", "-3"; otherwise undefined. */
export function endingDecimals(of: Fraction): string | undefined {
  let decimals = 0
  let unit = 1n
  while (unit % of.den !== 0n) {
    if (decimals > 1 && !onlyTwosAndFives(of.den)) return undefined
    decimals += 1
    unit *= 10n
  }
  return written((of.num * unit) / of.den, decimals)
}

/** Rounded half up to so many decimals, without trailing zeros. */
export function shownDecimals(of: Fraction, decimals: number): string {
  return written(roundedUnits(of, 10n ** BigInt(decimals), 'half-up'), decimals)
}

export function ratioText(of: Fraction): string {
  return of.den === 1n ? `${of.num}` : `${of.num}/${of.den}`
}

function written(units: bigint, decimals: number): string {
  const digits = magnitude(units)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}

function onlyTwosAndFives(den: bigint): boolean {
  let rest = den
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? magnitude(a) : greatestCommonDivisor(b, a % b)
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n
}
