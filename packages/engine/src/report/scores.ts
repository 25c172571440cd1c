/** Between which scores every item, part and total lies, and which grades there are. */
import type { UnitData } from '../api.js'
import type { Goal, Ratio } from '../ranges/index.js'
import type { Amount, Item, NodeId } from '../scheme/index.js'
import { compareNumbers, isAt, numberIn, ratioText, type Bench, type Claim, type Tried } from '../trial/bench.js'
import { exampleOf } from './example.js'
import { valueIn, withValue } from '../trial/unit-values.js'
import { usually, type UsualBound } from '../trial/usual.js'
import type { ReportedBound, ReportedGrade, ReportedScore, ReportExample } from './types.js'

/** Parts with their items, in the order of the scheme; bonus and penalty where they can be other than 0; the total. */
export function reportedScores(bench: Bench): readonly ReportedScore[] {
  const { scheme, kind } = bench
  const items = (part: number | undefined): readonly ReportedScore[] =>
    kind.items.flatMap((index) => {
      const item = scheme.items[index]!
      return item.part === part ? [itemScore(bench, item)] : []
    })
  const parts = kind.parts.flatMap((index) => {
    const { name, full, score } = scheme.parts[index]!
    return [
      scoreAt(bench, score, { of: 'part', key: name, name, depth: 0, outOf: amountText(full, bench) }),
      ...items(index),
    ]
  })
  const nothing = { key: '', name: '', depth: 0 }
  const onTotal = (['bonus', 'penalty'] as const).flatMap((of) =>
    kind.lines.some(({ effect }) => effect === of) ? [scoreAt(bench, kind[of], { of, ...nothing })] : [],
  )
  const full = scheme.fullMarks === undefined ? {} : { outOf: amountText(scheme.fullMarks, bench) }
  return [...items(undefined), ...parts, ...onTotal, scoreAt(bench, kind.total, { of: 'total', ...nothing, ...full })]
}

type Described = Pick<ReportedScore, 'of' | 'key' | 'name' | 'depth' | 'outOf'>

function itemScore(bench: Bench, item: Item): ReportedScore {
  const { key, name, number, points, score } = item
  const depth = depthOf(item, bench) + (item.part === undefined ? 0 : 1)
  return scoreAt(bench, score, { of: 'item', key, name: `${number} ${name}`, depth, outOf: amountText(points, bench) })
}

function depthOf({ parent }: Item, bench: Bench): number {
  return parent === undefined ? 0 : 1 + depthOf(bench.scheme.items[parent]!, bench)
}

function scoreAt(bench: Bench, node: NodeId, described: Described): ReportedScore {
  const { least, greatest } = bench.possible.numbers(node)
  return { ...described, least: reportedBound(bench, node, least), greatest: reportedBound(bench, node, greatest) }
}

/** The bound with an example, where a unit reaches it. */
export function reportedBound(bench: Bench, node: NodeId, bound: UsualBound): ReportedBound {
  const { value, exact, witness } = usually(bound)
  const example = exact ? exampleOf(bench, witness, isAt(node, value)) : undefined
  return {
    value: ratioText(bound.value, bench.scheme),
    exact: bound.exact,
    ...(bound.endless === undefined ? {} : { endless: true }),
    ...(example === undefined ? {} : { example }),
  }
}

function amountText({ value, unit }: Amount, { scheme }: Bench): string {
  return ratioText({ num: BigInt(value), den: BigInt(unit) }, scheme)
}

/** Each grade of the ladder, with no grade where a unit can end so. */
export function reportedGrades(bench: Bench): readonly ReportedGrade[] {
  if (bench.kind.grading === undefined) return []
  return [...bench.possible.grades()].flatMap(([index, verdict]): readonly ReportedGrade[] => {
    const grade = bench.scheme.grades[index] ?? null
    if (verdict.kind !== 'possible') {
      return grade === null ? [] : [{ grade, verdict: verdict.kind, ...lacking(bench, index) }]
    }
    const isGraded = ({ result }: Tried): boolean =>
      result.grade === grade && (grade !== null || result.needs === undefined)
    const settled =
      loweredTo(bench, isGraded) ?? exampleOf(bench, verdict.witness, isGraded) ?? decidedTo(bench, index, isGraded)
    const isOpen = openIn(bench, index)
    const example =
      settled ?? loweredTo(bench, isOpen) ?? exampleOf(bench, inBand(bench, index) ?? verdict.witness, isOpen)
    const total = example === undefined ? undefined : bench.tried(example.unit).result.total
    return [
      {
        grade,
        verdict: 'possible',
        ...(settled === undefined ? { byOthers: true } : {}),
        ...(example === undefined ? {} : { example }),
        ...(total === undefined || total === null ? {} : { total }),
      },
    ]
  })
}

