/** The commands with their arguments and options; wrong use said in the user's language. */
import { nearest } from '@merit/engine/scheme'
import { readFileSync } from 'node:fs'
import { Command, Option, type CommanderError } from 'commander'
import stringWidth from 'string-width'
import { addBuild } from './commands/build.js'
import { addCheck } from './commands/check.js'
import { addDemo } from './commands/demo.js'
import { addExplain } from './commands/explain.js'
import { addForm } from './commands/form.js'
import { addFormat } from './commands/format.js'
import { addSamples } from './commands/samples.js'
import { addScore } from './commands/score.js'
import { addTest } from './commands/test.js'
import { addTypes } from './commands/types.js'
import { brief } from './output.js'
import type { Tools } from './tools.js'
import type { Words } from './words/index.js'

const addCommands = [
  addCheck,
  addBuild,
  addScore,
  addExplain,
  addTest,
  addFormat,
  addForm,
  addSamples,
  addTypes,
  addDemo,
]

/** The program, ready to parse arguments. It throws a CommanderError for wrong use, and for help and version once printed. */
export function programFor(tools: Tools): Command {
  const { help } = tools.words()
  const program = new Command('merit')
  program.description(help.merit).version(versionText(), '-V, --version', help.version)
  program.helpCommand(`help ${help.command}`, help.help).addHelpText('after', `\n${help.after}`)
  for (const add of addCommands) add(program, tools)
  for (const command of [program, ...program.commands]) settle(command, tools)
  return program
}

function settle(command: Command, tools: Tools): void {
  const { help } = tools.words()
  const isProgram = command.commands.length > 0
  command
    .helpOption('-h, --help', help.help)
    .addOption(new Option('--language <zh|en>', help.language))
    .usage(isProgram ? `${help.options} COMMAND …` : usageOf(command, help.options))
    .exitOverride()
    .configureOutput({ writeOut: tools.session.out.write, writeErr: () => undefined, getOutHasColors: () => false })
    .configureHelp({
      displayWidth: stringWidth,
      styleTitle: (title) => help.titles[title] ?? title,
      subcommandTerm: (one) => [one.name(), ...argumentsOf(one)].join(' '),
    })
}

function usageOf(command: Command, options: string): string {
  return [...argumentsOf(command), options].join(' ')
}

function argumentsOf(command: Command): readonly string[] {
  return command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '…' : '')
    return argument.required ? name : `[${name}]`
  })
}

function versionText(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** What is wrong with the arguments, and where to read on. */
export function wrongUseText(error: CommanderError, program: Command, args: readonly string[], words: Words): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const command = program.commands.find((one) => args.includes(one.name()))
  return `${said(error.code, named, program, command, words)}\n${words.usage.seeHelp(command === undefined ? 'merit' : `merit ${command.name()}`)}`
}

function said(code: string, named: string, program: Command, command: Command | undefined, words: Words): string {
  switch (code) {
    case 'commander.unknownCommand':
      return words.usage.unknownCommand(
        brief(named),
        nearest(
          named,
          program.commands.map((one) => one.name()),
        ),
      )
    case 'commander.unknownOption':
      return words.usage.unknownOption(brief(named), nearest(named, optionsOf(command ?? program)))
    case 'commander.missingArgument':
      return words.usage.missingArgument(named)
    case 'commander.missingMandatoryOptionValue':
      return words.usage.missingOption(named)
    case 'commander.optionMissingArgument':
      return words.usage.missingValue(named)
    case 'commander.excessArguments':
      return words.usage.tooMany
    default:
      return words.usage.noCommand
  }
}

function optionsOf(command: Command): readonly string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), '--help']
}
