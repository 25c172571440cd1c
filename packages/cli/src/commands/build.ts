import { printModule } from '@merit/engine/module'
import type { CompiledScheme } from '@merit/engine/scheme'
import { deliver } from '../deliver.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { brief } from '../output.js'
import { compileWhole, readSource } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'

interface Options {
  readonly target?: string
  readonly output?: string
}

export const addBuild: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('build')
    .description(help.build)
    .argument('<FILE>', help.file)
    .option('--target <TARGET>', help.target)
    .option('-o, --output <OUT>', help.out)
    .action(async (file: string, options: Options) => tools.finish(await build(file, options, tools)))
}

/** What a scheme is built to: its text by the name of the target. */
const targets: Readonly<Record<string, (scheme: CompiledScheme) => string>> = {
  json: compiledText,
  module: printModule,
}

async function build(file: string, { target = 'json', output }: Options, tools: Tools): Promise<ExitCode> {
  const write = Object.hasOwn(targets, target) ? targets[target] : undefined
  if (write === undefined) {
    const words = tools.words()
    throw new Stop(exitCodes.wrongUse, words, words.usage.badChoice('--target', brief(target), Object.keys(targets)))
  }
  const scheme = compileWhole(file, readSource(file, tools), tools)
  await deliver(write(scheme), output, [file], tools.session, tools.words(scheme.language))
  return exitCodes.fine
}

/**
 * The compiled scheme as text: the same scheme gives the same bytes. One line for each field, and for each element of its lists, so
 * that two versions can be compared line by line.
 */
export function compiledText(scheme: CompiledScheme): string {
  const fields = Object.entries(scheme).map(([name, value]: [string, unknown]) => {
    const isList = Array.isArray(value) && value.length > 0
    const text = isList ? `[\n${value.map((one) => '  ' + JSON.stringify(one)).join(',\n')}\n ]` : JSON.stringify(value)
    return ` ${JSON.stringify(name)}: ${text}`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}
