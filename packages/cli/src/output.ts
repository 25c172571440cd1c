/** What goes to the terminal: streams, colour, text made safe to show. */
import type { Stop } from './exit-codes.js'

/** Where a command writes. `colour` is only true on a terminal. */
export interface Stream {
  readonly write: (text: string) => void
  readonly colour: boolean
  /** Somebody is looking on: a line may be written again and again. */
  readonly isTerminal?: boolean
  /** Resolves when more can be written; bytes are UTF-8, whole signs. Where there is none, `write` takes all at once. */
  readonly send?: (bytes: Uint8Array) => Promise<void>
}

/** All that a command knows of the world besides files. */
export interface Session {
  readonly out: Stream
  readonly err: Stream
  /** The standard input. */
  readonly in?: AsyncIterable<Uint8Array>
  readonly environment: Readonly<Record<string, string | undefined>>
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan'

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
}

export function paint(stream: Stream, style: Style, text: string): string {
  const [on, off] = codes[style]
  return stream.colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text
}

export function say(stream: Stream, line: string): void {
  stream.write(line + '\n')
}

/** Says why a command ended. */
export function tell({ prefix, message }: Stop, session: Session): void {
  say(session.err, paint(session.err, 'red', prefix) + message)
}

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** A name or value from a file, fit to stand in a line: no control characters that could move the cursor or turn the text round. */
export function plain(text: string): string {
  return text.replace(controls, '\ufffd')
}

/** The same, cut to a length that a message can bear. */
export function brief(text: string, length = 60): string {
  const signs = [...plain(text)]
  return signs.length <= length ? signs.join('') : signs.slice(0, length).join('') + '…'
}
