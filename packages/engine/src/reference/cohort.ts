import type { Assessment, CohortData, OverrideData, UnitData, UnitResult } from '../api.js'
import type { CompiledScheme, GradeIndex, Kind, NodeId } from '../scheme/index.js'
import { amountsOf, awardsOf, competes, outcomesOf, sharesPlaces, type Judged } from './awards.js'
import { countBallots } from './ballots.js'
import { decidedGrade, gradesOfKind } from './grades.js'
import { mustHoldOf } from './must-hold.js'
import { behind } from './over-field.js'
import { orderOf, positionAmong } from './places.js'
import { overriddenGrade, overrideResult, scoreNamed } from './overrides.js'
import { printed, scoresOf, type Scores } from './scores.js'
import { assessTogether, judgedTogether } from './together.js'
import { textsOf } from './texts.js'
import type { Assessed } from './unit.js'

export interface Judgement {
  /** In the order of the input. */
  readonly results: readonly UnitResult[]
  /** All units as they were read and assessed, and the complete ones with what follows their grades. */
  readonly units: readonly Assessed[]
  readonly judged: readonly Judged[]
  /** Whether the unit's grade cannot move any more. */
  readonly isSettled: (unit: string) => boolean
  readonly mustHold?: Assessment['mustHold']
  readonly ballots?: Assessment['ballots']
}

/**
 * All units after all steps, with the findings of the given reviews in place of what was reported. A unit that is incomplete, or
 * waits for a review, can still change.
 */
export function judgeAll(
  scheme: CompiledScheme,
  data: CohortData,
  findings: (unit: string) => readonly string[],
  waits: (unit: string) => boolean,
  isLast = true,
): Judgement {
  const cast = countBallots(scheme, data)
  const { units, known } = assessTogether(scheme, data, findings, cast.marks)
  const complete = units.filter((unit) => unit.complete)
  const grades = new Map<Assessed, GradeIndex>()
  for (const kind of scheme.kinds) {
    if (kind.grading === undefined) continue
    const own = complete.filter((unit) => unit.kind === kind)
    for (const [unit, grade] of gradesOfKind(scheme, kind.grading, own)) grades.set(unit, grade)
  }
  const computed = new Map(grades)
  for (const unit of isLast ? complete : []) {
    const decision = overriddenGrade(scheme, unit.data)
    if (decision === -1) grades.delete(unit)
    else if (decision !== undefined) grades.set(unit, decision)
  }
  const all = judgedTogether(scheme, complete, grades, known)
  const without = (unit: UnitData, override: OverrideData): Assessed => {
    const overrides = (unit.overrides ?? []).filter((other) => other !== override)
    const units = data.units.map((one) => (one === unit ? { ...unit, overrides } : one))
    const assessed = assessTogether(scheme, { ...data, units }, findings, cast.marks).units
    return assessed[data.units.indexOf(unit)]!
  }
  const isOpen = (unit: Assessed): boolean => !unit.complete || waits(unit.data.unit)
  const results = units.map((unit) => {
    const one = all.find((each) => each.unit === unit)
    const result = one === undefined ? incompleteResult(scheme, unit) : completeResult(scheme, one, all, isOpen, units)
    return { ...result, ...overridesOf(scheme, unit, without, computed.get(unit)) }
  })
  const open = units.filter(isOpen)
  const settled = new Set(
    units.filter((unit) => !isOpen(unit) && !canMove(scheme, unit, open)).map(({ data: { unit } }) => unit),
  )
  return {
    results,
    units,
    judged: all,
    isSettled: (unit) => settled.has(unit),
    ...(scheme.mustHold === undefined ? {} : { mustHold: mustHoldOf(scheme, all, open) }),
    ...(scheme.ballots === undefined ? {} : { ballots: cast.results }),
  }
}

/** Each override with what the unit would have without it. */
function overridesOf(
  scheme: CompiledScheme,
  { data, kind }: Assessed,
  assessedWithout: (unit: UnitData, override: OverrideData) => Assessed,
  computed: GradeIndex | undefined,
): Pick<UnitResult, 'overrides'> {
  const { overrides } = data
  if (overrides === undefined || overrides.length === 0) return {}
  const was = (override: (typeof overrides)[number]): string | null => {
    const node = scoreNamed(scheme, kind, override)
    if (node === undefined) return computed === undefined ? null : (scheme.grades[computed] ?? null)
    const without = assessedWithout(data, override)
    return without.complete && without.values.defined(node) ? printed(scheme, without.values.number(node)) : null
  }
  return { overrides: overrides.map((override) => overrideResult(scheme, override, was(override))) }
}

