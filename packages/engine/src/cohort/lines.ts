import { bandTest } from '../assess/band.js'
import type { GradeIndex, GradeLine, Grading, Quota } from '../scheme/index.js'
import { countsInShares, isBlocked, type Field } from './field.js'
import { eachPosition, those } from './order.js'

/** What came of step 9. */
export interface Lined {
  /** The grade of each unit, or -1. */
  readonly grade: Int32Array
  /** The line that gave it, by its place in the grading; -1 for none. */
  readonly line: Int32Array
  /** For each line that has places, who competed for them. */
  readonly contests: readonly (Contest | undefined)[]
}

/** The competition for the places of a line. */
export interface Contest {
  readonly places: number
  /** Of how many units a share was taken. */
  readonly base: number | undefined
  readonly competing: number
  /** By unit, from 1, with a minus sign for who got no place; 0 for who did not compete. */
  readonly positions: Int32Array
  /** The last unit that got a place, or -1. */
  readonly edge: number
}

/** A unit that got no grade yet. */
const none = -1

/**
 * Step 9: lines for the top from the best grade down, lines for the bottom from the worst up, then what is left. `sorted` holds those
 * who compete, the first one first; `before` says who of them are tied.
 */
export function gradeByLines(field: Field, grading: Grading, sorted: Int32Array, before: Int32Array): Lined {
  const grade = new Int32Array(field.size).fill(none)
  const line = new Int32Array(field.size).fill(none)
  const contests: (Contest | undefined)[] = grading.lines.map(() => undefined)
  const competition: Competition = { before, base: countOf(field), size: field.size }

  for (const place of linesInTurn(grading)) {
    const one = grading.lines[place]!
    const inTurn = one.criterion.kind === 'bottom' ? sorted.toReversed() : sorted
    const isOpen = (unit: number): boolean => !isBlocked(field, unit, one.grade)
    const open = field.blocked.length === 0 ? inTurn : those(inTurn, isOpen)
    const contest = criterionContest(one, open, grading, competition)
    const meets = criterionTest(one, field, contest)
    const meeting = those(open, (unit) => grade[unit] === none && meets(unit))
    const limited = limitContest(one, meeting, competition, grade)
    contests[place] = limited ?? contest
    for (const unit of meeting) {
      if (limited !== undefined && !hasPlace(limited, unit)) continue
      grade[unit] = one.grade
      line[unit] = place
    }
  }
  gradeBlockedBelow(field, grading, sorted, grade, line)
  return { grade, line, contests }
}

/** What all lines have in common: who are tied, how many units shares are of, how many there are at all. */
interface Competition {
  readonly before: Int32Array
  readonly base: number
  readonly size: number
}

/** The lines by their places, in the order in which they are tried. */
export function linesInTurn({ lines }: Grading): readonly number[] {
  const turn = ({ criterion: { kind } }: GradeLine): number => (kind === 'otherwise' ? 2 : kind === 'bottom' ? 1 : 0)
  return lines
    .map((_, place) => place)
    .sort((a, b) => {
      const [one, other] = [lines[a]!, lines[b]!]
      if (turn(one) !== turn(other)) return turn(one) - turn(other)
      return turn(one) === 1 ? other.grade - one.grade : one.grade - other.grade
    })
}

/** How many units are graded at all: blocked and decided ones included. */
function countOf(field: Field): number {
  let count = 0
  for (let at = 0; at < field.size; at += 1) if (countsInShares(field, at)) count += 1
  return count
}

function placesOf(quota: Quota, base: number): number {
  if (quota.kind === 'count') return quota.count
  return Number((BigInt(quota.numerator) * BigInt(base)) / BigInt(quota.denominator))
}

/** `top` and `bottom`: all who are open to the grade compete, those graded already too. */
function criterionContest(
  { criterion }: GradeLine,
  open: Int32Array,
  { ties }: Grading,
  competition: Competition,
): Contest | undefined {
  if (criterion.kind !== 'top' && criterion.kind !== 'bottom') return undefined
  const isStrict = criterion.quota.kind === 'share' || ties.kind === 'left-out'
  return contestOf(open, criterion.quota, competition, isStrict, 0)
}

/** `at most` and `places`: those compete who meet the criterion and have no grade yet. */
function limitContest(
  { limit, grade: own }: GradeLine,
  meeting: Int32Array,
  competition: Competition,
  grades: Int32Array,
): Contest | undefined {
  if (limit === undefined) return undefined
  const taken = limit.kind === 'at-most' ? grades.filter((grade) => grade === own).length : 0
  return contestOf(meeting, limit.quota, competition, true, taken)
}

/** Where `isStrict`, the number of places is never exceeded: units tied across the edge stay out. */
function contestOf(
  competing: Int32Array,
  quota: Quota,
  { before, base, size }: Competition,
  isStrict: boolean,
  taken: number,
): Contest {
  const places = Math.max(0, placesOf(quota, base) - taken)
  const positions = new Int32Array(size)
  let edge = none
  eachPosition(competing, before, (unit, position, tied) => {
    const isIn = (isStrict ? position + tied - 1 : position) <= places
    positions[unit] = isIn ? position : -position
    if (isIn) edge = unit
  })
  return { places, base: quota.kind === 'share' ? base : undefined, competing: competing.length, positions, edge }
}

export function hasPlace({ positions }: Contest, unit: number): boolean {
  return positions[unit]! > 0
}

function criterionTest(
  { criterion }: GradeLine,
  field: Field,
  contest: Contest | undefined,
): (unit: number) => boolean {
  if (contest !== undefined) return (unit) => hasPlace(contest, unit)
  if (criterion.kind !== 'band') return () => true
  const test = bandTest(criterion, field.assessor.total)
  return (unit) => test(field.total, unit)
}

/** Who is kept out of the grade that `otherwise` gives gets the next lower one that is open. */
function gradeBlockedBelow(
  field: Field,
  { lines }: Grading,
  sorted: Int32Array,
  grade: Int32Array,
  line: Int32Array,
): void {
  const place = lines.findIndex(({ criterion, limit }) => criterion.kind === 'otherwise' && limit === undefined)
  if (place < 0) return
  for (const unit of sorted) {
    if (grade[unit] !== none) continue
    const open = openBelow(field, unit, lines[place]!.grade)
    if (open === undefined) continue
    grade[unit] = open
    line[unit] = place
  }
}

/** The first grade from `from` down that the unit is not kept out of. */
export function openBelow(field: Field, unit: number, from: GradeIndex): GradeIndex | undefined {
  const { length } = field.assessor.scheme.grades
  for (let grade = from; grade < length; grade += 1) if (!isBlocked(field, unit, grade)) return grade
  return undefined
}
