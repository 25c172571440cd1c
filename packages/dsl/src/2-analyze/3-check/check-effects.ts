import type { AdjustmentSentence, Num } from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { compare, decimal } from '../decimal.js'
import { report, type Draft } from '../draft.js'
import { otherWord } from './other-word.js'

/** `costs` and `earns` act on an item or part, `bonus` and `penalty` on the total; a reminder repeats the item's points. */
export function checkEffects(draft: Draft): void {
  for (const { block, part, rubric } of draft.items) {
    const { number, points } = block.sentence
    const subject: Term = { term: 'item-n', with: { number: number.text } }
    const places: Place[] = ['item']
    if (part !== undefined || rubric !== undefined) places.push('part')
    if (rubric !== undefined) places.push('rubric')
    for (const line of block.lines) if (line.kind === 'adjustment') checkBelow(draft, line, places, subject, points)
  }
  for (const { sentence, lines } of draft.scheme.parts) {
    const subject: Term = { term: 'part-named', with: { name: sentence.name.raw } }
    for (const line of lines) if (line.kind === 'adjustment') checkBelow(draft, line, ['part'], subject, sentence.full)
  }
  for (const { sentence, lines } of draft.scheme.rubrics) {
    const subject: Term = { term: 'rubric-named', with: { name: sentence.name.raw } }
    for (const line of lines)
      if (line.kind === 'adjustment') checkBelow(draft, line, ['part', 'rubric'], subject, sentence.full)
  }
  for (const rule of draft.scheme.rules) if (rule.kind === 'adjustment') checkOnTotal(draft, rule)
}

type Place = NonNullable<AdjustmentSentence['on']>

/** `places` are what `this … also earns` can speak of here. */
function checkBelow(
  draft: Draft,
  sentence: AdjustmentSentence,
  places: readonly Place[],
  subject: Term,
  points: Num | undefined,
): void {
  if (sentence.effect === 'bonus' || sentence.effect === 'penalty') reportEffect(draft, sentence, subject)
  if (sentence.effect === 'also-earns' && sentence.on !== undefined && !places.includes(sentence.on)) {
    report(draft, 'also-earns-elsewhere', sentence.span, { on: { term: sentence.on }, subject })
  }
  const said = sentence.reminder?.points
  if (said === undefined || points === undefined || compare(decimal(said.text), decimal(points.text)) === 0) return
  const fix = { edits: [{ span: said.span, text: points.text }] }
  report(draft, 'reminder-disagrees', said.span, { subject, said: said.text, points: points.text }, { fix })
}

function checkOnTotal(draft: Draft, sentence: AdjustmentSentence): void {
  const { effect, reminder, span } = sentence
  if (effect === 'costs' || effect === 'earns') reportEffect(draft, sentence, { term: 'the-total' })
  if (effect === 'also-earns')
    report(draft, 'also-earns-elsewhere', span, { on: { term: sentence.on ?? 'item' }, subject: { term: 'the-total' } })
  if (reminder !== undefined && (effect === 'bonus' || effect === 'penalty')) {
    report(draft, 'reminder-without-item', reminder.span, {})
  }
}

const counterpart = { costs: 'penalty', penalty: 'costs', earns: 'bonus', bonus: 'earns' } as const

function reportEffect(draft: Draft, sentence: AdjustmentSentence, subject: Term): void {
  const { effect } = sentence
  if (effect === 'also-earns') return
  const right = counterpart[effect]
  const text = otherWord(draft, sentence, right)
  const fix = text === undefined ? {} : { fix: { edits: [{ span: sentence.span, text }] } }
  const data = { word: { term: `${effect}-word` } as const, right: { term: `${right}-word` } as const, subject }
  report(draft, 'wrong-effect-word', sentence.span, data, fix)
}
