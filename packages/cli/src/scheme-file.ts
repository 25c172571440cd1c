/** The SCHEME argument: a scheme's text, or the JSON it was compiled to. */
import { dirname, join } from 'node:path'
import {
  compile,
  entryOf,
  includedTexts,
  lineStarts,
  ownText,
  positionOf,
  type Compilation,
  type Problem,
} from '@merit/dsl'
import { loadScheme, SchemeError, type Scheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { ranges } from '@merit/engine/ranges'
import type { CompiledScheme } from '@merit/engine/scheme'
import { readJson } from './data/json.js'
import { exitCodes, Stop } from './exit-codes.js'
import { isThere, readText } from './files.js'
import { writeCompiledProblems, writeProblems, type CompiledProblem, type ProblemSource } from './problems.js'
import type { Tools } from './tools.js'
import type { Language } from './words/index.js'

/** Whether a file holds a compiled scheme: by its name, else by its first sign. */
export function isCompiled(file: string, text: string): boolean {
  return /\.json$/i.test(file) || (!/\.merit$/i.test(file) && /^\s*\{/.test(text))
}

/** The text of a file that must be a scheme's source. */
export function readSource(file: string, tools: Tools): string {
  const text = readText(file, tools.words())
  if (isCompiled(file, text)) throw new Stop(exitCodes.wrongUse, tools.words(), tools.words().check.notCompiled(file))
  return text
}

/** Compiles the text of a file; what it includes is read beside the file. */
export function compileFile(file: string, text: string, tools: Tools): Compilation {
  const beside = (name: string) => join(dirname(file), ...name.split('/'))
  return compile(text, {
    read: (name) => (isThere(beside(name)) ? readText(beside(name), tools.words()) : undefined),
  })
}

/** The file as problems are shown in it, with the texts that it includes. */
export function sourceOf({ parsed }: Compilation, file: string): ProblemSource {
  return { text: ownText(parsed), file, included: includedTexts(parsed) }
}

/** Compiles a scheme that the command needs whole. Its errors go to the terminal and end the command. */
export function compileWhole(file: string, text: string, tools: Tools): CompiledScheme {
  const compilation = compileFile(file, text, tools)
  if (compilation.scheme === undefined || hasErrors(compilation)) return stopForErrors(compilation, file, tools)
  return compilation.scheme
}

export function hasErrors({ problems }: Compilation): boolean {
  return problems.some(isError)
}

/** The language that a text is written in; undefined where not one sentence of it could be read. */
export function languageOf({ parsed }: Compilation): Language | undefined {
  return parsed.sentences.length === 0 ? undefined : parsed.language
}

export function stopForErrors(compilation: Compilation, file: string, tools: Tools): never {
  const { problems } = compilation
  const language = tools.language(languageOf(compilation))
  writeProblems(tools.session.err, problems.filter(isError), sourceOf(compilation, file), language)
  throw new Stop(exitCodes.problems, tools.words(language), tools.words(language).check.notBuilt(file))
}

export function isError(problem: Problem): boolean {
  return entryOf(problem.code).severity === 'error'
}

/** A compiled scheme from its text, or all that is wrong with it. */
export function loadCompiled(
  text: string,
  tools: Tools,
): { readonly scheme: Scheme } | { readonly problems: readonly CompiledProblem[] } {
  const words = tools.words()
  const { value, faults } = readJson(text)
  const starts = faults.length > 0 ? lineStarts(text) : []
  const problems = faults.map(({ code, found, expected, offset }) => {
    return { code, message: words.data.json(code, found, expected ?? ''), line: positionOf(starts, offset).line }
  })
  if (problems.length > 0) return { problems }
  try {
    return { scheme: loadScheme(value, { ranges }) }
  } catch (error) {
    if (!(error instanceof SchemeError)) throw error
    const { problems: found } = error
    return { problems: found.map((one) => ({ code: one.code, message: messageOf(one, tools.language()), line: 0 })) }
  }
}

/** The SCHEME argument, ready to assess by. Problems go to the terminal and end the command. */
export function loadSchemeFile(file: string, tools: Tools): Scheme {
  const text = readText(file, tools.words())
  if (!isCompiled(file, text)) return loadScheme(compileWhole(file, text, tools), { ranges })
  const loaded = loadCompiled(text, tools)
  if ('scheme' in loaded) return loaded.scheme
  writeCompiledProblems(tools.session.err, file, loaded.problems, tools.words())
  throw new Stop(exitCodes.problems, tools.words(), tools.words().check.notBuilt(file))
}
