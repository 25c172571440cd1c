import { greatestCommonDivisor } from '../number/ratio.js'
import type { Amount } from '../scheme/index.js'

/**
 * An exact number, `num / den` with `den` above 0, not always in lowest terms: safe integers as long as they are, then big ones.
 * Explanations compute little, but for every line of every unit; with big integers alone that takes longer than all the rest.
 */
export type Exact = Small | Big

interface Small {
  readonly num: number
  readonly den: number
}

interface Big {
  readonly num: bigint
  readonly den: bigint
}

/** `num / den`; undefined over 0. */
export function exact(num: bigint | number, den: bigint | number = 1): Exact | undefined {
  if (typeof num === 'number' && typeof den === 'number' && isSafe(num) && isSafe(den)) {
    return den === 0 ? undefined : den < 0 ? { num: 0 - num, den: -den } : { num, den }
  }
  const [over, by] = [BigInt(num), BigInt(den)]
  return by === 0n ? undefined : by < 0n ? reduced(-over, -by) : reduced(over, by)
}

export function whole(value: number | bigint): Exact {
  return exact(value) ?? zero
}

export const zero: Exact = { num: 0, den: 1 }

export function fromAmount({ value, unit }: Amount): Exact {
  return exact(value, unit) ?? zero
}

export function add(a: Exact, b: Exact): Exact {
  return combined(a, b, 1)
}

export function subtract(a: Exact, b: Exact): Exact {
  return combined(a, b, -1)
}

export function negated(number: Exact): Exact {
  return combined(zero, number, -1)
}

export function multiply(a: Exact, b: Exact): Exact {
  if (isSmall(a) && isSmall(b)) {
    const [num, den] = [a.num * b.num, a.den * b.den]
    if (isSafe(num) && isSafe(den)) return { num: num + 0, den }
  }
  return reduced(BigInt(a.num) * BigInt(b.num), BigInt(a.den) * BigInt(b.den))
}

/** Undefined where `b` is 0. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  const inverse = exact(b.den, b.num)
  return inverse === undefined ? undefined : multiply(a, inverse)
}

export function sum(numbers: readonly Exact[]): Exact {
  return numbers.reduce(add, zero)
}

/** Below, at or above 0. */
export function compare(a: Exact, b: Exact): number {
  if (a.den === b.den) return a.num < b.num ? -1 : a.num > b.num ? 1 : 0
  return signOf(subtract(a, b))
}

export function same(a: Exact, b: Exact): boolean {
  return compare(a, b) === 0
}

/** -1, 0 or 1. */
export function signOf({ num }: Exact): number {
  return num < 0 ? -1 : num > 0 ? 1 : 0
}

function combined(a: Exact, b: Exact, sign: 1 | -1): Exact {
  if (isSmall(a) && isSmall(b)) {
    if (a.den === b.den) {
      const num = a.num + sign * b.num
      if (isSafe(num)) return { num, den: a.den }
    } else {
      const [left, right, den] = [a.num * b.den, b.num * a.den, a.den * b.den]
      const num = left + sign * right
      if (isSafe(left) && isSafe(right) && isSafe(num) && isSafe(den)) return { num, den }
    }
  }
  const right = BigInt(b.num) * BigInt(a.den) * BigInt(sign)
  return reduced(BigInt(a.num) * BigInt(b.den) + right, BigInt(a.den) * BigInt(b.den))
}

/** In lowest terms, and small again where it fits. */
function reduced(num: bigint, den: bigint): Exact {
  const common = greatestCommonDivisor(num, den)
  const [top, bottom] = [num / common, den / common]
  const isLarge = top > largest || top < -largest || bottom > largest
  return isLarge ? { num: top, den: bottom } : { num: Number(top), den: Number(bottom) }
}

const largest = BigInt(Number.MAX_SAFE_INTEGER)

function isSmall(number: Exact): number is Small {
  return typeof number.num === 'number'
}

function isSafe(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER
}
