import type { StageResult } from '../api.js'
import { none } from '../assess/result.js'
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

/** In so many bits a set of names is told from another. */
const mostBits = 31

/** As `namesOf`, for many units: who has the same names shares the list. */
export function nameLists(
  list: readonly { readonly name: string }[],
): (has: (place: number) => boolean) => readonly string[] {
  if (list.length === 0) return () => none
  if (list.length > mostBits) return (has) => namesOf(list, has)
  const known = new Map<number, readonly string[]>()
  return (has) => {
    let bits = 0
    for (let place = 0; place < list.length; place += 1) if (has(place)) bits |= 1 << place
    if (bits === 0) return none
    const names = known.get(bits) ?? namesOf(list, has)
    known.set(bits, names)
    return names
  }
}

export function publicChoice(choice: Choice): NonNullable<StageResult['choice']> {
  return choice === 'undrawn' || choice === 'unsettled' ? 'open' : choice
}
