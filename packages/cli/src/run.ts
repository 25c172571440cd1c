/** One run of the command line, from arguments to exit status. */
import { CommanderError } from 'commander'
import { exitCodes, Stop, type ExitCode } from './exit-codes.js'
import { brief, tell, type Session } from './output.js'
import { programFor, wrongUseText } from './program.js'
import { toolsFor, type Tools } from './tools.js'
import { languages } from './words/index.js'

/** Runs `merit ARGS`. Whatever goes wrong is said on `session.err`; nothing is thrown. */
export async function run(args: readonly string[], session: Session): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine
  const given = languageGiven(args)
  const asked = languages.find((language) => language === given)
  const tools = toolsFor(session, asked, (status) => (code = status))
  try {
    if (given !== undefined && asked === undefined) {
      throw new Stop(
        exitCodes.wrongUse,
        tools.words(),
        tools.words().usage.badChoice('--language', brief(given), languages),
      )
    }
    await parse(args, tools)
    return code
  } catch (error) {
    if (error instanceof Stop) {
      tell(error, session)
      return error.exitCode
    }
    if (session.environment['MERIT_DEBUG'] === '1') session.err.write(`${String((error as Error).stack)}\n`)
    const words = tools.words()
    const message = words.internal(brief(error instanceof Error ? error.message : String(error), 300))
    tell(new Stop(exitCodes.internal, words, message), session)
    return exitCodes.internal
  }
}

async function parse(args: readonly string[], tools: Tools): Promise<void> {
  const program = programFor(tools)
  const words = tools.words()
  if (args.length === 0)
    throw new Stop(exitCodes.wrongUse, words, `${words.usage.noCommand}\n${words.usage.seeHelp('merit')}`)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw new Stop(exitCodes.wrongUse, words, wrongUseText(error, program, args, words))
  }
}

/** `--language` must be known before the arguments are parsed: what is wrong with them is said in it. */
function languageGiven(args: readonly string[]): string | undefined {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  const at = own.findLastIndex((arg) => arg === '--language' || arg.startsWith('--language='))
  const arg = own[at]
  return arg === '--language' ? own[at + 1] : arg?.slice('--language='.length)
}
