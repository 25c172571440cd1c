import { compile, entryOf, lineStarts, type Severity } from '@merit/dsl'
import { diagnosticOf, type Diagnostic } from '../diagnostic.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { isCompiled } from '../scheme-file.js'
import { readText } from '../files.js'
import { say } from '../output.js'
import { writeProblems } from '../problems.js'
import type { AddCommand, Tools } from '../tools.js'

interface Options {
  readonly json?: true
  readonly strict?: true
}

export const addCheck: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('check')
    .description(help.check)
    .argument('<FILE...>', help.files)
    .option('--json', help.checkJson)
    .option('--strict', help.strict)
    .action((files: readonly string[], options: Options) => tools.finish(check(files, options, tools)))
}

function check(files: readonly string[], options: Options, tools: Tools): ExitCode {
  const checked = files.map((file) => checkFile(file, options, tools))
  const diagnostics = checked.flatMap((one) => one.diagnostics)
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length
  const unreadable = checked.filter((one) => one.unreadable).length
  if (options.json) say(tools.session.out, JSON.stringify(diagnostics, null, 2))
  else if (unreadable < files.length) {
    const words = tools.words(checked.find((one) => one.language !== undefined)?.language)
    say(tools.session.out, words.check.summary(files.length - unreadable, count('error'), count('warning'), count('info')))
  }
  if (unreadable > 0) return exitCodes.wrongUse
  return count('error') > 0 || (options.strict && count('warning') > 0) ? exitCodes.problems : exitCodes.fine
}
