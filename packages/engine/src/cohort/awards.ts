import { computeAfter } from '../assess/assessor.js'
import { compareScores } from '../assess/score.js'
import type { Award, CompiledScheme, GradeIndex } from '../scheme/index.js'
import { countsInShares, fieldOf, type Field } from './field.js'
import type { JudgedKind } from './judge.js'
import { eachPosition, those } from './order.js'

/** A field whose units have their grades, and what follows from them: steps 14 and 15. */
export interface Following {
  /** For each award, by unit: whether the unit competes for it, and the place of the rule that bars it. */
  readonly awards: readonly (Competition | undefined)[]
  /** For each outcome, by unit: 1 where it follows. */
  readonly outcomes: readonly Uint8Array[]
}

export interface Competition {
  /** 1 where the unit competes. */
  readonly competes: Uint8Array
  /** The place of the rule that bars the unit, from 1; 0 for none. */
  readonly barred: Uint32Array
  /** The unit's position from 1 where places are counted, with a minus sign for who got none; where they are not, 1. */
  readonly granted: Int32Array
}

/** A unit of one of several fields. */
export interface Member {
  readonly field: number
  readonly unit: number
}

/** Who competed for an award together: those of one kind, or all. */
export interface AwardPool {
  readonly award: number
  readonly kinds: readonly number[]
  readonly competing: number
  /** The last one that got it. */
  readonly edge: Member | undefined
}

/** Computes the conditions of awards and outcomes for every complete unit, whose grades are settled. */
export function conditionsAfterGrades(field: Field, grades: Int32Array): Following {
  const { assessor, size } = field
  const { scheme } = assessor
  const following: Following = {
    awards: assessor.awards.map((award) => (award === undefined ? undefined : newCompetition(size))),
    outcomes: scheme.outcomes.map(() => new Uint8Array(size)),
  }
  addLateValues(field, grades)
  if (scheme.awards.length + scheme.outcomes.length === 0) return following
  for (let unit = 0; unit < size; unit += 1) {
    if (field.complete[unit] === 1) conditionsOf(field, unit, grades[unit]!, following)
  }
  return following
}

/** What is computed over all complete units once they have their grades. */
function addLateValues({ assessor, complete, overField }: Field, grades: Int32Array): void {
  overField?.add(
    assessor.latePhases,
    (unit) => complete[unit] === 1,
    (unit, { slots }) => {
      if (assessor.gradeSlot !== undefined) slots[assessor.gradeSlot] = grades[unit]!
    },
  )
}

function newCompetition(size: number): Competition {
  return { competes: new Uint8Array(size), barred: new Uint32Array(size), granted: new Int32Array(size) }
}

function conditionsOf(given: Field, unit: number, grade: GradeIndex, { awards, outcomes }: Following): void {
  const field = fieldOf(given, unit)
  const { assessor } = field
  const { slots } = assessor.state
  computeAfterGrade(field, unit, grade)
  const isOut = !countsInShares(field, unit)
  for (let place = 0; place < awards.length; place += 1) {
    const award = assessor.awards[place]
    const competition = awards[place]
    if (award === undefined || competition === undefined || isOut) continue
    const { grades } = assessor.scheme.awards[place]!
    const fits = (grades?.includes(grade) ?? true) && (award.when === undefined || slots[award.when] !== 0)
    if (!fits) continue
    const bar = award.bars.find(({ slot }) => slots[slot] !== 0)
    if (bar === undefined) competition.competes[unit] = 1
    else competition.barred[unit] = bar.place + 1
  }
  for (const { slot, place } of assessor.outcomes) outcomes[place]![unit] = slots[slot] === 0 ? 0 : 1
}

/** Leaves the values of conditions that follow the grade in the assessor's slots. */
export function computeAfterGrade(field: Field, unit: number, grade: GradeIndex): void {
  const { assessor } = fieldOf(field, unit)
  const { state, gradeSlot } = assessor
  if (gradeSlot !== undefined) state.slots[gradeSlot] = grade
  field.overField?.put(unit, state)
  computeAfter(assessor, field.rows.at(unit)!)
}

/** Step 14: gives the awards. Ties share the place; within one kind the scores that decide its ties count first. */
export function giveAwards(
  scheme: CompiledScheme,
  kinds: readonly JudgedKind[],
  following: readonly Following[],
): readonly AwardPool[] {
  return scheme.awards.flatMap((award, place) =>
    poolsOf(award).map((pool) => giveAward(award, place, pool, kinds, following)),
  )
}

/** The kinds that compete with each other. */
export function poolsOf({ scope, kinds }: Pick<Award, 'scope' | 'kinds'>): readonly (readonly number[])[] {
  const each = [...new Set(kinds)]
  return scope === 'each' ? each.map((kind) => [kind]) : [each]
}

function giveAward(
  { top }: Award,
  award: number,
  pool: readonly number[],
  kinds: readonly JudgedKind[],
  following: readonly Following[],
): AwardPool {
  const competitionOf = (kind: number): Competition => following[kind]!.awards[award]!
  const competitors = pool.map((kind) => {
    const { competes } = competitionOf(kind)
    return { kind, units: those(kinds[kind]!.order.sorted, (unit) => competes[unit] === 1) }
  })
  const competing = competitors.reduce((sum, { units }) => sum + units.length, 0)
  let edge: Member | undefined
  const give = (kind: number, unit: number, position: number): void => {
    const isIn = top === undefined || position <= top
    competitionOf(kind).granted[unit] = isIn ? position : -position
    if (top !== undefined && isIn) edge = { field: kind, unit }
  }
  const [only, ...others] = competitors
  if (top === undefined) for (const { kind, units } of competitors) for (const unit of units) give(kind, unit, 1)
  else if (only !== undefined && others.length === 0) {
    eachPosition(only.units, kinds[only.kind]!.order.before, (unit, position) => give(only.kind, unit, position))
  } else eachPositionByTotal(competitors, kinds, give)
  return { award, kinds: pool, competing, edge }
}

/** Visits the units of several kinds in the order of their totals, each with its position from 1; those with the same total have the same. */
function eachPositionByTotal(
  competitors: readonly { readonly kind: number; readonly units: Int32Array }[],
  kinds: readonly JudgedKind[],
  visit: (kind: number, unit: number, position: number) => void,
): void {
  const compare = (a: Member, b: Member): number =>
    compareScores(kinds[b.field]!.field.total, b.unit, kinds[a.field]!.field.total, a.unit)
  const members = competitors.flatMap(({ kind, units }) => Array.from(units, (unit): Member => ({ field: kind, unit })))
  members.sort(compare)
  let position = 1
  members.forEach((member, at) => {
    if (at > 0 && compare(members[at - 1]!, member) !== 0) position = at + 1
    visit(member.field, member.unit, position)
  })
}
