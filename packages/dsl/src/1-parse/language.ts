import type { Language } from '../ast/index.js'
import type { Token } from './tokens/kinds.js'

/** The language that most of a sentence's words are in; `otherwise` where it has none, or as many of each. */
export function languageOf(tokens: readonly Token[], otherwise: Language): Language {
  let balance = 0
  for (const { payload } of tokens) balance += payload.language === 'zh' ? 1 : payload.language === 'en' ? -1 : 0
  if (balance === 0) return otherwise
  return balance > 0 ? 'zh' : 'en'
}

/** What to take a sentence without words for, before any sentence with words is read. */
export function likelyLanguage(text: string): Language {
  return text === '' || /\p{Script=Han}/u.test(text.slice(0, 10_000)) ? 'zh' : 'en'
}

/** The language of most sentences; of the first where it is a draw; `zh` where there are none. */
export function mostUsedLanguage(sentences: readonly { readonly language: Language }[]): Language {
  const chinese = sentences.filter(({ language }) => language === 'zh').length
  if (chinese * 2 === sentences.length) return sentences[0]?.language ?? 'zh'
  return chinese * 2 > sentences.length ? 'zh' : 'en'
}