function completeResult(
  scheme: CompiledScheme,
  one: Judged,
  all: readonly Judged[],
  isOpen: (unit: Assessed) => boolean,
  units: readonly Assessed[],
): UnitResult {
  const { unit, grade } = one
  const provisional =
    isOpen(unit) ||
    (overriddenGrade(scheme, unit.data) === undefined && canMove(scheme, unit, units.filter(isOpen))) ||
    followingCanMove(scheme, unit, units.filter(isOpen)) ||
    awardCanMove(scheme, one, units.filter(isOpen))
  const outcomes = provisional ? [] : outcomesOf(scheme, one)
  return {
    ...headOf(scheme, unit),
    status: provisional ? 'provisional' : 'final',
    ...withAmounts(scoresOf(scheme, unit), provisional ? undefined : amountsOf(scheme, one)),
    rank: rankOf(scheme, unit, all),
    grade: grade === undefined ? null : (scheme.grades[grade] as string),
    awards: provisional ? [] : awardsOf(scheme, one, all),
    outcomes,
    ...textsOf(scheme, unit, outcomes),
    missing: [],
  }
}

/** What outcomes come to, with the ratios of those that do not end beside those of the scores. */
function withAmounts(scores: Scores, made: ReturnType<typeof amountsOf>) {
  if (made === undefined) return scores
  const exact = { ...scores.exact, ...made.exact }
  return { ...scores, amounts: made.amounts, ...(Object.keys(exact).length === 0 ? {} : { exact }) }
}

/** Whether the unit's grade depends on the others of its kind, and some of them can still change. */
function canMove(scheme: CompiledScheme, { kind, kindIndex }: Assessed, open: readonly Assessed[]): boolean {
  const looks = looksAtOthers(kind) || restOnField(scheme, rootsToGrade(scheme, kind), kindIndex)
  return looks && open.some((other) => other.kind === kind)
}

/** Whether awards, outcomes or what these come to look at the field, and units of the kind can still change. */
function followingCanMove(scheme: CompiledScheme, { kind, kindIndex }: Assessed, open: readonly Assessed[]): boolean {
  const awards = scheme.awards.filter(({ kinds }) => kinds.includes(kindIndex))
  const conditions = [...awards.flatMap(({ bars }) => bars), ...scheme.outcomes].map(({ when }) => when)
  const amounts = (scheme.amounts ?? []).flatMap(({ value, when }) => (when === undefined ? [value] : [value, when]))
  const roots = [...conditions, ...awards.flatMap(({ when }) => when ?? []), ...amounts]
  return restOnField(scheme, roots, kindIndex) && open.some((other) => other.kind === kind)
}

function restOnField(scheme: CompiledScheme, roots: readonly NodeId[], kind: number): boolean {
  const reached = behind(scheme, roots, kind)
  return scheme.nodes.some((node) => node.kind === 'field' && reached.has(node.id))
}

/** Scores, what a unit needs, and the conditions of steps 7 to 11. */
function rootsToGrade({ items, parts, ...scheme }: CompiledScheme, kind: Kind): readonly NodeId[] {
  const scored = [...kind.items.map((item) => items[item]), ...kind.parts.map((part) => parts[part])]
  const triggers = [...scheme.notGraded, ...scheme.makes, ...scheme.blocks]
  return [
    kind.total,
    kind.bonus,
    kind.penalty,
    kind.gradable,
    ...scored.flatMap((one) => [one?.score, one?.applies]),
    ...(kind.grading?.ties.kind === 'by' ? kind.grading.ties.scores : []),
    ...triggers.map(({ when }) => when),
    ...scheme.downgrades.map(({ steps }) => steps),
    ...kind.requires.flatMap(({ node, when }) => [node, when]),
    ...kind.needs.flatMap(({ onlyIfAnyOf }) => onlyIfAnyOf ?? []),
  ].filter((node) => node !== undefined)
}

/** Whether the unit competes for the places of an award with units that can still change. */
function awardCanMove(scheme: CompiledScheme, one: Judged, open: readonly Assessed[]): boolean {
  return scheme.awards.some(
    (award) =>
      award.top !== undefined &&
      competes(award, one) &&
      open.some((other) => sharesPlaces(award, one.unit.kindIndex, other.kindIndex)),
  )
}

function incompleteResult(scheme: CompiledScheme, unit: Assessed): UnitResult {
  return {
    ...headOf(scheme, unit),
    status: 'incomplete',
    items: {},
    parts: {},
    bonus: null,
    penalty: null,
    total: null,
    rank: null,
    grade: null,
    awards: [],
    outcomes: [],
    ...textsOf(scheme, unit, []),
    missing: unit.missing,
    ...(unit.because.length === 0 ? {} : { because: unit.because }),
  }
}

function headOf({ title, year, version }: CompiledScheme, { data, kind }: Assessed) {
  return { unit: data.unit, kind: kind.name, version: { title, year, version } }
}

/** Whether a unit's grade can depend on the other units of its kind. */
function looksAtOthers(kind: Kind): boolean {
  return (kind.grading?.lines ?? []).some(
    ({ criterion, limit }) => limit !== undefined || criterion.kind === 'top' || criterion.kind === 'bottom',
  )
}

/** The place by total among those of the kind that hold one: graded at all, and not by a rule that decides the grade. */
function rankOf(scheme: CompiledScheme, unit: Assessed, all: readonly Judged[]): number | null {
  const holding = all
    .map((one) => one.unit)
    .filter((other) => other.kind === unit.kind && other.graded && decidedGrade(scheme, other) === undefined)
  return holding.includes(unit) ? positionAmong(unit, holding, orderOf(unit.kind)) : null
}
