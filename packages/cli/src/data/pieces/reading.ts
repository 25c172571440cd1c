/** What is read in a piece of the input. Lines count from 0 at the start of the piece. */
import type { DataPlace } from '@merit/engine'
import type { DataFault } from '../faults.js'
import { brief } from '../../output.js'
import type { Words } from '../../words/index.js'

export interface PieceReading {
  /** As the input has them; whether they are units is for the engine to say. */
  readonly units: readonly unknown[]
  /** The line of each unit. */
  readonly starts: Int32Array
  readonly lines: number
  /** What is wrong with the text. */
  readonly faults: readonly TextFault[]
  /** The text's structure breaks here: what would follow cannot be read. */
  readonly isBroken?: true
  /** In which lines these places of the piece's units are. */
  readonly linesOf: (places: readonly DataPlace[]) => readonly number[]
  /** Columns without a heading that hold values. */
  readonly unnamed?: readonly number[]
}

export interface TextFault extends Omit<DataFault, 'place'> {
  readonly line: number
}

/** What an input is cut into, so that each piece can be read by itself: whole rows, lines or units, with what stands around them. */
export interface Piece {
  /** UTF-8, in a buffer of its own: it can be handed to a worker. */
  readonly bytes: Uint8Array
  /** `rest`: the input ends here, or nothing that follows can be cut; `too-long`: one unit alone, longer than any may be. */
  readonly end?: 'rest' | 'too-long'
  /** Of CSV: the line in which the headings begin, where they stand in this piece; what comes before them is blank. */
  readonly headings?: number
  /** Of JSON: whether no units stand before it, the line in which each of its units begins, and how many lines there are. */
  readonly list?: { readonly isFirst: boolean; readonly starts: Int32Array; readonly lines: number }
}

export type ReadPiece = (piece: Piece) => PieceReading

/** Nothing but a fault that ends the reading. */
export function broken(fault: TextFault): PieceReading {
  return { units: [], starts: new Int32Array(0), lines: 0, faults: [fault], isBroken: true, linesOf: () => [] }
}

/** What stands behind the place of a fault, in a line for the user. */
export function faultText({ unit, fact, message }: Omit<DataFault, 'place'>, words: Words): string {
  return words.data.fault(unit === undefined ? unit : brief(unit), fact === undefined ? fact : brief(fact), message)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}
