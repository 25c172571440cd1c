import { isShortestTextOf } from '../number/decimal.js'
import type { FactType } from '../scheme/index.js'

/**
 * Values of the usual forms as the numbers that they read as: true and false, words as written, numbers within their range. NaN for
 * everything else, which is then read with care.
 */
export function quickReader(types: readonly FactType[]): (fact: number, value: unknown) => number {
  const isNumber = Uint8Array.from(types, (type) => ('unit' in type ? 1 : 0))
  const numeric = <K extends 'unit' | 'min' | 'max'>(key: K): Float64Array =>
    Float64Array.from(types, (type) => ('unit' in type ? type[key] : 0))
  const [units, least, greatest] = [numeric('unit'), numeric('min'), numeric('max')]
  const cuts = Float64Array.from(types, (type) => ('unit' in type ? (type.cut ?? type.max) : 0))
  const isYesNo = Uint8Array.from(types, ({ kind }) => (kind === 'yes-no' ? 1 : 0))
  const words = types.map(
    (type) => new Map(type.kind === 'choice' ? type.options.map((word, index) => [word, index]) : []),
  )

  return (fact, value) => {
    if (typeof value === 'number') {
      const unit = units[fact]!
      const whole = Math.round(value * unit)
      const isFine =
        isNumber[fact] === 1 &&
        isShortestTextOf(value, whole, unit) &&
        whole >= least[fact]! &&
        whole <= greatest[fact]!
      return isFine ? Math.min(whole, cuts[fact]!) + 0 : Number.NaN
    }
    if (typeof value === 'boolean') return isYesNo[fact] === 1 ? Number(value) : Number.NaN
    if (typeof value === 'string') return words[fact]!.get(value) ?? Number.NaN
    return Number.NaN
  }
}
