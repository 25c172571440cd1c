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

/** A value and the factor by which it is counted. */
export type Part = readonly [value: Linear, factor: number]

export const plus = (value: Linear): Part => [value, 1]
export const minus = (value: Linear): Part => [value, -1]

/** The sum of all parts, in one go through their terms; undefined where some order of adding could lead too far from 0. */
export function sumOf(parts: readonly Part[]): Linear | undefined {
  const peak = parts.reduce((so, [value, factor]) => so + peakOf(value) * Math.abs(factor), 0)
  if (!(peak <= furthest)) return undefined
  let constant = 0
  const [first, second] = parts.filter(([{ terms }]) => terms.length > 0)
  if (second === undefined) return scaled(first, parts)
  const factors = new Map<number, number>()
  const terms: Term[] = []
  for (const [value, times] of parts) {
    constant += value.constant * times
    for (const term of value.terms) {
      const before = factors.get(term.slot)
      if (before === undefined) terms.push(term)
      factors.set(term.slot, (before ?? 0) + term.factor * times)
    }
  }
  const joined = terms.map(({ slot, least, greatest }) => ({ slot, factor: factors.get(slot)!, least, greatest }))
  return { constant: constant + 0, terms: joined.filter(({ factor }) => factor !== 0) }
}

/** The sum where one part alone has terms, as most have. */
function scaled(part: Part | undefined, parts: readonly Part[]): Linear {
  const constant = parts.reduce((so, [value, times]) => so + value.constant * times, 0)
  if (part === undefined || part[1] === 0) return constantOf(constant)
  const [{ terms }, by] = part
  const own =
    by === 1
      ? terms
      : terms.map(({ slot, factor, least, greatest }) => ({ slot, factor: factor * by, least, greatest }))
  return { constant: constant + 0, terms: own }
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
