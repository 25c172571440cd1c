import type { GradeLineSentence, GradingBlock } from '../../ast/index.js'
import { compare, decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import { gradingOf } from '../look-up.js'
import { isTorn } from '../unread.js'
import { checkBands } from './check-bands.js'

/** The lines of each grading go together: each grade once, one `otherwise`, thresholds in order, places that are there. */
export function checkGradings(draft: Draft): void {
  for (const grading of draft.scheme.gradings) {
    const torn = isTorn(draft.unread, grading.sentence)
    if (grading.lines.length === 0 && !torn) report(draft, 'grading-without-lines', grading.sentence.span, {})
    checkOnce(draft, grading)
    const lines = inLadderOrder(draft, grading)
    const allKnown = lines.length === grading.lines.length
    checkBands(draft, lines, torn || !allKnown)
    checkTops(draft, lines)
  }
  checkPlaces(draft)
  checkGradesWithoutGrading(draft)
}

function checkOnce(draft: Draft, { lines }: GradingBlock): void {
  const grades = new Map<string, GradeLineSentence>()
  let otherwise: GradeLineSentence | undefined
  for (const line of lines) {
    const before = grades.get(line.grade.text)
    if (before === undefined) grades.set(line.grade.text, line)
    else {
      const related = [{ span: before.grade.span, data: {} }]
      report(draft, 'grade-line-twice', line.grade.span, { grade: line.grade.raw }, { related })
    }
    if (line.criterion?.kind !== 'otherwise') continue
    if (otherwise === undefined) otherwise = line
    else {
      const related = [{ span: otherwise.criterion?.span ?? otherwise.span, data: {} }]
      report(draft, 'otherwise-twice', line.criterion.span, {}, { related })
    }
  }
}

/** Best grade first; lines of grades outside the ladder, which were reported, are left out. */
function inLadderOrder(draft: Draft, { lines }: GradingBlock): readonly GradeLineSentence[] {
  const placeOf = ({ grade }: GradeLineSentence) => draft.grades.get(grade.text)?.index
  return lines.filter((line) => placeOf(line) !== undefined).sort((a, b) => placeOf(a)! - placeOf(b)!)
}

/** `top 4` below `top 2` counts the first two again: two places are left. Where four are meant, it is `4 places`. */
function checkTops(draft: Draft, lines: readonly GradeLineSentence[]): void {
  let before: GradeLineSentence | undefined
  for (const line of lines) {
    const { criterion } = line
    if (criterion?.kind !== 'top' || criterion.count.percent) continue
    const above = before?.criterion
    if (before !== undefined && above?.kind === 'top') {
      const { text } = criterion.count
      const left = decimal(text).digits - decimal(above.count.text).digits
      const data = {
        grade: line.grade.raw,
        top: text,
        better: before.grade.raw,
        betterTop: above.count.text,
        left: left > 0n ? String(left) : '0',
      }
      const places = line.language === 'zh' ? `${text} 个名额` : `${text} places`
      const fix = { edits: [{ span: criterion.span, text: places }], data: { places } }
      report(draft, 'top-below-top', criterion.span, data, { fix, related: [{ span: above.span, data: {} }] })
    }
    before = line
  }
}

/** Places for more units than the scheme says there are. */
function checkPlaces(draft: Draft): void {
  for (const { name, count } of draft.unitKinds.values()) {
    const grading = gradingOf(draft.scheme, name)
    if (count === undefined || grading === undefined) continue
    const places = placesIn(grading.lines)
    if (compare(decimal(String(count)), decimal(String(places))) >= 0) continue
    report(draft, 'more-places-than-units', grading.sentence.span, {
      kind: name.raw,
      units: count,
      places: String(places),
    })
  }
}

/** `top` lines count from the first and `bottom` lines from the last, so of each the greatest counts; `places` add up. */
function placesIn(lines: readonly GradeLineSentence[]): bigint {
  let [top, bottom, places] = [0n, 0n, 0n]
  for (const { criterion, quota } of lines) {
    if ((criterion?.kind === 'top' || criterion?.kind === 'bottom') && !criterion.count.percent) {
      const count = wholeOf(criterion.count.text)
      if (criterion.kind === 'top' && count > top) top = count
      if (criterion.kind === 'bottom' && count > bottom) bottom = count
    }
    if (quota?.kind === 'places' && !quota.count.percent) places += wholeOf(quota.count.text)
  }
  return top + bottom + places
}

function wholeOf(text: string): bigint {
  const { digits, places } = decimal(text)
  return places === 0 ? digits : 0n
}

/** Rules and conditions about grades need a grading that gives them; it is missed once, where they are first spoken of. */
function checkGradesWithoutGrading(draft: Draft): void {
  if (draft.scheme.gradings.length > 0 || draft.unread.between(0, draft.parsed.text.length)) return
  const rule = draft.scheme.rules.find(({ kind }) => aboutGrades.has(kind))
  const spans = [rule?.span, draft.gradesSpokenOf].filter((span) => span !== undefined)
  const [first] = spans.sort((a, b) => a.start - b.start)
  if (first !== undefined) report(draft, 'grading-missing', first, {})
}

const aboutGrades: ReadonlySet<string> = new Set(['blocks', 'makes', 'downgrade', 'grade-limit', 'not-graded'])
