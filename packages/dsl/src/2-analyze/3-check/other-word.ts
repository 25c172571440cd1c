import type { AdjustmentSentence, Span } from '../../ast/index.js'
import type { Draft } from '../draft.js'
import { namesIn, textOf } from '../names.js'

type Word = 'costs' | 'earns' | 'bonus' | 'penalty'

/**
 * The sentence with the word for the other place: in Chinese a change of words, in English one of their order. Undefined where that
 * would leave something of the sentence out.
 */
export function otherWord(draft: Draft, sentence: AdjustmentSentence, right: Word): string | undefined {
  return sentence.language === 'zh' ? inChinese(draft, sentence, right) : inEnglish(draft, sentence, right)
}

const chinese = {
  costs: { from: /(?:[在从]?总分中?)?(?:减(?:去|少)?|扣(?:减|除)?)/g, to: '扣' },
  penalty: { from: /扣(?:减|除)?/g, to: '减' },
  earns: { from: /(?:在?总分中)?加/g, to: '得' },
  bonus: { from: /得|计|记/g, to: '加' },
} as const satisfies Record<Word, { from: RegExp; to: string }>

function inChinese(draft: Draft, sentence: AdjustmentSentence, right: Word): string {
  const { from, to } = chinese[right]
  const names = namesIn(sentence)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start)
  let changed = ''
  let start = sentence.span.start
  for (const name of [...names, { start: sentence.span.end, end: sentence.span.end }]) {
    changed += textOf(draft, { start, end: name.start }).replace(from, to) + textOf(draft, name)
    start = name.end
  }
  return changed
}

/** `costs 4 when C` and `penalty 4 when C`, `each "F" costs 4, at most 8` and `penalty 4 per "F", capped at 8`. */
function inEnglish(draft: Draft, sentence: AdjustmentSentence, right: Word): string | undefined {
  const { measure, cap, where, except, reminder } = sentence
  if (where !== undefined || except !== undefined || reminder !== undefined) return undefined
  const words = (span: Span) => textOf(draft, span).trim()
  const onTotal = right === 'bonus' || right === 'penalty'
  const end = cap === undefined ? '' : `, ${onTotal ? 'capped at' : 'at most'} ${words(cap.span)}`
  if (measure.kind === 'when')
    return `${right} ${words(measure.amount.span)} when ${words(measure.condition.span)}${end}`
  const plain =
    measure.kind === 'per' && measure.every === undefined && measure.condition === undefined && !measure.inYear
  if (!plain) return undefined
  const [of, amount] = [words(measure.of.span), words(measure.amount.span)]
  return onTotal ? `${right} ${amount} per ${of}${end}` : `each ${of} ${right} ${amount}${end}`
}
