import type {
  AdjustmentSentence,
  ItemBlock,
  ItemLineSentence,
  PartBlock,
  RubricBlock,
  ScoredSentence,
  WeightedLineSentence,
} from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import { isTorn } from '../unread.js'

type Line = PartBlock['lines'][number]

/** An item, or a part without items, is scored in one way, by sentences that go together. */
export function checkScoring(draft: Draft): void {
  for (const { block } of draft.items) checkItem(draft, block)
  for (const part of draft.scheme.parts) checkPart(draft, part)
  for (const rubric of draft.scheme.rubrics) checkRubric(draft, rubric)
  const [outside] = draft.scheme.items
  if (outside !== undefined && draft.scheme.parts.length > 0) {
    report(draft, 'items-outside-parts', outside.sentence.span, { number: outside.sentence.number.text })
  }
}

function checkItem(draft: Draft, { sentence, lines, children }: ItemBlock): void {
  const number = sentence.number.text
  const subject: Term = { term: 'item-n', with: { number } }
  const first = children[0]
  if (first !== undefined) {
    const rule = lines.find(fills)
    if (rule === undefined) return
    const related = [{ span: first.sentence.number.span, data: {} }]
    report(draft, 'rule-on-parent-item', rule.span, { number, child: first.sentence.number.text }, { related })
    return
  }
  checkLines(draft, subject, lines)
  if (
    !isTorn(draft.unread, sentence) &&
    !draft.misworded.has(sentence) &&
    !isScored(lines, decimal(sentence.points.text).digits === 0n)
  ) {
    report(draft, 'item-without-rule', sentence.span, { number, name: sentence.name.raw })
  }
}

/** A rule that fills the item: `scores 0 when` alone takes all of its full points or none. */
function isScored(lines: readonly ItemLineSentence[], worthNothing: boolean): boolean {
  return lines.some(
    (line) => isWayOfScoring(line) || line.kind === 'scores-zero' || (worthNothing && isEffect(line, 'also-earns')),
  )
}

function checkPart(draft: Draft, { sentence, items, lines }: PartBlock): void {
  const { name } = sentence
  const subject: Term = { term: 'part-named', with: { name: name.raw } }
  const rule = lines.find(fills)
  const ownRule = rule ?? lines.find(isWayOfScoring)
  const content = items[0]?.sentence.number.span ?? sentence.rubric?.span
  if (content !== undefined && rule !== undefined) {
    report(draft, 'part-scored-twice', rule.span, { subject }, { related: [{ span: content, data: {} }] })
  } else if (content !== undefined && items.length > 0 && sentence.rubric !== undefined) {
    const related = [{ span: sentence.rubric.span, data: {} }]
    report(draft, 'part-scored-twice', content, { subject }, { related })
  } else if (content === undefined && ownRule === undefined && !isTorn(draft.unread, sentence)) {
    report(draft, 'part-without-content', sentence.span, { subject })
  }
  checkLines(draft, subject, lines)
}

function checkRubric(draft: Draft, { sentence, items, lines }: RubricBlock): void {
  const subject: Term = { term: 'rubric-named', with: { name: sentence.name.raw } }
  const rule = lines.find(fills)
  if (items.length === 0 && !isTorn(draft.unread, sentence))
    report(draft, 'part-without-content', sentence.span, { subject })
  if (rule !== undefined) report(draft, 'part-scored-twice', rule.span, { subject })
}

function checkLines(draft: Draft, subject: Term, lines: readonly Line[]): void {
  checkOneWay(draft, subject, lines)
  checkNotApplicable(draft, subject, lines)
  checkZeroLast(draft, lines)
}

/** `costs` from full, `earns` from 0, one `scored` or weighted lines; after `scored`, `costs` may follow. */
function checkOneWay(draft: Draft, subject: Term, lines: readonly Line[]): void {
  const ways = lines.filter((line) => isWayOfScoring(line) || line.kind === 'weighted-line')
  const main = ways.find((line) => line.kind === 'scored') ?? ways[0]
  if (main === undefined) return
  const other = ways.find((line) => line !== main && !goTogether(main, line))
  if (other === undefined) return
  const [earlier, later] = main.span.start < other.span.start ? [main, other] : [other, main]
  report(draft, 'scored-in-two-ways', later.span, { subject }, { related: [{ span: earlier.span, data: {} }] })
}

function goTogether(main: Line, line: Line): boolean {
  if (main.kind === 'scored') return isEffect(line, 'costs')
  if (main.kind === 'weighted-line') return line.kind === 'weighted-line' || isEffect(line, 'costs')
  return main.kind === 'adjustment' && isEffect(line, main.effect)
}

/** What is scored by the items below it may lose by `costs`, as they do, but gets its points from them alone. */
function fills(line: Line): boolean {
  return line.kind === 'scored' || line.kind === 'weighted-line' || isEffect(line, 'earns')
}

function isWayOfScoring(line: Line): line is ScoredSentence | AdjustmentSentence {
  return line.kind === 'scored' || isEffect(line, 'costs') || isEffect(line, 'earns')
}

function isEffect(line: Line | WeightedLineSentence, effect: AdjustmentSentence['effect']): boolean {
  return line.kind === 'adjustment' && line.effect === effect
}

function checkNotApplicable(draft: Draft, subject: Term, lines: readonly Line[]): void {
  const [first, ...others] = lines.filter((line) => line.kind === 'not-applicable')
  const other = others.find((line) => line.treatment !== first?.treatment)
  if (first === undefined || other === undefined) return
  report(draft, 'not-applicable-in-two-ways', other.span, { subject }, { related: [{ span: first.span, data: {} }] })
}

/** `scores 0 when` takes what all others gave: it stands after them. */
function checkZeroLast(draft: Draft, lines: readonly Line[]): void {
  const place = lines.findIndex((line) => line.kind === 'scores-zero')
  const zero = lines[place]
  const after = lines.slice(place + 1).find((line) => line.kind === 'scored' || line.kind === 'adjustment')
  if (zero === undefined || after === undefined) return
  report(draft, 'scores-zero-not-last', zero.span, {}, { related: [{ span: after.span, data: {} }] })
}
