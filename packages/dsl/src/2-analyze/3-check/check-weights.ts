import type { PartBlock, TotalBlock, WeightedLineSentence } from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { compare, decimal, plus, print, sum, times, zero, type Decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import { partsOf, totalOf } from '../look-up.js'
import { isTorn } from '../unread.js'
import { reportSum, sumInWords } from './check-points.js'

/** The weights of a part and of a total make 100%; parts counted in points make up the rest of the full marks. */
export function checkWeights(draft: Draft): void {
  for (const part of draft.scheme.parts) {
    const lines = part.lines.filter((line) => line.kind === 'weighted-line')
    if (!isTorn(draft.unread, part.sentence))
      checkLines(draft, { term: 'part-named', with: { name: part.sentence.name.raw } }, lines)
  }
  for (const total of draft.scheme.totals) if (!isTorn(draft.unread, total.sentence)) checkTotal(draft, total)
  checkSingleParts(draft)
}

/** One line may stand without a weight; of several, each says what it weighs. */
function checkLines(draft: Draft, subject: Term, lines: readonly WeightedLineSentence[]): void {
  if (lines.length === 0) return
  const bare = lines.find((line) => line.weight === undefined)
  if (bare === undefined) checkMakeAll(draft, subject, lines)
  else if (lines.length > 1) report(draft, 'weight-missing', bare.span, { subject })
}

function checkMakeAll(draft: Draft, subject: Term, lines: readonly WeightedLineSentence[]): void {
  const weights = lines.flatMap(({ weight }) => weight ?? [])
  const all = sum(weights.map((weight) => decimal(weight.text)))
  if (compare(all, decimal('100')) === 0) return
  const addends = sumInWords(weights.map((weight) => `${weight.text}%`))
  const last = weights.at(-1)!
  // Lines of one weight may share its place.
  const others = [...new Set(weights)].filter((weight) => weight !== last)
  const related = others.slice(0, 5).map(({ span }) => ({ span, data: {} }))
  report(draft, 'weights-do-not-add-up', last.span, { subject, sum: print(all), addends }, { related })
}

function checkTotal(draft: Draft, { sentence, lines }: TotalBlock): void {
  const subject: Term = { term: 'the-total' }
  if (lines.length === 0) {
    report(draft, 'total-without-lines', sentence.span, {})
    return
  }
  const weighted = lines.filter((line) => line.weight !== undefined)
  const { fullMarks } = draft
  if (fullMarks === undefined) {
    if (weighted.length > 0) reportFullMarksMissing(draft, weighted[0]!)
    if (weighted.length === lines.length) checkMakeAll(draft, subject, lines)
  } else if (weighted.length === lines.length) checkMakeAll(draft, subject, lines)
  else checkPointsOfTotal(draft, lines, fullMarks)
}

/** Parts in points beside parts that weigh a share of the full marks. */
function checkPointsOfTotal(
  draft: Draft,
  lines: readonly WeightedLineSentence[],
  fullMarks: NonNullable<Draft['fullMarks']>,
): void {
  const hundredth = decimal('0.01')
  const addends: string[] = []
  let all: Decimal = zero
  for (const { weight, source } of lines) {
    const part = partOf(draft, source)
    if (weight !== undefined) {
      all = plus(all, times(times(decimal(weight.text), hundredth), decimal(fullMarks.points.text)))
      addends.push(`${weight.text}% × ${fullMarks.points.text}`)
    } else {
      const full = part === undefined ? undefined : fullOf(draft, part)
      if (full === undefined || part === undefined) return
      all = plus(all, decimal(full))
      addends.push(`${part.sentence.name.raw} (${full})`)
    }
  }
  if (compare(all, decimal(fullMarks.points.text)) === 0) return
  reportSum(draft, { term: 'the-scheme' }, fullMarks.points, fullMarks.points.span, all, sumInWords(addends))
}

function partOf(draft: Draft, source: WeightedLineSentence['source']): PartBlock | undefined {
  if (source.kind === 'name') return draft.parts.get(source.name.text)
  return source.kind === 'part-score' ? draft.parts.get(source.part.text) : undefined
}

/** A part's full marks, its own or its rubric's, as decimal text. */
export function fullOf(draft: Draft, { sentence }: PartBlock): string | undefined {
  const rubric = sentence.rubric === undefined ? undefined : draft.rubrics.get(sentence.rubric.text)
  return (sentence.full ?? rubric?.sentence.full)?.text
}

/** A kind with one part and no total is scored by that part, in points. */
function checkSingleParts(draft: Draft): void {
  const { fullMarks, scheme } = draft
  if (fullMarks === undefined) return
  const checked = new Set<PartBlock>()
  for (const { name } of draft.unitKinds.values()) {
    const [only, ...others] = partsOf(scheme, name)
    if (only === undefined || others.length > 0 || totalOf(scheme, name) !== undefined || checked.has(only)) continue
    checked.add(only)
    const full = fullOf(draft, only)
    if (full === undefined || compare(decimal(full), decimal(fullMarks.points.text)) === 0) continue
    const addend = `${only.sentence.name.raw} (${full})`
    reportSum(draft, { term: 'the-scheme' }, fullMarks.points, fullMarks.points.span, decimal(full), addend)
  }
}

/** A weight is a share of the full marks; the fix says them, below the sentence about the year. */
function reportFullMarksMissing(draft: Draft, { weight, span }: WeightedLineSentence): void {
  const scheme = draft.scheme.head.find((sentence) => sentence.kind === 'scheme')
  const sentence = (scheme?.language ?? draft.parsed.language) === 'zh' ? '满分 100 分' : 'full marks 100'
  const edits = scheme && [{ span: { start: scheme.span.end, end: scheme.span.end }, text: `\n${sentence}` }]
  const fix = edits === undefined ? {} : { fix: { edits, data: { sentence } } }
  const alreadyReported = draft.problems.some(({ code }) => code === 'full-marks-missing')
  if (!alreadyReported && !draft.unread.between(0, span.start))
    report(draft, 'full-marks-missing', weight?.span ?? span, {}, fix)
}
