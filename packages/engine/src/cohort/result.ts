import type { GradeStep, Result, StageResult, Whole } from '../api.js'
import { printAmounts } from '../assess/amounts.js'
import type { Assessor } from '../assess/assessor.js'
import type { FieldAccess, Source, UnsettledSource } from '../assess/context.js'
import { none } from '../assess/none.js'
import { mayHaveMore, newResult, plainResult } from '../assess/result.js'
import type { Row } from '../reading/row.js'
import type { CompiledScheme } from '../scheme/index.js'
import type { UnitData } from '../api.js'
import { stepsAfterGrade } from './award-steps.js'
import { overrideResults, overrideStep } from './decide.js'
import { fieldOf, nothingApplies } from './field.js'
import { stepsToGrade } from './grade-steps.js'
import type { JudgedKind } from './judge.js'
import { whyIncomplete } from './missing.js'
import { gradeName, incomplete, publicChoice } from './named.js'
import type { Cohort } from './together.js'

/** What stands behind the result of a unit that was judged with others: its place among them, from which all else is found. */
class CohortSource implements Source {
  readonly #cohort: Cohort
  readonly #index: number

  constructor(
    cohort: Cohort,
    index: number,
    readonly assessor: Assessor,
  ) {
    this.#cohort = cohort
    this.#index = index
  }

  get #kind(): number {
    return this.#cohort.places.kind[this.#index]!
  }

  get #unit(): number {
    return this.#cohort.places.unit[this.#index]!
  }

  get #judged(): JudgedKind {
    return this.#cohort.judgement.kinds[this.#kind]!
  }

  get name(): string {
    return this.#cohort.units.nameOf(this.#index)
  }

  get data(): UnitData {
    return this.#cohort.units.dataOf(this.#index)
  }

  get row(): Row {
    return this.#cohort.reviewed.rows.at(this.#index)!
  }

  get isComplete(): boolean {
    return this.#judged.field.complete[this.#unit] === 1
  }

  get grade(): number {
    return this.#judged.grades[this.#unit]!
  }

  get ranked(): number {
    return this.#judged.ranked
  }

  get overField(): FieldAccess | undefined {
    return this.#judged.field.overField?.accessOf(this.#unit)
  }

  get unsettled(): UnsettledSource | undefined {
    const isSettled = this.isComplete && !this.#cohort.isProvisional(this.#kind, this.#unit)
    return isSettled ? undefined : this.#cohort.unsettled?.sourceOf(this.assessor, this.#unit)
  }

  get whole(): Whole {
    return this.#cohort.whole
  }

  gradeSteps(): readonly GradeStep[] {
    if (!this.isComplete) return none
    const { judgement, computed, following, pools, units, isProvisional } = this.#cohort
    const [kind, unit] = [this.#kind, this.#unit]
    const { field, lined } = this.#judged
    const decisions = units.overrides.get(this.#index)
    const toGrade = [
      ...stepsToGrade(field, unit, lined),
      ...overrideStep(decisions, computed.kinds[kind]!.grades[unit]!),
    ]
    if (isProvisional(kind, unit)) return toGrade
    const fields = judgement.kinds.map((one) => one.field)
    return [...toGrade, ...stepsAfterGrade(fields, kind, unit, following[kind]!, pools)]
  }
}

/** The result of one of the units, by its place in the data. */
export function cohortResult(cohort: Cohort, index: number): Result {
  return usualResult(cohort, index) ?? fullResult(cohort, index)
}

/** The result of a unit about which all is settled and nothing decided; undefined for others, and in schemes whose results have more. */
function usualResult(cohort: Cohort, index: number): Result | undefined {
  const { assessing, places, judgement, units } = cohort
  const { scheme, version } = assessing
  const kind = places.kind[index]!
  const unit = places.unit[index]!
  const { field, grades, ranks } = judgement.kinds[kind]!
  const { assessor, complete, out, total, bonus, penalty } = field
  if (scheme.reviews.length > 0 || scheme.amounts !== undefined || mayHaveMore(assessor)) return undefined
  if (complete[unit] === 0 || out[unit] === nothingApplies || units.overrides.has(index)) return undefined
  if (cohort.isProvisional(kind, unit)) return undefined
  const gains = cohort.gains[kind]!
  return plainResult(new CohortSource(cohort, index, assessor), {
    version,
    status: 'final',
    total: total.print(unit),
    bonus: bonus.print(unit),
    penalty: penalty.print(unit),
    rank: ranks[unit] === 0 ? null : ranks[unit]!,
    grade: gradeName(scheme, grades[unit]!),
    awards: gains.awards(unit),
    outcomes: gains.outcomes(unit),
    missing: none,
  })
}

function fullResult(cohort: Cohort, index: number): Result {
  const { assessing, places, judgement, units, unsettled } = cohort
  const { scheme, version } = assessing
  const kind = places.kind[index]!
  const unit = places.unit[index]!
  const { field, grades, ranks } = judgement.kinds[kind]!
  const isComplete = field.complete[unit] === 1
  const isProvisional = isComplete && cohort.isProvisional(kind, unit)
  const source = new CohortSource(cohort, index, fieldOf(field, unit).assessor)
  const stages = scheme.reviews.length === 0 ? undefined : stagesOf(scheme, cohort, index)
  const overrides = units.overrides.has(index) ? overridesOf(cohort, index) : undefined
  if (!isComplete) {
    return newResult(source, {
      ...incomplete,
      ...whyIncomplete(source.assessor, source.row, source.overField),
      certain: unsettled?.isCertain(kind, unit, undefined),
      version,
      stages,
      overrides,
    })
  }
  const gains = cohort.gains[kind]!
  const hasScores = field.out[unit] !== nothingApplies
  return newResult(source, {
    version,
    status: isProvisional ? 'provisional' : 'final',
    total: hasScores ? field.total.print(unit) : undefined,
    bonus: hasScores ? field.bonus.print(unit) : undefined,
    penalty: hasScores ? field.penalty.print(unit) : undefined,
    rank: ranks[unit] === 0 ? null : ranks[unit]!,
    grade: gradeName(scheme, grades[unit]!),
    awards: isProvisional ? none : gains.awards(unit),
    outcomes: isProvisional ? none : gains.outcomes(unit),
    missing: none,
    amounts:
      isProvisional || scheme.amounts === undefined
        ? undefined
        : printAmounts(source.assessor, source.row, grades[unit]!),
    certain: isProvisional && unsettled?.isCertain(kind, unit, grades[unit]),
    stages,
    overrides,
  })
}

function overridesOf({ assessing, places, judgement, computed, units, reviewed }: Cohort, index: number) {
  const { scheme } = assessing
  const kind = places.kind[index]!
  const unit = places.unit[index]!
  const { field } = judgement.kinds[kind]!
  return overrideResults(
    scheme,
    field.assessor,
    { overrides: units.overrides.get(index), kind },
    reviewed.rows.at(index)!,
    gradeName(scheme, computed.kinds[kind]!.grades[unit]!),
    (state) => field.overField?.put(unit, state),
  )
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
