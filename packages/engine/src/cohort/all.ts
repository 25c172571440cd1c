import type { Assessment, GradeStep, Result, StageResult, UnitResult, Whole } from '../api.js'
import type { Assessor } from '../assess/assessor.js'
import { printAmounts } from '../assess/amounts.js'
import { newResult, none } from '../assess/result.js'
import { limits } from '../load/limits.js'
import { DataError } from '../problems/index.js'
import { decidedGrade, overrideResults, ownAssessor } from './decide.js'
import { readData } from '../reading/data.js'
import { collectFaults, type Faults } from '../reading/faults.js'
import type { Reading, UnitReader } from '../reading/unit.js'
import type { CompiledScheme } from '../scheme/index.js'
import { stepsAfterGrade } from './award-steps.js'
import { conditionsAfterGrades, giveAwards, type AwardPool, type Following } from './awards.js'
import { fieldOf, nothingApplies } from './field.js'
import { stepsToGrade } from './grade-steps.js'
import { placesOf, type JudgedKind, type Judgement, type Places } from './judge.js'
import { whyIncomplete } from './missing.js'
import { mustHoldOf } from './must-hold.js'
import type { Ranges, Unsettled } from './ranges.js'
import { runReviews, type Reviewed, type Stage } from './reviews.js'
import { provisionalUnits, type Waits } from './settled.js'

/** What assessing by one scheme takes. */
export interface Assessing {
  readonly scheme: CompiledScheme
  readonly reader: UnitReader
  readonly assessor: (kind: number) => Assessor
  readonly version: UnitResult['version']
  /** Without it, nothing is told of what is not settled. */
  readonly ranges: Ranges | undefined
}

/** Everything that is settled about all units together. */
interface Cohort {
  readonly places: Places
  readonly readings: readonly Reading[]
  readonly reviewed: Reviewed
  /** After step 12, and after step 13. */
  readonly computed: Judgement
  readonly judgement: Judgement
  readonly following: readonly Following[]
  readonly pools: readonly AwardPool[]
  readonly isProvisional: Waits
  readonly unsettled: Unsettled | undefined
}

/** Assesses all units together. Throws a DataError with every fault of the data. */
export function assessAll(assessing: Assessing, data: unknown): Assessment {
  const { scheme, reader, assessor } = assessing
  const faults = collectFaults()
  const { readings, seeds, ballots } = readData(data, reader, faults)
  if (faults.found.length > 0) throw new DataError(faults.found)
  const own = readings.map((reading) => ownAssessor(scheme, reading))
  const places = placesOf(readings, scheme.kinds.length, own)
  refuseTooMany(assessing, places, faults)
  if (faults.found.length > 0) throw new DataError(faults.found)
  const reviewed = runReviews(scheme, assessor, places, readings, seeds, faults)
  if (faults.found.length > 0) throw new DataError(faults.found)
  const cohort = finish(assessing, places, readings, reviewed)
  const whole: Whole = {
    ...(scheme.mustHold === undefined
      ? {}
      : { mustHold: mustHoldOf(scheme, cohort.judgement, places, (index) => reviewed.waits[index] === 1) }),
    ...(scheme.ballots === undefined ? {} : { ballots }),
  }
  return Object.freeze({
    results: Object.freeze(readings.map((_, index) => resultOf(assessing, cohort, whole, index))),
    reviews: Object.freeze(scheme.reviews.map((_, at) => reviewSummary(scheme, cohort, at))),
    ...whole,
  })
}

/** What is computed over the field is proved to be exact for so many units of a kind. */
function refuseTooMany({ scheme, assessor }: Assessing, { members }: Places, faults: Faults): void {
  members.forEach(({ length }, kind) => {
    if (length <= limits.unitsOfField) return
    const { phases, latePhases } = assessor(kind)
    if (phases.length + latePhases.length === 0) return
    faults.add('too-many-units', {}, { kind: scheme.kinds[kind]!.name, found: length, most: limits.unitsOfField })
  })
}

