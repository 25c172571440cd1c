import { compare, decimal, type Fraction } from './fraction.js'
import { applies, holds } from './evaluate-rules.js'
import { evaluate, type Scores } from './evaluate.js'
import { grades, kinds, type GradeLine, type Grading, type Model } from './model.js'
import type { ModelUnit } from './unit.js'
import { valuesOf, type Facts } from './values.js'

export interface ModelGrade {
  readonly grade: string | null
  readonly awarded: boolean
  readonly outcome: boolean
}

interface Competitor {
  readonly unit: string
  readonly facts: Facts
  readonly total: Fraction
  readonly tieBreak: Fraction | undefined
}

/**
 * The grades of units that are all complete, by handing out seats: units stand in rows of equals, and rows are seated one after
 * the other. Undefined where some unit is incomplete.
 */
export function gradeAll(model: Model, units: readonly ModelUnit[]): ReadonlyMap<string, ModelGrade> | undefined {
  const scored = units.map((unit) => ({ unit, scores: evaluate(model, unit) }))
  if (scored.some(({ scores }) => scores.kind === 'incomplete')) return undefined
  const fields = model.gradings.map((grading, kind) => ({
    grading,
    field: scored
      .filter(({ unit, scores }) => unit.kind === kinds[kind] && isGraded(model, unit, scores))
      .map(({ unit, scores }) => competitor(model, kind, unit, scores as Scores & { kind: 'complete' })),
  }))
  const final = new Map(fields.flatMap(({ grading, field }) => [...gradesOf(model, grading, field)]))
  const winners = awarded(
    model,
    fields.map(({ field }) => field),
    final,
  )
  return new Map(units.map(({ unit }) => [unit, shown(model, final.get(unit), winners.has(unit))]))
}

function gradesOf(model: Model, grading: Grading, field: readonly Competitor[]): ReadonlyMap<string, number> {
  const decided = new Map(field.flatMap((each) => entryOf(each, decidedGrade(model, each))))
  const competing = field.filter(({ unit }) => !decided.has(unit))
  const seated = seats(model, grading, competing, field.length)
  const final = new Map(decided)
  for (const each of competing) {
    const grade = seated.get(each.unit)
    if (grade !== undefined) final.set(each.unit, limited(model, each, lowered(model, each, grade)))
  }
  return final
}

function entryOf({ unit }: Competitor, grade: number | undefined): readonly (readonly [string, number])[] {
  return grade === undefined ? [] : [[unit, grade]]
}

function shown({ outcome }: Model, grade: number | undefined, won: boolean): ModelGrade {
  return {
    grade: grade === undefined ? null : (grades[grade] as string),
    awarded: won,
    outcome: outcome !== undefined && grade !== undefined && grade >= outcome,
  }
}

function isGraded({ notGraded }: Model, { facts }: ModelUnit, scores: Scores): boolean {
  return scores.kind === 'complete' && scores.gradable && !(notGraded !== undefined && holds(notGraded, facts))
}

function competitor(
  model: Model,
  kind: number,
  { unit, facts }: ModelUnit,
  scores: Scores & { kind: 'complete' },
): Competitor {
  const first = model.parts[0]?.name
  const breaks = model.gradings[kind]?.ties === 'by-part' && first !== undefined
  return { unit, facts, total: scores.total, tieBreak: breaks ? scores.parts.get(first) : undefined }
}

function isBlocked({ blocks }: Model, { facts }: Competitor, grade: number): boolean {
  return blocks.some((block) => block.grade === grade && applies(block, facts))
}

function decidedGrade(model: Model, each: Competitor): number | undefined {
  const made = model.makes
    .filter(({ condition, grade }) => holds(condition, each.facts) && !isBlocked(model, each, grade))
    .map(({ grade }) => grade)
  return made.length === 0 ? undefined : Math.max(...made)
}

/** Units in rows of equals, the best row first. */
function rows(units: readonly Competitor[]): readonly (readonly Competitor[])[] {
  const sorted = [...units].sort(before)
  const found: Competitor[][] = []
  for (const unit of sorted) {
    const last = found[found.length - 1]
    if (last !== undefined && before(last[0] as Competitor, unit) === 0) last.push(unit)
    else found.push([unit])
  }
  return found
}

function before(a: Competitor, b: Competitor): number {
  const byTotal = compare(b.total, a.total)
  if (byTotal !== 0 || a.tieBreak === undefined || b.tieBreak === undefined) return byTotal
  return compare(b.tieBreak, a.tieBreak)
}

