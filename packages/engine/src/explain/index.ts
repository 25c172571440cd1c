/**
 * Why a unit has its result: a tree of reasons as data, and that tree in words as text, Markdown or HTML, in Chinese or English.
 * Names and values from schemes and data stay text in all of them.
 */
import type { UnitResult } from '../api.js'
import { contextOf } from '../assess/result.js'
import { checkLanguage, useError } from '../problems/index.js'
import { short } from '../problems/short.js'
import { rangeSentence } from './document/range.js'
import { documentOf } from './document/write.js'
import { htmlOf } from './render/html.js'
import { markdownOf } from './render/markdown.js'
import { textOf } from './render/text.js'
import { explainWith } from './explain.js'
import type { Explanation } from './types.js'
import { wordsOf, type Language } from './words/index.js'

export { explainWith }
export type * from './types.js'
export type { Language }

/** Why a unit has its result, as data. Takes a result as the engine gave it, not a copy. */
export function explain(result: UnitResult, options: { readonly language: Language }): Explanation {
  const language = (options as typeof options | null | undefined)?.language
  checkLanguage(language)
  return explainWith(result, contextOf(result), language!)
}

/** As plain text, a line a reason. */
export function toText(explanation: Explanation): string {
  return textOf(documentOf(checked(explanation)))
}

/** As Markdown. */
export function toMarkdown(explanation: Explanation): string {
  return markdownOf(documentOf(checked(explanation)))
}

/** As an HTML page of its own, without scripts. */
export function toHtml(explanation: Explanation): string {
  return htmlOf(documentOf(checked(explanation)))
}

/** Callers in JavaScript may give the result itself. */
function checked(explanation: Explanation): Explanation {
  const { language, openScores } = (explanation ?? {}) as Partial<Explanation>
  if (openScores === undefined) throw useError('not-an-explanation', { found: short(explanation) })
  checkLanguage(language)
  return explanation
}

/** What a unit that is not settled can still come to, in one sentence; empty for one that is settled. */
export function rangeText({ range, certain, status }: UnitResult, language: Language): string {
  checkLanguage(language)
  if (range === undefined) return ''
  return rangeSentence(wordsOf(language), { ...range, certain: certain === true }, status === 'incomplete')
}