/** Steps 14 and 15, and what can still move. */
function finish(
  { scheme, ranges }: Assessing,
  places: Places,
  readings: readonly Reading[],
  reviewed: Reviewed,
): Cohort {
  const computed = reviewed.stages.at(-1)?.judgement ?? reviewed.reported
  const judgement = decided(computed, places, readings)
  const fields = judgement.kinds.map(({ field }) => field)
  const following = judgement.kinds.map(({ field, grades }) => conditionsAfterGrades(field, grades))
  const pools = giveAwards(scheme, fields, following)
  const waits: Waits = (kind, unit) => reviewed.waits[places.members[kind]![unit]!] === 1
  const decidedGradeOf = (kind: number, unit: number): ReturnType<typeof decidedGrade> =>
    decidedGrade(readings[places.members[kind]![unit]!]!)
  const isDecided: Waits = (kind, unit) => decidedGradeOf(kind, unit) !== undefined
  const isProvisional = provisionalUnits(scheme, judgement, following, waits, isDecided)
  const unsettled = ranges?.ofAll({ scheme, places, readings, reviewed, judgement, decidedGrade: decidedGradeOf })
  return { places, computed, readings, reviewed, judgement, following, pools, isProvisional, unsettled }
}

/** Step 13: decided grades in the place of those that were computed. */
function decided(judgement: Judgement, places: Places, readings: readonly Reading[]): Judgement {
  if (readings.every((reading) => decidedGrade(reading) === undefined)) return judgement
  return {
    kinds: judgement.kinds.map((one, kind) => {
      const grades = one.grades.map((grade, unit) => {
        const isComplete = one.field.complete[unit] === 1
        return (isComplete ? decidedGrade(readings[places.members[kind]![unit]!]!) : undefined) ?? grade
      })
      return { ...one, grades }
    }),
  }
}

/** What step 13 did to a unit's grade. */
export function overrideStep(reading: Reading, from: number): readonly GradeStep[] {
  const override = reading.overrides?.find((one) => one.of === 'grade')
  if (override === undefined) return none
  const { by, on, why } = override.given
  return [{ step: 'override', from, to: override.grade, by, on, why }]
}

function resultOf({ scheme, version }: Assessing, cohort: Cohort, whole: Whole, index: number): Result {
  const { places, judgement, readings, reviewed } = cohort
  const kind = places.kind[index]!
  const unit = places.unit[index]!
  const { field, grades, ranks, ranked, lined } = judgement.kinds[kind]!
  const { assessor } = fieldOf(field, unit)
  const reading = readings[index]!
  const before = cohort.computed.kinds[kind]!.grades[unit]!
  const overrides = overrideResults(
    scheme,
    field.assessor,
    reading,
    reviewed.rows[index]!,
    gradeName(scheme, before),
    (state) => field.overField?.put(unit, state),
  )
  const isComplete = field.complete[unit] === 1
  const isProvisional = isComplete && cohort.isProvisional(kind, unit)
  const following = cohort.following[kind]!
  const overField = field.overField?.accessOf(unit)
  const unsettled = isComplete && !isProvisional ? undefined : cohort.unsettled?.sourceOf(assessor, unit)
  const source = {
    unsettled,
    whole,
    assessor,
    overField,
    data: readings[index]!.data,
    row: reviewed.rows[index]!,
    isComplete,
    grade: grades[unit]!,
    ranked,
    gradeSteps: () => {
      if (!isComplete) return none
      const toGrade = [...stepsToGrade(field, unit, lined), ...overrideStep(reading, before)]
      if (isProvisional) return toGrade
      const fields = judgement.kinds.map((one) => one.field)
      return [...toGrade, ...stepsAfterGrade(fields, kind, unit, following, cohort.pools)]
    },
  }
  const stages = scheme.reviews.length === 0 ? undefined : stagesOf(scheme, cohort, index)
  if (!isComplete) {
    return newResult(source, {
      ...incomplete,
      ...whyIncomplete(assessor, source.row, overField),
      certain: cohort.unsettled?.isCertain(kind, unit, undefined),
      version,
      stages,
      overrides,
    })
  }
  const hasScores = field.out[unit] !== nothingApplies
  const print = (column: JudgedKind['field']['total']) => (hasScores ? column.print(unit) : undefined)
  return newResult(source, {
    version,
    status: isProvisional ? 'provisional' : 'final',
    total: print(field.total),
    bonus: print(field.bonus),
    penalty: print(field.penalty),
    rank: ranks[unit] === 0 ? null : ranks[unit]!,
    grade: gradeName(scheme, grades[unit]!),
    awards: isProvisional ? none : namesOf(scheme.awards, (place) => (following.awards[place]?.granted[unit] ?? 0) > 0),
    outcomes: isProvisional ? none : namesOf(scheme.outcomes, (place) => following.outcomes[place]![unit] === 1),
    missing: none,
    amounts: isProvisional ? undefined : printAmounts(assessor, source.row, source.grade),
    certain: isProvisional && cohort.unsettled?.isCertain(kind, unit, grades[unit]),
    stages,
    overrides,
  })
}

