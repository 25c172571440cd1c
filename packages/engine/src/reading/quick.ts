import { isShortestTextOf } from '../number/decimal.js'
import type { FactType } from '../scheme/index.js'

/** How values of a type are usually given. */
type Form = 'yes-no' | 'whole' | 'decimal' | 'word' | 'other'

/**
 * Values of the usual forms as the numbers that they read as: true and false, words as written, numbers within their range. NaN for
 * everything else, which is then read with care.
 */
export function quickReader(types: readonly FactType[]): (fact: number, value: unknown) => number {
  const forms = types.map(formOf)
  const numeric = <K extends 'unit' | 'min' | 'max'>(key: K): Float64Array =>
    Float64Array.from(types, (type) => ('unit' in type ? type[key] : 0))
  const [units, least, greatest] = [numeric('unit'), numeric('min'), numeric('max')]
  const cuts = Float64Array.from(types, (type) => ('unit' in type ? (type.cut ?? type.max) : 0))
  const words = types.map((type) => (type.kind === 'choice' ? type.options : []))

  return (fact, value) => {
    switch (forms[fact]) {
      case 'yes-no':
        return value === true ? 1 : value === false ? 0 : Number.NaN
      case 'whole':
        if (typeof value !== 'number' || Math.floor(value) !== value) return Number.NaN
        return value >= least[fact]! && value <= greatest[fact]! ? Math.min(value, cuts[fact]!) + 0 : Number.NaN
      case 'decimal': {
        if (typeof value !== 'number') return Number.NaN
        const unit = units[fact]!
        const whole = Math.floor(value * unit + 0.5)
        const isFine = isShortestTextOf(value, whole, unit) && whole >= least[fact]! && whole <= greatest[fact]!
        return isFine ? Math.min(whole, cuts[fact]!) + 0 : Number.NaN
      }
      case 'word':
        return placeOf(value, words[fact]!)
      default:
        return Number.NaN
    }
  }
}

/** More options than these are found by their names as read with care. */
const mostOptions = 32

function formOf(type: FactType): Form {
  if (type.kind === 'yes-no') return 'yes-no'
  if (type.kind === 'choice') return type.options.length <= mostOptions ? 'word' : 'other'
  if (!('unit' in type)) return 'other'
  return type.unit === 1 ? 'whole' : 'decimal'
}

function placeOf(value: unknown, options: readonly string[]): number {
  for (let at = 0; at < options.length; at += 1) if (options[at] === value) return at
  return Number.NaN
}
