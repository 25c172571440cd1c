import type { Assessor } from '../assess/assessor.js'
import type { UnsettledSource } from '../assess/context.js'
import type { Units } from '../blocks/units.js'
import type { Row } from '../reading/row.js'
import type { Reading } from '../reading/unit.js'
import type { CompiledScheme, GradeIndex } from '../scheme/index.js'
import type { Judgement, Places } from './judge.js'
import type { Reviewed } from './reviews.js'

/**
 * What tells what units that are not settled can still come to. It is made of half the engine again, so a loader has it only where it is
 * given it: `loadScheme(json, { ranges })` with `ranges` from `@merit/engine/ranges`.
 */
export interface Ranges {
  readonly ofAll: (cohort: OpenCohort) => Unsettled
  /** A unit by itself: of the others nothing is known. */
  readonly ofOne: (unit: OpenUnit) => Unsettled
}

/** All units, judged as far as they are settled. */
export interface OpenCohort {
  readonly scheme: CompiledScheme
  readonly places: Places
  readonly units: Units
  readonly reviewed: Reviewed
  readonly judgement: Judgement
  /** What step 13 makes of a unit's grade, by its kind and its place in it; undefined where nobody decided it. */
  readonly decidedGrade: (kind: number, unit: number) => GradeIndex | -1 | undefined
}

export interface OpenUnit {
  readonly assessor: Assessor
  readonly row: Row
  readonly reading: Reading
  readonly because: 'incomplete' | 'review'
}

/** Nothing of it is computed before somebody asks. */
export interface Unsettled {
  /** Whether a unit ends with the grade that it has now, whatever comes; of an incomplete unit (no `grade`): with one that can be told already. */
  readonly isCertain: (kind: number, unit: number, grade: number | undefined) => boolean
  /** `assessor`: the unit's own, where scores of it are decided. */
  readonly sourceOf: (assessor: Assessor, unit: number) => UnsettledSource
}
