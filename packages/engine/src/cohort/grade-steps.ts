import type { GradeStep } from '../api.js'
import { compute } from '../assess/assessor.js'
import { bandTest } from '../assess/band.js'
import type { GradeIndex, GradeLine, SentenceIndex } from '../scheme/index.js'
import { fieldOf, isBlocked, isGraded, nothingApplies, type Field } from './field.js'
import { hasPlace, linesInTurn, type Contest, type Lined } from './lines.js'
import { downgraded, limitedBy } from './moves.js'
import { lostTie } from './tie.js'

/**
 * What happened to a complete unit's grade, steps 7 to 12, in the fixed order. Computes the unit anew; `lined` says what came of step 9
 * where it is known.
 */
export function stepsToGrade(given: Field, unit: number, lined: Lined | undefined): readonly GradeStep[] {
  const field = fieldOf(given, unit)
  const { assessor } = field
  compute(assessor, field.rows.at(unit)!)
  const out = field.out[unit]!
  if (out !== isGraded) return [{ step: 'not-graded', sentence: notGradedBy(field, out) }]
  const made = [...madeSteps(field)]
  const blocked = holding(field, assessor.blocks).map(({ place, grade }): GradeStep => ({
    step: 'blocked',
    sentence: assessor.scheme.blocks[place]!.sentence,
    grade,
  }))
  if (field.made[unit] !== -1 || lined === undefined) return [...made, ...blocked]
  return [...made, ...blocked, ...lineSteps(field, unit, lined), ...moveSteps(field, unit, lined.grade[unit]!)]
}

/** Where nothing applies, no sentence says so: the one that the total is made by stands for it. */
function notGradedBy({ assessor: { scheme, kind } }: Field, out: number): SentenceIndex {
  if (out === nothingApplies) return kind.totalSentence ?? kind.grading?.sentence ?? 0
  return scheme.notGraded[out - 1]!.sentence
}

function holding<T extends { readonly slot: number }>({ assessor }: Field, conditions: readonly T[]): readonly T[] {
  return conditions.filter(({ slot }) => assessor.state.slots[slot] !== 0)
}

function madeSteps(field: Field): readonly GradeStep[] {
  const { scheme, makes, blocks } = field.assessor
  const held = holding(field, blocks)
  return holding(field, makes).map(({ place, grade }) => {
    const bar = held.find((block) => block.grade === grade)
    const { sentence } = scheme.makes[place]!
    if (bar === undefined) return { step: 'makes', sentence, grade }
    return { step: 'makes', sentence, grade, barredBy: scheme.blocks[bar.place]!.sentence }
  })
}

/** The lines that were tried, up to the one that gave the grade. */
function lineSteps(field: Field, unit: number, lined: Lined): readonly GradeStep[] {
  const grading = field.assessor.kind.grading!
  const taken = lined.line[unit]!
  const steps: GradeStep[] = []
  for (const place of linesInTurn(grading)) {
    const line = grading.lines[place]!
    const { sentence } = line
    const outcome = lineOutcome(field, unit, line, lined.contests[place], place === taken)
    steps.push({
      step: 'line',
      sentence,
      grade: line.grade,
      outcome,
      ...contestStep(field, unit, lined.contests[place]),
    })
    if (place !== taken) continue
    const grade = lined.grade[unit]!
    if (grade !== line.grade) steps.push({ step: 'line', sentence, grade, outcome: 'taken' })
    break
  }
  return steps
}

function lineOutcome(
  field: Field,
  unit: number,
  line: GradeLine,
  contest: Contest | undefined,
  isTaken: boolean,
): Extract<GradeStep, { step: 'line' }>['outcome'] {
  if (isBlocked(field, unit, line.grade)) return 'blocked'
  if (isTaken) return 'taken'
  const { criterion, limit } = line
  if (criterion.kind === 'band' && !bandTest(criterion, field.assessor.total)(field.total, unit)) return 'outside-band'
  const isRanked = criterion.kind === 'top' || criterion.kind === 'bottom'
  return isRanked && (limit === undefined || contest?.positions[unit] === 0) ? 'not-in-place' : 'no-room'
}

/** Who competed for the places of a line, for a unit that did. */
function contestStep(field: Field, unit: number, contest: Contest | undefined) {
  if (contest === undefined || contest.positions[unit] === 0) return {}
  const { places, base, competing, edge } = contest
  const tie = edge === -1 || hasPlace(contest, unit) ? undefined : lostTie(field, unit, edge)
  return {
    places,
    position: Math.abs(contest.positions[unit]!),
    competing,
    ...(base === undefined ? {} : { base }),
    ...(edge === -1 ? {} : { edge: field.total.print(edge).text }),
    ...(tie === undefined ? {} : { tie }),
  }
}

/** Steps 10 and 11. */
function moveSteps(field: Field, unit: number, lined: number): readonly GradeStep[] {
  if (lined === -1) return []
  const { scheme, limits } = field.assessor
  const steps = downgradeSteps(field, unit, lined)
  let grade = downgraded(field, unit, lined)
  for (const limit of limits) {
    const to = limitedBy(field, unit, grade, limit)
    if (to !== grade)
      steps.push({ step: 'limit', sentence: scheme.gradeLimits[limit.place]!.sentence, from: grade, to })
    grade = to
  }
  return steps
}

/** Each ground from where the one before it led; the last one ends where all of them lead. */
function downgradeSteps(field: Field, unit: number, lined: GradeIndex): GradeStep[] {
  const { scheme, downgrades, state } = field.assessor
  const all = downgrades
    .map(({ slot, place }) => ({ sentence: scheme.downgrades[place]!.sentence, steps: state.slots[slot]! }))
    .filter(({ steps }) => steps > 0)
  const most = Math.max(...all.map(({ steps }) => steps))
  const only = scheme.downgradesGravestOnly
  const counted = only === undefined ? all : all.filter(({ steps }) => steps === most).slice(0, 1)
  const others = all.filter((one) => !counted.includes(one))
  const end = downgraded(field, unit, lined)
  let from = lined
  return counted.map(({ sentence, steps }, index) => {
    const to = index === counted.length - 1 ? end : Math.min(from + steps, scheme.grades.length - 1)
    const step: Downgrade = { step: 'downgrade', sentence, steps, from, to }
    from = to
    return only === undefined || others.length === 0 ? step : withOthers(step, { sentence: only.sentence, others })
  })
}

type Downgrade = Extract<GradeStep, { step: 'downgrade' }>

function withOthers(step: Downgrade, gravestOnly: NonNullable<Downgrade['gravestOnly']>): GradeStep {
  return { ...step, gravestOnly }
}
