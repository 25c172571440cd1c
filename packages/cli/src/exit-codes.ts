/** What the command's exit status says. */
export const exitCodes = {
  /** Done; warnings and incomplete units are no failure. */
  fine: 0,
  /** Problems in the scheme or in the data, a failed example, a file that is not as the formatter would have it. */
  problems: 1,
  /** Wrong arguments, a file that is not there or cannot be written. */
  wrongUse: 2,
  /** A fault of merit itself (EX_SOFTWARE). */
  internal: 70,
  /** Stopped from the keyboard. */
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends a command: `message` is for the user, in the user's language, whole sentences, nothing about code. */
export class Stop extends Error {
  /** What stands before the message: `error: `. */
  readonly prefix: string

  constructor(
    readonly exitCode: ExitCode,
    words: { readonly error: string },
    message: string,
  ) {
    super(message)
    this.prefix = words.error
  }
}
