import { none } from '../assess/none.js'
import type { ScoreRange, UnitRange } from '../api.js'
import type { Assessor } from '../assess/assessor.js'
import { printed } from '../number/print.js'
import type { Possibilities, Ratio, RatioInterval } from '../ranges/index.js'
import { factPath } from '../reading/place.js'
import type { CompiledScheme, GradeIndex, NodeId } from '../scheme/index.js'
import { indexOf } from '../load/graph.js'
import type { Gains } from './awards.js'
import { meetOf, type OpenKind } from './kind.js'
import type { Opened } from './open-facts.js'
import { reachesBothEnds } from './reached.js'
import { openScores } from './scores.js'

/** A unit whose range is told. */
export interface Asked {
  readonly assessor: Assessor
  readonly kind: OpenKind
  readonly unit: number
  readonly gains: Gains
  /** Its total can be told in a place among the others. */
  readonly hasPlace: boolean
}

/** Between which scores, grades and places a unit lies, and what it waits for. */
export function rangeOf(asked: Asked): UnitRange {
  const { assessor, kind, unit, gains, hasPlace } = asked
  const { scheme, index } = assessor
  const outlook = kind.outlooks[unit]!
  const opened = kind.opened[unit]
  // Of items and parts, and of the facts it waits for, is told what is known before a review: afterwards it could be anything.
  const own = opened?.asReported ?? opened
  const searched = opened === own ? kind.exactly(unit) : undefined
  const scoreRange = (node: NodeId, range: RatioInterval): ScoreRange => {
    const isReached = own === undefined || reachesBothEnds(assessor, kind.rowOf(unit), own.facts, node, range)
    return isReached ? shownRange(scheme, range, true) : searchedRange(scheme, range, searched, node)
  }
  const { items, parts } = own === undefined ? noScores : openScores(assessor, own.given, scoreRange)
  const awards = scheme.awards.length === 0 ? undefined : gains.awards(index, unit)
  const outcomes = scheme.outcomes.length === 0 ? undefined : gains.outcomes(index, unit)
  const mayCompete = kind.competes.may[unit] === 1
  return Object.freeze({
    total: opened === own ? scoreRange(assessor.kind.total, outlook.total) : reviewedRange(asked, outlook.total),
    items,
    parts,
    grades: gradeNames(assessor, kind.grades[unit]!),
    ...(hasPlace && mayCompete ? { rank: Object.freeze(kind.placeOf(unit)) } : {}),
    ...(awards === undefined ? {} : { awards: Object.freeze(awards) }),
    ...(outcomes === undefined ? {} : { outcomes: Object.freeze(outcomes) }),
    waiting: own === undefined ? none : waitingFor(assessor, own, own.given.number(assessor.kind.total), searched),
  })
}

/** The total after a review that may find anything. */
function reviewedRange({ assessor, kind, unit }: Asked, range: RatioInterval): ScoreRange {
  return searchedRange(assessor.scheme, range, kind.exactly(unit), assessor.kind.total)
}

const noScores = { items: Object.freeze({}), parts: Object.freeze({}) }

function gradeNames({ scheme, kind }: Assessor, grades: ReadonlySet<GradeIndex | -1>): readonly (string | null)[] {
  if (kind.grading === undefined) return none
  const known = [...grades].filter((grade) => grade !== -1).sort((a, b) => a - b)
  const names = known.map((grade) => scheme.grades[grade]!)
  return Object.freeze(grades.has(-1) ? [...names, null] : names)
}

/** Narrowed by a search, where there is one. */
function searchedRange(
  scheme: CompiledScheme,
  range: RatioInterval,
  search: Possibilities | undefined,
  node: NodeId,
): ScoreRange {
  const found = search?.numbers(node)
  if (found === undefined) return shownRange(scheme, range, false)
  const { least, greatest } = found
  const narrowest = meetOf(range, { low: least.value, high: greatest.value })
  return shownRange(scheme, narrowest, least.exact && greatest.exact)
}

function shownRange({ shown }: CompiledScheme, { low, high }: RatioInterval, exact: boolean): ScoreRange {
  const text = ({ num, den }: Ratio): string => printed(num, den, shown).text
  return Object.freeze({ least: text(low), greatest: text(high), exact })
}

/**
 * The facts that are open, with the most points by which each can still move the total; those that move it most first, then in the order
 * of the facts. Where nothing narrower is known that is as far as all of them together move it.
 */
function waitingFor(
  { scheme, kind }: Assessor,
  { facts }: Opened,
  { low, high }: RatioInterval,
  exact: Possibilities | undefined,
): UnitRange['waiting'] {
  const effects = new Map(exact?.effects(kind.total).map(({ fact, most }) => [indexOf('f', fact)!, most]))
  const together = { num: high.num * low.den - low.num * high.den, den: high.den * low.den }
  const all = [...facts.keys()].map((fact) => ({
    fact,
    most: exact === undefined ? together : (effects.get(fact) ?? { num: 0n, den: 1n }),
  }))
  all.sort((a, b) => compare(b.most, a.most) || a.fact - b.fact)
  return Object.freeze(
    all.map(({ fact, most }) =>
      Object.freeze({
        fact: factPath(scheme.facts[fact]!),
        points: printed(most.num, most.den, scheme.shown).text,
      }),
    ),
  )
}

function compare(a: Ratio, b: Ratio): number {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}
