import type { Fact } from '../scheme/index.js'

/**
 * Numbers as weighted sums of slots: what adds, subtracts, negates, turns round a condition or multiplies by a constant needs no
 * instruction of its own, and most of a scheme does nothing else. Exact for any order of adding: nothing is joined that could pass 2⁵².
 */
export interface Linear {
  readonly constant: number
  readonly terms: readonly Term[]
}

/** `factor` × the value in a slot, which lies between `least` and `greatest`. */
export interface Term {
  readonly slot: number
  readonly factor: number
  readonly least: number
  readonly greatest: number
}

/** From `least` to `greatest`. */
export interface Bounds {
  readonly least: number
  readonly greatest: number
}

/** What is proved elsewhere to be exact, and no more is known of it. */
export const unbounded: Bounds = { least: -(2 ** 53), greatest: 2 ** 53 }
export const truth: Bounds = { least: 0, greatest: 1 }

/** Twice that is still a safe integer, so that rounding in the reckoning here cannot matter. */
const furthest = 2 ** 52

/** What a fact's slot can hold: 0 too, where the unit does not report it. */
export function boundsOfFact({ type }: Fact, grades: number): Bounds {
  switch (type.kind) {
    case 'yes-no':
      return truth
    case 'count':
    case 'number':
    case 'percentage':
      return { least: Math.min(0, type.min), greatest: Math.max(0, type.max) }
    case 'choice':
      return { least: 0, greatest: type.options.length }
    case 'grade':
      return { least: -1, greatest: grades }
    case 'date':
    case 'text':
    case 'many':
    case 'records':
      return unbounded
  }
}

export function constantOf(constant: number): Linear {
  return { constant: constant + 0, terms: [] }
}

export function valueIn(slot: number, { least, greatest }: Bounds): Linear {
  return { constant: 0, terms: [{ slot, factor: 1, least, greatest }] }
}

/** a + b × `factor`; undefined where some order of adding could lead too far from 0. */
export function sumOf(a: Linear, b: Linear, factor = 1): Linear | undefined {
  const terms = new Map(a.terms.map((term) => [term.slot, term]))
  for (const term of b.terms) {
    const joined = (terms.get(term.slot)?.factor ?? 0) + term.factor * factor
    terms.set(term.slot, { ...term, factor: joined })
  }
  const sum = {
    constant: a.constant + b.constant * factor + 0,
    terms: [...terms.values()].filter((term) => term.factor !== 0),
  }
  const peaks = [a, b, sum].map(peakOf)
  return peaks[0]! + peaks[1]! * Math.abs(factor) <= furthest && peaks[2]! <= furthest ? sum : undefined
}

/** How far from 0 adding the terms can lead, in whatever order. */
function peakOf({ constant, terms }: Linear): number {
  return terms.reduce(
    (so, { factor, least, greatest }) => so + Math.abs(factor) * Math.max(-least, greatest, 0),
    Math.abs(constant),
  )
}

export function boundsOf({ constant, terms }: Linear): Bounds {
  let [least, greatest] = [constant, constant]
  for (const { factor, ...ends } of terms) {
    least += factor * (factor > 0 ? ends.least : ends.greatest)
    greatest += factor * (factor > 0 ? ends.greatest : ends.least)
  }
  return { least, greatest }
}

/** The slot whose value it is, as it is. */
export function slotAlone({ constant, terms: [only, ...others] }: Linear): number | undefined {
  return constant === 0 && only?.factor === 1 && others.length === 0 ? only.slot : undefined
}
