import type { Assessor } from '../assess/assessor.js'
import type { UnsettledSource } from '../assess/context.js'
import { decidedGrade } from '../cohort/decide.js'
import { assessAt, newField, type Field } from '../cohort/field.js'
import type { OpenCohort, OpenUnit, Unsettled } from '../cohort/ranges.js'
import { orderOf } from '../cohort/order.js'
import { gainsOf, type Gains } from './awards.js'
import { openKind, type OpenKind } from './kind.js'
import { once } from './once.js'
import { rangeOf } from './range.js'
import { settledScores } from './scores.js'
import { whyOpen } from './why-open.js'

/** What units that are not settled can still come to, whatever the facts turn out to be that are missing, and what reviews find. */
export function unsettledUnits(cohort: OpenCohort): Unsettled {
  const { scheme, judgement, decidedGrade: decided } = cohort
  const why = whyOpen(cohort)
  const kinds = judgement.kinds.map((judged, kind) =>
    once(() =>
      openKind(
        judged,
        (unit) => why(kind, unit),
        (unit) => decided(kind, unit),
        false,
      ),
    ),
  )
  const fields = judgement.kinds.map(({ field }) => field)
  const gains = once(() =>
    gainsOf(
      scheme,
      fields,
      kinds.map((kind) => kind()),
      false,
    ),
  )
  return unsettled((kind) => kinds[kind]!(), gains, true)
}

/** A unit by itself: of the others nothing is known. */
export function unsettledAlone({ assessor, row, reading, because }: OpenUnit): Unsettled {
  const field = newField(assessor, [row])
  assessAt(field, 0)
  const none = Int32Array.of(-1)
  const lined = { grade: none, line: none, contests: [] }
  const kind = once(() =>
    openKind(
      { field, order: orderOf(field), lined, grades: none, ranks: Int32Array.of(0), ranked: 0 },
      () => ({ because, data: reading.data, reopened: [] }),
      () => decidedGrade(reading.overrides),
      true,
    ),
  )
  const gains = once(() => {
    const [fields, kinds]: [Field[], OpenKind[]] = [[], []]
    fields[assessor.index] = field
    kinds[assessor.index] = kind()
    return gainsOf(assessor.scheme, fields, kinds, true)
  })
  return unsettled(kind, gains, false)
}

function unsettled(kindAt: (kind: number) => OpenKind, gains: () => Gains, hasPlace: boolean): Unsettled {
  return {
    isCertain: (kind, unit, grade) => {
      const grades = kindAt(kind).grades[unit]!
      return grades.size === 1 && (grade === undefined || grades.has(grade))
    },
    sourceOf: (assessor, unit) => sourceOf(assessor, kindAt(assessor.index), unit, gains, hasPlace),
  }
}

/** What can be told of a unit that is not settled, when somebody asks. */
function sourceOf(
  assessor: Assessor,
  kind: OpenKind,
  unit: number,
  gains: () => Gains,
  hasPlace: boolean,
): UnsettledSource {
  const opened = kind.opened[unit]
  return {
    range: () => rangeOf({ assessor, kind, unit, gains: gains(), hasPlace }),
    scores: opened === undefined ? undefined : () => settledScores(assessor, (opened.asReported ?? opened).given),
  }
}
