import { entryOf, type Problem, type Severity } from '@merit/dsl'
import { diagnosticOf, type Diagnostic } from '../diagnostic.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { readAny } from '../files.js'
import { say, tell } from '../output.js'
import { writeCompiledProblems, writeProblems, writeQuestions, type CompiledProblem } from '../problems.js'
import { compileFile, isCompiled, languageOf, loadCompiled, sourceOf } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'
import type { Language } from '../words/index.js'
import { report, reportWriter, type ReportOptions } from './report.js'

interface Options extends ReportOptions {
  readonly json?: true
  readonly strict?: true
  readonly report?: true
  readonly questions?: true
}

export const addCheck: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('check')
    .description(help.check)
    .argument('<FILE...>', help.files)
    .option('--json', help.checkJson)
    .option('--strict', help.strict)
    .option('--questions', help.questions)
    .option('--report', help.report)
    .option('--format <FORMAT>', help.reportFormat)
    .option('--units <FILE>', help.reportUnits)
    .option('-o, --output <OUT>', help.out)
    .action(async (files: readonly string[], options: Options) => tools.finish(await run(files, options, tools)))
}

/** With `--report` what checking finds goes to the standard error, so that the report can be kept. */
async function run(files: readonly string[], options: Options, tools: Tools): Promise<ExitCode> {
  const { format, units, output } = options
  const isReport = [options.report, format, units, output].some((option) => option !== undefined)
  if (!isReport) return check(files, options, tools)
  const words = tools.words()
  if (options.json) throw new Stop(exitCodes.wrongUse, words, words.usage.notTogether('--json', '--report'))
  reportWriter(format ?? 'text', tools)
  const { session } = tools
  const found = check(files, options, { ...tools, session: { ...session, out: session.err } })
  if (found !== exitCodes.wrongUse) await report(files, options, tools)
  return found
}

/** What checking a file gives. */
interface Checked {
  readonly diagnostics: readonly Diagnostic[]
  readonly language?: Language
  /** Writes the problems for a reader. */
  readonly write: () => void
}

function check(files: readonly string[], options: Options, tools: Tools): ExitCode {
  const checked: Checked[] = []
  let unreadable = false
  for (const file of files) {
    try {
      checked.push(checkFile(file, options, tools))
    } catch (error) {
      if (!(error instanceof Stop) || error.exitCode !== exitCodes.wrongUse) throw error
      unreadable = true
      tell(error, tools.session)
    }
  }
  const diagnostics = checked.flatMap((one) => one.diagnostics)
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length
  if (options.json) say(tools.session.out, JSON.stringify(diagnostics, null, 2))
  else {
    for (const one of checked) one.write()
    const { check: said } = tools.words(checked.find(({ language }) => language !== undefined)?.language)
    if (checked.length > 0) {
      say(tools.session.out, said.summary(checked.length, count('error'), count('warning'), count('info')))
    }
  }
  if (unreadable) return exitCodes.wrongUse
  const fails = count('error') > 0 || (options.strict === true && count('warning') > 0)
  return fails ? exitCodes.problems : exitCodes.fine
}

function checkFile(file: string, options: Options, tools: Tools): Checked {
  const read = readAny(file, tools.words())
  if ('message' in read) return plainProblems(file, [{ code: 'not-text', ...read }], tools)
  const { text } = read
  if (isCompiled(file, text)) {
    const loaded = loadCompiled(text, tools)
    return plainProblems(file, 'problems' in loaded ? loaded.problems : [], tools)
  }
  const compilation = compileFile(file, text, tools)
  const { problems } = compilation
  const language = tools.language(languageOf(compilation))
  const source = sourceOf(compilation, file)
  return {
    diagnostics: problems.map((problem) => diagnosticOf(problem, source, language)),
    language,
    write: () => {
      const isAsked = ({ code }: Problem): boolean => entryOf(code).severity === 'info' && options.questions !== true
      const mistakes = problems.filter((problem) => !isAsked(problem))
      writeProblems(tools.session.out, mistakes, source, language)
      writeQuestions(tools.session.out, problems.filter(isAsked), source, language)
    },
  }
}

/** Errors that have a line at most. */
function plainProblems(file: string, problems: readonly CompiledProblem[], tools: Tools): Checked {
  const place = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } })
  return {
    diagnostics: problems.map(({ code, message, line }) => ({
      file,
      code,
      severity: 'error',
      message,
      range: place(line),
    })),
    write: () => writeCompiledProblems(tools.session.out, file, problems, tools.words()),
  }
}
