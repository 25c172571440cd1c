/** `value` ÷ `unit` as decimal text, for a unit that is a power of ten: 977 at unit 10 is "97.7", 1000 is "100". */
export function decimalText(value: number, unit: number): string {
  const places = String(unit).length - 1
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '')
  return (value < 0 ? '-' : '') + whole + (decimals === '' ? '' : '.' + decimals)
}
