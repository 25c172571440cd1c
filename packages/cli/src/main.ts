/** The command `merit`: real streams, real exit status. */
import { once } from 'node:events'
import process from 'node:process'
import { exitCodes } from './exit-codes.js'
import type { Stream } from './output.js'
import { run } from './run.js'

function streamTo(target: NodeJS.WriteStream): Stream {
  // Who reads only the first lines (`merit … | head`) closes the pipe: no fault, and nobody is left to tell.
  target.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.fine)
    throw error
  })
  const { NO_COLOR, TERM } = process.env
  const colour = target.isTTY && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb'
  return {
    write: (text) => void target.write(text),
    colour,
    isTerminal: target.isTTY,
    send: async (bytes) => {
      if (!target.write(bytes)) await once(target, 'drain')
    },
  }
}

process.exitCode = await run(process.argv.slice(2), {
  out: streamTo(process.stdout),
  err: streamTo(process.stderr),
  in: process.stdin,
  environment: process.env,
})
