import { compute, isComplete, type Assessor } from '../assess/assessor.js'
import type { GradeIndex, Kind } from '../scheme/index.js'
import { assessAt, newField, type Field } from './field.js'
import { gradeByLines, type Lined } from './lines.js'
import { movedGrade } from './moves.js'
import { eachPosition, orderOf, those, type Order } from './order.js'
import { completeBelow, newOverField, type OverField } from './over-field.js'
import { rowsAt, type Rows } from '../reading/rows.js'

/** All units after steps 1 to 12, kind by kind. */
export interface Judgement {
  readonly kinds: readonly JudgedKind[]
}

export interface JudgedKind {
  readonly field: Field
  readonly order: Order
  /** Undefined for a kind without grading. */
  readonly lined: Lined | undefined
  /** The grade of each unit, or -1. */
  readonly grades: Int32Array
  /** The place by total of each unit, or 0 where it holds none. */
  readonly ranks: Int32Array
  /** How many units hold a place. */
  readonly ranked: number
}

/** Where each unit of the input is: its kind, and its place among those of its kind. */
export interface Places {
  /** By place in the input: the assessors of units that have scores decided. */
  readonly own: ReadonlyMap<number, Assessor>
  readonly kind: Int32Array
  readonly unit: Int32Array
  /** For each kind, its units' places in the input. */
  readonly members: readonly Int32Array[]
}

/** `of` is each unit's kind. */
export function placesOf(of: Int32Array, kindCount: number, own: Places['own']): Places {
  const counts = new Int32Array(kindCount)
  const unit = new Int32Array(of.length)
  for (let index = 0; index < of.length; index += 1) unit[index] = counts[of[index]!]!++
  const members = Array.from(counts, (count) => new Int32Array(count))
  for (let index = 0; index < of.length; index += 1) members[of[index]!]![unit[index]!] = index
  return { kind: of, unit, members, own }
}

/** Judges all units by their rows (in the order of the input). */
export function judge(assessors: (kind: number) => Assessor, places: Places, rows: Rows): Judgement {
  return {
    kinds: places.members.map((members, kind) =>
      judgeKind(assessors(kind), rowsAt(rows, members), ownOf(places, kind)),
    ),
  }
}

/** By their places in the kind. */
function ownOf({ own, kind, unit }: Places, of: number): Field['own'] {
  return new Map([...own].filter(([index]) => kind[index] === of).map(([index, assessor]) => [unit[index]!, assessor]))
}

function judgeKind(assessor: Assessor, rows: Rows, own: Field['own']): JudgedKind {
  const field = newField(assessor, rows, own, overFieldOf(assessor, rows, own))
  for (let unit = 0; unit < field.size; unit += 1) assessAt(field, unit)
  const order = orderOf(field)
  const sorted = those(order.sorted, (unit) => field.made[unit] === -1)
  const { grading } = assessor.kind
  const lined = grading === undefined ? undefined : gradeByLines(field, grading, sorted, order.before)
  const grades = new Int32Array(field.size).fill(-1)
  if (lined !== undefined) {
    for (let unit = 0; unit < field.size; unit += 1) grades[unit] = finalGrade(field, unit, lined.grade[unit]!)
  }
  return { field, order, lined, grades, ranks: ranksOf(field, sorted, order), ranked: sorted.length }
}

/** What is computed over all units before their grades; undefined where nothing is. */
function overFieldOf(assessor: Assessor, rows: Rows, own: Field['own']): OverField | undefined {
  const { phases, latePhases } = assessor
  if (phases.length + latePhases.length === 0) return undefined
  const overField = newOverField(assessor, rows)
  const isCounted = completeBelow(assessor, rows)
  overField.add(phases, (unit, level) => {
    const decided = own.get(unit)
    if (decided === undefined) return isCounted(unit, level)
    overField.put(unit, decided.state)
    compute(decided, rows.at(unit)!)
    return isComplete(decided, rows.at(unit)!, level)
  })
  return overField
}

/** -1 for none: incomplete, not graded, or no line fits. */
export function finalGrade(field: Field, unit: number, lined: number): GradeIndex | -1 {
  if (field.complete[unit] === 0 || field.out[unit] !== 0) return -1
  return movedGrade(field, unit, lined)
}

function ranksOf({ size }: Field, sorted: Int32Array, { before }: Order): Int32Array {
  const ranks = new Int32Array(size)
  eachPosition(sorted, before, (unit, position) => {
    ranks[unit] = position
  })
  return ranks
}

/** Whether a unit's grade can depend on the other units of its kind. */
export function looksAtOthers({ kind, looksAtField }: Assessor): boolean {
  return looksAtField.before || hasPlaces(kind)
}

function hasPlaces({ grading }: Kind): boolean {
  return (grading?.lines ?? []).some(
    ({ criterion, limit }) => limit !== undefined || criterion.kind === 'top' || criterion.kind === 'bottom',
  )
}
