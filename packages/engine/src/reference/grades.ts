import type { CompiledScheme, GradeIndex, GradeLine, Grading } from '../scheme/index.js'
import { compare, fraction, type Fraction } from './fraction.js'
import { isAmongFirst, orderOf, placesOf, reversed } from './places.js'
import type { Assessed } from './unit.js'

/** The grades of the complete units of one kind: steps 7 to 12. A unit that gets none is not in the map. */
export function gradesOfKind(
  scheme: CompiledScheme,
  grading: Grading,
  units: readonly Assessed[],
): Map<Assessed, GradeIndex> {
  const graded = units.filter((unit) => unit.graded)
  const decided = new Map<Assessed, GradeIndex>()
  for (const unit of graded) {
    const grade = decidedGrade(scheme, unit)
    if (grade !== undefined) decided.set(unit, grade)
  }
  const competing = graded.filter((unit) => !decided.has(unit))
  const taken = gradesByLines(scheme, grading, competing, graded.length)
  const moved = [...taken].map(([unit, grade]): [Assessed, GradeIndex] => [
    unit,
    limited(scheme, unit, downgraded(scheme, unit, grade)),
  ])
  return new Map([...moved, ...decided])
}

/** Step 7: the lowest grade that some rule makes it and no block bars. */
export function decidedGrade(scheme: CompiledScheme, unit: Assessed): GradeIndex | undefined {
  const grades = scheme.makes
    .filter(({ when, grade }) => unit.values.holds(when) && !isBlocked(scheme, unit, grade))
    .map(({ grade }) => grade)
  return grades.length === 0 ? undefined : Math.max(...grades)
}

/** Step 8. */
function isBlocked(scheme: CompiledScheme, unit: Assessed, grade: GradeIndex): boolean {
  return scheme.blocks.some((block) => block.grade === grade && unit.values.holds(block.when))
}

/**
 * Step 9: lines for the top from the best grade down, lines for the bottom from the worst up, then what is left. `base` is how
 * many units are graded at all.
 */
function gradesByLines(
  scheme: CompiledScheme,
  grading: Grading,
  competing: readonly Assessed[],
  base: number,
): Map<Assessed, GradeIndex> {
  const grades = new Map<Assessed, GradeIndex>()
  for (const line of inOrder(grading.lines)) {
    const open = competing.filter((unit) => !isBlocked(scheme, unit, line.grade))
    const left = open.filter((unit) => !grades.has(unit))
    const meeting = left.filter((unit) => meets(grading, line, unit, open, base))
    const already = [...grades.values()].filter((grade) => grade === line.grade).length
    for (const unit of meeting) {
      if (hasRoom(grading, line, unit, meeting, base, already)) grades.set(unit, line.grade)
    }
  }
  const otherwise = grading.lines.find(({ criterion, limit }) => criterion.kind === 'otherwise' && limit === undefined)
  if (otherwise !== undefined) takeNextBelow(scheme, otherwise.grade, competing, grades)
  return grades
}

/** Who is kept out of the grade of all others gets the next lower one that is open. */
function takeNextBelow(
  scheme: CompiledScheme,
  grade: GradeIndex,
  competing: readonly Assessed[],
  grades: Map<Assessed, GradeIndex>,
): void {
  for (const unit of competing.filter((each) => !grades.has(each))) {
    const below = scheme.grades.findIndex((_, index) => index >= grade && !isBlocked(scheme, unit, index))
    if (below >= 0) grades.set(unit, below)
  }
}

function inOrder(lines: readonly GradeLine[]): readonly GradeLine[] {
  const turn = ({ criterion }: GradeLine): number =>
    criterion.kind === 'otherwise' ? 2 : criterion.kind === 'bottom' ? 1 : 0
  return [...lines].sort((a, b) =>
    turn(a) !== turn(b) ? turn(a) - turn(b) : turn(a) === 1 ? b.grade - a.grade : a.grade - b.grade,
  )
}

function meets(
  grading: Grading,
  { criterion }: GradeLine,
  unit: Assessed,
  open: readonly Assessed[],
  base: number,
): boolean {
  if (criterion.kind === 'otherwise') return true
  if (criterion.kind === 'band') return inBand(unit.values.number(unit.kind.total), criterion)
  const order = criterion.kind === 'top' ? orderOf(unit.kind) : reversed(orderOf(unit.kind))
  const strict = criterion.quota.kind === 'share' || grading.ties.kind === 'left-out'
  return isAmongFirst(unit, open, order, placesOf(criterion.quota, base), strict)
}

function inBand(total: Fraction, { low, high }: GradeLine['criterion'] & { kind: 'band' }): boolean {
  const against = (end: { value: number; unit: number }): number =>
    compare(total, fraction(BigInt(end.value), BigInt(end.unit)))
  const aboveLow = low === undefined || (low.included ? against(low) >= 0 : against(low) > 0)
  return aboveLow && (high === undefined || (high.included ? against(high) <= 0 : against(high) < 0))
}

function hasRoom(
  grading: Grading,
  { criterion, limit }: GradeLine,
  unit: Assessed,
  meeting: readonly Assessed[],
  base: number,
  already: number,
): boolean {
  if (limit === undefined) return true
  const order = criterion.kind === 'bottom' ? reversed(orderOf(unit.kind)) : orderOf(unit.kind)
  const places = placesOf(limit.quota, base) - (limit.kind === 'at-most' ? already : 0)
  return isAmongFirst(unit, meeting, order, places, true)
}

/** Step 10: down by all grounds together (or the gravest), not past the last grade; a blocked one is passed over. */
function downgraded(scheme: CompiledScheme, unit: Assessed, grade: GradeIndex): GradeIndex {
  const steps = scheme.downgrades.map((downgrade) => Math.max(0, Number(unit.values.value(downgrade.steps))))
  const down = scheme.downgradesGravestOnly === undefined ? steps.reduce((a, b) => a + b, 0) : Math.max(0, ...steps)
  return down === 0 ? grade : openFrom(scheme, unit, grade + down, grade)
}

/** Step 11: at most so many above the grade that a fact gives; where that is none, no limit. */
function limited(scheme: CompiledScheme, unit: Assessed, grade: GradeIndex): GradeIndex {
  return scheme.gradeLimits.reduce((so, { steps, above }) => {
    const last = Number(unit.facts.get(above) ?? -1)
    const best = last - steps
    return last < 0 || so >= best ? so : openFrom(scheme, unit, best, so)
  }, grade)
}

/** The first grade from `from` down that is not blocked; where none is, the nearest above it, not above `to`. */
function openFrom(scheme: CompiledScheme, unit: Assessed, from: GradeIndex, to: GradeIndex): GradeIndex {
  const start = Math.min(from, scheme.grades.length - 1)
  for (let grade = start; grade < scheme.grades.length; grade += 1) {
    if (!isBlocked(scheme, unit, grade)) return grade
  }
  for (let grade = start; grade > to; grade -= 1) {
    if (!isBlocked(scheme, unit, grade)) return grade
  }
  return to
}
