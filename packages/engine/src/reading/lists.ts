import type { Fact } from '../scheme/index.js'

/** For each fact its place among those whose values are lists or text and so kept beside the slots; -1 for the others. */
export function listPlaces(facts: readonly Fact[]): readonly number[] {
  let next = 0
  return facts.map(({ type: { kind } }) => (kind === 'many' || kind === 'records' || kind === 'text' ? next++ : -1))
}

export function listCountOf(facts: readonly Fact[]): number {
  return listPlaces(facts).filter((place) => place >= 0).length
}
