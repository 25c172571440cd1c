import { compile, type Problem } from '@merit/dsl'
import { format } from '@merit/dsl/format'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { holds, writeWhole } from '../files.js'
import { brief, say } from '../output.js'
import { writeProblems } from '../problems.js'
import { isError, languageOf, readSource } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'
import { languages, type Language } from '../words/index.js'

interface Options {
  readonly check?: true
  readonly to?: string
  readonly output?: string
}

export const addFormat: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('format')
    .description(help.format)
    .argument('<FILE...>', help.files)
    .option('--check', help.formatCheck)
    .option('--to <zh|en>', help.to)
    .option('-o, --output <OUT>', help.formatOut)
    .action(async (files: readonly string[], options: Options) => tools.finish(await formatAll(files, options, tools)))
}

async function formatAll(files: readonly string[], options: Options, tools: Tools): Promise<ExitCode> {
  const to = targetOf(files, options, tools)
  let failed = false
  for (const file of files) {
    const text = readSource(file, tools)
    const { text: formatted, problems } = format(text, to === undefined ? {} : { to })
    const errors = problems.filter(isError)
    const fits = await settle(file, formatted, options, tools)
    tellUnread(errors, text, file, tools)
    failed ||= !fits || errors.length > 0
  }
  return failed ? exitCodes.problems : exitCodes.fine
}

/** The language to rewrite in. Stops where the options do not go together. */
function targetOf(files: readonly string[], { check, to, output }: Options, tools: Tools): Language | undefined {
  const words = tools.words()
  const wrong = (message: string) => new Stop(exitCodes.wrongUse, words, message)
  if (output !== undefined && files.length > 1) throw wrong(words.usage.oneFile('--output'))
  if (output !== undefined && check) throw wrong(words.usage.notTogether('--check', '--output'))
  const target = languages.find((language) => language === to)
  if (to !== undefined && target === undefined) throw wrong(words.usage.badChoice('--to', brief(to), languages))
  return target
}

/** Writes the formatted text where it belongs, or says that it would; false where `--check` finds a file that would change. */
async function settle(file: string, formatted: string, { check, output }: Options, tools: Tools): Promise<boolean> {
  const words = tools.words()
  const target = output ?? file
  if (holds(target, formatted)) return true
  if (check) {
    say(tools.session.out, file)
    return false
  }
  await writeWhole(target, formatted, words)
  say(tools.session.err, words.files.wrote(target))
  return true
}

/** Sentences that cannot be read stay as they were typed, and are named. */
function tellUnread(errors: readonly Problem[], text: string, file: string, tools: Tools): void {
  if (errors.length === 0) return
  writeProblems(tools.session.err, errors, { text, file }, tools.language(languageOf(compile(text))))
}
