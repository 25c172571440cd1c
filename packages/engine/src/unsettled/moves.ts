import type { GradeIndex } from '../scheme/index.js'
import type { Assessor } from '../assess/assessor.js'
import type { Outlook } from './outlook.js'

/** Steps 10 and 11 for a unit of which facts are open: every grade that it can end with from the one that its line gave it. */
export function movedGrades(
  { scheme, limits }: Assessor,
  outlook: Outlook,
  lined: GradeIndex,
): ReadonlySet<GradeIndex> {
  const { down, lasts } = outlook
  const worst = scheme.grades.length - 1
  let grades = new Set<GradeIndex>()
  for (let steps = down.least; steps <= down.most; steps += 1) {
    if (steps === 0) grades.add(lined)
    else for (const grade of openFrom(outlook, lined + steps, lined, worst)) grades.add(grade)
  }
  limits.forEach(({ steps }, place) => {
    grades = new Set([...grades].flatMap((grade) => limitedGrades(outlook, grade, lasts[place] ?? [-1], steps, worst)))
  })
  return grades
}

function limitedGrades(
  outlook: Outlook,
  grade: GradeIndex,
  lasts: readonly (GradeIndex | -1)[],
  steps: number,
  worst: GradeIndex,
): readonly GradeIndex[] {
  return lasts.flatMap((last) => {
    const best = last - steps
    return last < 0 || grade >= best ? [grade] : [...openFrom(outlook, best, grade, worst)]
  })
}

/** The first open grade from `from` down; where there may be none, also the nearest above it, at most `to`. */
function openFrom(outlook: Outlook, from: number, to: GradeIndex, worst: GradeIndex): ReadonlySet<GradeIndex> {
  const start = Math.min(from, worst)
  const found = openBelow(outlook, start)
  if (!found.mayBeNone) return found.grades
  const grades = new Set(found.grades)
  for (let grade = start - 1; grade > to; grade -= 1) {
    if (outlook.mustBar[grade] === false) grades.add(grade)
    if (outlook.mayBar[grade] === false) return grades
  }
  return grades.add(to)
}

/** The first grades from `from` down that can be open to the unit; whether there may be none. */
export function openBelow(
  { mayBar, mustBar }: Outlook,
  from: GradeIndex,
): { readonly grades: ReadonlySet<GradeIndex>; readonly mayBeNone: boolean } {
  const grades = new Set<GradeIndex>()
  for (let grade = from; grade < mayBar.length; grade += 1) {
    if (mustBar[grade] === false) grades.add(grade)
    if (mayBar[grade] === false) return { grades, mayBeNone: false }
  }
  return { grades, mayBeNone: true }
}
