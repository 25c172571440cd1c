import type { Award, CompiledScheme, GradeIndex } from '../scheme/index.js'
import { nodeValues, type OverField, type Values } from './nodes.js'
import { byTotal, isAmongFirst, orderOf } from './places.js'
import { textAndRatio } from './scores.js'
import type { Assessed } from './unit.js'

/** A complete unit after step 12. */
export interface Judged {
  readonly unit: Assessed
  readonly grade: GradeIndex | undefined
  /** With its grade known. */
  readonly values: Values
}

export function judged(
  scheme: CompiledScheme,
  unit: Assessed,
  grade: GradeIndex | undefined,
  overField: OverField,
): Judged {
  return { unit, grade, values: nodeValues(scheme, unit.kindIndex, unit.facts, grade ?? -1, overField, unit.decided) }
}

/** Step 14: the names of a unit's awards, in the order of the scheme. `all` are the complete units of every kind. */
export function awardsOf(scheme: CompiledScheme, one: Judged, all: readonly Judged[]): readonly string[] {
  return scheme.awards.filter((award) => gets(award, one, all)).map(({ name }) => name)
}

function gets(award: Award, one: Judged, all: readonly Judged[]): boolean {
  if (!competes(award, one)) return false
  if (award.top === undefined) return true
  const rivals = rivalsOf(award, one.unit.kindIndex, all).map(({ unit }) => unit)
  const order = isWithinOneKind(award) ? orderOf(one.unit.kind) : byTotal
  return isAmongFirst(one.unit, rivals, order, award.top, false)
}

/** Who competes for an award together with units of a kind. */
function rivalsOf(award: Award, kind: number, all: readonly Judged[]): readonly Judged[] {
  return all.filter((other) => sharesPlaces(award, kind, other.unit.kindIndex) && competes(award, other))
}

/** Whether units of the two kinds compete for the same places of an award. */
export function sharesPlaces(award: Award, kind: number, other: number): boolean {
  return award.kinds.includes(kind) && award.kinds.includes(other) && (!isWithinOneKind(award) || kind === other)
}

function isWithinOneKind({ scope, kinds }: Award): boolean {
  return scope === 'each' || kinds.length === 1
}

export function competes(award: Award, { unit, grade, values }: Judged): boolean {
  return (
    unit.graded &&
    award.kinds.includes(unit.kindIndex) &&
    (award.grades === undefined || (grade !== undefined && award.grades.includes(grade))) &&
    (award.when === undefined || values.holds(award.when)) &&
    !award.bars.some(({ when }) => values.holds(when))
  )
}

/** Step 15. */
export function outcomesOf(scheme: CompiledScheme, { values }: Judged): readonly string[] {
  return scheme.outcomes.filter(({ when }) => values.holds(when)).map(({ name }) => name)
}

/** What outcomes come to, by name; undefined in a scheme without any. */
export function amountsOf(
  scheme: CompiledScheme,
  { values }: Judged,
): { readonly amounts: Record<string, string>; readonly exact: Record<string, string> } | undefined {
  if (scheme.amounts === undefined) return undefined
  const made = scheme.amounts
    .filter(({ when, value }) => (when === undefined || values.holds(when)) && values.isScore(value))
    .map(({ name, value }) => ({ name, says: textAndRatio(scheme, values.number(value)) }))
  return {
    amounts: Object.fromEntries(made.map(({ name, says }) => [name, says.text])),
    exact: Object.fromEntries(
      made.flatMap(({ name, says }) => (says.ratio === undefined ? [] : [[`amounts/${name}`, says.ratio]])),
    ),
  }
}
