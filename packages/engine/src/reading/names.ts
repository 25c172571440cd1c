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
  const enter = (name: string, place: number): void => {
    const folded = foldName(name)
    if (!places.has(folded)) places.set(folded, place)
  }
  for (const [place, [own]] of entries.entries()) if (own !== undefined) enter(own, place)
  for (const [place, names] of entries.entries()) {
    for (let at = 1; at < names.length; at += 1) enter(names[at]!, place)
  }

  // Names as written are remembered beside the folded ones: none of them is the folded form of another name.
  const most = places.size + mostRemembered
  const find = (name: string): number => {
    const known = places.get(name)
    if (known !== undefined) return known
    const place = places.get(foldName(name)) ?? -1
    if (place >= 0 && name.length <= longestRemembered && places.size < most) places.set(name, place)
    return place
  }
  return { find, names: entries.flatMap(([own]) => own ?? []) }
}
