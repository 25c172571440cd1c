/** Units at edges: what each is for, how it is found, and what cannot be reached. */
import type { UnitData } from '../../api.js'
import type { Goal } from '../../ranges/index.js'
import type { Bench, Claim } from '../../trial/bench.js'
import { holds, nearestTo } from '../../trial/nearest.js'
import type { SourceLine } from '../../trial/source-line.js'
import type { EdgeWords } from '../words/index.js'

/** What a unit is for, as data. Scores are printed as in results. */
export type Edge =
  | ({ readonly kind: 'cap'; readonly cap: string; readonly passed: boolean } & SourceLine)
  | { readonly kind: 'floor'; readonly item: string }
  | { readonly kind: 'band'; readonly grade: string; readonly total: string; readonly met: boolean }
  /** A number at a bound that a rule looks at or next to it, or a word of a choice. */
  | { readonly kind: 'value'; readonly fact: string; readonly value: string }
  /** A rule that bars, lowers or decides a grade or award, leaves something out, or limits the total, acts. */
  | ({ readonly kind: 'rule' } & SourceLine)
  /** Two units with equal totals where the places end. */
  | ({ readonly kind: 'tie'; readonly with: string; readonly total: string } & SourceLine)

export interface EdgeUnit {
  readonly unit: UnitData
  readonly edge: Edge
}

/** An edge that no unit reaches, and why. */
export interface Unreached {
  readonly name: string
  readonly why: string
}

/** An edge to look for. */
export interface Sought {
  readonly name: string
  readonly edge: Edge
  /** Where to look: goals for the solver, or a unit to try. */
  readonly by: { readonly goals: readonly Goal[] } | { readonly unit: UnitData }
  /** What must hold of the unit that is found. */
  readonly claim: Claim
  /** Why there is none, where that is known beforehand. */
  readonly why?: string
}

export type Found = { readonly unit: EdgeUnit } | { readonly unreached: Unreached }

export function found({ name, edge, by, claim, why }: Sought, bench: Bench, words: EdgeWords): Found {
  const none = (reason: string): Found => ({ unreached: { name, why: why ?? reason } })
  if (why !== undefined) return none(why)
  if ('unit' in by) {
    const unit = holds(bench, by.unit, claim) ? by.unit : completed(bench, by.unit)
    if (unit === undefined || !holds(bench, unit, claim)) return none(words.why.incomplete)
    return { unit: { unit: named(unit, name), edge } }
  }
  const verdict = bench.possible.meet(by.goals)
  if (verdict.kind === 'impossible') return none(words.why.never)
  if (verdict.kind === 'open') {
    return none(by.goals.some(({ node }) => bench.others.decide(node)) ? words.why.others : words.why.open)
  }
  const near = nearestTo(bench, verdict.witness, claim)
  return near === undefined ? none(words.why.open) : { unit: { unit: named(near.unit, name), edge } }
}

/** With what else it then needs. */
function completed({ possible }: Bench, unit: UnitData): UnitData | undefined {
  const verdict = possible.given(unit).meet([])
  return verdict.kind === 'possible' ? verdict.witness : undefined
}

export function named(unit: UnitData, name: string): UnitData {
  return { ...unit, unit: name }
}
