/** `merit types`: the scheme as TypeScript declarations, for the compilers of host applications. */
import { declarationsOf } from '@merit/engine/declarations'
import { deliver } from '../deliver.js'
import { exitCodes, type ExitCode } from '../exit-codes.js'
import { loadSchemeFile } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'

interface Options {
  readonly output?: string
}

export const addTypes: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('types')
    .description(help.types)
    .argument('<SCHEME>', help.scheme)
    .option('-o, --output <OUT>', help.out)
    .action(async (file: string, options: Options) => tools.finish(await types(file, options, tools)))
}

async function types(file: string, { output }: Options, tools: Tools): Promise<ExitCode> {
  const scheme = loadSchemeFile(file, tools)
  await deliver(declarationsOf(scheme), output, [file], tools.session, tools.words(scheme.compiled.language))
  return exitCodes.fine
}
