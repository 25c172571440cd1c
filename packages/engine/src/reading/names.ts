import { foldName } from '../scheme/index.js'

/** A name under which something may be given, as names are compared. */
export interface NameTable {
  /** The place of what the name stands for, or -1. */
  readonly find: (name: string) => number
  readonly names: readonly string[]
}

const mostRemembered = 10_000
/** Longer spellings are looked up anew: however many of them come, they take no room. */
const longestRemembered = 200

/**
 * Looks names up as written, and folded where that fails. `entries` lists the names of each thing, the first being its own: where two
 * things share a name, whose own name it is has it, else the first.
 */
export function nameTable(entries: readonly (readonly string[])[]): NameTable {
  const places = new Map<string, number>()
  const enter = (name: string | undefined, place: number): void => {
    const folded = foldName(name ?? '')
    if (name !== undefined && !places.has(folded)) places.set(folded, place)
  }
  entries.forEach(([own], place) => enter(own, place))
  entries.forEach(([, ...others], place) => others.forEach((other) => enter(other, place)))

  const remembered = new Map(places)
  const find = (name: string): number => {
    const known = remembered.get(name)
    if (known !== undefined) return known
    const place = places.get(foldName(name)) ?? -1
    if (place >= 0 && name.length <= longestRemembered && remembered.size < mostRemembered) remembered.set(name, place)
    return place
  }
  return { find, names: entries.flatMap(([own]) => own ?? []) }
}
