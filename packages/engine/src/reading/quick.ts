import { isShortestTextOf } from '../number/decimal.js'
import type { FactType } from '../scheme/index.js'

/**
 * How units are read that report the same facts in the same order, as units of one source do: fact by fact of one type after the other,
 * so that nothing is decided for each value that the keys decide for all.
 */
export interface Plan {
  readonly keys: readonly string[]
  /** By position among the keys. */
  readonly facts: Int32Array
  readonly truths: Column
  readonly wholes: Column
  readonly decimals: Column
  readonly words: Column
  /** All facts are of a form that is read quickly. */
  readonly areUsual: boolean
}

/** The facts of one form. */
interface Column {
  /** Position and fact, one after the other. */
  readonly places: Int32Array
  /** Of numbers: unit, least, greatest, and what more is cut to. */
  readonly ends: Float64Array
  readonly options: readonly (readonly string[])[]
}

type Form = 'yes-no' | 'whole' | 'decimal' | 'word' | 'other'

/** After so many objects at the least another plan is made: making one takes as long as reading some objects. */
const objectsForPlan = 64

/** Makes plans for key lists that come again and again. `factOf` tells the fact of a key, or -1. */
export function planner(
  factOf: (key: string) => number,
  types: readonly FactType[],
): (given: object) => Plan | undefined {
  let plan: Plan | undefined
  let last: readonly string[] = []
  let objects = objectsForPlan
  return (given) => {
    objects += 1
    if (plan !== undefined && hasKeys(given, plan.keys)) return plan
    const keys = Object.keys(given)
    if (objects > objectsForPlan && isSame(keys, last)) {
      plan = planOf(keys, keys.map(factOf), types)
      objects = 0
      return plan
    }
    last = keys
    return undefined
  }
}

/** Has no keys, unless all objects inherit some. */
const nothing = Object.freeze({})

/** Whether these are the object's keys, in this order. False where objects inherit keys: those are nobody's facts. */
function hasKeys(given: object, keys: readonly string[]): boolean {
  let at = 0
  for (const _ in nothing) return false
  for (const key in given) {
    if (keys[at] !== key) return false
    at += 1
  }
  return at === keys.length
}

function isSame(keys: readonly string[], others: readonly string[]): boolean {
  if (keys.length !== others.length) return false
  for (let at = 0; at < keys.length; at += 1) if (keys[at] !== others[at]) return false
  return true
}

/** `facts`: the fact of each key; undefined where a key is none, or two keys are one. */
function planOf(keys: readonly string[], facts: readonly number[], types: readonly FactType[]): Plan | undefined {
  const isPlain = keys.every((_, position) => facts[position]! >= 0) && new Set(facts).size === keys.length
  if (!isPlain) return undefined
  const columnOf = (form: Form): Column => {
    const positions = keys.flatMap((_, position) => (formOf(types[facts[position]!]!) === form ? [position] : []))
    const own = positions.map((position) => types[facts[position]!]!)
    return {
      places: Int32Array.from(positions.flatMap((position) => [position, facts[position]!])),
      ends: Float64Array.from(own.flatMap(endsOf)),
      options: own.map((type) => (type.kind === 'choice' ? type.options.map(asKey) : [])),
    }
  }
  return {
    keys,
    facts: Int32Array.from(facts),
    truths: columnOf('yes-no'),
    wholes: columnOf('whole'),
    decimals: columnOf('decimal'),
    words: columnOf('word'),
    areUsual: facts.every((fact) => formOf(types[fact]!) !== 'other'),
  }
}

/**
 * Reads values of the usual forms into the row at `at`, which holds NaN: true and false, words as written, numbers within their range.
 * Everything else stays NaN, to be read with care; false where there is such. One form after the other, because guessing wrong which comes
 * next costs more than reading. (Numbers that are there add up to one that is.)
 */
export function readQuickly(plan: Plan, values: readonly unknown[], numbers: Float64Array, at: number): boolean {
  const { truths, wholes, decimals, words } = plan
  let all = 0
  for (let place = 0; place < truths.places.length; place += 2) {
    const read = truthOf(values[truths.places[place]!])
    numbers[at + truths.places[place + 1]!] = read
    all += read
  }
  for (let place = 0; place < wholes.places.length; place += 2) {
    const read = wholeOf(values[wholes.places[place]!], wholes.ends, place * 2)
    numbers[at + wholes.places[place + 1]!] = read
    all += read
  }
  for (let place = 0; place < decimals.places.length; place += 2) {
    const read = unitsOf(values[decimals.places[place]!], decimals.ends, place * 2)
    numbers[at + decimals.places[place + 1]!] = read
    all += read
  }
  for (let place = 0; place < words.places.length; place += 2) {
    const read = placeOf(values[words.places[place]!], words.options[place / 2]!)
    numbers[at + words.places[place + 1]!] = read
    all += read
  }
  return plan.areUsual && !Number.isNaN(all)
}

/** The same for one value: the number that it reads as, NaN where it is not of the usual form. */
export function quickReader(types: readonly FactType[]): (fact: number, value: unknown) => number {
  const forms = types.map(formOf)
  const ends = Float64Array.from(types.flatMap(endsOf))
  const options = types.map((type) => (type.kind === 'choice' ? type.options.map(asKey) : []))
  return (fact, value) => {
    switch (forms[fact]) {
      case 'yes-no':
        return truthOf(value)
      case 'whole':
        return wholeOf(value, ends, fact * 4)
      case 'decimal':
        return unitsOf(value, ends, fact * 4)
      case 'word':
        return placeOf(value, options[fact]!)
      default:
        return Number.NaN
    }
  }
}

function truthOf(value: unknown): number {
  return value === true ? 1 : value === false ? 0 : Number.NaN
}

function wholeOf(value: unknown, ends: Float64Array, end: number): number {
  if (typeof value !== 'number' || Math.floor(value) !== value) return Number.NaN
  if (!(value >= ends[end + 1]! && value <= ends[end + 2]!)) return Number.NaN
  const most = ends[end + 3]!
  return value > most ? most : value + 0
}

function unitsOf(value: unknown, ends: Float64Array, end: number): number {
  if (typeof value !== 'number') return Number.NaN
  const unit = ends[end]!
  const units = Math.floor(value * unit + 0.5)
  const isFine = isShortestTextOf(value, units, unit) && units >= ends[end + 1]! && units <= ends[end + 2]!
  if (!isFine) return Number.NaN
  const most = ends[end + 3]!
  return units > most ? most : units + 0
}

function placeOf(value: unknown, words: readonly string[]): number {
  for (let at = 0; at < words.length; at += 1) if (words[at] === value) return at
  return Number.NaN
}

/** Unit, least, greatest, and what more is cut to; nothing of these for what is no number. */
function endsOf(type: FactType): readonly number[] {
  return 'unit' in type ? [type.unit, type.min, type.max, type.cut ?? type.max] : [1, 0, 0, 0]
}

/** The text as engines keep keys, once for all: short texts of parsed JSON are kept so too, and then equal texts are one object. */
function asKey(text: string): string {
  return Object.keys({ [text]: undefined })[0]!
}

/** More options than these are found by their names as read with care. */
const mostOptions = 32

function formOf(type: FactType): Form {
  if (type.kind === 'yes-no') return 'yes-no'
  if (type.kind === 'choice') return type.options.length <= mostOptions ? 'word' : 'other'
  if (!('unit' in type)) return 'other'
  return type.unit === 1 ? 'whole' : 'decimal'
}
