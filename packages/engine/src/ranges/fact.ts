/** The ranges of facts, as they read in expressions. */
import type { Fact, FactType, RecordField } from '../scheme/index.js'
import { greatest, hull, interval, least } from './interval.js'
import { booleans, numberRange, type Range } from './expression.js'

/** 0001-01-01 and 9999-12-31 in days since 1970-01-01. */
const firstDay = -719_162n
const lastDay = 2_932_896n

/** What the graph knows of a fact: a value, or a list with what each element (of one field, or several) can be. */
export type FactRange =
  | { readonly kind: 'value'; readonly range: Range }
  | {
      readonly kind: 'list'
      /** How many elements at least; left out: none. */
      readonly min?: bigint
      readonly max: bigint
      readonly elements: readonly Range[]
    }

/**
 * The range of a fact. `grades` is the number of grades. A fact that a unit neither reports nor needs reads as 0: with
 * `unreported` the range holds 0 as well.
 */
export function rangeOfFact(fact: Fact, grades: number, unreported: boolean): FactRange {
  const { type } = fact
  if (type.kind === 'many') return { kind: 'list', max: BigInt(type.max), elements: [valueRange(type.of, grades)] }
  if (type.kind === 'records') {
    const elements = type.fields.map((field) => fieldRange(field, grades))
    return { kind: 'list', max: BigInt(type.max), elements }
  }
  const range = withDefault(valueRange(type, grades), Array.isArray(fact.default) ? undefined : fact.default)
  return { kind: 'value', range: unreported ? withDefault(range, 0) : range }
}

function fieldRange(field: RecordField, grades: number): Range {
  return withDefault(valueRange(field.type, grades), field.default)
}

function withDefault(range: Range, value: unknown): Range {
  if (range.kind !== 'number' || typeof value !== 'number') return range
  return numberRange(hull([range, interval(BigInt(value), BigInt(value))]))
}

function valueRange(type: FactType, grades: number): Range {
  switch (type.kind) {
    case 'yes-no':
      return booleans(true, true)
    case 'count':
    case 'number':
    case 'percentage':
      return cutRange(type)
    case 'choice':
      return numberRange(interval(0n, greatest([0n, BigInt(type.options.length) - 1n])))
    case 'date':
      return numberRange(interval(firstDay, lastDay))
    case 'grade':
      return numberRange(interval(-1n, BigInt(grades) - 1n))
    default:
      return { kind: 'text' }
  }
}

function cutRange({ min, max, cut }: { readonly min: number; readonly max: number; readonly cut?: number }): Range {
  const low = BigInt(min)
  const high = BigInt(max)
  if (cut === undefined) return numberRange(interval(low, high))
  return numberRange(interval(least([low, BigInt(cut)]), least([high, BigInt(cut)])))
}
