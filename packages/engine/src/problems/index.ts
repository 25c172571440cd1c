import { en } from './en.js'
import { short } from './short.js'
import type { DataProblem, SchemeProblem, UseFaults, UseProblem } from './shapes.js'
import { zh } from './zh.js'

export type {
  DataCode,
  DataFaults,
  DataPlace,
  DataProblem,
  SchemeCode,
  SchemeFaults,
  SchemeProblem,
  UseCode,
  UseFaults,
  UseProblem,
} from './shapes.js'

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

/** What callers in JavaScript may get wrong. */
export function checkLanguage(language: unknown): void {
  if (language !== 'zh' && language !== 'en') throw useError('unknown-language', { found: short(language) })
}

/**
 * An error with a list of problems: `code` and `data` are the first one's. Comparing `code` tells the type of `data`, here and in
 * each of `problems`; `messageOf` words a problem in either language.
 */
type ErrorWith<Name extends string, Problem, All = Problem> = Problem extends {
  readonly code: infer Code
  readonly data: infer Data
}
  ? Error & { readonly name: Name; readonly code: Code; readonly data: Data; readonly problems: readonly All[] }
  : never

/** What `instanceof` and `new` take: a class of errors, of which one error is one of several types. */
interface ErrorClass<E, Problem> {
  new (problems: readonly Problem[]): E
  readonly prototype: E
}

class ProblemsError extends Error {
  readonly code: string | undefined
  readonly data: unknown
  constructor(
    override readonly name: string,
    readonly problems: readonly (SchemeProblem | DataProblem | UseProblem)[],
  ) {
    super(summary(problems))
    this.code = problems[0]?.code
    this.data = problems[0]?.data
  }
}

/** A compiled scheme that cannot be loaded. */
export type SchemeError = ErrorWith<'SchemeError', SchemeProblem>
export const SchemeError = class SchemeError extends ProblemsError {
  constructor(problems: readonly SchemeProblem[]) {
    super('SchemeError', problems)
  }
} as unknown as ErrorClass<SchemeError, SchemeProblem>

/** Data with faults: nothing is computed. Every fault is listed, in the order of the data. */
export type DataError = ErrorWith<'DataError', DataProblem>
export const DataError = class DataError extends ProblemsError {
  constructor(problems: readonly DataProblem[]) {
    super('DataError', problems)
  }
} as unknown as ErrorClass<DataError, DataProblem>

/** A call that cannot be meant: a slip in the host's own code, not in a scheme or in data. */
export type UseError = ErrorWith<'UseError', UseProblem>
export const UseError = class UseError extends ProblemsError {
  constructor(problems: readonly UseProblem[]) {
    super('UseError', problems)
  }
} as unknown as ErrorClass<UseError, UseProblem>

export function useError<C extends keyof UseFaults>(code: C, data: UseFaults[C]): UseError {
  return new UseError([{ code, data } as UseProblem])
}

function summary(problems: readonly (SchemeProblem | DataProblem | UseProblem)[]): string {
  const first = problems.slice(0, 3).map((problem) => messageOf(problem, 'en'))
  const more = problems.length - first.length
  return [...first, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}
