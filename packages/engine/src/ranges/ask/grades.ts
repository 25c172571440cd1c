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
  return new Map(
    all.map((grade) => {
      const wanted: Wanted = { cell: study.model.grade, low: grade, high: grade }
      const found = between.length === 0 ? undefined : answer(study, [wanted, ...between])
      const settled = found?.kind === 'found' ? found : answer(study, [wanted])
      return [grade, verdictOf(study, settled, given)]
    }),
  )
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
