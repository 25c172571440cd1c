/** The two kinds of work on a piece: reading its units, and printing their results. Done by workers, or here: the same either way. */
import { buffersOf, type Scheme, type Standings, type UnitBlock, type UnitResult } from '@merit/engine'
import type { Piece } from '../data/pieces/reading.js'
import { wordsIn, type Language } from '../words/index.js'
import { printerOf, type PrintForm } from './print.js'
import { pieceReader, readWork, type ReadReply } from './read-work.js'
import type { PieceForm } from './source.js'

/** What the work on all pieces of an input has in common; plain data. */
export interface WorkForm {
  readonly form: PieceForm
  readonly language: Language
  /** In megabytes: what is said of a unit that is longer. */
  readonly longestUnit: number
}

export type WorkJob =
  | { readonly read: Piece }
  | { readonly print: PrintForm; readonly blocks: readonly UnitBlock[]; readonly standings: readonly Standings[] }

export type WorkReply = ReadReply | { readonly bytes: Uint8Array }

export function workOn(scheme: Scheme, { form, language, longestUnit }: WorkForm): (job: WorkJob) => WorkReply {
  const words = wordsIn(language)
  const read = readWork(scheme, pieceReader(form, scheme, words.data.tooLong(longestUnit), words))
  const batch = scheme.batch()
  const encoder = new TextEncoder()

  function* resultsOf(blocks: readonly UnitBlock[], standings: readonly Standings[]): Iterable<UnitResult> {
    for (const [at, block] of blocks.entries()) yield* batch.results(block, standings[at]!)
  }

  return (job) => {
    if ('read' in job) return read(job.read)
    const { some } = printerOf(job.print, scheme.compiled, words)
    return { bytes: encoder.encode(some(resultsOf(job.blocks, job.standings))) }
  }
}

/** What of a reply is handed over in place of being copied. */
export function handedOver(reply: WorkReply): readonly ArrayBuffer[] {
  if ('bytes' in reply) return [reply.bytes.buffer as ArrayBuffer]
  return [reply.starts.buffer as ArrayBuffer, ...buffersOf(reply.blocks)]
}
