import type { Assessor } from '../assess/assessor.js'
import type { Possibilities, RatioInterval } from '../ranges/index.js'
import type { Row } from '../reading/row.js'
import type { GradeIndex } from '../scheme/index.js'
import { fieldOf, type Field } from '../cohort/field.js'
import { finalGrade, looksAtOthers, type JudgedKind } from '../cohort/judge.js'
import { beforeOf, type Members } from './contest.js'
import { levelsOf, type Levels } from './ends.js'
import { gradesByLines } from './lines.js'
import { movedGrades } from './moves.js'
import { narrower } from './narrower.js'
import { reachesBothEnds } from './reached.js'
import { once } from './once.js'
import { openedFor, type Opened, type Openness } from './open-facts.js'
import { openOutlook, settledOutlook, type Outlook } from './outlook.js'

/** What the units of one kind can still come to. */
export interface OpenKind {
  readonly outlooks: readonly Outlook[]
  /** By unit; undefined for one that is settled. */
  readonly opened: readonly (Opened | undefined)[]
  /** Every grade that each unit can end with, -1 for none. */
  readonly grades: readonly ReadonlySet<GradeIndex | -1>[]
  readonly competes: Members
  readonly levels: () => Levels
  readonly rowOf: (unit: number) => Row
  /** Narrower answers about a unit of which facts are open. */
  readonly exactly: (unit: number) => Possibilities | undefined
  /** The best and the worst place by total of a unit that competes. */
  readonly placeOf: (unit: number) => { readonly best: number; readonly worst: number }
}

/**
 * In a kind with at most so many open units a search narrows what intervals tell: of their ranges when somebody asks for them, and with
 * fewer also before, for the grades. In a larger one it would take too long.
 */
const mostSearched = 20
const mostSearchedFirst = 5

/** `whyOpen` says why a unit of the kind is open, undefined for one that is settled; `decidedGrade` what step 13 makes of its grade. */
export function openKind(
  judged: JudgedKind,
  whyOpen: (unit: number) => Openness | undefined,
  decidedGrade: (unit: number) => GradeIndex | -1 | undefined,
  isOpenToOthers: boolean,
): OpenKind {
  const { field } = judged
  const { assessor, rows } = field
  const { kind } = assessor
  const why = Array.from({ length: rows.length }, (_, unit) => whyOpen(unit))
  const opened = why.map((own, unit) =>
    own === undefined ? undefined : openedFor(fieldOf(field, unit).assessor, rows.at(unit)!, own),
  )
  const exactly = searches(assessor, why, opened)
  const intervals = outlooksOf(field, opened)
  const judgedBy = (outlooks: readonly Outlook[], narrow: (unit: number) => Possibilities | undefined) =>
    judgedKind(judged, opened, outlooks, narrow, isOpenToOthers)
  const first = judgedBy(
    intervals.map((outlook, unit) =>
      why[unit]?.because === 'review' ? narrowed(outlook, exactly(unit), kind.total) : outlook,
    ),
    () => undefined,
  )
  const isWorthSearching = (unit: number): boolean => {
    const own = opened[unit]
    if (own === undefined || first.grades[unit]!.size === 1) return false
    return !reachesBothEnds(
      fieldOf(field, unit).assessor,
      rows.at(unit)!,
      own.facts,
      kind.total,
      first.outlooks[unit]!.total,
    )
  }
  const searched = new Set(
    countOpen(opened) <= mostSearchedFirst ? opened.flatMap((_, unit) => (isWorthSearching(unit) ? [unit] : [])) : [],
  )
  const narrow = (unit: number): Possibilities | undefined => (searched.has(unit) ? exactly(unit) : undefined)
  const { outlooks, grades, competes, levels } =
    searched.size === 0
      ? first
      : judgedBy(
          first.outlooks.map((outlook, unit) => narrowed(outlook, narrow(unit), kind.total)),
          narrow,
        )
  const ended = grades.map((own, unit) => {
    const decided = decidedGrade(unit)
    return decided === undefined ? own : new Set([decided])
  })
  const before = once(() => beforeOf(levels(), competes))
  return {
    outlooks,
    opened,
    grades: ended,
    competes,
    levels,
    rowOf: (unit) => rows.at(unit)!,
    exactly,
    placeOf: (unit) => {
      const { least, most } = before().ahead(unit)
      return { best: least + 1, worst: most + 1 }
    },
  }
}

function countOpen(opened: OpenKind['opened']): number {
  return opened.reduce((sum, own) => sum + (own === undefined ? 0 : 1), 0)
}

/** Searches are made once. What a review may find is the same for all units of the kind, however many there are. */
function searches(
  assessor: Assessor,
  why: readonly (Openness | undefined)[],
  opened: OpenKind['opened'],
): (unit: number) => Possibilities | undefined {
  const known: (Possibilities | undefined)[] = []
  const few = countOpen(opened) <= mostSearched
  return (unit) => {
    const [own, openness] = [opened[unit], why[unit]]
    if (own === undefined || openness === undefined) return undefined
    if (!few && openness.because !== 'review') return undefined
    return (known[unit] ??= narrower(assessor, openness, own))
  }
}

function outlooksOf(field: Field, opened: OpenKind['opened']): readonly Outlook[] {
  return opened.map((own, unit) => {
    if (own === undefined) return settledOutlook(field, unit)
    return openOutlook(fieldOf(field, unit).assessor, own, field.rows.at(unit)!)
  })
}

