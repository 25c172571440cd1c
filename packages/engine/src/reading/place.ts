import type { Fact } from '../scheme/index.js'

/** What stands around a fact in a unit's `facts`: nothing, its part, or its part and the period. */
export function placeOf({ under, period }: Pick<Fact, 'under' | 'period'>): readonly string[] {
  if (under === undefined) return []
  return period === undefined ? [under] : [under, period]
}

/** How a fact's name is shown: a rubric's with its part, and with the period where there are such. */
export function factPath(fact: Fact): string {
  return [...placeOf(fact), fact.name].join('/')
}
