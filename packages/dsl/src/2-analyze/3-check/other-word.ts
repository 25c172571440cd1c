import type { AdjustmentSentence, Effect } from '../../ast/index.js'
import type { Draft } from '../draft.js'
import { textOf } from '../names.js'

/** Words that take or give, in Chinese, by what they act on. */
const chinese = {
  costs: { from: /加|得|计|记|减(?:去|少)?|扣(?:减|除)?/g, to: '扣' },
  penalty: { from: /扣(?:减|除)?/g, to: '减' },
  earns: { from: /加/g, to: '得' },
  bonus: { from: /得|计|记/g, to: '加' },
} as const satisfies Partial<Record<Effect, { from: RegExp; to: string }>>

/** The sentence with the word for the other place, where that is a change of words alone. */
export function otherWord(
  draft: Draft,
  sentence: AdjustmentSentence,
  right: 'costs' | 'earns' | 'bonus' | 'penalty',
): string | undefined {
  const written = textOf(draft, sentence.span)
  return sentence.language === 'zh' ? inChinese(written, right) : undefined
}

function inChinese(written: string, right: keyof typeof chinese): string {
  const { from, to } = chinese[right]
  const word = right === 'costs' ? /减(?:去|少)?/g : from
  return outsideQuotes(written, (words) => words.replace(word, to))
}

function outsideQuotes(text: string, change: (words: string) => string): string {
  return text
    .split(/([“"「『][^”"」』]*[”"」』])/)
    .map((piece, place) => (place % 2 === 0 ? change(piece) : piece))
    .join('')
}
