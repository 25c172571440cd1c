import type { Scheme } from '@merit/engine'
import { assessData } from '../assess.js'
import { deliver, refuseToReplace } from '../deliver.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { say, type Session } from '../output.js'
import { resultsText } from '../results/table.js'
import { notesOnWhole } from '../results/whole.js'
import { loadSchemeFile } from '../scheme-file.js'
import { heldScores } from '../stream/held.js'
import { planFrom } from '../stream/plan.js'
import type { PrintForm } from '../stream/print.js'
import { scoreStream, type Scored } from '../stream/score.js'
import type { Words } from '../words/index.js'
import type { AddCommand, Tools } from '../tools.js'
import { addDataOptions, dataFiles, inputsOf, type DataOptions } from './data-options.js'

interface Options extends DataOptions {
  readonly json?: true
  readonly ndjson?: true
  readonly csv?: true
  readonly output?: string
}

export const addScore: AddCommand = (program, tools) => {
  const { help } = tools.words()
  const command = program
    .command('score')
    .description(help.score)
    .argument('<SCHEME>', help.scheme)
    .argument('<UNITS>', help.unitsOrInput)
    .option('--json', help.scoreJson)
    .option('--ndjson', help.scoreNdjson)
    .option('--csv', help.csv)
    .option('-o, --output <OUT>', help.out)
  addDataOptions(command, help).action(async (scheme: string, units: string, options: Options) =>
    tools.finish(await score(scheme, units, options, tools)),
  )
}

async function score(schemeFile: string, units: string, options: Options, tools: Tools): Promise<ExitCode> {
  refuseSeveral(options, tools)
  const scheme = loadSchemeFile(schemeFile, tools)
  const language = tools.language(scheme.compiled.language)
  const words = tools.words(language)
  const files = dataFiles(units, options)
  const inputs = inputsOf(schemeFile, files)
  refuseToReplace(options.output, inputs, words)
  const { session } = tools
  const give = (scored: Scored): Promise<void> => giveResults(scored, { scheme, options, inputs, session, words })
  // What stands in sheets of its own belongs to units anywhere in the file: then all units are held.
  const isApart = files.records.length + files.ballots.length > 0
  if (isApart) await give(heldScores(assessData(scheme, files, tools), scheme.compiled, session, words))
  else await scoreStream({ scheme, files, session, language, words, plan: planFrom(session.environment) }, give)
  return exitCodes.fine
}

interface Giving {
  readonly scheme: Scheme
  readonly options: Options
  readonly inputs: readonly string[]
  readonly session: Session
  readonly words: Words
}

async function giveResults(scored: Scored, { scheme, options, inputs, session, words }: Giving): Promise<void> {
  const { judged, print } = scored
  const { output } = options
  const form = printForm(options, scored)
  if (form === undefined) {
    const out = output === undefined ? session.out : { ...session.out, colour: false }
    const text = resultsText({ ...judged, results: [...judged] }, scheme.compiled, out, words)
    return deliver(text, output, inputs, session, words)
  }
  await print(form, output)
  // The table has the notes below it, JSON has them inside.
  if (form.format === 'json') return
  for (const note of notesOnWhole(judged, scheme.compiled, words)) say(session.err, note)
}

const formats = ['json', 'ndjson', 'csv'] as const

function refuseSeveral(options: Options, tools: Tools): void {
  const [one, other] = formats.filter((format) => options[format])
  if (other === undefined) return
  throw new Stop(exitCodes.wrongUse, tools.words(), tools.words().usage.notTogether(`--${one}`, `--${other}`))
}

/** Undefined: the table for people. */
function printForm(options: Options, { judged, isOverridden }: Scored): PrintForm | undefined {
  if (options.json) return { format: 'json', whole: judged.mustHold !== undefined || judged.ballots !== undefined }
  if (options.ndjson) return { format: 'ndjson' }
  if (!options.csv) return undefined
  return { format: 'csv', filled: { overridden: isOverridden, unsettled: judged.open > 0 } }
}