/** Steps 7 to 12 of all units, as far as their outlooks tell. */
function judgedKind(
  judged: JudgedKind,
  opened: OpenKind['opened'],
  outlooks: readonly Outlook[],
  narrow: (unit: number) => Possibilities | undefined,
  isOpenToOthers: boolean,
): Pick<OpenKind, 'outlooks' | 'grades' | 'competes' | 'levels'> {
  const competes: Members = {
    may: Uint8Array.from(outlooks, ({ mayCount, made }) => (mayCount && made.includes(-1) ? 1 : 0)),
    must: Uint8Array.from(outlooks, ({ mustCount, made }) =>
      mustCount && made.length === 1 && made[0] === -1 ? 1 : 0,
    ),
  }
  const levels = once(() => levelsOf(outlooks.map(endsOf)))
  const lined = linedGrades(judged, outlooks, opened, competes, levels, isOpenToOthers)
  const grades = outlooks.map((outlook, unit) => {
    if (opened[unit] !== undefined) return allowedBy(openGrades(judged, outlook, lined[unit]), narrow(unit))
    return settledGrades(judged, unit, competes.may[unit] === 1 ? lined[unit] : undefined)
  })
  return { outlooks, grades, competes, levels }
}

/** What step 9 can give each unit; undefined where it is not asked. */
function linedGrades(
  { field, lined }: JudgedKind,
  outlooks: readonly Outlook[],
  opened: OpenKind['opened'],
  competes: Members,
  levels: () => Levels,
  isOpenToOthers: boolean,
): readonly (ReadonlySet<GradeIndex | -1> | undefined)[] {
  const { grading } = field.assessor.kind
  if (grading === undefined || lined === undefined) return []
  const base = {
    least: outlooks.reduce((sum, { mustCount }) => sum + (mustCount ? 1 : 0), 0),
    most: outlooks.reduce((sum, { mayCount }) => sum + (mayCount ? 1 : 0), 0),
  }
  if (looksAtOthers(field.assessor) && !isOpenToOthers) {
    return gradesByLines({ grading, outlooks, levels: levels(), competes, base, isOpenToOthers })
  }
  // By total alone, or without the others: only the open units have anything to ask.
  const open = outlooks.flatMap((_, unit) => (opened[unit] === undefined ? [] : [unit]))
  const pick = (members: Uint8Array): Uint8Array => Uint8Array.from(open, (unit) => members[unit]!)
  const found = gradesByLines({
    grading,
    outlooks: open.map((unit) => outlooks[unit]!),
    levels: { low: new Int32Array(open.length), high: new Int32Array(open.length), levels: 1 },
    competes: { may: pick(competes.may), must: pick(competes.must) },
    base: { least: 0, most: 0 },
    isOpenToOthers: true,
  })
  const grades: (ReadonlySet<GradeIndex | -1> | undefined)[] = outlooks.map((_, unit) => new Set([lined.grade[unit]!]))
  open.forEach((unit, place) => {
    grades[unit] = found[place]
  })
  return grades
}

/** Without `lined`, a unit that does not compete. */
function settledGrades(
  { field }: JudgedKind,
  unit: number,
  lined: ReadonlySet<GradeIndex | -1> | undefined,
): ReadonlySet<GradeIndex | -1> {
  return new Set([...(lined ?? [-1])].map((grade) => finalGrade(field, unit, grade)))
}

function openGrades(
  { field }: JudgedKind,
  outlook: Outlook,
  lined: ReadonlySet<GradeIndex | -1> | undefined,
): ReadonlySet<GradeIndex | -1> {
  const grades = new Set<GradeIndex | -1>()
  if (!outlook.mustCount) grades.add(-1)
  if (!outlook.mayCount) return grades
  for (const made of outlook.made) if (made !== -1) grades.add(made)
  if (!outlook.made.includes(-1)) return grades
  for (const grade of lined ?? [-1]) {
    if (grade === -1) grades.add(-1)
    else for (const moved of movedGrades(field.assessor, outlook, grade)) grades.add(moved)
  }
  return grades
}

function allowedBy(
  grades: ReadonlySet<GradeIndex | -1>,
  exact: Possibilities | undefined,
): ReadonlySet<GradeIndex | -1> {
  if (exact === undefined) return grades
  const verdicts = exact.grades()
  const allowed = [...grades].filter((grade) => verdicts.get(grade)?.kind !== 'impossible')
  return allowed.length === 0 ? grades : new Set(allowed)
}

function narrowed(outlook: Outlook, exact: Possibilities | undefined, total: string): Outlook {
  if (exact === undefined) return outlook
  const { least, greatest } = exact.numbers(total)
  return { ...outlook, total: meetOf(outlook.total, { low: least.value, high: greatest.value }) }
}

/** What both allow. Both are sound, so they cannot exclude each other. */
export function meetOf(a: RatioInterval, b: RatioInterval): RatioInterval {
  const isBelow = (x: RatioInterval['low'], y: RatioInterval['low']): boolean => x.num * y.den < y.num * x.den
  return { low: isBelow(a.low, b.low) ? b.low : a.low, high: isBelow(a.high, b.high) ? a.high : b.high }
}

function endsOf({ total, ties }: Outlook) {
  const all = [total, ...ties]
  return { low: all.map(({ low }) => low), high: all.map(({ high }) => high) }
}
