import type { BandEnd, GradeLineSentence, GradingBlock } from '../../ast/index.js'
import { compare, decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'

interface Band {
  readonly line: GradeLineSentence
  readonly low?: BandEnd
  readonly high?: BandEnd
}

/** Thresholds fall from grade to grade; bands with two ends neither overlap nor leave a gap. Lines come best grade first. */
export function checkBands(draft: Draft, grading: GradingBlock, lines: readonly GradeLineSentence[]): void {
  const bands = lines.flatMap((line) => {
    const { criterion } = line
    if (criterion?.kind !== 'band') return []
    const { low, high } = criterion
    return [{ line, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }]
  })
  for (const band of bands) checkEnds(draft, band)
  for (const [place, band] of bands.entries()) {
    const better = bands[place - 1]
    if (better === undefined) checkTop(draft, band)
    else checkNeighbours(draft, lines, better, band)
  }
  checkBottom(draft, grading, bands)
}

function checkEnds(draft: Draft, { low, high }: Band): void {
  if (low === undefined || high === undefined) return
  if (compare(decimal(low.value.text), decimal(high.value.text)) < 0) return
  report(draft, 'bounds-out-of-order', high.value.span, { low: low.value.text, high: high.value.text })
}

function checkNeighbours(draft: Draft, lines: readonly GradeLineSentence[], better: Band, band: Band): void {
  if (checkOrder(draft, better, band)) return
  const { low } = better
  const { high } = band
  if (low === undefined || high === undefined) return
  const difference = compare(decimal(high.value.text), decimal(low.value.text))
  // Where the better grade has limited places, who meets both comes to the lower one on purpose.
  if (better.line.quota === undefined && (difference > 0 || (difference === 0 && high.included && low.included))) {
    reportOverlap(draft, better, band, low, high)
  } else if (difference < 0 || (difference === 0 && !high.included && !low.included)) {
    if (!otherwiseBetween(lines, better, band)) reportGap(draft, high, high.value.text, low.value.text)
  }
}

/** Whether the thresholds stand in the wrong order, which is then reported. */
function checkOrder(draft: Draft, better: Band, band: Band): boolean {
  if (better.low === undefined || band.low === undefined) return false
  const difference = compare(decimal(band.low.value.text), decimal(better.low.value.text))
  const sameFloor = difference === 0 && (better.line.quota !== undefined || (!better.low.included && band.low.included))
  if (difference < 0 || sameFloor) return false
  const data = { number: band.low.value.text, before: better.low.value.text }
  report(draft, 'thresholds-out-of-order', band.low.value.span, data, {
    related: [{ span: better.low.value.span, data: {} }],
  })
  return true
}

function reportOverlap(draft: Draft, better: Band, band: Band, low: BandEnd, high: BandEnd): void {
  const { language } = band.line
  const text = low.included
    ? language === 'zh'
      ? `不满 ${low.value.text} 分`
      : `below ${low.value.text}`
    : language === 'zh'
      ? `${low.value.text} 分以下`
      : `at most ${low.value.text}`
  const data = { grade: band.line.grade.raw, better: better.line.grade.raw, low: low.value.text, high: high.value.text }
  const fix = { edits: [{ span: high.span, text }], data: { text } }
  report(draft, 'bands-overlap', high.span, data, { fix, related: [{ span: low.span, data: {} }] })
}

function otherwiseBetween(lines: readonly GradeLineSentence[], better: Band, band: Band): boolean {
  const between = lines.slice(lines.indexOf(better.line) + 1, lines.indexOf(band.line))
  return between.some(({ criterion }) => criterion?.kind === 'otherwise')
}

function reportGap(draft: Draft, end: BandEnd, from: string, to: string): void {
  report(draft, 'grades-leave-a-gap', end.span, { from, to })
}

/** The best band may have an upper end only where no total lies above it. */
function checkTop(draft: Draft, { high }: Band): void {
  const full = draft.fullMarks?.points.text
  if (high === undefined || full === undefined) return
  const difference = compare(decimal(high.value.text), decimal(full))
  if (difference < 0 || (difference === 0 && !high.included)) reportGap(draft, high, high.value.text, full)
}

/** Without `otherwise` the lowest band must reach down to 0; without bands nothing says what the rest are. */
function checkBottom(draft: Draft, { lines }: GradingBlock, bands: readonly Band[]): void {
  if (lines.length === 0 || lines.some(({ criterion }) => criterion?.kind === 'otherwise')) return
  const last = bands.at(-1)
  if (last === undefined || last.line.quota !== undefined) {
    report(draft, 'otherwise-missing', lines.at(-1)!.span, {})
    return
  }
  const { low } = last
  if (low === undefined) return
  const difference = compare(decimal(low.value.text), decimal('0'))
  if (difference > 0 || (difference === 0 && !low.included)) reportGap(draft, low, '0', low.value.text)
}
