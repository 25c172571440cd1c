import type { UnitResult } from '@merit/engine'
import { explain, toHtml, toMarkdown, toText, type Explanation } from '@merit/engine/explain'
import { foldName, nearest } from '@merit/engine/scheme'
import { assessData } from '../assess.js'
import { deliver } from '../deliver.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { brief } from '../output.js'
import { loadSchemeFile } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'
import type { Words } from '../words/index.js'
import { addDataOptions, dataFiles, inputsOf, type DataOptions } from './data-options.js'

interface Options extends DataOptions {
  readonly unit: string
  readonly format?: string
  readonly output?: string
}

export const addExplain: AddCommand = (program, tools) => {
  const { help } = tools.words()
  const command = program
    .command('explain')
    .description(help.explain)
    .argument('<SCHEME>', help.scheme)
    .argument('<UNITS>', help.units)
    .requiredOption('--unit <NAME>', help.unit)
    .option('--format <FORMAT>', help.explainFormat)
    .option('-o, --output <OUT>', help.out)
  addDataOptions(command, help).action(async (scheme: string, units: string, options: Options) =>
    tools.finish(await explainUnit(scheme, units, options, tools)),
  )
}

const formats: Readonly<Record<string, (explanation: Explanation) => string>> = {
  text: toText,
  markdown: toMarkdown,
  html: toHtml,
  json: (explanation) => JSON.stringify(explanation, null, 2),
}

async function explainUnit(schemeFile: string, units: string, options: Options, tools: Tools): Promise<ExitCode> {
  const format = options.format ?? 'text'
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (write === undefined) {
    const words = tools.words()
    const choices = Object.keys(formats)
    throw new Stop(exitCodes.wrongUse, words, words.usage.badChoice('--format', brief(format), choices))
  }
  const scheme = loadSchemeFile(schemeFile, tools)
  const language = tools.language(scheme.compiled.language)
  const words = tools.words(language)
  const files = dataFiles(units, options)
  const { results } = assessData(scheme, files, tools)
  const result = unitNamed(options.unit, results, units, words)
  const text = write(explain(result, { language }))
  await deliver(text.trimEnd() + '\n', options.output, inputsOf(schemeFile, files), tools.session, words)
  return exitCodes.fine
}

function unitNamed(name: string, results: readonly UnitResult[], file: string, words: Words): UnitResult {
  const result = results.find(({ unit }) => foldName(unit) === foldName(name))
  if (result !== undefined) return result
  const offered = nearest(
    name,
    results.map(({ unit }) => unit),
  )
  throw new Stop(exitCodes.wrongUse, words, words.usage.unknownUnit(brief(name), file, offered))
}
