import type { AheadKind, OtherValue } from '../ahead/ahead.js'
import type { FactValue } from '../api.js'
import type { CompiledScheme, FactType } from '../scheme/index.js'
import { noLists, type Row } from './row.js'
import { isReported, type ValueReader } from './value.js'

/** How the facts of a scheme are read with care. */
interface Careful {
  /** 1 for each fact that the kind needs in any case. */
  readonly needed: Uint8Array
  readonly types: readonly FactType[]
  readonly readers: readonly ValueReader[]
  readonly keep: (value: FactValue | undefined, fact: number, row: Row) => void
}

/**
 * Reads facts by what was made ahead of time. False, and the row as it was, where anything is out of the ordinary, a fault among them: who
 * reads with care says which.
 */
export function aheadReader(
  { read }: AheadKind,
  { needed, types, readers, keep }: Careful,
): (given: object, row: Row<Float64Array>) => boolean {
  let row: Row
  let isFine = true
  const fault = (): undefined => {
    isFine = false
  }

  const other: OtherValue = (fact, value) => {
    const type = types[fact]
    if (type !== undefined && isReported(value, type)) keep(readers[fact]!(value, fault), fact, row)
    else {
      if (needed[fact] === 1) row.isFull = false
      if (type === undefined && value !== undefined && value !== null) isFine = false
    }
    return value === undefined ? 1 : 0
  }

  return (given, into) => {
    row = into
    row.isFull = true
    isFine = true
    const { numbers, at } = into
    if (read(given as Readonly<Record<string, unknown>>, numbers, at, other) && isFine) return true
    numbers.fill(Number.NaN, at, at + types.length)
    into.lists = noLists
    into.isFull = false
    return false
  }
}

/** Facts that a unit of the kind is incomplete without, whatever else it reports. */
export function alwaysNeeded({ facts, kinds }: CompiledScheme, kind: number): Uint8Array {
  const needs = new Map(kinds[kind]!.needs.map(({ fact, onlyIfAnyOf }) => [fact, onlyIfAnyOf === undefined]))
  return Uint8Array.from(facts, ({ id, default: value }) => (value === undefined && needs.get(id) === true ? 1 : 0))
}
