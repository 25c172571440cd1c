/** Decimal text between two bounds, as a regular expression (ECMA-262, linear): JSON Schema has no other way to bound numbers in text. */

/** A range of decimals in 1/10^`decimals`. */
interface Range {
  readonly least: number
  readonly greatest: number
  readonly decimals: number
}

/** Text of any decimal, for units that are no power of ten. */
export const anyDecimal = '[+-]?\\d+(?:\\.\\d+)?'

/**
 * Matches exactly the decimal texts (sign, zeros before and behind as one likes) whose value lies from `least` to `greatest`, in at
 * most so many decimals.
 */
export function decimalPattern({ least, greatest, decimals }: Range): string {
  const signed: string[] = []
  if (greatest >= 0) signed.push(`\\+?${sizes(Math.max(0, least), greatest, decimals)}`)
  if (least <= 0) signed.push(`-${sizes(Math.max(0, -greatest), -least, decimals)}`)
  return either(signed)
}

/** Sizes without sign from `least` to `greatest`, both 0 or more; zeros may stand before them. */
function sizes(least: number, greatest: number, decimals: number): string {
  const [from, to] = [partsOf(least, decimals), partsOf(greatest, decimals)]
  const [none, all] = ['0'.repeat(decimals), '9'.repeat(decimals)]
  if (from.whole === to.whole) return exactly(from.whole) + fractions(from.fraction, to.fraction)
  const between = wholesBetween(BigInt(from.whole) + 1n, BigInt(to.whole) - 1n)
  return either([
    exactly(from.whole) + fractions(from.fraction, all),
    ...(between === undefined ? [] : [`0*${between}${fractions(none, all)}`]),
    exactly(to.whole) + fractions(none, to.fraction),
  ])
}

function partsOf(units: number, decimals: number): { readonly whole: string; readonly fraction: string } {
  const digits = String(units).padStart(decimals + 1, '0')
  const point = digits.length - decimals
  return { whole: digits.slice(0, point), fraction: digits.slice(point) }
}

function exactly(whole: string): string {
  return whole === '0' ? '0+' : `0*${whole}`
}

/** Whole numbers from `least`, which is above 0, without zeros before; undefined where there are none. */
function wholesBetween(least: bigint, greatest: bigint): string | undefined {
  if (least > greatest) return undefined
  const found: string[] = []
  for (let low = least; low <= greatest;) {
    const end = 10n ** BigInt(String(low).length) - 1n
    const high = end < greatest ? end : greatest
    found.push(sameLength(String(low), String(high)))
    low = high + 1n
  }
  return either(found)
}

/** Digits from `low` to `high`, both of the same length. */
function sameLength(low: string, high: string): string {
  if (low === high) return low
  const rest = low.length - 1
  const [first, last] = [low[0]!, high[0]!]
  if (first === last) return first + sameLength(low.slice(1), high.slice(1))
  const [isLowest, isHighest] = [/^0*$/.test(low.slice(1)), /^9*$/.test(high.slice(1))]
  const from = isLowest ? first : next(first)
  const to = isHighest ? last : before(last)
  return either([
    ...(isLowest ? [] : [first + sameLength(low.slice(1), '9'.repeat(rest))]),
    ...(from <= to ? [digit(from, to) + anyDigits(rest)] : []),
    ...(isHighest ? [] : [last + sameLength('0'.repeat(rest), high.slice(1))]),
  ])
}

/** What may follow the whole number: a fraction from `low` to `high` (digits of one length), zeros behind it left out or added. */
function fractions(low: string, high: string): string {
  const zerosAlone = '(?:\\.0+)?'
  if (high === '' || /^0*$/.test(high)) return zerosAlone
  const some = `\\.${fractionDigits(low, high)}0*`
  return /^0*$/.test(low) ? `(?:${some})?` : some
}

/** The digits of such a fraction, of which those at the end that are 0 may be left out. */
function fractionDigits(low: string, high: string): string {
  const isFrom0 = /^0*$/.test(low)
  const isTo9 = /^9*$/.test(high)
  if (isFrom0 && isTo9) return `\\d{1,${high.length}}`
  const [first, last] = [low[0]!, high[0]!]
  const [lowRest, highRest] = [low.slice(1), high.slice(1)]
  if (first === last) return first + further(lowRest, highRest)
  const nines = '9'.repeat(lowRest.length)
  const zeros = '0'.repeat(lowRest.length)
  const [from, to] = [next(first), before(last)]
  return either([
    first + further(lowRest, nines),
    ...(from <= to ? [digit(from, to) + further(zeros, nines)] : []),
    last + further(zeros, highRest),
  ])
}

/** Digits that follow the first one of a fraction. */
function further(low: string, high: string): string {
  if (high === '' || /^0*$/.test(high)) return ''
  const some = fractionDigits(low, high)
  return /^0*$/.test(low) ? `(?:${some})?` : some
}

function either(patterns: readonly string[]): string {
  return patterns.length === 1 ? patterns[0]! : `(?:${patterns.join('|')})`
}

function digit(from: string, to: string): string {
  return from === to ? from : from === '0' && to === '9' ? '\\d' : `[${from}-${to}]`
}

function anyDigits(count: number): string {
  return count === 0 ? '' : count === 1 ? '\\d' : `\\d{${count}}`
}

function next(of: string): string {
  return String.fromCharCode(of.charCodeAt(0) + 1)
}

function before(of: string): string {
  return String.fromCharCode(of.charCodeAt(0) - 1)
}
