import type { BandEnd, GradeLineSentence } from '../../ast/index.js'
import { compare, decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'

interface Band {
  readonly line: GradeLineSentence
  readonly low?: BandEnd
  readonly high?: BandEnd
}

/**
 * Thresholds fall from grade to grade; bands with two ends neither overlap nor leave a gap. Lines come best grade first. Where lines
 * could not be read, or are of unknown grades, they may fill the gaps.
 */
export function checkBands(draft: Draft, lines: readonly GradeLineSentence[], torn: boolean): void {
  const bands = lines.flatMap((line) => {
    const { criterion } = line
    if (criterion?.kind !== 'band') return []
    const { low, high } = criterion
    return [{ line, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }]
  })
  for (const band of bands) checkEnds(draft, band)
  for (const [place, band] of bands.slice(1).entries()) checkNeighbours(draft, bands[place]!, band)
  if (!torn) checkGaps(draft, lines, bands)
}

function checkEnds(draft: Draft, { low, high }: Band): void {
  if (low === undefined || high === undefined) return
  if (compare(decimal(low.value.text), decimal(high.value.text)) < 0) return
  report(draft, 'bounds-out-of-order', high.value.span, { low: low.value.text, high: high.value.text })
}

function checkNeighbours(draft: Draft, better: Band, band: Band): void {
  if (outOfOrder(better, band)) {
    reportOrder(draft, better.low!, band.low!)
    return
  }
  const { low } = better
  const { high } = band
  if (low === undefined || high === undefined) return
  const difference = compare(decimal(high.value.text), decimal(low.value.text))
  // Where the better grade has limited places, who meets both comes to the lower one on purpose.
  if (better.line.quota === undefined && (difference > 0 || (difference === 0 && high.included && low.included))) {
    reportOverlap(draft, better, band, low, high)
  }
}

function reportOrder(draft: Draft, high: BandEnd, low: BandEnd): void {
  const data = { number: low.value.text, before: high.value.text }
  report(draft, 'thresholds-out-of-order', low.value.span, data, { related: [{ span: high.value.span, data: {} }] })
}

function outOfOrder(better: Band, band: Band): boolean {
  if (better.low === undefined || band.low === undefined) return false
  const difference = compare(decimal(band.low.value.text), decimal(better.low.value.text))
  const sameFloor = difference === 0 && (better.line.quota !== undefined || (!better.low.included && band.low.included))
  return difference >= 0 && !sameFloor
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

/** What no line speaks of: above the best band, between two, below the lowest. */
function checkGaps(draft: Draft, lines: readonly GradeLineSentence[], bands: readonly Band[]): void {
  if (bands[0] !== undefined) checkTop(draft, bands[0])
  for (const [place, band] of bands.slice(1).entries()) checkBetween(draft, lines, bands[place]!, band)
  checkBottom(draft, lines, bands)
}

function checkBetween(draft: Draft, lines: readonly GradeLineSentence[], better: Band, band: Band): void {
  const { low } = better
  const { high } = band
  if (low === undefined || high === undefined || outOfOrder(better, band)) return
  const difference = compare(decimal(high.value.text), decimal(low.value.text))
  const apart = difference < 0 || (difference === 0 && !high.included && !low.included)
  const between = lines.slice(lines.indexOf(better.line) + 1, lines.indexOf(band.line))
  if (!apart || between.some(({ criterion }) => criterion?.kind === 'otherwise')) return
  reportGap(draft, high, high.value.text, low.value.text)
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
function checkBottom(draft: Draft, lines: readonly GradeLineSentence[], bands: readonly Band[]): void {
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
