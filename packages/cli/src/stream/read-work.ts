/** Reading a piece: its units into blocks of numbers, and everything that is wrong with them. Done by workers, or here. */
import type { DataProblem, Scheme, UnitBlock, UnitData } from '@merit/engine'
import { csvReader } from '../data/pieces/csv.js'
import { jsonReader } from '../data/pieces/json.js'
import { ndjsonReader } from '../data/pieces/ndjson.js'
import type { Piece, PieceReading, ReadPiece, TextFault } from '../data/pieces/reading.js'
import { nameOfFacts } from '../data/unit-list.js'
import type { Words } from '../words/index.js'
import { mostListed } from './fault-list.js'
import type { PieceForm } from './source.js'

/** A fault with its line, from 0 at the start of the piece; a problem's index counts from the piece's first unit. */
export type PieceFault =
  | { readonly line: number; readonly fault: Omit<TextFault, 'line'> }
  | { readonly line: number; readonly problem: DataProblem }

export interface ReadReply {
  readonly blocks: readonly UnitBlock[]
  readonly count: number
  readonly starts: Int32Array
  readonly lines: number
  /** The first ones. */
  readonly faults: readonly PieceFault[]
  readonly faultCount: number
  readonly isBroken: boolean
  readonly unnamed: readonly number[]
}

export function pieceReader(form: PieceForm, scheme: Scheme, tooLong: string, words: Words): ReadPiece {
  switch (form.format) {
    case 'csv':
      return csvReader(form.head, scheme.compiled, tooLong, words)
    case 'json':
      return jsonReader(nameOfFacts(scheme.compiled), tooLong, words)
    case 'ndjson':
      return ndjsonReader(tooLong, words)
  }
}

export function readWork(scheme: Scheme, read: ReadPiece): (piece: Piece) => ReadReply {
  const batch = scheme.batch()
  return (piece) => {
    const reading = read(piece)
    for (const unit of reading.units) batch.add(unit as UnitData)
    const blocks = batch.take()
    const { faults, count } = faultsOf(reading, problemsOf(blocks))
    return {
      // What is wrong with the units is in `faults`; that a block has any is what the engine must see.
      blocks: blocks.map(withOneFault),
      count: reading.units.length,
      starts: reading.starts,
      lines: reading.lines,
      faults,
      faultCount: count,
      isBroken: reading.isBroken === true,
      unnamed: reading.unnamed ?? [],
    }
  }
}

function withOneFault(block: UnitBlock): UnitBlock {
  return block.faults.length > 1 ? { ...block, faults: block.faults.slice(0, 1) } : block
}

/** The faults of units in blocks, counted from the first unit of all. */
function problemsOf(blocks: readonly UnitBlock[]): readonly DataProblem[] {
  const problems: DataProblem[] = []
  let start = 0
  for (const { faults, length } of blocks) {
    for (const fault of faults) problems.push({ ...fault, index: start + (fault.index ?? 0) })
    start += length
  }
  return problems
}

function faultsOf(reading: PieceReading, problems: readonly DataProblem[]) {
  const inText = reading.faults
  // A value that the text already shows to be none is named once.
  const named = new Set(inText.flatMap(({ unit, fact }) => (fact === undefined ? [] : [nameOf(unit, fact)])))
  const inValues = problems.filter(({ unit, fact }) => fact === undefined || !named.has(nameOf(unit, fact)))
  const listed = inValues.slice(0, mostListed)
  const lines = listed.length === 0 ? [] : reading.linesOf(listed)
  const faults: readonly PieceFault[] = [
    ...inText.slice(0, mostListed).map(({ line, ...fault }) => ({ line, fault })),
    ...listed.map((problem, at) => ({ line: lines[at] ?? 0, problem })),
  ]
  return { faults, count: inText.length + inValues.length }
}

function nameOf(unit: string | undefined, fact: string): string {
  return JSON.stringify([unit, fact])
}
