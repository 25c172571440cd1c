/** `merit samples`: units to try a scheme out with. */
import { samplesOf, samplesWithEdges } from '@merit/engine/samples'
import type { CohortData } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'
import { fileOf, scoreCommand } from '../data/sheet-files.js'
import { sheetsOf } from '../data/sheets.js'
import { deliver } from '../deliver.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { brief, paint, plain, say } from '../output.js'
import { loadSchemeFile } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'

interface Options {
  readonly number?: string
  readonly seed?: string
  readonly edges: boolean
  readonly output?: string
}

/** The seed where none is given. */
const usualSeed = '1'
const mostUnits = 100_000

export const addSamples: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('samples')
    .description(help.samples)
    .argument('<SCHEME>', help.scheme)
    .option('-n, --number <N>', help.samplesNumber)
    .option('--seed <SEED>', help.seed)
    .option('--no-edges', help.noEdges)
    .option('-o, --output <OUT>', help.out)
    .action(async (scheme: string, options: Options) => tools.finish(await samples(scheme, options, tools)))
}

async function samples(file: string, options: Options, tools: Tools): Promise<ExitCode> {
  const { number, seed = usualSeed, output } = options
  const count = number === undefined ? undefined : numberGiven(number, tools)
  const scheme = loadSchemeFile(file, tools)
  const { err } = tools.session
  const words = tools.words(scheme.compiled.language)
  const asked = { seed, ...(count === undefined ? {} : { count }) }
  const { data, edges, unreached } = options.edges
    ? samplesWithEdges(scheme, asked)
    : { data: samplesOf(scheme, asked), edges: [], unreached: [] }
  if (output !== undefined && /\.csv$/i.test(output)) await deliverSheets(data, scheme.compiled, file, output, tools)
  else await deliver(textOf(data), output, [file], tools.session, words)
  for (const { name, why } of unreached) say(err, paint(err, 'dim', plain(words.samples.unreached(name, why))))
  say(err, words.samples.made(data.units.length - edges.length, edges.length, seed))
  return exitCodes.fine
}

/** As CSV the records of each fact stand in a file of their own. */
async function deliverSheets(
  data: CohortData,
  compiled: CompiledScheme,
  file: string,
  output: string,
  tools: Tools,
): Promise<void> {
  const words = tools.words(compiled.language)
  const sheets = sheetsOf(compiled, data, words).map(({ fact, text }) => ({ fact, text, file: fileOf(fact, output) }))
  for (const one of sheets) await deliver(one.text, one.file, [file], tools.session, words)
  say(tools.session.err, plain(scoreCommand(file, sheets, data.lots)))
}

function numberGiven(given: string, tools: Tools): number {
  const count = /^\d{1,6}$/.test(given) ? Number(given) : mostUnits + 1
  const words = tools.words()
  if (count > mostUnits) throw new Stop(exitCodes.wrongUse, words, words.samples.badNumber(brief(given), mostUnits))
  return count
}

/** The units as `merit score` reads them, a line each; with the seeds of lots where the scheme has any. */
function textOf({ units, lots }: CohortData): string {
  const lines = units.map((unit) => '  ' + JSON.stringify(unit)).join(',\n')
  const list = units.length === 0 ? '[]' : `[\n${lines}\n]`
  return lots === undefined ? `${list}\n` : `{ "units": ${list},\n "lots": ${JSON.stringify(lots)} }\n`
}
