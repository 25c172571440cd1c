import type { GradeIndex } from '../scheme/index.js'
import { isBlocked, type Field } from './field.js'
import { openBelow } from './lines.js'

/** Steps 10 to 12: the grade that a unit ends with, from the one that its line gave it (-1: none). */
export function movedGrade(field: Field, unit: number, lined: number): number {
  const made = field.made[unit]!
  if (made !== -1 || lined === -1) return made
  return limitedGrade(field, unit, downgraded(field, unit, lined))
}

/** Step 10: so many grades down, not past the last; a grade that the unit is kept out of is passed over. */
export function downgraded(field: Field, unit: number, from: GradeIndex): GradeIndex {
  const down = field.down[unit]!
  return down === 0 ? from : openFrom(field, unit, from + down, from)
}

function limitedGrade(field: Field, unit: number, from: GradeIndex): GradeIndex {
  let grade = from
  for (const limit of field.assessor.limits) grade = limitedBy(field, unit, grade, limit)
  return grade
}

/** Step 11: at most so many grades above the one that a fact gives; where that is none, no limit. */
export function limitedBy(
  field: Field,
  unit: number,
  grade: GradeIndex,
  { fact, steps }: Field['assessor']['limits'][number],
): GradeIndex {
  const last = gradeFact(field, unit, fact)
  const best = last - steps
  return last < 0 || grade >= best ? grade : openFrom(field, unit, best, grade)
}

function gradeFact({ rows, assessor: { scheme } }: Field, unit: number, fact: number): number {
  const { numbers, at } = rows.at(unit)!
  const given = numbers[at + fact]!
  const value = scheme.facts[fact]!.default
  if (!Number.isNaN(given)) return given
  return typeof value === 'number' ? value : -1
}

/** The first open grade from `from` down; where there is none, the nearest above it, at most `to`, which the unit has already. */
function openFrom(field: Field, unit: number, from: GradeIndex, to: GradeIndex): GradeIndex {
  const start = Math.min(from, field.assessor.scheme.grades.length - 1)
  const below = openBelow(field, unit, start)
  if (below !== undefined) return below
  for (let grade = start - 1; grade > to; grade -= 1) if (!isBlocked(field, unit, grade)) return grade
  return to
}
