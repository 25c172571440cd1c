import type { GradeLine } from '@merit/engine/scheme'
import type { GradeLineSentence } from '../ast/index.js'
import { compare, type Rational } from '../3-emit/rational.js'
import { report, type Grounds } from './grounds.js'
import { amountOf, shown } from './numbers.js'
import { implies, outcomeOfExpr } from './quantity.js'

/** Where a unit that is kept out of a grade goes: past a band with an upper end, or nowhere. */
export function checkBlocks(grounds: Grounds): void {
  const seen = new Set<number>()
  for (const { grading } of grounds.scheme.kinds) {
    if (grading === undefined || seen.has(grading.sentence)) continue
    seen.add(grading.sentence)
    checkBandsBelow(grounds, grading.lines)
    checkLowest(grounds, grading.lines)
  }
  checkDecisions(grounds)
}

type Band = GradeLine & { readonly criterion: Extract<GradeLine['criterion'], { kind: 'band' }> }

function isBand(line: GradeLine): line is Band {
  return line.criterion.kind === 'band'
}

/** A block on the better grade, or its limited places, leave units that the next band does not take. */
function checkBandsBelow(grounds: Grounds, lines: readonly GradeLine[]): void {
  const bands = lines.filter(isBand).sort((a, b) => a.grade - b.grade)
  for (const [place, band] of bands.slice(1).entries()) {
    const better = bands[place] as Band
    const { high } = band.criterion
    const { low } = better.criterion
    if (high === undefined || low === undefined || compare(amountOf(high), amountOf(low)) > 0) continue
    const block = grounds.scheme.blocks.find(({ grade, when }) => grade === better.grade && canHold(grounds, when))
    const cause = block?.sentence ?? (better.limit === undefined ? undefined : better.sentence)
    const node = grounds.sentence(band.sentence) as GradeLineSentence | undefined
    const end = node?.criterion?.kind === 'band' ? node.criterion.high : undefined
    if (cause === undefined || end === undefined) continue
    const names = grounds.scheme.grades
    const data = { better: names[better.grade] ?? '', grade: names[band.grade] ?? '', low: shown(amountOf(low)) }
    const fix = { edits: [{ span: withBlanksBefore(grounds, end.span), text: '' }] }
    const hasFloor = band.criterion.low !== undefined
    const related = [{ span: grounds.span(cause), data: { better: data.better } }]
    const unit = block === undefined ? undefined : suchUnit(grounds, lines, block.when, amountOf(low))
    const more = { related, ...(unit === undefined ? {} : { sample: unit }) }
    report(grounds, 'blocked-falls-past', end.span, data, hasFloor ? { fix, ...more } : more)
  }
}

/** A unit that is barred, with the total that the better grade asks for. */
function suchUnit({ scheme, samples }: Grounds, lines: readonly GradeLine[], barred: string, low: Rational) {
  const kind = scheme.kinds.findIndex(({ grading }) => grading?.lines === lines)
  const total = scheme.kinds[kind]?.total
  if (total === undefined) return undefined
  return samples.meeting(kind, [
    { node: barred, holds: true },
    { node: total, atLeast: low },
  ])
}

function withBlanksBefore({ analysis }: Grounds, { start, end }: { readonly start: number; readonly end: number }) {
  const before = analysis.parsed.text.slice(0, start)
  return { start: before.trimEnd().length, end }
}

function canHold(grounds: Grounds, when: string): boolean {
  return outcomeOfExpr(grounds, { var: when }) !== 'never'
}

/** Nothing lies below the last grade of the ladder. */
function checkLowest(grounds: Grounds, lines: readonly GradeLine[]): void {
  const lowest = grounds.scheme.grades.length - 1
  if (!lines.some(({ grade }) => grade === lowest)) return
  const reported = new Set(
    grounds.found.filter(({ code }) => code === 'nothing-below-block').map(({ span }) => span.start),
  )
  for (const { grade, when, sentence } of grounds.scheme.blocks) {
    const span = grounds.span(sentence)
    if (grade !== lowest || reported.has(span.start) || !canHold(grounds, when)) continue
    report(grounds, 'nothing-below-block', span, { grade: grounds.scheme.grades[lowest] ?? '' })
  }
}

/** A decision that a block always makes void. */
function checkDecisions(grounds: Grounds): void {
  const { makes, blocks, grades } = grounds.scheme
  for (const { grade, when, sentence } of makes) {
    const block = blocks.find((one) => one.grade === grade && implies(grounds, { var: when }, { var: one.when }))
    if (block === undefined) continue
    const data = { grade: grades[grade] ?? '' }
    const related = [{ span: grounds.span(block.sentence), data }]
    report(grounds, 'decision-always-barred', grounds.span(sentence), data, { related })
  }
}
