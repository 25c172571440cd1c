import type { BallotsResult, UnitResult, Whole } from '../api.js'
import type { Assessor } from '../assess/assessor.js'
import type { Units } from '../blocks/units.js'
import { limits } from '../load/limits.js'
import { DataError } from '../problems/index.js'
import type { Faults } from '../reading/faults.js'
import type { UnitReader } from '../reading/unit.js'
import type { CompiledScheme, GradeIndex } from '../scheme/index.js'
import { conditionsAfterGrades, giveAwards, type AwardPool, type Following } from './awards.js'
import { decidedGrade, ownAssessor } from './decide.js'
import { placesOf, type Judgement, type Places } from './judge.js'
import { mustHoldOf } from './must-hold.js'
import { nameLists } from './named.js'
import type { Ranges, Unsettled } from './ranges.js'
import { runReviews, type Reviewed } from './reviews.js'
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
export interface Cohort {
  readonly assessing: Assessing
  readonly units: Units
  readonly places: Places
  readonly reviewed: Reviewed
  /** After step 12, and after step 13. */
  readonly computed: Judgement
  readonly judgement: Judgement
  readonly following: readonly Following[]
  readonly pools: readonly AwardPool[]
  readonly isProvisional: Waits
  readonly unsettled: Unsettled | undefined
  readonly whole: Whole
  /** By kind. */
  readonly gains: readonly Gains[]
}

/** The names of what a unit gets. */
interface Gains {
  readonly awards: (unit: number) => readonly string[]
  readonly outcomes: (unit: number) => readonly string[]
}

/** What is known of the units besides their facts. */
export interface AboutAll {
  /** The seed of each review's lot, by the review's place. */
  readonly seeds: readonly (string | undefined)[]
  readonly ballots: readonly BallotsResult[]
}

/** Judges all units together. Throws a DataError where findings are about units that no review looks at, or there are too many units. */
export function judgeTogether(
  assessing: Assessing,
  units: Units,
  { seeds, ballots }: AboutAll,
  faults: Faults,
): Cohort {
  const { scheme, assessor } = assessing
  const places = placesOf(units.kinds, scheme.kinds.length, ownAssessors(scheme, units))
  refuseTooMany(assessing, places, faults)
  if (faults.found.length > 0) throw new DataError(faults.found)
  const reviewed = runReviews(scheme, assessor, places, units, seeds, faults)
  if (faults.found.length > 0) throw new DataError(faults.found)
  return finish(assessing, places, units, reviewed, ballots)
}

/** Of the units that have scores decided. */
function ownAssessors(scheme: CompiledScheme, { overrides, kinds }: Units): Places['own'] {
  const own = new Map<number, Assessor>()
  for (const [index, decisions] of overrides) {
    const assessor = ownAssessor(scheme, { overrides: decisions, kind: kinds[index]! })
    if (assessor !== undefined) own.set(index, assessor)
  }
  return own
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
  assessing: Assessing,
  places: Places,
  units: Units,
  reviewed: Reviewed,
  ballots: readonly BallotsResult[],
): Cohort {
  const { scheme, ranges } = assessing
  const computed = reviewed.stages.at(-1)?.judgement ?? reviewed.reported
  const judgement = decided(computed, places, units)
  const following = judgement.kinds.map(({ field, grades }) => conditionsAfterGrades(field, grades))
  const pools = giveAwards(scheme, judgement.kinds, following)
  const waits: Waits = (kind, unit) => reviewed.waits[places.members[kind]![unit]!] === 1
  const decidedGradeOf = (kind: number, unit: number): GradeIndex | -1 | undefined =>
    decidedGrade(units.overrides.get(places.members[kind]![unit]!))
  const isDecided: Waits = (kind, unit) => decidedGradeOf(kind, unit) !== undefined
  const isProvisional = provisionalUnits(scheme, judgement, following, waits, isDecided)
  const unsettled = ranges?.ofAll({ scheme, places, units, reviewed, judgement, decidedGrade: decidedGradeOf })
  const whole: Whole = {
    ...(scheme.mustHold === undefined
      ? {}
      : { mustHold: mustHoldOf(scheme, judgement, places, (index) => reviewed.waits[index] === 1) }),
    ...(scheme.ballots === undefined ? {} : { ballots }),
  }
  return {
    assessing,
    units,
    places,
    computed,
    reviewed,
    judgement,
    following,
    pools,
    isProvisional,
    unsettled,
    whole,
    gains: gainsOf(scheme, following),
  }
}

function gainsOf({ awards, outcomes }: CompiledScheme, following: readonly Following[]): readonly Gains[] {
  const [awardNames, outcomeNames] = [nameLists(awards), nameLists(outcomes)]
  return following.map((own) => {
    const granted = own.awards.map((competition) => competition?.granted)
    return {
      awards: (unit) => awardNames(granted, unit),
      outcomes: (unit) => outcomeNames(own.outcomes, unit),
    }
  })
}

/** Step 13: decided grades in the place of those that were computed. */
function decided(judgement: Judgement, { kind, unit }: Places, { overrides }: Units): Judgement {
  const grades = judgement.kinds.map((one) => one.grades)
  for (const [index, decisions] of overrides) {
    const grade = decidedGrade(decisions)
    const of = kind[index]!
    if (grade === undefined || judgement.kinds[of]!.field.complete[unit[index]!] === 0) continue
    if (grades[of] === judgement.kinds[of]!.grades) grades[of] = grades[of]!.slice()
    grades[of]![unit[index]!] = grade
  }
  return {
    kinds: judgement.kinds.map((one, at) => (one.grades === grades[at] ? one : { ...one, grades: grades[at]! })),
  }
}