/** Who gets one of so many seats, row by row; a row that does not fit gets none where `strict`, else it is the last. */
function seatedIn(inRows: readonly (readonly Competitor[])[], places: number, strict: boolean): ReadonlySet<string> {
  const seated = new Set<string>()
  let used = 0
  for (const row of inRows) {
    if (used >= places || (strict && used + row.length > places)) break
    for (const { unit } of row) seated.add(unit)
    used += row.length
  }
  return seated
}

function seats(
  model: Model,
  { lines, ties }: Grading,
  field: readonly Competitor[],
  base: number,
): ReadonlyMap<string, number> {
  const given = new Map<string, number>()
  const top = lines.filter(({ criterion }) => criterion.kind === 'top' || criterion.kind === 'from')
  const bottom = lines.filter(({ criterion }) => criterion.kind === 'bottom')
  const rest = lines.filter(({ criterion }) => criterion.kind === 'otherwise')
  const inTurn = [
    ...[...top].sort((a, b) => a.grade - b.grade),
    ...[...bottom].sort((a, b) => b.grade - a.grade),
    ...rest,
  ]
  for (const line of inTurn) {
    const open = field.filter((each) => !isBlocked(model, each, line.grade))
    const free = open.filter(({ unit }) => !given.has(unit))
    for (const unit of takers(line, open, free, base, ties === 'left-out')) {
      if (!given.has(unit)) given.set(unit, line.grade)
    }
    if (line.criterion.kind === 'otherwise') seatLowerDown(model, field, line.grade, given)
  }
  return given
}

/** Who is kept out of the grade of all the others gets the next lower one that is open. */
function seatLowerDown(model: Model, field: readonly Competitor[], grade: number, given: Map<string, number>): void {
  for (const each of field.filter(({ unit }) => !given.has(unit))) {
    const lower = grades.findIndex((_, index) => index > grade && !isBlocked(model, each, index))
    if (lower >= 0) given.set(each.unit, lower)
  }
}

function takers(
  { criterion, limit }: GradeLine,
  open: readonly Competitor[],
  free: readonly Competitor[],
  base: number,
  tiesOut: boolean,
): Iterable<string> {
  switch (criterion.kind) {
    case 'otherwise':
      return free.map(({ unit }) => unit)
    case 'from': {
      const meeting = free.filter(({ total }) => compare(total, decimal(criterion.low)) >= 0)
      if (limit === undefined) return meeting.map(({ unit }) => unit)
      const places = limit.kind === 'places' ? limit.value : Math.floor((limit.value * base) / 100)
      return seatedIn(rows(meeting), places, true)
    }
    case 'top':
    case 'bottom': {
      const inRows = criterion.kind === 'top' ? rows(open) : [...rows(open)].reverse()
      const { count, percent } = criterion
      if (percent !== undefined) return seatedIn(inRows, Math.floor((percent * base) / 100), true)
      return seatedIn(inRows, count ?? 0, tiesOut)
    }
  }
}

function lowered(model: Model, each: Competitor, grade: number): number {
  const steps = model.downgrades.map((rule) => (applies(rule, each.facts) ? rule.steps : 0))
  const down = model.gravestOnly ? Math.max(0, ...steps) : steps.reduce((sum, step) => sum + step, 0)
  return down === 0 ? grade : openBelow(model, each, grade + down, grade)
}

function limited(model: Model, each: Competitor, grade: number): number {
  if (model.limit === undefined) return grade
  const last = valuesOf(each.facts).grade(model.limit.above)
  const best = last - model.limit.steps
  return last < 0 || grade >= best ? grade : openBelow(model, each, best, grade)
}

/** The first grade from `from` down that is not blocked; the ladder's end where the ladder ends first. */
function openBelow(model: Model, each: Competitor, from: number, otherwise: number): number {
  for (let grade = Math.min(from, grades.length - 1); grade < grades.length; grade += 1) {
    if (!isBlocked(model, each, grade)) return grade
  }
  return otherwise
}

/** The first by total among those graded so, in each kind or of all; who is tied shares the place. */
function awarded(
  { award }: Model,
  fields: readonly (readonly Competitor[])[],
  final: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  if (award === undefined) return new Set()
  const bars = ({ facts }: Competitor): boolean => award.bar !== undefined && holds(award.bar, facts)
  const competing = fields.map((field) => field.filter((each) => final.get(each.unit) === award.grade && !bars(each)))
  const pools = award.scope === 'each' || fields.length === 1 ? competing : [competing.flat().map(byTotalAlone)]
  return new Set(pools.map((pool) => seatedIn(rows(pool), award.top, false)).flatMap((seated) => Array.from(seated)))
}

/** Scores that decide ties are one kind's own. */
function byTotalAlone({ unit, facts, total }: Competitor): Competitor {
  return { unit, facts, total, tieBreak: undefined }
}
