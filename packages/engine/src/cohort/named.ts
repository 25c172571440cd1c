import type { StageResult } from '../api.js'
import { none } from '../assess/none.js'
import type { CompiledScheme } from '../scheme/index.js'
import type { Choice } from './choose.js'

/** What a unit has that is incomplete. */
export const incomplete = {
  status: 'incomplete',
  total: undefined,
  bonus: undefined,
  penalty: undefined,
  rank: null,
  grade: null,
  awards: none,
  outcomes: none,
} as const

export function gradeName({ grades }: CompiledScheme, grade: number): string | null {
  return grades[grade] ?? null
}

export function namesOf(
  list: readonly { readonly name: string }[],
  has: (place: number) => boolean,
): readonly string[] {
  let names: string[] | undefined
  for (let place = 0; place < list.length; place += 1) if (has(place)) (names ??= []).push(list[place]!.name)
  return names === undefined ? none : Object.freeze(names)
}

/** By the place of a name: whether each unit has it. */
type Columns = readonly (ArrayLike<number> | undefined)[]

/** In so many bits a set of names is told from another. */
const mostBits = 31

/** The names of the columns that are above 0 for a unit; units that have the same names share the list. */
export function nameLists(
  list: readonly { readonly name: string }[],
): (columns: Columns, unit: number) => readonly string[] {
  if (list.length === 0) return () => none
  const namesFor = (columns: Columns, unit: number): readonly string[] =>
    namesOf(list, (place) => isAbove(columns[place], unit))
  if (list.length > mostBits) return namesFor
  const known = new Map<number, readonly string[]>([[0, none]])
  return (columns, unit) => {
    let bits = 0
    for (let place = 0; place < columns.length; place += 1) if (isAbove(columns[place], unit)) bits |= 1 << place
    const shared = known.get(bits)
    if (shared !== undefined) return shared
    const names = namesFor(columns, unit)
    known.set(bits, names)
    return names
  }
}

function isAbove(column: ArrayLike<number> | undefined, unit: number): boolean {
  return column !== undefined && column[unit]! > 0
}

export function publicChoice(choice: Choice): NonNullable<StageResult['choice']> {
  return choice === 'undrawn' || choice === 'unsettled' ? 'open' : choice
}
