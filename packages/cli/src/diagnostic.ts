/** Problems as `check --json` prints them: what an editor needs, lines and characters from 0. */
import {
  entryOf,
  fixTitleOf,
  lineStarts,
  messageOf,
  nameOfFile,
  rangeOf,
  type Problem,
  type Range,
  type SampleUnit,
  type Severity,
} from '@merit/dsl'
import type { ProblemSource } from './problems.js'
import type { Language } from './words/index.js'

export interface Diagnostic {
  readonly file: string
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  /** A unit that shows it, as `score` reads units. */
  readonly sample?: SampleUnit
  readonly fix?: {
    readonly title: string
    readonly edits: readonly { readonly range: Range; readonly newText: string }[]
  }
}

/** The places of a fix are of the file that the problem stands in: what mends another file is left out. */
export function diagnosticOf(problem: Problem, source: ProblemSource, language: Language): Diagnostic {
  const text = problem.file === undefined ? source.text : (source.included?.get(problem.file) ?? '')
  const starts = lineStarts(text)
  const placeOf = (span: Problem['span']): Range => rangeOf(text, span, starts)
  const edits = problem.fix?.edits.filter((edit) => edit.file === problem.file)
  return {
    file: nameOfFile(source.file, problem.file),
    code: problem.code,
    severity: entryOf(problem.code).severity,
    message: messageOf(problem, language),
    range: placeOf(problem.span),
    ...(problem.sample === undefined ? {} : { sample: problem.sample }),
    ...(edits === undefined || edits.length < (problem.fix?.edits.length ?? 0)
      ? {}
      : {
          fix: {
            title: fixTitleOf(problem, language) ?? '',
            edits: edits.map(({ span, text: newText }) => ({ range: placeOf(span), newText })),
          },
        }),
  }
}
