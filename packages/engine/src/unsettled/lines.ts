import type { GradeIndex, GradeLine, Grading, Quota } from '../scheme/index.js'
import { linesInTurn } from '../cohort/lines.js'
import { bandVerdict } from './band.js'
import { beforeOf, mostTied, sumOf, type Before, type Count, type Members } from './contest.js'
import { reversedLevels, type Levels } from './ends.js'
import { openBelow } from './moves.js'
import type { Outlook } from './outlook.js'

/** The units of a kind before step 9, as far as they are known. */
export interface Contenders {
  readonly grading: Grading
  readonly outlooks: readonly Outlook[]
  readonly levels: Levels
  /** Who holds a place. */
  readonly competes: Members
  /** How many are graded at all. */
  readonly base: Count
  /** Others may join of whom nothing is known. */
  readonly isOpenToOthers: boolean
}

/** What came of the lines so far. */
interface Progress {
  /** Who may have a grade; who has one if it competes. */
  readonly taken: Members
  readonly grades: readonly Set<GradeIndex | -1>[]
  /** How many have a grade, and how many each grade. */
  all: Count
  readonly ofGrade: Map<GradeIndex, Count>
}

const nobody: Count = { least: 0, most: 0 }

/** Step 9: for each unit the grades that its line can give it where it competes, -1 for none. */
export function gradesByLines(contenders: Contenders): readonly ReadonlySet<GradeIndex | -1>[] {
  const { grading, outlooks } = contenders
  const size = outlooks.length
  const progress: Progress = {
    taken: { may: new Uint8Array(size), must: new Uint8Array(size) },
    grades: outlooks.map(() => new Set()),
    all: nobody,
    ofGrade: new Map(),
  }
  const turned = reversedLevels(contenders.levels)
  for (const place of linesInTurn(grading)) {
    const line = grading.lines[place]!
    tryLine(contenders, line, line.criterion.kind === 'bottom' ? turned : contenders.levels, progress)
  }
  return gradeTheRest(contenders, progress)
}

function tryLine(contenders: Contenders, line: GradeLine, levels: Levels, progress: Progress): void {
  const { outlooks, competes, isOpenToOthers } = contenders
  const { taken } = progress
  const { grade } = line
  const open = membersOf(outlooks.length, (unit) => ({
    may: competes.may[unit] === 1 && outlooks[unit]!.mustBar[grade] === false,
    must: competes.must[unit] === 1 && outlooks[unit]!.mayBar[grade] === false,
  }))
  const criterion = criterionOf(contenders, line, open, levels)
  // Of a unit itself it is asked what holds where it competes; only where it is counted among others has it to be sure that it does.
  const mustMeet = (unit: number): boolean => criterion(unit).must && outlooks[unit]!.mayBar[grade] === false
  const raw = membersOf(outlooks.length, (unit) => ({
    may: open.may[unit] === 1 && criterion(unit).may,
    must: open.must[unit] === 1 && criterion(unit).must,
  }))
  const meeting = membersOf(outlooks.length, (unit) => ({
    may: raw.may[unit] === 1 && taken.must[unit] === 0,
    must: raw.must[unit] === 1 && taken.may[unit] === 0,
  }))
  const places = placesLeft(line, contenders.base, progress)
  const room = places === undefined ? inAnyCase : roomOf(levels, raw, meeting, progress, places, isOpenToOthers)
  const takes = membersOf(outlooks.length, (unit) => ({
    may: meeting.may[unit] === 1 && room(unit).may,
    must: mustMeet(unit) && room(unit).must,
  }))
  const takers = takersOf(levels, open, raw, meeting, progress, {
    least: sureTakers(takes, taken, competes),
    most: sumOf(takes.may),
    places: places ?? criterionPlaces(contenders, line),
    isLimit: places !== undefined,
    isStrict: places !== undefined || isStrictCriterion(contenders.grading, line),
    isOpenToOthers,
  })
  keep(progress, grade, takes, takers, competes)
}

interface Verdict {
  readonly may: boolean
  readonly must: boolean
}

const inAnyCase = (): Verdict => ({ may: true, must: true })

function membersOf(size: number, verdict: (unit: number) => Verdict): Members {
  const members = { may: new Uint8Array(size), must: new Uint8Array(size) }
  for (let unit = 0; unit < size; unit += 1) {
    const { may, must } = verdict(unit)
    if (may) members.may[unit] = 1
    if (must) members.must[unit] = 1
  }
  return members
}

function criterionOf(
  contenders: Contenders,
  line: GradeLine,
  open: Members,
  levels: Levels,
): (unit: number) => Verdict {
  const { criterion } = line
  if (criterion.kind === 'band') return (unit) => bandVerdict(criterion, contenders.outlooks[unit]!.total)
  const places = criterionPlaces(contenders, line)
  if (places === undefined) return inAnyCase
  if (contenders.isOpenToOthers) return () => ({ may: true, must: false })
  return verdictBy(beforeOf(levels, open), places, isStrictCriterion(contenders.grading, line))
}

function criterionPlaces({ base }: Contenders, { criterion }: GradeLine): Count | undefined {
  return criterion.kind === 'top' || criterion.kind === 'bottom' ? placesOf(criterion.quota, base) : undefined
}

function isStrictCriterion({ ties }: Grading, { criterion }: GradeLine): boolean {
  return (
    (criterion.kind === 'top' || criterion.kind === 'bottom') &&
    (criterion.quota.kind === 'share' || ties.kind === 'left-out')
  )
}

function placesOf(quota: Quota, base: Count): Count {
  if (quota.kind === 'count') return { least: quota.count, most: quota.count }
  const of = (count: number): number => Number((BigInt(quota.numerator) * BigInt(count)) / BigInt(quota.denominator))
  return { least: of(base.least), most: of(base.most) }
}

