import type { GradeStep, Result, StageResult, UnitData } from '../api.js'
import type { Assessor } from '../assess/assessor.js'
import type { Source } from '../assess/context.js'
import { bandTest, type BandTest } from '../assess/band.js'
import { printAmounts } from '../assess/amounts.js'
import { none } from '../assess/none.js'
import { mayHaveMore, newResult, plainResult } from '../assess/result.js'
import { DataError } from '../problems/index.js'
import { replaced, type Row } from '../reading/row.js'
import { decidedGrade, overrideResults, overrideStep, ownAssessor } from './decide.js'
import { collectFaults, type Faults } from '../reading/faults.js'
import { readOneByOne } from '../reading/one.js'
import { ReadUnit } from '../reading/read-unit.js'
import type { Reading } from '../reading/unit.js'
import type { GradeIndex, Grading, NodeId, Review } from '../scheme/index.js'
import { gradeName, incomplete, namesOf, publicChoice } from './named.js'
import type { Assessing } from './together.js'
import { stepsAfterGrade } from './award-steps.js'
import { conditionsAfterGrades } from './awards.js'
import { mayBeReviewed, type Choice } from './choose.js'
import { assessAt, isBlocked, isGraded, newField, nothingApplies, type Field } from './field.js'
import { stepsToGrade } from './grade-steps.js'
import { finalGrade, looksAtOthers } from './judge.js'
import { linesInTurn, openBelow, type Lined } from './lines.js'
import { whyIncomplete } from './missing.js'
import { straightly, straightOf, type Straight, type Straightly } from './straight.js'

/** A kind whose units are assessed one by one: a field of one, used again and again, and its bands. */
interface Single {
  readonly field: Field
  readonly rows: Row[]
  readonly looksAtOthers: boolean
  readonly lines: readonly { readonly place: number; readonly grade: GradeIndex; readonly test: BandTest | undefined }[]
  readonly hasFollowing: boolean
  /** A complete unit's result has what every result has and no more, unless something is decided: nothing follows, nobody else matters. */
  readonly isPlain: boolean
  /** How a plain unit is graded where nothing but its total matters. */
  readonly straight: Straight | undefined
}

/** What one unit comes to by itself. */
interface Standing {
  readonly isComplete: boolean
  /** -1 for none, or for one that needs the others. */
  readonly grade: number
  readonly needsOthers: boolean
}

/** Assesses single units. Throws a DataError with every fault of the unit. */
export function assessOne(assessing: Assessing): (unit: unknown) => Result {
  const { scheme, reader, assessor } = assessing
  const singles: (Single | undefined)[] = []
  const read = readOneByOne(reader)

  function readyOrRead(given: unknown): Reading {
    const ready = ReadUnit.readingOf(given, reader)
    return ready === undefined || ready === 'other-scheme' ? read(given) : ready
  }

  return (given) => {
    const reading = reader.readAhead(given) ?? readyOrRead(given)
    const own = reading.overrides === undefined ? undefined : ownAssessor(scheme, reading)
    const single = own === undefined ? (singles[reading.kind] ??= newSingle(assessor(reading.kind))) : newSingle(own)
    if (single.isPlain && reading.overrides === undefined) {
      const result = plainResultOf(assessing, single, reading)
      if (result !== undefined) return result
    }
    if (scheme.reviews.length === 0) return resultOf(assessing, single, reading, reading.row, undefined, false)
    return reviewedResult(assessing, single, reading, collectFaults())
  }
}

function newSingle(assessor: Assessor): Single {
  const rows: Row[] = [
    { numbers: new Float64Array(assessor.fallback.length), at: 0, lists: [], isFull: false, hasEvery: false },
  ]
  const { grading } = assessor.kind
  const hasFollowing =
    assessor.scheme.outcomes.length > 0 ||
    assessor.amounts.length > 0 ||
    assessor.awards.some((award) => award !== undefined)
  const needsOthers = looksAtOthers(assessor) || assessor.looksAtField.before || assessor.scheme.reviews.length > 0
  const isPlain = !hasFollowing && !needsOthers && !mayHaveMore(assessor)
  return {
    field: newField(assessor, rows),
    rows,
    looksAtOthers: looksAtOthers(assessor),
    hasFollowing,
    isPlain,
    straight: isPlain ? straightOf(assessor) : undefined,
    lines: grading === undefined ? [] : bandsOf(grading, assessor),
  }
}

function bandsOf(grading: Grading, { total }: Assessor): Single['lines'] {
  return linesInTurn(grading).map((place) => {
    const { grade, criterion } = grading.lines[place]!
    return { place, grade, test: criterion.kind === 'band' ? bandTest(criterion, total) : undefined }
  })
}

