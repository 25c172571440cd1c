import type { Assessor } from '../../assess/assessor.js'
import type { UnsettledSource } from '../../assess/context.js'
import type { Row } from '../../reading/facts.js'
import type { CompiledScheme, GradeIndex } from '../../scheme/index.js'
import { assessAt, newField, type Field } from '../field.js'
import type { Judgement } from '../judge.js'
import { gainsOf, type Gains } from './awards.js'
import type { Openness } from './open-facts.js'
import { rangeOf } from './range.js'
import { settledScores } from './scores.js'
import { once } from './once.js'
import { openKind, type OpenKind } from './kind.js'

/** What units that are not settled can still come to, whatever the facts turn out to be that are missing, and what reviews find. */
export interface Unsettled {
  readonly kind: (kind: number) => OpenKind
  readonly gains: () => Gains
}

/** `whyOpen` says why a unit is open, by its kind and its place in it. Nothing is computed before somebody asks. */
export function unsettledUnits(
  scheme: CompiledScheme,
  judgement: Judgement,
  whyOpen: (kind: number, unit: number) => Openness | undefined,
  decidedGrade: (kind: number, unit: number) => GradeIndex | -1 | undefined,
): Unsettled {
  const kinds = judgement.kinds.map((judged, kind) =>
    once(() =>
      openKind(
        judged,
        (unit) => whyOpen(kind, unit),
        (unit) => decidedGrade(kind, unit),
        false,
      ),
    ),
  )
  const fields = judgement.kinds.map(({ field }) => field)
  const open = (): readonly OpenKind[] => kinds.map((kind) => kind())
  return { kind: (kind) => kinds[kind]!(), gains: once(() => gainsOf(scheme, fields, open(), false)) }
}

/** A unit by itself: of the others nothing is known. */
export function unsettledAlone(
  assessor: Assessor,
  row: Row,
  why: Openness,
  decided: GradeIndex | -1 | undefined,
): Unsettled {
  const field = newField(assessor, [row])
  assessAt(field, 0)
  const none = Int32Array.of(-1)
  const lined = { grade: none, line: none, contests: [] }
  const kind = once(() =>
    openKind(
      { field, lined, grades: none, ranks: Int32Array.of(0), ranked: 0 },
      () => why,
      () => decided,
      true,
    ),
  )
  const gains = (): Gains => {
    const [fields, kinds]: [Field[], OpenKind[]] = [[], []]
    fields[assessor.index] = field
    kinds[assessor.index] = kind()
    return gainsOf(assessor.scheme, fields, kinds, true)
  }
  return { kind, gains: once(gains) }
}

/** Whether a unit ends with the grade that it has now, whatever comes; of an incomplete unit: with one that can be told already. */
export function isCertain(kind: OpenKind, unit: number, grade: number | undefined): boolean {
  const grades = kind.grades[unit]!
  return grades.size === 1 && (grade === undefined || grades.has(grade))
}

/** What can be told of a unit that is not settled, when somebody asks. */
export function unsettledSource(
  assessor: Assessor,
  unsettled: Unsettled,
  unit: number,
  hasPlace = true,
): UnsettledSource {
  const kind = (): OpenKind => unsettled.kind(assessor.index)
  const opened = kind().opened[unit]
  return {
    range: () => rangeOf({ assessor, kind: kind(), unit, gains: unsettled.gains(), hasPlace }),
    scores: opened === undefined ? undefined : () => settledScores(assessor, (opened.asReported ?? opened).given),
  }
}
