import { compile, lineStarts, positionOf, type Compilation, type Position } from '@merit/dsl'
import { runExamples, wordsOfCheck, type Check, type ExampleOutcome } from '@merit/dsl/testing'
import { DataError, loadScheme, messageOf } from '@merit/engine'
import { exitCodes, type ExitCode } from '../exit-codes.js'
import { paint, plain, say } from '../output.js'
import { hasErrors, readSource, stopForErrors } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'
import type { Language } from '../words/index.js'

export const addTest: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('test')
    .description(help.test)
    .argument('<FILE...>', help.files)
    .action((files: readonly string[]) => tools.finish(test(files, tools)))
}

function test(files: readonly string[], tools: Tools): ExitCode {
  const tested = files.map((file) => testFile(file, tools))
  const outcomes = tested.flatMap((one) => one.outcomes)
  const failed = outcomes.filter(({ passed }) => !passed).length
  const words = tools.words(tested[0]?.language)
  say(tools.session.out, words.test.summary(outcomes.length - failed, failed))
  return failed === 0 ? exitCodes.fine : exitCodes.problems
}

function testFile(file: string, tools: Tools) {
  const text = readSource(file, tools)
  const compilation = compile(text)
  if (hasErrors(compilation)) stopForErrors(compilation, file, tools)
  const language = tools.language(compilation.parsed.language)
  const outcomes = runAll(compilation, language)
  const starts = lineStarts(text)
  say(tools.session.out, tools.words(language).test.file(file, outcomes.length))
  for (const outcome of outcomes) show(outcome, (check) => positionOf(starts, check.span.start), file, language, tools)
  return { outcomes, language: compilation.parsed.language }
}

/** The examples, by the engine; what it says about an example's data is said in the user's language. */
function runAll(compilation: Compilation, language: Language): readonly ExampleOutcome[] {
  if (compilation.scheme === undefined) return []
  // An example gives the facts as they stand in the end: no review is awaited, none is drawn.
  const scheme = loadScheme({ ...compilation.scheme, reviews: [] })
  return runExamples(compilation, (unit) => {
    try {
      return scheme.assess(unit)
    } catch (error) {
      if (!(error instanceof DataError)) throw error
      throw new Error(error.problems.map((problem) => messageOf(problem, language)).join(' '), { cause: error })
    }
  })
}

function show(
  { name, passed, checks }: ExampleOutcome,
  placeOf: (check: Check) => Position,
  file: string,
  language: Language,
  tools: Tools,
): void {
  const { out } = tools.session
  const mark = passed ? paint(out, 'green', '✓') : paint(out, 'red', '✗')
  say(out, `  ${mark} ${plain(name)}`)
  for (const check of checks.filter((one) => !one.passed)) {
    const { line, character } = placeOf(check)
    const place = paint(out, 'dim', `${file}:${line + 1}:${character + 1}`)
    say(out, `      ${plain(wordsOfCheck(check, language))}  ${place}`)
  }
}
