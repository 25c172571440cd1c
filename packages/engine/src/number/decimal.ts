/** Why a number cannot be read: no decimal text, NaN or infinite, more decimals than the unit holds, beyond 2⁵³ − 1 units. */
export type DecimalFault = 'not-a-number' | 'not-finite' | 'too-precise' | 'too-large'

const decimalText = /^([+-]?)(\d+)(?:\.(\d+))?$/
const numberText = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/** The most digits, and the most decimals, that can matter: an integer of 16 digits, at a unit of 16. */
const mostDigits = 40

/**
 * A JSON number, taken by its shortest decimal text, or decimal text, as an integer in 1/`unit`: 97.7 at unit 10 is 977. Exact: what
 * does not fit is a fault, never rounded.
 */
export function decimalUnits(given: number | string, unit: number): number | DecimalFault {
  if (typeof given === 'string') {
    const units = shortDecimal(given, unit)
    return Number.isNaN(units) ? unitsOf(decimalText.exec(given), unit) : units
  }
  if (!Number.isFinite(given)) return 'not-finite'
  const units = Math.round(given * unit)
  return isShortestTextOf(given, units, unit) ? units + 0 : unitsOf(numberText.exec(String(given)), unit)
}

/**
 * Whether `units` ÷ `unit` is what a double says in its shortest text. Below 10¹⁵ a decimal of up to 15 digits has a double of its
 * own, so the double nearest to it can have no shorter text.
 */
export function isShortestTextOf(given: number, units: number, unit: number): boolean {
  return units / unit === given && units < 1e15 && units > -1e15
}

/**
 * The usual text, a few digits with at most one point among them, digit by digit; NaN for any other. No product reaches 10¹⁵, so a
 * quotient that comes out whole is whole.
 */
function shortDecimal(text: string, unit: number): number {
  let digits = 0
  let scale = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isDigit = code >= 48 && code <= 57
    if (isDigit) {
      digits = digits * 10 + (code - 48)
      scale *= 10
    } else if (code === 46 && scale === 0 && at > 0 && at < text.length - 1) scale = 1
    else return Number.NaN
  }
  const units = scale === 0 ? digits * unit : (digits * unit) / scale
  const isExact = text.length > 0 && text.length <= 12 && unit <= 1000 && Number.isInteger(units)
  return isExact ? units : Number.NaN
}

function unitsOf(match: RegExpExecArray | null, unit: number): number | DecimalFault {
  if (match === null) return 'not-a-number'
  const [, sign, whole = '', decimals = '', power = '0'] = match
  const digits = (whole + decimals).replace(/^0+/, '')
  const significant = withoutTrailingZeros(digits)
  if (significant === '') return 0
  const exponent = Number(power) - decimals.length + (digits.length - significant.length)
  if (significant.length + exponent > mostDigits) return 'too-large'
  if (exponent < -mostDigits || significant.length > mostDigits) return 'too-precise'
  return scaled(BigInt(sign === '-' ? `-${significant}` : significant), exponent, unit)
}

/** `digits` × 10^`exponent` × `unit`. */
function scaled(digits: bigint, exponent: number, unit: number): number | DecimalFault {
  const product = digits * BigInt(unit)
  const power = 10n ** BigInt(Math.abs(exponent))
  if (exponent < 0 && product % power !== 0n) return 'too-precise'
  const units = Number(exponent < 0 ? product / power : product * power)
  return Number.isSafeInteger(units) ? units : 'too-large'
}

/** A loop, because a regular expression would look for the end from every zero. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1
  return digits.slice(0, end)
}
