import { greatestCommonDivisor } from '../number/ratio.js'
import type { Amount } from '../scheme/index.js'

/** An exact number, `num / den` in lowest terms with `den` above 0. */
export interface Exact {
  readonly num: bigint
  readonly den: bigint
}

/** `num / den`; undefined over 0. */
export function exact(num: bigint, den = 1n): Exact | undefined {
  if (den === 0n) return undefined
  const common = greatestCommonDivisor(num, den)
  return den < 0n ? { num: -num / common, den: -den / common } : { num: num / common, den: den / common }
}

export function whole(value: number | bigint): Exact {
  return { num: BigInt(value), den: 1n }
}

export function fromAmount({ value, unit }: Amount): Exact {
  return exact(BigInt(value), BigInt(unit)) ?? whole(0)
}

/** Plain decimal text ("87.27") as the number it says. */
export function fromText(text: string): Exact {
  const [digits = '0', decimals = ''] = text.split('.')
  return exact(BigInt(`${digits}${decimals}`), 10n ** BigInt(decimals.length)) ?? whole(0)
}

export function add(a: Exact, b: Exact): Exact {
  return reduced(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function subtract(a: Exact, b: Exact): Exact {
  return reduced(a.num * b.den - b.num * a.den, a.den * b.den)
}

export function negated({ num, den }: Exact): Exact {
  return { num: -num, den }
}

export function multiply(a: Exact, b: Exact): Exact {
  return reduced(a.num * b.num, a.den * b.den)
}

/** Undefined where `b` is 0. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  return exact(a.num * b.den, a.den * b.num)
}

export function sum(numbers: readonly Exact[]): Exact {
  return numbers.reduce(add, whole(0))
}

/** Below, at or above 0. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function same(a: Exact, b: Exact): boolean {
  return compare(a, b) === 0
}

function reduced(num: bigint, den: bigint): Exact {
  const common = greatestCommonDivisor(num, den)
  return { num: num / common, den: den / common }
}