/** What a unit has that is incomplete. */
export const incomplete = {
  status: 'incomplete',
  total: undefined,
  bonus: undefined,
  penalty: undefined,
  rank: null,
  grade: null,
  awards: none,
  outcomes: none,
} as const

export function gradeName({ grades }: CompiledScheme, grade: number): string | null {
  return grades[grade] ?? null
}

export function namesOf(
  list: readonly { readonly name: string }[],
  has: (place: number) => boolean,
): readonly string[] {
  let names: string[] | undefined
  for (let place = 0; place < list.length; place += 1) if (has(place)) (names ??= []).push(list[place]!.name)
  return names === undefined ? none : Object.freeze(names)
}

function stagesOf(scheme: CompiledScheme, { reviewed, places }: Cohort, index: number): readonly StageResult[] {
  const kind = places.kind[index]!
  const unit = places.unit[index]!
  const reported = { review: null, ...standing(scheme, reviewed.reported.kinds[kind]!, unit) }
  const others = reviewed.stages.map(({ choices, reviewed: found, judgement }, at) => ({
    review: scheme.reviews[at]!.name,
    choice: publicChoice(choices[index]!),
    reviewed: found[index] === 1,
    ...standing(scheme, judgement.kinds[kind]!, unit),
  }))
  return Object.freeze([reported, ...others].map((stage) => Object.freeze(stage)))
}

/** Total and grade as they stand at a stage. */
function standing(
  scheme: CompiledScheme,
  { field, grades }: JudgedKind,
  unit: number,
): Pick<StageResult, 'total' | 'grade'> {
  const hasScores = field.complete[unit] === 1 && field.out[unit] !== nothingApplies
  return {
    total: hasScores ? field.total.print(unit).text : null,
    grade: gradeName(scheme, grades[unit]!),
  }
}

export function publicChoice(choice: Stage['choices'][number]): NonNullable<StageResult['choice']> {
  return choice === 'undrawn' || choice === 'unsettled' ? 'open' : choice
}

function reviewSummary(
  scheme: CompiledScheme,
  { readings, reviewed }: Cohort,
  at: number,
): Assessment['reviews'][number] {
  const { choices, reviewed: found } = reviewed.stages[at]!
  const unitsWith = (test: (index: number) => boolean): readonly string[] =>
    Object.freeze(readings.flatMap(({ name }, index) => (test(index) ? [name] : [])))
  return Object.freeze({
    review: scheme.reviews[at]!.name,
    chosen: unitsWith((index) => choices[index] === 'chosen'),
    drawn: unitsWith((index) => choices[index] === 'drawn'),
    awaiting: unitsWith((index) => (choices[index] === 'chosen' || choices[index] === 'drawn') && found[index] === 0),
    open: choices.includes('undrawn'),
  })
}
