import { exitCodes, Stop } from './exit-codes.js'
import { sameFile, writeWhole } from './files.js'
import { say, type Session } from './output.js'
import type { Words } from './words/index.js'

/** Gives a command's outcome to the file `out`, or to the terminal. The command's own input is never overwritten. */
export async function deliver(
  text: string,
  out: string | undefined,
  inputs: readonly string[],
  session: Session,
  words: Words,
): Promise<void> {
  if (out === undefined) {
    session.out.write(text)
    return
  }
  if (inputs.some((input) => sameFile(input, out)))
    throw new Stop(exitCodes.wrongUse, words, words.files.wouldReplace(out))
  await writeWhole(out, text, words)
  say(session.err, words.files.wrote(out))
}
