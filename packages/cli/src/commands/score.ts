import { assessData } from '../assess.js'
import { deliver } from '../deliver.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { say } from '../output.js'
import { resultsCsv } from '../results/csv.js'
import { resultsText } from '../results/table.js'
import { notesOnWhole } from '../results/whole.js'
import { loadSchemeFile } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'
import { addDataOptions, dataFiles, inputsOf, type DataOptions } from './data-options.js'

interface Options extends DataOptions {
  readonly json?: true
  readonly csv?: true
  readonly output?: string
}

export const addScore: AddCommand = (program, tools) => {
  const { help } = tools.words()
  const command = program
    .command('score')
    .description(help.score)
    .argument('<SCHEME>', help.scheme)
    .argument('<UNITS>', help.units)
    .option('--json', help.scoreJson)
    .option('--csv', help.csv)
    .option('-o, --output <OUT>', help.out)
  addDataOptions(command, help).action(async (scheme: string, units: string, options: Options) =>
    tools.finish(await score(scheme, units, options, tools)),
  )
}

async function score(schemeFile: string, units: string, options: Options, tools: Tools): Promise<ExitCode> {
  if (options.json && options.csv) {
    throw new Stop(exitCodes.wrongUse, tools.words(), tools.words().usage.notTogether('--json', '--csv'))
  }
  const scheme = loadSchemeFile(schemeFile, tools)
  const words = tools.words(scheme.compiled.language)
  const files = dataFiles(units, options)
  const assessment = assessData(scheme, files, tools)
  const { results, mustHold, ballots } = assessment
  const hasMore = mustHold !== undefined || ballots !== undefined
  const stream = options.output === undefined ? tools.session.out : { ...tools.session.out, colour: false }
  const text = options.json
    ? JSON.stringify(hasMore ? { results, mustHold, ballots } : results, null, 2) + '\n'
    : options.csv
      ? resultsCsv(results, scheme.compiled, words)
      : resultsText(assessment, scheme.compiled, stream, words)
  await deliver(text, options.output, inputsOf(schemeFile, files), tools.session, words)
  if (options.csv) for (const note of notesOnWhole(assessment, scheme.compiled, words)) say(tools.session.err, note)
  return exitCodes.fine
}
