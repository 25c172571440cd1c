/** What every command works with. */
import type { Command } from 'commander'
import type { ExitCode } from './exit-codes.js'
import type { Session } from './output.js'
import { languageAround, wordsIn, type Language, type Words } from './words/index.js'

export interface Tools {
  readonly session: Session
  /** What `--language` asks for. */
  readonly asked?: Language
  /** The words for a scheme in `language`: what was asked for, else the scheme's language, else that of the surroundings. */
  readonly words: (language?: Language) => Words
  /** The same, as a language. */
  readonly language: (language?: Language) => Language
  /** The command's exit status. */
  readonly finish: (code: ExitCode) => void
}

export function toolsFor(session: Session, asked: Language | undefined, finish: Tools['finish']): Tools {
  const language = (own?: Language) => asked ?? own ?? languageAround(session.environment)
  return {
    session,
    ...(asked === undefined ? {} : { asked }),
    language,
    words: (own) => wordsIn(language(own)),
    finish,
  }
}

/** Adds a command to the program; its action ends with an exit status. */
export type AddCommand = (program: Command, tools: Tools) => void
