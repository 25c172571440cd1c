/** A kind's possibilities with what it takes to try units: the workbench of reports and samples. */
import type { ResultContext, UnitData, UnitResult } from '../api.js'
import { contextOf, loadScheme, type Scheme } from '../index.js'
import { printed } from '../number/print.js'
import { bestUnit, polished } from './best.js'
import type { Ratio } from '../ranges/index.js'
import type { CompiledScheme, Kind, NodeId } from '../scheme/index.js'
import { othersIn, type Others } from './others.js'
import { usualPossibilities, type UsualPossibilities } from './usual.js'

export interface Bench {
  readonly scheme: CompiledScheme
  readonly kind: Kind
  readonly possible: UsualPossibilities
  readonly others: Others
  /** What is made up is worded in it. */
  readonly language: 'zh' | 'en'
  /** A unit's result before any review. */
  readonly tried: (unit: UnitData) => Tried
  /** The unit that has everything at its best. */
  readonly best: UnitData | undefined
}

export interface Tried {
  /** Assessed by itself: what hangs on the others is left open. */
  readonly result: UnitResult
  readonly context: ResultContext
  /** What it gets where there is no other unit: every place is free. */
  readonly unrivalled: () => UnitResult
}

/** What an example is an example of: must hold of the unit. */
export type Claim = (tried: Tried) => boolean

export function benchFor(scheme: CompiledScheme, index: number, unreviewed: Scheme, language: 'zh' | 'en'): Bench {
  const kind = scheme.kinds[index]!
  const possible = usualPossibilities(scheme, index)
  const tried = (unit: UnitData): Tried => {
    const result = unreviewed.assess(unit)
    return { result, context: contextOf(result), unrivalled: () => unreviewed.assessAll([unit]).results[0]! }
  }
  const best = bestUnit(scheme, kind, possible)
  return {
    scheme,
    kind,
    possible,
    others: othersIn(scheme),
    language,
    tried,
    best: best === undefined ? undefined : polished(best, kind, unreviewed),
  }
}

const known = new WeakMap<CompiledScheme, Scheme>()

/** The scheme as it judges reported facts; made once. */
export function withoutReviews(scheme: CompiledScheme): Scheme {
  const before = known.get(scheme)
  if (before !== undefined) return before
  const made = loadScheme({ ...scheme, reviews: [] })
  known.set(scheme, made)
  return made
}

/** A number of the unit; undefined where it was not computed, or is divided by 0. */
export function numberIn({ context }: Tried, id: NodeId): Ratio | undefined {
  const { nodes } = context.scheme
  const node = nodes[Number(id.slice(1))]
  const value = context.value(id)
  if (node === undefined || node.kind === 'grade' || value === undefined) return undefined
  const over = node.kind === 'logic' && node.over !== undefined ? context.value(node.over) : 1
  if (over === undefined || BigInt(over) === 0n) return undefined
  return { num: BigInt(value), den: BigInt(node.unit ?? 1) * BigInt(over) }
}

export function compareNumbers(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isAt(id: NodeId, value: Ratio): Claim {
  return (tried) => {
    const number = numberIn(tried, id)
    return number !== undefined && compareNumbers(number, value) === 0
  }
}

export function holdsAt(id: NodeId): Claim {
  return ({ context }) => context.value(id) === true
}

export function ratioText({ num, den }: Ratio, { shown }: CompiledScheme): string {
  return printed(num, den, shown).text
}
