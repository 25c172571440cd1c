import type { Item } from '../scheme/index.js'

/** Who is below whom, by the places among the kind's items. */
export interface Family {
  readonly canBeOut: boolean
  readonly below: readonly (readonly number[])[]
  /** For each of the kind's parts, its items at the top. */
  readonly ofParts: readonly (readonly number[])[]
}

export function familyOf(items: readonly Item[], places: readonly number[], parts: readonly number[]): Family {
  const at = new Map(places.map((place, index) => [place, index]))
  const below: number[][] = items.map(() => [])
  const ofParts = new Map<number | undefined, number[]>(parts.map((part) => [part, []]))
  items.forEach(({ parent, part }, index) => {
    const above = parent === undefined ? undefined : at.get(parent)
    if (above !== undefined) below[above]?.push(index)
    else ofParts.get(part)?.push(index)
  })
  return {
    canBeOut: items.some(({ applies, treatment }) => applies !== undefined && treatment === 'left-out'),
    below,
    ofParts: parts.map((part) => ofParts.get(part) ?? []),
  }
}
