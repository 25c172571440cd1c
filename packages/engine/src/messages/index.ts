/** Problems in words, Chinese or English: a door of its own, so that who shows none does not carry them. */
import { checkLanguage, type DataProblem, type SchemeProblem, type UseProblem } from '../problems/index.js'
import { en } from './en.js'
import { zh } from './zh.js'

const languages = { en, zh }

/** A problem in words, with its place before it. Throws a UseError for a language that the engine does not speak. */
export function messageOf(problem: SchemeProblem | DataProblem | UseProblem, language: 'zh' | 'en'): string {
  checkLanguage(language)
  const words = languages[language]
  if ('path' in problem) return words.schemePlace(problem.path) + worded(words.scheme, problem)
  if (Object.hasOwn(words.use, problem.code)) return worded(words.use, problem)
  return words.dataPlace(problem as DataProblem) + worded(words.data, problem)
}

/** The wording belongs to the code, and so takes that code's data. */
function worded(words: object, { code, data }: { readonly code: string; readonly data: unknown }): string {
  const word = (words as Readonly<Record<string, (data: unknown) => string>>)[code]
  return word === undefined ? code : word(data)
}
