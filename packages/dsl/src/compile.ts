import type { CompiledScheme } from '@merit/engine/scheme'
import type { ReadFile } from './1-parse/include.js'
import { parse } from './1-parse/index.js'
import { analyze } from './2-analyze/index.js'
import type { Analysis } from './2-analyze/tables.js'
import { emit } from './3-emit/index.js'
import { prove } from './4-prove/index.js'
import type { ParsedText } from './ast/index.js'
import { accept } from './diagnostics/accept.js'
import { located } from './diagnostics/located.js'
import { entryOf } from './diagnostics/catalogue.js'
import type { Problem } from './diagnostics/problem.js'

export interface CompileOptions {
  /** Reads what the text includes, by its path from the text's own folder; left out: nothing can be included. */
  readonly read?: ReadFile
}

/** What compiling a text gives, whatever the text. */
export interface Compilation {
  readonly parsed: ParsedText
  readonly analysis: Analysis
  /** In the order of the text; those of included files behind, each with its file. */
  readonly problems: readonly Problem[]
  /** There unless a problem is an error. */
  readonly scheme?: CompiledScheme
}

/** The compiler on one page: text → tree → tables → rule graph → what it can never do. Never throws for anything in the text. */
export function compile(text: string, { read = () => undefined }: CompileOptions = {}): Compilation {
  const { parsed, problems: parseProblems } = parse(text, read)
  const analysis = analyze(parsed)
  const found = [...parseProblems, ...analysis.problems]
  const emitted = accept(parsed, found, false).some(isError) ? undefined : emit(analysis)
  found.push(...(emitted?.problems ?? []))
  const scheme = emitted?.scheme
  if (emitted !== undefined && scheme !== undefined) found.push(...prove(analysis, { ...emitted, scheme }))
  const problems = [...accept(parsed, found, scheme !== undefined)].sort((a, b) => a.span.start - b.span.start)
  return { parsed, analysis, problems: located(parsed, problems), ...(scheme === undefined ? {} : { scheme }) }
}

function isError(problem: Problem): boolean {
  return entryOf(problem.code).severity === 'error'
}