/** Assesses the row in the single field. */
function stand(single: Single, row: Row): Standing {
  const { field, rows } = single
  rows[0] = row
  field.complete[0] = 0
  assessAt(field, 0)
  if (field.complete[0] === 0) return { isComplete: false, grade: -1, needsOthers: false }
  if (field.assessor.looksAtField.before) return { isComplete: true, grade: -1, needsOthers: true }
  if (field.assessor.kind.grading === undefined) return { isComplete: true, grade: -1, needsOthers: false }
  const isDecided = field.out[0] !== isGraded || field.made[0] !== -1
  if (single.looksAtOthers && !isDecided) return { isComplete: true, grade: -1, needsOthers: true }
  return { isComplete: true, grade: finalGrade(field, 0, isDecided ? -1 : lineOf(single).grade), needsOthers: false }
}

/** The first band that the unit is in, as where all are judged together. */
function lineOf({ field, lines }: Single): { readonly grade: number; readonly place: number } {
  for (const line of lines) {
    const { grade, test } = line
    if (!isBlocked(field, 0, grade) && (test === undefined || test(field.total, 0))) return line
  }
  const otherwise = lines.find(({ test }) => test === undefined)
  const below = otherwise === undefined ? undefined : openBelow(field, 0, otherwise.grade)
  return otherwise === undefined || below === undefined
    ? { grade: -1, place: -1 }
    : { grade: below, place: otherwise.place }
}

/** The usual result, without what only some units have; undefined for a unit that is incomplete, or that has no scores. */
function plainResultOf(assessing: Assessing, single: Single, reading: Reading): Result | undefined {
  const { field, straight } = single
  if (straight !== undefined) {
    const found = straightly(straight, reading.row)
    return found === undefined ? undefined : plainResultWith(assessing, single, reading, found)
  }
  const { isComplete, grade } = stand(single, reading.row)
  if (!isComplete || field.out[0] === nothingApplies) return undefined
  const { total, bonus, penalty } = field
  const found = { total: total.print(0), bonus: bonus.print(0), penalty: penalty.print(0), grade }
  return plainResultWith(assessing, single, reading, found)
}

function plainResultWith(
  { scheme, version }: Assessing,
  single: Single,
  reading: Reading,
  { total, bonus, penalty, grade }: Straightly,
): Result {
  return plainResult(new PlainSource(single, reading, grade), {
    version,
    status: 'final',
    total,
    bonus,
    penalty,
    rank: null,
    grade: gradeName(scheme, grade),
    awards: none,
    outcomes: none,
    missing: none,
  })
}

/** What stands behind a usual result: a class, because a million closures cost more. */
class PlainSource implements Source {
  constructor(
    private readonly single: Single,
    private readonly reading: Reading,
    readonly grade: number,
  ) {}

  get assessor(): Assessor {
    return this.single.field.assessor
  }

  get name(): string {
    return this.reading.name
  }

  get data(): UnitData {
    return this.reading.data
  }

  get row(): Row {
    return this.reading.row
  }

  get isComplete(): true {
    return true
  }

  get ranked(): undefined {
    return undefined
  }

  get overField(): undefined {
    return undefined
  }

  gradeSteps(): readonly GradeStep[] {
    return stepsAlone(this.single, this.reading, this.reading.row, false)
  }
}

function resultOf(
  { scheme, version, assessor: assessorOf, ranges }: Assessing,
  single: Single,
  reading: Reading,
  row: Row,
  stages: readonly StageResult[] | undefined,
  waits: boolean,
): Result {
  const { data } = reading
  const { field } = single
  const { assessor } = field
  const standing = stand(single, row)
  const { isComplete } = standing
  const decided = isComplete ? decidedGrade(reading.overrides) : undefined
  const grade = decided ?? standing.grade
  const needsOthers = standing.needsOthers && decided === undefined
  const overrides = overrideResults(scheme, assessorOf(reading.kind), reading, row, gradeName(scheme, standing.grade))
  const after = isComplete && !needsOthers && !waits && single.hasFollowing ? followingOf(single, grade) : undefined
  const isKnown = (score: NodeId): boolean => !assessor.restsOnField(score)
  const contested = after?.needsOthers === true
  const because = waits ? 'review' : isComplete ? undefined : 'incomplete'
  const unsettled = because === undefined ? undefined : ranges?.ofOne({ assessor, row, reading, because })
  const source = {
    assessor,
    name: reading.name,
    data,
    row,
    isComplete,
    grade,
    ranked: undefined,
    overField: undefined,
    gradeSteps: () => (isComplete ? stepsAlone(single, reading, row, after !== undefined && !contested) : none),
    unsettled: unsettled?.sourceOf(assessor, 0),
  }
  if (!isComplete) {
    return newResult(source, {
      ...incomplete,
      ...whyIncomplete(assessor, row, undefined),
      certain: unsettled?.isCertain(assessor.index, 0, undefined),
      version,
      stages,
      overrides,
    })
  }
  const hasScores = field.out[0] !== nothingApplies
  const needsCohort = needsOthers || contested
  return newResult(source, {
    version,
    status: needsCohort || waits ? 'provisional' : 'final',
    total: hasScores && isKnown(assessor.kind.total) ? field.total.print(0) : undefined,
    bonus: hasScores && isKnown(assessor.kind.bonus) ? field.bonus.print(0) : undefined,
    penalty: hasScores && isKnown(assessor.kind.penalty) ? field.penalty.print(0) : undefined,
    rank: null,
    grade: gradeName(scheme, grade),
    awards: contested ? none : (after?.awards ?? none),
    outcomes: contested ? none : (after?.outcomes ?? none),
    missing: none,
    amounts: after === undefined || contested ? undefined : printAmounts(assessor, row, grade),
    certain: unsettled?.isCertain(assessor.index, 0, grade),
    stages,
    overrides,
    needs: needsCohort ? 'cohort' : undefined,
  })
}

