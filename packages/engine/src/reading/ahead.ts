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

/** Reads facts by what was made ahead of time, into a row of their own; undefined for what has to be read with care. */
export type ReadFactsAhead = (given: object) => Row<number[]> | undefined

/** `undefined` where anything is out of the ordinary, a fault among them: who reads with care says which. */
export function aheadReader({ read }: AheadKind, { needed, types, readers, keep }: Careful): ReadFactsAhead {
  const nothing: readonly number[] = Array.from({ length: types.length }, () => Number.NaN)
  let row: Row<number[]> = { numbers: [], at: 0, lists: noLists, isFull: false, hasEvery: false }
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

  return (given) => {
    const numbers = nothing.slice()
    const own: Row<number[]> = { numbers, at: 0, lists: noLists, isFull: true, hasEvery: false }
    // A getter in the data may read another unit meanwhile.
    const [outer, isOuterFine] = [row, isFine]
    row = own
    isFine = true
    const isUsual = read(given as Readonly<Record<string, unknown>>, numbers, other) && isFine && row === own
    row = outer
    isFine = isOuterFine
    return isUsual ? own : undefined
  }
}

/** Facts that a unit of the kind is incomplete without, whatever else it reports. */
export function alwaysNeeded({ facts, kinds }: CompiledScheme, kind: number): Uint8Array {
  const needs = new Map(kinds[kind]!.needs.map(({ fact, onlyIfAnyOf }) => [fact, onlyIfAnyOf === undefined]))
  return Uint8Array.from(facts, ({ id, default: value }) => (value === undefined && needs.get(id) === true ? 1 : 0))
}