/** The places of a limit; those of `at most` are less by who has the grade already. */
function placesLeft({ limit, grade }: GradeLine, base: Count, { ofGrade }: Progress): Count | undefined {
  if (limit === undefined) return undefined
  const places = placesOf(limit.quota, base)
  const taken = limit.kind === 'at-most' ? (ofGrade.get(grade) ?? nobody) : nobody
  return { least: Math.max(0, places.least - taken.most), most: Math.max(0, places.most - taken.least) }
}

/** Where ties stay out, those tied with a unit must find room as well. */
function verdictBy({ ahead, aheadOrTied }: Before, places: Count, isStrict: boolean): (unit: number) => Verdict {
  return (unit) => {
    const { least, most } = isStrict ? aheadOrTied(unit) : ahead(unit)
    return { may: least + 1 <= places.most, must: most + 1 <= places.least }
  }
}

/**
 * Whether there is room in a line with a limit, for a unit that meets it and has no grade yet. Those before the unit compete unless an
 * earlier line took them; who it took may be open, but how many it took is known better: both are counted, and the narrower holds.
 */
function roomOf(
  levels: Levels,
  raw: Members,
  meeting: Members,
  { taken, all }: Progress,
  places: Count,
  isOpenToOthers: boolean,
): (unit: number) => Verdict {
  if (isOpenToOthers) return () => ({ may: true, must: false })
  const size = raw.may.length
  const competing = beforeOf(levels, meeting)
  const meetingAtAll = beforeOf(levels, raw)
  const gone = beforeOf(
    levels,
    membersOf(size, (unit) => ({
      may: raw.may[unit] === 1 && taken.may[unit] === 1,
      must: raw.must[unit] === 1 && taken.may[unit] === 1,
    })),
  )
  const mayBeGone = sumOf(taken.may)
  return (unit) => {
    const simple = competing.aheadOrTied(unit)
    const before = meetingAtAll.aheadOrTied(unit)
    const goneBefore = gone.aheadOrTied(unit)
    const goneElsewhere = mayBeGone - taken.may[unit]! - goneBefore.most
    const most = Math.min(simple.most, before.most - Math.max(0, all.least - goneElsewhere))
    const least = Math.max(simple.least, before.least - Math.min(all.most, goneBefore.least))
    return { may: least + 1 <= places.most, must: most + 1 <= places.least }
  }
}

/** Who surely gets its grade from this line and no earlier one. */
function sureTakers(takes: Members, taken: Members, competes: Members): number {
  return takes.must.reduce(
    (sum, is, unit) => sum + (is === 1 && taken.may[unit] === 0 && competes.must[unit] === 1 ? 1 : 0),
    0,
  )
}

/** How many a line takes. */
function takersOf(
  levels: Levels,
  open: Members,
  raw: Members,
  meeting: Members,
  { taken, all }: Progress,
  line: {
    readonly least: number
    readonly most: number
    readonly places: Count | undefined
    readonly isLimit: boolean
    readonly isStrict: boolean
    readonly isOpenToOthers: boolean
  },
): Count {
  const { least, most, places, isLimit, isStrict, isOpenToOthers } = line
  if (places === undefined || isOpenToOthers) return { least, most }
  const tied = Math.max(0, mostTied(levels, isLimit ? meeting.may : open.may) - 1)
  // Past the first line, who stands in a place of `top` may have a grade already.
  if (!isLimit) {
    const filled = all.most > 0 ? 0 : Math.min(places.least, sumOf(open.must)) - (isStrict ? tied : 0)
    return { least: Math.max(least, filled), most: Math.min(most, places.most + (isStrict ? 0 : tied)) }
  }
  const goneOfSure = raw.must.reduce((sum, is, unit) => sum + (is === 1 && taken.may[unit] === 1 ? 1 : 0), 0)
  const competing = Math.max(sumOf(meeting.must), sumOf(raw.must) - Math.min(all.most, goneOfSure))
  const filled = Math.min(places.least, competing) - tied
  return { least: Math.max(least, filled), most: Math.min(most, places.most) }
}

function keep(progress: Progress, grade: GradeIndex, takes: Members, takers: Count, competes: Members): void {
  const { taken, grades, ofGrade, all } = progress
  let sure = 0
  for (let unit = 0; unit < grades.length; unit += 1) {
    if (takes.may[unit] === 1) {
      grades[unit]!.add(grade)
      taken.may[unit] = 1
    }
    if (takes.must[unit] === 1) taken.must[unit] = 1
    if (taken.must[unit] === 1 && competes.must[unit] === 1) sure += 1
  }
  const had = ofGrade.get(grade) ?? nobody
  ofGrade.set(grade, { least: had.least + takers.least, most: had.most + takers.most })
  progress.all = {
    least: Math.max(all.least + takers.least, sure),
    most: Math.min(all.most + takers.most, sumOf(taken.may)),
  }
}

/** Who is kept out of the grade that `otherwise` gives gets the next lower one that is open; who then has none has none. */
function gradeTheRest({ grading, outlooks }: Contenders, { taken, grades }: Progress) {
  const otherwise = grading.lines.find(({ criterion, limit }) => criterion.kind === 'otherwise' && limit === undefined)
  return grades.map((so, unit) => {
    if (taken.must[unit] === 1) return so
    const below = otherwise === undefined ? undefined : openBelow(outlooks[unit]!, otherwise.grade)
    for (const grade of below?.grades ?? []) so.add(grade)
    return below?.mayBeNone === false ? so : so.add(-1)
  })
}
