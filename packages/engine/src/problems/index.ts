import { short } from './short.js'
import type { DataProblem, SchemeProblem, UseFaults, UseProblem } from './shapes.js'

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

/** What callers in JavaScript may get wrong. */
export function checkLanguage(language: unknown): void {
  if (language !== 'zh' && language !== 'en') throw useError('unknown-language', { found: short(language) })
}

/**
 * An error with a list of problems: `code` and `data` are the first one's. Comparing `code` tells the type of `data`, here and in
 * each of `problems`. The message says as much as code and data do; `messageOf` of `@merit/engine/messages` words a problem in either language.
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

type Problem = SchemeProblem | DataProblem | UseProblem

class ProblemsError extends Error {
  readonly code: string | undefined
  readonly data: unknown
  constructor(
    override readonly name: string,
    readonly problems: readonly Problem[],
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

function summary(problems: readonly Problem[]): string {
  const first = problems.slice(0, 3).map(inShort)
  const more = problems.length - first.length
  return [...first, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

const longest = 300

/** `unit "A", fact "score": out-of-range {"found":"150","least":"0","greatest":"100"}` */
function inShort({ code, data, ...place }: Problem): string {
  const steps =
    'path' in place ? [place.path] : Object.entries(place).map(([key, at]) => `${key} ${JSON.stringify(at)}`)
  const where = steps.filter((step) => step !== '').join(', ')
  const about = Object.keys(data).length === 0 ? '' : ` ${JSON.stringify(data).slice(0, longest)}`
  return `${where === '' ? '' : `${where}: `}${code}${about}`
}
