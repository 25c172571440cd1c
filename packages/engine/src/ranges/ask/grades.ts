/** The grades that a unit can end with. */
import type { UnitData } from '../../api.js'
import type { GradeIndex } from '../../scheme/index.js'
import type { Verdict } from '../possibilities.js'
import type { Wanted } from '../solve/search.js'
import { atLeast, atMost } from './goals.js'
import type { End } from './numbers.js'
import { answer, nodeOf, type Answer, type Study } from './study.js'
import { unitOf } from './witness.js'

/**
 * Every grade with its verdict. Where the others of the kind decide, a unit is preferred whose total others can be above and below, so
 * that some of them can take the places, or leave them.
 */
export function gradesOf(
  study: Study,
  total: { readonly least: End; readonly greatest: End },
  given: UnitData | undefined,
): ReadonlyMap<GradeIndex | -1, Verdict> {
  const { grades } = study.model.scheme
  const all: readonly (GradeIndex | -1)[] = [...grades.map((_, grade) => grade), -1]
  const looksAtOthers = study.model.variables.some(({ source }) => source.kind === 'room')
  const between = looksAtOthers ? amongOthers(study, total) : []
  return new Map(all.map((grade) => [grade, verdictOf(study, gradeAnswer(study, grade, between), given)]))
}

/** By a rule that decides the grade, or by the lines: each way is a question of its own. */
function gradeAnswer(study: Study, grade: GradeIndex | -1, between: readonly Wanted[]): Answer {
  const { model } = study
  const ends: Wanted = { cell: model.grade, low: grade, high: grade }
  const madeIt = (by: number): Wanted => ({ cell: model.made, low: by, high: by })
  // A unit that is taken out has no grade whatever a rule would make of it.
  const others =
    grade === -1
      ? [[ends]]
      : [
          [madeIt(grade), ends],
          [madeIt(-1), ends],
        ]
  const ways = [[madeIt(-1), ends, ...between], ...others]
  let isImpossible = true
  for (const [place, way] of ways.entries()) {
    if (grade !== -1 && place === ways.length - 1 && between.length === 0) break
    const found = answer(study, way)
    if (found.kind === 'found') return found
    // The first way asks for more than the last, which stands for it.
    if (found.kind === 'open' && (place > 0 || between.length === 0)) isImpossible = false
  }
  return { kind: isImpossible ? 'impossible' : 'open' }
}

/** The total is neither the least nor the greatest that units have. */
function amongOthers(
  study: Study,
  { least, greatest }: { readonly least: End; readonly greatest: End },
): readonly Wanted[] {
  const { scheme, kind } = study.model
  const node = nodeOf(study, scheme.kinds[kind]?.total ?? '')
  return [atLeast(study, node, least.value, false), atMost(study, node, greatest.value, false)]
}

export function verdictOf(study: Study, found: Answer, given: UnitData | undefined): Verdict {
  if (found.kind !== 'found') return { kind: found.kind }
  const { values } = found
  return {
    kind: 'possible',
    /** Made when it is asked for: a list can be long. */
    get witness() {
      return unitOf(study.model, values, given)
    },
  }
}
