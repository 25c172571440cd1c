/** Where a command's outcome goes: a file, whole or not at all, or the terminal. */
import { exitCodes, Stop } from './exit-codes.js'
import { beginWhole, sameFile } from './files.js'
import { say, type Session } from './output.js'
import type { Words } from './words/index.js'

/** Takes an outcome bit by bit. */
export interface Outlet {
  /** Resolves when more can be taken. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly finish: () => Promise<void>
  /** Gives up: a file is as it was before. */
  readonly discard: () => Promise<void>
}

/** Stops (wrong use) where the outcome would replace one of the command's own inputs. */
export function refuseToReplace(out: string | undefined, inputs: readonly string[], words: Words): void {
  if (out !== undefined && inputs.some((input) => sameFile(input, out)))
    throw new Stop(exitCodes.wrongUse, words, words.files.wouldReplace(out))
}

/** Opens the file `out`, or the terminal. */
export async function openOutlet(out: string | undefined, session: Session, words: Words): Promise<Outlet> {
  if (out !== undefined) {
    const file = await beginWhole(out, words)
    return {
      ...file,
      finish: async () => {
        await file.finish()
        say(session.err, words.files.wrote(out))
      },
    }
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const send = session.out.send ?? (async (bytes: Uint8Array) => session.out.write(decoder.decode(bytes)))
  return { write: send, finish: async () => undefined, discard: async () => undefined }
}

/** Gives a command's outcome to the file `out`, or to the terminal. The command's own input is never overwritten. */
export async function deliver(
  text: string,
  out: string | undefined,
  inputs: readonly string[],
  session: Session,
  words: Words,
): Promise<void> {
  refuseToReplace(out, inputs, words)
  const outlet = await openOutlet(out, session, words)
  await outlet.write(Buffer.from(text))
  await outlet.finish()
}
