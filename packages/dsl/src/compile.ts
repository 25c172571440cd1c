import type { CompiledScheme } from '@merit/engine/scheme'
import { parse } from './1-parse/index.js'
import { analyze } from './2-analyze/index.js'
import type { Analysis } from './2-analyze/tables.js'
import { emit } from './3-emit/index.js'
import type { ParsedText } from './ast/index.js'
import { accept } from './diagnostics/accept.js'
import { entryOf } from './diagnostics/catalogue.js'
import type { Problem } from './diagnostics/problem.js'

/** What compiling a text gives, whatever the text. */
export interface Compilation {
  readonly parsed: ParsedText
  readonly analysis: Analysis
  /** In the order of the text. */
  readonly problems: readonly Problem[]
  /** There unless a problem is an error. */
  readonly scheme?: CompiledScheme
}

/** The compiler on one page: text → tree → tables → rule graph. Never throws for anything in the text. */
export function compile(text: string): Compilation {
  const { parsed, problems: parseProblems } = parse(text)
  const analysis = analyze(parsed)
  const found = [...parseProblems, ...analysis.problems]
  const sound = !accept(parsed, found, false).some(isError)
  const emitted = sound ? emit(analysis) : { problems: [] }
  const problems = [...accept(parsed, [...found, ...emitted.problems], sound)].sort(
    (a, b) => a.span.start - b.span.start,
  )
  return { parsed, analysis, problems, ...(emitted.scheme === undefined ? {} : { scheme: emitted.scheme }) }
}

function isError(problem: Problem): boolean {
  return entryOf(problem.code).severity === 'error'
}
