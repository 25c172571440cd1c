/** Problems as `check --json` prints them: what an editor needs, lines and characters from 0. */
import {
  entryOf,
  fixTitleOf,
  messageOf,
  positionOf,
  type Problem,
  type Range,
  type SampleUnit,
  type Severity,
} from '@merit/dsl'
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

export function diagnosticOf(
  problem: Problem,
  file: string,
  starts: readonly number[],
  language: Language,
): Diagnostic {
  const rangeOf = (span: Problem['span']): Range => ({
    start: positionOf(starts, span.start),
    end: positionOf(starts, span.end),
  })
  return {
    file,
    code: problem.code,
    severity: entryOf(problem.code).severity,
    message: messageOf(problem, language),
    range: rangeOf(problem.span),
    ...(problem.sample === undefined ? {} : { sample: problem.sample }),
    ...(problem.fix === undefined
      ? {}
      : {
          fix: {
            title: fixTitleOf(problem, language) ?? '',
            edits: problem.fix.edits.map(({ span, text }) => ({ range: rangeOf(span), newText: text })),
          },
        }),
  }
}
