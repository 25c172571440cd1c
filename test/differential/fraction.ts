import {
  compare,
  fraction,
  plus,
  roundedUnits,
  times,
  type Fraction,
} from '../../packages/engine/src/reference/fraction.js'

/** Plain fractions, as the reference has them, with what the model needs beside. */
export { compare, fraction, plus, times, type Fraction }

export const zero = fraction(0n)

/** Decimal text as the number that it says. */
export function decimal(text: string): Fraction {
  const [whole, decimals = ''] = text.split('.')
  return fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length))
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { num: -b.num, den: b.den })
}

export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num)
}

export function sumOf(numbers: readonly Fraction[]): Fraction {
  return numbers.reduce(plus, zero)
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

export function greatest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

/** The whole number of times that 1 goes into it, toward zero; for numbers that are not negative. */
export function wholePart({ num, den }: Fraction): Fraction {
  return fraction(num / den)
}

export function rounded(of: Fraction, places: number, mode: 'half-up' | 'half-even' | 'down' | 'up'): Fraction {
  const unit = 10n ** BigInt(places)
  return fraction(roundedUnits(of, unit, mode), unit)
}
