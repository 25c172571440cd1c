/** The SCHEME argument: a scheme's text, or the JSON it was compiled to. */
import { compile, entryOf, type Compilation } from '@merit/dsl'
import type { CompiledScheme } from '@merit/engine/scheme'
import { exitCodes, Stop } from './exit-codes.js'
import { readText } from './files.js'
import { writeProblems } from './problems.js'
import type { Tools } from './tools.js'

/** Whether a file holds a compiled scheme: by its name, else by its first sign. */
export function isCompiled(file: string, text: string): boolean {
  return /\.json$/i.test(file) || (!/\.merit$/i.test(file) && /^\s*\{/.test(text))
}

/** The text of a file that must be a scheme's source. */
export function readSource(file: string, tools: Tools): string {
  const text = readText(file, tools.words())
  if (isCompiled(file, text)) throw new Stop(exitCodes.wrongUse, tools.words().check.notCompiled(file))
  return text
}

export function hasErrors(compilation: Compilation): boolean {
  return compilation.problems.some((problem) => entryOf(problem.code).severity === 'error')
}

/** Compiles a scheme that the command needs whole. Its errors go to the terminal and end the command. */
export function compileWhole(file: string, text: string, tools: Tools): CompiledScheme {
  const compilation = compile(text)
  if (compilation.scheme !== undefined && !hasErrors(compilation)) return compilation.scheme
  const language = tools.language(compilation.parsed.language)
  const errors = compilation.problems.filter((problem) => entryOf(problem.code).severity === 'error')
  writeProblems(tools.session.err, errors, { text, file }, language)
  throw new Stop(exitCodes.problems, tools.words(language).check.notBuilt(file))
}
