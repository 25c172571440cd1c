import { lineStarts, nameOfFile, placeIn, positionIn, type Compilation } from '@merit/dsl'
import { runExamples, wordsOfCheck, wordsOfFilled, type Check, type ExampleOutcome } from '@merit/dsl/testing'
import { DataError, loadScheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { ranges } from '@merit/engine/ranges'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { brief, paint, plain, say } from '../output.js'
import {
  coverageDocument,
  coverageFormats,
  exerciseEnough,
  shareGiven,
  showCoverage,
  type CoverageFormat,
  type Share,
  type Tested,
} from './coverage.js'
import { compileFile, hasErrors, readSource, stopForErrors } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'
import type { Language } from '../words/index.js'

interface Options {
  readonly filled?: true
  readonly coverage?: true
  readonly atLeast?: string
  readonly format?: string
}

export const addTest: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('test')
    .description(help.test)
    .argument('<FILE...>', help.files)
    .option('--filled', help.filled)
    .option('--coverage', help.coverage)
    .option('--at-least <PERCENT>', help.atLeast)
    .option('--format <FORMAT>', help.coverageFormat)
    .action((files: readonly string[], options: Options) => tools.finish(test(files, options, tools)))
}

function test(files: readonly string[], options: Options, tools: Tools): ExitCode {
  const format = formatOf(options.format ?? 'text', tools)
  const share = options.atLeast === undefined ? undefined : shareGiven(options.atLeast, tools)
  const isCovered = options.coverage === true || share !== undefined || options.format !== undefined
  const tested = files.map((file) => {
    const one = testFile(file, tools)
    if (format === 'text') report(one, options.filled === true, tools)
    if (format === 'text' && isCovered) showCoverage(one, tools)
    return one
  })
  const outcomes = tested.flatMap((one) => one.outcomes)
  const failed = outcomes.filter(({ passed }) => !passed).length
  if (format === 'text') {
    say(tools.session.out, tools.words(tested[0]?.language).test.summary(outcomes.length - failed, failed))
  } else tools.session.out.write(coverageDocument(tested, format, tools))
  return isEnough(tested, share, tools) && failed === 0 ? exitCodes.fine : exitCodes.problems
}

function isEnough(tested: readonly Tested[], share: Share | undefined, tools: Tools): boolean {
  return share === undefined || exerciseEnough(tested, share, tools)
}

function formatOf(given: string, tools: Tools): CoverageFormat {
  const format = coverageFormats.find((one) => one === given)
  if (format !== undefined) return format
  const words = tools.words()
  throw new Stop(exitCodes.wrongUse, words, words.usage.badChoice('--format', brief(given), coverageFormats))
}

function testFile(file: string, tools: Tools): Tested {
  const text = readSource(file, tools)
  const compilation = compileFile(file, text, tools)
  if (hasErrors(compilation)) stopForErrors(compilation, file, tools)
  const language = tools.language(compilation.parsed.language)
  return { file, compilation, outcomes: runAll(compilation, language), language: compilation.parsed.language }
}

/** Each example of the file, and what of it did not come out; where asked, or where it failed, what was taken at its best. */
function report({ file, compilation, outcomes, language: own }: Tested, isFilled: boolean, tools: Tools): void {
  const language = tools.language(own)
  const { parsed } = compilation
  const starts = lineStarts(parsed.text)
  const placeOf = ({ span }: Check): string => {
    const { line, character } = positionIn(parsed, starts, span.start)
    return `${nameOfFile(file, placeIn(parsed, span).file)}:${line + 1}:${character + 1}`
  }
  say(tools.session.out, tools.words(language).test.file(file, outcomes.length))
  for (const outcome of outcomes) show(outcome, placeOf, language, isFilled, tools)
}

/** The examples, by the engine; what it says about an example's data is said in the user's language. */
function runAll(compilation: Compilation, language: Language): readonly ExampleOutcome[] {
  if (compilation.scheme === undefined) return []
  return runExamples(compilation, (compiled) => {
    const scheme = loadScheme(compiled, { ranges })
    return {
      assess: (unit) => worded(() => scheme.assess(unit), language),
      assessAll: (data) => worded(() => scheme.assessAll(data), language),
    }
  })
}

function worded<R>(assess: () => R, language: Language): R {
  try {
    return assess()
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    throw new Error(error.problems.map((problem) => messageOf(problem, language)).join(' '), { cause: error })
  }
}

function show(
  { name, passed, checks, assessed }: ExampleOutcome,
  placeOf: (check: Check) => string,
  language: Language,
  isFilled: boolean,
  tools: Tools,
): void {
  const { out } = tools.session
  const mark = passed ? paint(out, 'green', '✓') : paint(out, 'red', '✗')
  say(out, `  ${mark} ${plain(name)}`)
  for (const check of checks.filter((one) => !one.passed)) {
    const place = paint(out, 'dim', placeOf(check))
    say(out, `      ${plain(wordsOfCheck(check, language))}  ${place}`)
  }
  if (passed && !isFilled) return
  for (const { name: unit, filled } of assessed) {
    if (filled.length > 0) say(out, `      ${plain(wordsOfFilled(filled, language, unit))}`)
  }
}
