import { existsSync } from 'node:fs'
import { foldName, nearest, type CompiledScheme, type Kind } from '@merit/engine/scheme'
import { formsOf } from '../data/form.js'
import { fileOf, scoreCommand } from '../data/sheet-files.js'
import { exitCodes, Stop, type ExitCode } from '../exit-codes.js'
import { readText, writeWhole } from '../files.js'
import { brief, say } from '../output.js'
import { loadSchemeFile } from '../scheme-file.js'
import type { AddCommand, Tools } from '../tools.js'
import type { Words } from '../words/index.js'

interface Options {
  readonly output: string
  readonly kind?: string
}

export const addForm: AddCommand = (program, tools) => {
  const { help } = tools.words()
  program
    .command('form')
    .description(help.form)
    .argument('<SCHEME>', help.scheme)
    .requiredOption('-o, --output <units.csv>', help.formOut)
    .option('--kind <KIND>', help.kind)
    .action(async (file: string, options: Options) => tools.finish(await form(file, options, tools)))
}

async function form(file: string, options: Options, tools: Tools): Promise<ExitCode> {
  const { compiled } = loadSchemeFile(file, tools)
  const words = tools.words(compiled.language)
  const forms = formsOf(compiled, kindOf(compiled, options.kind, words), words)
  const files = forms.map(({ fact, text }) => ({ fact, text, file: fileOf(fact, options.output) }))
  for (const one of files) refuseToReplace(one.file, one.text, words)
  for (const one of files) {
    await writeWhole(one.file, one.text, words)
    say(tools.session.out, words.files.wrote(one.file))
  }
  say(tools.session.out, words.form.next(scoreCommand(file, files)))
  return exitCodes.fine
}

function kindOf(scheme: CompiledScheme, asked: string | undefined, words: Words): Kind | undefined {
  if (asked === undefined) return undefined
  const kind = scheme.kinds.find(({ name }) => foldName(name) === foldName(asked))
  if (kind !== undefined) return kind
  const offered = nearest(
    asked,
    scheme.kinds.map(({ name }) => name),
  )
  throw new Stop(exitCodes.wrongUse, words, words.usage.unknownKind(brief(asked), offered))
}

/** A form may have been filled in since: only an identical file is written again. */
function refuseToReplace(file: string, text: string, words: Words): void {
  if (!existsSync(file)) return
  if ('\ufeff' + readText(file, words) !== text) throw new Stop(exitCodes.wrongUse, words, words.files.exists(file))
}