/** Steps 14 and 15 for a unit by itself; it needs the others where it competes for the places of an award. */
function followingOf({ field }: Single, grade: number) {
  const { scheme } = field.assessor
  const { awards, outcomes } = conditionsAfterGrades(field, Int32Array.of(grade))
  return {
    needsOthers:
      field.assessor.looksAtField.after ||
      scheme.awards.some(({ top }, place) => top !== undefined && awards[place]?.competes[0] === 1),
    awards: namesOf(scheme.awards, (place) => awards[place]?.competes[0] === 1),
    outcomes: namesOf(scheme.outcomes, (place) => outcomes[place]![0] === 1),
  }
}

function stepsAlone(single: Single, reading: Reading, row: Row, isSettled: boolean) {
  const { field } = single
  const { grade, needsOthers } = stand(single, row)
  const line = needsOthers || field.assessor.kind.grading === undefined ? undefined : lineOf(single)
  const lined: Lined | undefined =
    line === undefined ? undefined : { grade: Int32Array.of(line.grade), line: Int32Array.of(line.place), contests: [] }
  const toGrade = [...stepsToGrade(field, 0, lined), ...overrideStep(reading.overrides, grade)]
  const last = decidedGrade(reading.overrides) ?? grade
  if (!isSettled) return toGrade
  const following = conditionsAfterGrades(field, Int32Array.of(last))
  for (const competition of following.awards) if (competition?.competes[0] === 1) competition.granted[0] = 1
  const fields: Field[] = []
  fields[field.assessor.index] = field
  return [...toGrade, ...stepsAfterGrade(fields, field.assessor.index, 0, following, [])]
}

/** Reviews of a unit by itself: whether a lot draws it only the others can tell. */
function reviewedResult(assessing: Assessing, single: Single, reading: Reading, faults: Faults): Result {
  const { scheme } = assessing
  const { field } = single
  let { row } = reading
  let waits = false
  const standing = (review: string | null): StageResult & { readonly now: Standing } => {
    const now = stand(single, row)
    const hasScores = now.isComplete && field.out[0] !== nothingApplies
    const isKnown = !field.assessor.restsOnField(field.assessor.kind.total)
    const total = hasScores && isKnown ? field.total.print(0).text : null
    return { review, total, grade: gradeName(scheme, now.grade), now }
  }
  let last = standing(null)
  const stages = [withoutNow(last)]
  scheme.reviews.forEach((review, at) => {
    const finding = reading.findings?.[at]
    const choice = chooseAlone(review, last.now, waits)
    if (finding !== undefined) {
      if (!mayBeReviewed(choice))
        faults.add('not-under-review', { index: 0, unit: reading.name }, { review: review.name })
      row = replaced(row, finding)
    } else if (choice !== 'not-chosen') waits = true
    last = standing(review.name)
    stages.push({ ...withoutNow(last), choice: publicChoice(choice), reviewed: finding !== undefined })
  })
  if (faults.found.length > 0) throw new DataError(faults.found)
  return resultOf(assessing, single, reading, row, Object.freeze(stages.map((stage) => Object.freeze(stage))), waits)
}

function withoutNow({ review, total, grade }: StageResult): StageResult {
  return { review, total, grade }
}

function chooseAlone({ lines }: Review, { isComplete, needsOthers, grade }: Standing, waits: boolean): Choice {
  const isSettled = isComplete && !needsOthers && !waits
  for (const { who, draw } of lines) {
    if (who.kind === 'grades' && !(isComplete && who.grades.includes(grade))) continue
    return draw === undefined && (isSettled || who.kind === 'all') ? 'chosen' : 'unsettled'
  }
  return isSettled ? 'not-chosen' : 'unsettled'
}
