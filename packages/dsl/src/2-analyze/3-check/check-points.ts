import type { ItemBlock, Num, PartBlock, Span } from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { compare, decimal, print, sum } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import { isTorn, mayBeHeader } from '../unread.js'
import { checkPositive } from '../values.js'

/** Points add up at every level: items to the item above, to their part or rubric, and without parts to the full marks. */
export function checkPoints(draft: Draft): void {
  for (const { block } of draft.items) checkItem(draft, block)
  for (const { sentence, items } of draft.scheme.rubrics) {
    checkPositive(draft, sentence.full)
    const subject: Term = { term: 'rubric-named', with: { name: sentence.name.raw } }
    if (!isTorn(draft.unread, sentence, mayBeHeader)) checkSum(draft, subject, sentence.full, sentence.full.span, items)
  }
  for (const part of draft.scheme.parts) checkPart(draft, part)
  const { fullMarks, scheme } = draft
  if (
    fullMarks === undefined ||
    scheme.parts.length > 0 ||
    draft.unread.between(0, draft.parsed.text.length, mayBeHeader)
  )
    return
  checkSum(draft, { term: 'the-scheme' }, fullMarks.points, fullMarks.points.span, scheme.items)
}

/** Of items only those above 0 can be scored; an item worth nothing holds what is earned on top. */
function checkItem(draft: Draft, { sentence, lines, children }: ItemBlock): void {
  const { points, number, span } = sentence
  const onTop = lines.some((line) => line.kind === 'adjustment' && line.effect === 'also-earns')
  if (!onTop || decimal(points.text).digits < 0n) checkPositive(draft, points)
  const subject: Term = { term: 'item-n', with: { number: number.text } }
  if (isTorn(draft.unread, sentence, mayBeHeader)) return
  checkSum(draft, subject, points, { start: points.span.start, end: span.end }, children)
}

function checkPart(draft: Draft, { sentence, items }: PartBlock): void {
  const { full, name } = sentence
  const subject: Term = { term: 'part-named', with: { name: name.raw } }
  const rubric = sentence.rubric === undefined ? undefined : draft.rubrics.get(sentence.rubric.text)
  if (full === undefined) {
    if (sentence.rubric === undefined) report(draft, 'part-full-marks-missing', name.span, { name: name.raw })
    return
  }
  checkPositive(draft, full)
  if (!isTorn(draft.unread, sentence, mayBeHeader)) checkSum(draft, subject, full, full.span, items)
  const ofRubric = rubric?.sentence.full
  if (ofRubric !== undefined && compare(decimal(full.text), decimal(ofRubric.text)) !== 0) {
    const rubricName = rubric!.sentence.name.raw
    reportSum(draft, subject, full, full.span, decimal(ofRubric.text), `${rubricName} (${ofRubric.text})`)
  }
}

function checkSum(draft: Draft, subject: Term, points: Num, span: Span, items: readonly ItemBlock[]): void {
  if (items.length === 0) return
  const all = sum(items.map(({ sentence }) => decimal(sentence.points.text)))
  if (compare(all, decimal(points.text)) === 0) return
  const addends = items.map(({ sentence }) => `${sentence.number.text} (${sentence.points.text})`)
  reportSum(draft, subject, points, span, all, sumInWords(addends))
}

const mostAddends = 8

/** `1.1 (4) + 1.2 (3)`, not endless. */
export function sumInWords(addends: readonly string[]): string {
  const shown = addends.length > mostAddends ? [...addends.slice(0, mostAddends - 1), '…'] : addends
  return shown.join(' + ')
}

/** The sum is what was meant more often than its heading: the fix changes the heading. */
export function reportSum(
  draft: Draft,
  subject: Term,
  points: Num,
  span: Span,
  all: ReturnType<typeof decimal>,
  addends: string,
): void {
  const data = { subject, points: points.text, sum: print(all), addends }
  const fix = { edits: [{ span: points.span, text: print(all) }] }
  report(draft, 'points-do-not-add-up', span, data, all.digits > 0n ? { fix } : {})
}