/** A unit for which a rule fixes the grade. */
function decidedTo(bench: Bench, grade: number, claim: Claim): ReportExample | undefined {
  for (const { when } of bench.scheme.makes.filter((made) => made.grade === grade)) {
    const verdict = bench.possible.meet([{ node: when, holds: true }])
    const example = verdict.kind === 'possible' ? exampleOf(bench, verdict.witness, claim) : undefined
    if (example !== undefined) return example
  }
  return undefined
}

/**
 * The best unit with as few facts as possible at their worst: those that move the total most first, each that does not take the total
 * below what is wanted, until the claim holds.
 */
function loweredTo(bench: Bench, claim: Claim): ReportExample | undefined {
  const { best, possible, kind, scheme, tried } = bench
  const worst = usually(possible.numbers(kind.total).least).witness
  if (best === undefined || worst === undefined) return undefined
  if (claim(tried(best))) return { unit: best, differs: [] }
  const facts = possible.effects(kind.total).flatMap(({ fact }) => scheme.facts.filter(({ id }) => id === fact))
  for (const skipped of [0, 1, 2, 3]) {
    let now = best
    for (const fact of facts.slice(skipped, skipped + mostLowered)) {
      now = withValue(now, fact, valueIn(worst, fact), scheme)
      const example = exampleOf(bench, now, claim)
      if (example !== undefined) return example
    }
  }
  return undefined
}

/** With more facts at their worst an example says little. */
const mostLowered = 12

/** A unit whose total lies in the grade's band and in none of a better grade: who would have it if there were room. */
function inBand(bench: Bench, grade: number): UnitData | undefined {
  const goals = bandGoals(bench, grade)
  const verdict = goals.length === 0 ? undefined : bench.possible.meet(goals)
  return verdict?.kind === 'possible' ? verdict.witness : undefined
}

/** From the floor of the grade up to the floors of the better ones; nothing where lines go by rank. */
export function bandGoals({ kind }: Bench, grade: number): readonly Goal[] {
  const lines = kind.grading?.lines ?? []
  if (lines.some(({ criterion }) => criterion.kind === 'top' || criterion.kind === 'bottom')) return []
  const floors = lines.flatMap(({ grade: own, criterion }) =>
    criterion.kind === 'band' && criterion.low !== undefined ? [{ own, low: criterion.low }] : [],
  )
  return floors.flatMap(({ own, low }): readonly Goal[] => {
    const value = { num: BigInt(low.value), den: BigInt(low.unit) }
    if (own < grade) return [low.included ? { node: kind.total, below: value } : { node: kind.total, atMost: value }]
    if (own > grade) return []
    return [low.included ? { node: kind.total, atLeast: value } : { node: kind.total, above: value }]
  })
}

function openIn(bench: Bench, grade: number): Claim {
  const goals = bandGoals(bench, grade)
  return (tried) => {
    const total = numberIn(tried, bench.kind.total)
    const { needs, grade: own } = tried.result
    return needs === 'cohort' && own === null && total !== undefined && goals.every((goal) => isMet(goal, total))
  }
}

function isMet(goal: Goal, number: Ratio): boolean {
  if ('holds' in goal) return false
  const { atLeast, above, atMost, below } = goal
  return (
    (atLeast === undefined || compareNumbers(number, atLeast) >= 0) &&
    (above === undefined || compareNumbers(number, above) > 0) &&
    (atMost === undefined || compareNumbers(number, atMost) <= 0) &&
    (below === undefined || compareNumbers(number, below) < 0)
  )
}

/** The total that a grade takes, where no unit reaches it. */
function lacking(bench: Bench, grade: number): Pick<ReportedGrade, 'needs'> {
  const { value } = bench.possible.numbers(bench.kind.total).greatest
  const floors = (bench.kind.grading?.lines ?? []).flatMap(({ grade: own, criterion }) =>
    own === grade && criterion.kind === 'band' && criterion.low !== undefined ? [criterion.low] : [],
  )
  const tooHigh = floors.find((low) => compareNumbers(value, { num: BigInt(low.value), den: BigInt(low.unit) }) < 0)
  return tooHigh === undefined ? {} : { needs: amountText(tooHigh, bench) }
}
