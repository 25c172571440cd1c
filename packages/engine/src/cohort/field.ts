import { computeQuickly, isComplete, type Assessor } from '../assess/assessor.js'
import { keepDecided, keepScore, newColumn, type Column, type Score } from '../assess/score.js'
import type { GradeIndex } from '../scheme/index.js'
import type { OverField } from './over-field.js'
import type { Rows } from '../reading/rows.js'

/** A unit that is graded like any other. */
export const isGraded = 0
/** Nothing of the scheme applies to the unit, so it is not graded. */
export const nothingApplies = -1

/** The units of one kind, judged together: what is known of each, by its place among them. */
export interface Field {
  readonly assessor: Assessor
  /** By unit: the assessors of those that have scores decided. */
  readonly own: ReadonlyMap<number, Assessor>
  readonly rows: Rows
  readonly size: number
  readonly complete: Uint8Array
  readonly total: Column
  readonly bonus: Column
  readonly penalty: Column
  readonly ties: readonly Column[]
  /** Step 7: `isGraded`, `nothingApplies`, or the place of the rule that takes the unit out, from 1. */
  readonly out: Int32Array
  /** Step 7: the grade that a rule decides, or -1. */
  readonly made: Int32Array
  /** Step 8: the grades that the unit is kept out of; undefined for none. */
  readonly blocked: (readonly GradeIndex[] | undefined)[]
  /** Step 10: how many grades down. */
  readonly down: Int32Array
  /** What scores and conditions look at of all units; undefined where nothing does, or where the others are not there. */
  readonly overField: OverField | undefined
}

/** The field as the unit's own assessor sees it. */
export function fieldOf(field: Field, unit: number): Field {
  const own = field.own.size === 0 ? undefined : field.own.get(unit)
  return own === undefined ? field : { ...field, assessor: own }
}

const nobody: Field['own'] = new Map()

export function newField(assessor: Assessor, rows: Rows, own: Field['own'] = nobody, overField?: OverField): Field {
  const size = rows.length
  const { shown } = assessor.scheme
  return {
    assessor,
    own,
    rows,
    size,
    complete: new Uint8Array(size),
    total: newColumn(assessor.total, size, shown),
    bonus: newColumn(assessor.bonus, size, shown),
    penalty: newColumn(assessor.penalty, size, shown),
    ties: assessor.ties.map((score) => newColumn(score, size, shown)),
    out: new Int32Array(size),
    made: new Int32Array(size).fill(-1),
    blocked: assessor.blocks.length === 0 ? [] : Array.from({ length: size }),
    down: new Int32Array(size),
    overField,
  }
}

/** Assesses the unit at a place: steps 1 to 8, and the sum of step 10. Its values stay in the assessor's state until the next one. */
export function assessAt(given: Field, at: number): void {
  const field = fieldOf(given, at)
  const { assessor } = field
  const row = field.rows.at(at)!
  field.overField?.put(at, assessor.state)
  computeQuickly(assessor, row)
  const isWithoutOthers = field.overField === undefined && assessor.looksAtField.before
  if (!isComplete(assessor, row, isWithoutOthers ? 1 : undefined)) return
  field.complete[at] = 1
  const { state } = assessor
  const isOwn = assessor !== given.assessor
  const keep = (column: Column, score: Score): boolean =>
    isOwn ? keepDecided(column, at, score, state) : keepScore(column, at, state)
  const hasTotal = keep(field.total, assessor.total)
  keep(field.bonus, assessor.bonus)
  keep(field.penalty, assessor.penalty)
  for (let place = 0; place < field.ties.length; place += 1) keep(field.ties[place]!, assessor.ties[place]!)
  field.out[at] = outOf(assessor, hasTotal)
  const blocked = blockedGrades(assessor)
  if (blocked !== undefined) field.blocked[at] = blocked
  else if (field.blocked.length > 0) field.blocked[at] = undefined
  field.made[at] = madeGrade(assessor, blocked)
  field.down[at] = stepsDown(assessor)
}

function outOf({ notGraded, gradable, state: { slots } }: Assessor, hasTotal: boolean): number {
  if (!hasTotal || (gradable !== undefined && slots[gradable] === 0)) return nothingApplies
  for (const { slot, place } of notGraded) if (slots[slot] !== 0) return place + 1
  return isGraded
}

function blockedGrades({ blocks, state: { slots } }: Assessor): readonly GradeIndex[] | undefined {
  let grades: GradeIndex[] | undefined
  for (const { slot, grade } of blocks) {
    if (slots[slot] !== 0) (grades ??= []).push(grade)
  }
  return grades
}

/** The lowest grade that a rule makes it and no block bars. */
function madeGrade({ makes, state: { slots } }: Assessor, blocked: readonly GradeIndex[] | undefined): number {
  let made = -1
  for (const { slot, grade } of makes) {
    if (slots[slot] !== 0 && grade > made && blocked?.includes(grade) !== true) made = grade
  }
  return made
}

/** All grounds together, or the gravest alone. */
function stepsDown({ scheme, downgrades, state: { slots } }: Assessor): number {
  const gravestOnly = scheme.downgradesGravestOnly !== undefined
  let down = 0
  for (const { slot } of downgrades)
    down = gravestOnly ? Math.max(down, slots[slot]!) : down + Math.max(0, slots[slot]!)
  return Math.min(down, scheme.grades.length)
}

/** Whether a unit is graded at all: the base of shares. */
export function countsInShares({ complete, out }: Field, at: number): boolean {
  return complete[at] === 1 && out[at] === isGraded
}

/** Whether a unit competes with the others of its kind: it holds a place. */
export function holdsPlace(field: Field, at: number): boolean {
  return countsInShares(field, at) && field.made[at] === -1
}

export function isBlocked({ blocked }: Field, at: number, grade: GradeIndex): boolean {
  return blocked[at]?.includes(grade) === true
}
