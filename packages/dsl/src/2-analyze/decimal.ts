/** Exact decimals for sums and comparisons: `digits` ÷ 10^`places`. */
export interface Decimal {
  readonly digits: bigint
  /** At least 0. */
  readonly places: number
}

export const zero: Decimal = { digits: 0n, places: 0 }

/** Decimal text ("-0.50") as a number; `text` must be an optional minus, digits and at most one point. */
export function decimal(text: string): Decimal {
  const [whole = '0', part = ''] = text.split('.')
  return shorten({ digits: BigInt(whole + part), places: part.length })
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places)
  return shorten({ digits: at(a, places) + at(b, places), places })
}

export function times(a: Decimal, b: Decimal): Decimal {
  return shorten({ digits: a.digits * b.digits, places: a.places + b.places })
}

export function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce(plus, zero)
}

/** Negative where `a` is less than `b`, 0 where they are equal. */
export function compare(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places)
  const left = at(a, places)
  const right = at(b, places)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Without trailing zeros: "9.5". */
export function print({ digits, places }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const all = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
  return places === 0 ? sign + all : `${sign}${all.slice(0, -places)}.${all.slice(-places)}`
}

function at({ digits, places }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - places)
}

function shorten({ digits, places }: Decimal): Decimal {
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n
    places -= 1
  }
  return { digits, places }
}
