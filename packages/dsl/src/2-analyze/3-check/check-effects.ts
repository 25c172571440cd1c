import type { AdjustmentSentence, ItemSentence, Num, PartSentence, RubricSentence, Sentence } from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { compare, decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import { otherWord } from './other-word.js'

/** What a rule stands below. */
type Above = ItemSentence | PartSentence | RubricSentence

/**
 * `costs` and `earns` act on an item or part, `bonus` and `penalty` on the total, `this … also earns` on what it names; a reminder
 * repeats the item's points. Goes through the sentences in their order, so that a bonus among the rules of an item is seen.
 */
export function checkEffects(draft: Draft): void {
  const sentences = draft.parsed.sentences.filter((sentence) => !isNote(sentence))
  let above: Above | undefined
  let isRuled = false
  let inParts = false
  for (const [place, sentence] of sentences.entries()) {
    if (sentence.kind === 'part' || sentence.kind === 'rubric') inParts = true
    if (isAbove(sentence)) [above, isRuled] = [sentence, false]
    else if (sentence.kind === 'adjustment') {
      const onTotal = sentence.effect === 'bonus' || sentence.effect === 'penalty'
      const standsForRule = !isRuled && above !== undefined && lacksRule(draft, above, sentence)
      if (onTotal && !standsForRule && !goesOn(sentences[place + 1])) above = undefined
      checkAdjustment(draft, sentence, above, inParts)
      isRuled = true
    } else if (!isItemLine(sentence)) above = undefined
    else if (sentence.kind !== 'checked-by' && sentence.kind !== 'remarks') isRuled = true
  }
}

function isNote({ kind }: Sentence): boolean {
  return kind === 'official' || kind === 'basis' || kind === 'not-encoded' || kind === 'accepted'
}

function isAbove(sentence: Sentence): sentence is Above {
  return sentence.kind === 'item' || sentence.kind === 'part' || sentence.kind === 'rubric'
}

const itemLineKinds = [
  'checked-by',
  'remarks',
  'scored',
  'scores-zero',
  'not-applicable',
  'weighted-line',
  'weighted-lines',
  'empty-group',
] as const
const itemLines: ReadonlySet<Sentence['kind']> = new Set(itemLineKinds)

function isItemLine({ kind }: Sentence): boolean {
  return itemLines.has(kind)
}

/** An item that has no rule before the sentence, not even one that could not be read. */
function lacksRule({ unread }: Draft, above: Above, { span }: AdjustmentSentence): boolean {
  return above.kind === 'item' && !unread.between(above.span.start, span.start)
}

/** Whether the item above goes on after a bonus: with a rule of its own, or with the next item. */
function goesOn(next: Sentence | undefined): boolean {
  if (next?.kind === 'adjustment') return next.effect !== 'bonus' && next.effect !== 'penalty'
  return (
    next !== undefined &&
    (next.kind === 'item' || (isItemLine(next) && next.kind !== 'weighted-line' && next.kind !== 'weighted-lines'))
  )
}

function checkAdjustment(draft: Draft, sentence: AdjustmentSentence, above: Above | undefined, inParts: boolean): void {
  const { effect, on, reminder, span } = sentence
  const subject = above === undefined ? ({ term: 'the-total' } as const) : termOf(above)
  const actsOnTotal = effect === 'bonus' || effect === 'penalty'
  if (effect === 'also-earns') checkAlso(draft, span, on ?? 'item', above, inParts, subject)
  else if (actsOnTotal !== (above === undefined)) {
    if (above !== undefined) draft.misworded.add(above)
    reportEffect(draft, sentence, effect, subject)
  }
  if (reminder === undefined) return
  if (above === undefined) {
    if (actsOnTotal) report(draft, 'reminder-without-item', reminder.span, {})
  } else if (reminder.points !== undefined) checkReminder(draft, reminder.points, pointsOf(above), subject)
}

function termOf(above: Above): Term {
  if (above.kind === 'item') return { term: 'item-n', with: { number: above.number.text } }
  return { term: above.kind === 'part' ? 'part-named' : 'rubric-named', with: { name: above.name.raw } }
}

function pointsOf(above: Above): Num | undefined {
  return above.kind === 'item' ? above.points : above.full
}

/** `this item` stands at an item, `this part` and `this rubric` where there are parts and rubrics; on the total nothing is "also". */
function checkAlso(
  draft: Draft,
  span: AdjustmentSentence['span'],
  on: NonNullable<AdjustmentSentence['on']>,
  above: Above | undefined,
  inParts: boolean,
  subject: Term,
): void {
  if (above === undefined) return
  const fits = on === 'item' ? above.kind === 'item' : inParts
  if (!fits) report(draft, 'also-earns-elsewhere', span, { on: { term: on }, subject })
}

function checkReminder(draft: Draft, said: Num, points: Num | undefined, subject: Term): void {
  if (points === undefined || compare(decimal(said.text), decimal(points.text)) === 0) return
  const fix = { edits: [{ span: said.span, text: points.text }] }
  report(draft, 'reminder-disagrees', said.span, { subject, said: said.text, points: points.text }, { fix })
}

const counterpart = { costs: 'penalty', penalty: 'costs', earns: 'bonus', bonus: 'earns' } as const

function reportEffect(
  draft: Draft,
  sentence: AdjustmentSentence,
  effect: keyof typeof counterpart,
  subject: Term,
): void {
  const right = counterpart[effect]
  const text = otherWord(draft, sentence, right)
  const fix = text === undefined ? {} : { fix: { edits: [{ span: sentence.span, text }] } }
  const data = { word: { term: `${effect}-word` } as const, right: { term: `${right}-word` } as const, subject }
  report(draft, 'wrong-effect-word', sentence.span, data, fix)
}
