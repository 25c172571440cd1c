import type { Sentence } from './index.js'

/** The sentence of the text: one that is listed in another is written there. */
export function asWritten(sentence: Sentence): Sentence {
  return 'listedIn' in sentence ? (sentence.listedIn ?? sentence) : sentence
}
