/** `merit check --report`: what schemes can do. */
import { loadScheme, type Scheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { exampleUnits, reportOf, toMarkdown, toText, type SchemeReport } from '@merit/engine/report'
import { deliver } from '../deliver.js'
import { exitCodes, Stop } from '../exit-codes.js'
import { readText } from '../files.js'
import { brief } from '../output.js'
import { compileFile, isCompiled, loadCompiled } from '../scheme-file.js'
import type { Tools } from '../tools.js'

export interface ReportOptions {
  readonly format?: string
  readonly units?: string
  readonly output?: string
}

const writers: Readonly<Record<string, (reports: readonly SchemeReport[]) => string>> = {
  text: (reports) => reports.map(toText).join('\n'),
  markdown: (reports) => reports.map(toMarkdown).join('\n'),
  json: (reports) => JSON.stringify(reports, null, 2) + '\n',
}

/** The format, or the end of the command. */
export function reportWriter(format: string, tools: Tools): (reports: readonly SchemeReport[]) => string {
  const writer = Object.hasOwn(writers, format) ? writers[format] : undefined
  if (writer !== undefined) return writer
  const words = tools.words()
  throw new Stop(exitCodes.wrongUse, words, words.usage.badChoice('--format', brief(format), Object.keys(writers)))
}

/** Prints a report for each file that is a scheme without errors; with `units`, its examples go to that file. */
export async function report(files: readonly string[], options: ReportOptions, tools: Tools): Promise<void> {
  const write = reportWriter(options.format ?? 'text', tools)
  const words = tools.words()
  if (options.units !== undefined && files.length > 1) {
    throw new Stop(exitCodes.wrongUse, words, words.usage.oneFile('--units'))
  }
  const reports = files.flatMap((file) => {
    const scheme = schemeIn(file, tools)
    return scheme === undefined ? [] : [reportOf(scheme, { language: tools.language(scheme.compiled.language) })]
  })
  if (reports.length === 0) return
  await deliver(write(reports), options.output, files, tools.session, words)
  if (options.units === undefined) return
  const lines = reports.flatMap(exampleUnits).map((unit) => '  ' + JSON.stringify(unit))
  await deliver(`[\n${lines.join(',\n')}\n]\n`, options.units, files, tools.session, words)
}

/** What is wrong with the file, checking has said. */
function schemeIn(file: string, tools: Tools): Scheme | undefined {
  const text = readText(file, tools.words())
  if (isCompiled(file, text)) {
    const loaded = loadCompiled(text, tools)
    return 'scheme' in loaded ? loaded.scheme : undefined
  }
  const { scheme } = compileFile(file, text, tools)
  return scheme === undefined ? undefined : loadScheme(scheme, { ranges })
}
