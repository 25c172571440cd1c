import { en } from './en.js'
import type { DataProblem, SchemeProblem } from './shapes.js'
import { zh } from './zh.js'

export type { DataCode, DataFaults, DataPlace, DataProblem, SchemeCode, SchemeFaults, SchemeProblem } from './shapes.js'

const languages = { en, zh }

/** A problem in words, with its place before it. */
export function messageOf(problem: SchemeProblem | DataProblem, language: 'zh' | 'en'): string {
  const words = languages[language]
  if ('path' in problem) return words.schemePlace(problem.path) + worded(words.scheme, problem)
  return words.dataPlace(problem) + worded(words.data, problem)
}

/** The wording belongs to the code, and so takes that code's data. */
function worded(words: object, { code, data }: { readonly code: string; readonly data: unknown }): string {
  const word = (words as Readonly<Record<string, (data: unknown) => string>>)[code]
  return word === undefined ? code : word(data)
}

/** A compiled scheme that cannot be loaded. */
export class SchemeError extends Error {
  override readonly name = 'SchemeError'
  constructor(readonly problems: readonly SchemeProblem[]) {
    super(summary(problems))
  }
}

/** Data with faults: nothing is computed. Every fault is listed, in the order of the data. */
export class DataError extends Error {
  override readonly name = 'DataError'
  constructor(readonly problems: readonly DataProblem[]) {
    super(summary(problems))
  }
}

function summary(problems: readonly (SchemeProblem | DataProblem)[]): string {
  const first = problems.slice(0, 3).map((problem) => messageOf(problem, 'en'))
  const more = problems.length - first.length
  return [...first, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}
