/** An input, read to its end and judged; or every fault in it. */
import { DataError, type DataProblem, type Judged, type Scheme, type UnitBlock, type UnitData } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import type { DataFault } from '../data/faults.js'
import { faultText } from '../data/pieces/reading.js'
import { entriesOf, unitsOf } from '../data/unit-list.js'
import { readHeadings } from '../data/unit-sheet.js'
import type { Language, Words } from '../words/index.js'
import { inOrder, type Crew, type Job } from './crew.js'
import { newFaultList, type FaultList } from './fault-list.js'
import { readFrame, type FrameReading } from './frame.js'
import { newPlaces, type Places } from './places.js'
import type { PieceFault, ReadReply } from './read-work.js'
import type { Source } from './source.js'
import type { WorkJob, WorkReply } from './work.js'

/** The units of a piece. */
export interface PieceUnits {
  readonly blocks: readonly UnitBlock[]
  readonly count: number
}

export interface ReadInput {
  readonly judged: Judged
  readonly pieces: readonly PieceUnits[]
}

export interface Reading {
  readonly scheme: Scheme
  readonly source: Source
  readonly crew: Crew<WorkJob, WorkReply>
  /** Adds the seeds from the command line to those of the data. */
  readonly withLots: (data: object) => object
  readonly language: Language
  readonly words: Words
  /** Told of how many units were read. */
  readonly onUnits: (count: number) => void
}

export async function readAll(reading: Reading): Promise<ReadInput | FaultList> {
  const { scheme, source, crew, language, words, onUnits } = reading
  const faults = newFaultList()
  const pieces: PieceUnits[] = []
  const unnamed = new Set<number>()
  let places: Places | undefined
  let isBroken = false
  let count = 0
  let inValues = 0
  for await (const reply of inOrder(crew, readJobs(source))) {
    const read = reply as ReadReply
    places ??= newPlaces(source.firstLine())
    noteFaults(faults, read, places.nextLine(), count, language, words)
    places.add(read.starts, read.lines)
    for (const column of read.unnamed) unnamed.add(column)
    count += read.count
    inValues += read.faults.some((one) => 'problem' in one) ? 1 : 0
    if (read.count > 0) pieces.push({ blocks: read.blocks, count: read.count })
    onUnits(count)
    if (read.isBroken) {
      isBroken = true
      break
    }
  }
  if (source.form.format === 'csv') noteHeadings(faults, source.form.head, (column) => unnamed.has(column), reading)
  const frame = isBroken ? undefined : frameOf(reading, faults)
  if (isBroken || frame === 'unreadable') return faults
  pieces.push(...unitsOfDocument(scheme, frame))
  return judge(reading, { pieces, faults, frame, hasProblems: inValues > 0, lineOf: (index) => places?.lineOf(index) })
}

async function* readJobs({ pieces }: Source): AsyncGenerator<Job<WorkJob>> {
  for await (const piece of pieces) {
    const starts = piece.list === undefined ? [] : [piece.list.starts.buffer as ArrayBuffer]
    yield { job: { read: piece }, hand: [piece.bytes.buffer as ArrayBuffer, ...starts] }
  }
}

function noteFaults(
  list: FaultList,
  { faults, faultCount }: ReadReply,
  line: number,
  before: number,
  language: Language,
  words: Words,
): void {
  for (const fault of faults) list.add(listed(fault, line, before, language, words))
  list.addMore(faultCount - faults.length)
}

function listed(found: PieceFault, line: number, before: number, language: Language, words: Words) {
  const at = line + found.line
  if ('fault' in found) return { line: at, inValue: false, text: faultText(found.fault, words) }
  const problem = { ...found.problem, index: before + (found.problem.index ?? 0) }
  return { line: at, inValue: true, text: messageOf(problem, language) }
}

function noteHeadings(
  list: FaultList,
  head: Parameters<typeof readHeadings>[0],
  isUsed: (column: number) => boolean,
  { scheme, words }: Reading,
): void {
  const { faults } = readHeadings(head, isUsed, '', scheme.compiled, words)
  for (const { place, ...fault } of faults) {
    list.add({
      ...(place.line === undefined ? {} : { line: place.line }),
      inValue: false,
      text: faultText(fault, words),
    })
  }
}

function frameOf(
  { source, scheme, language, words }: Reading,
  list: FaultList,
): FrameReading | 'unreadable' | undefined {
  const cut = source.frame()
  if (cut === undefined || typeof cut === 'string') return undefined
  const frame = readFrame(cut, scheme, words)
  for (const { line, ...fault } of frame.faults) list.add({ line, inValue: false, text: faultText(fault, words) })
  for (const problem of frame.problems)
    list.add({ line: frame.lineOf(problem), inValue: true, text: messageOf(problem, language) })
  return frame.value === undefined ? 'unreadable' : frame
}

/** The units of a document whose list could not be told by its signs, as where its name is written in another way. */
function unitsOfDocument(scheme: Scheme, frame: FrameReading | undefined): readonly PieceUnits[] {
  const units = frame === undefined ? [] : unitsOf(frame.value)
  if (units.length === 0) return []
  const batch = scheme.batch()
  for (const unit of units) batch.add(unit as UnitData)
  return [{ blocks: batch.take(), count: units.length }]
}

interface ToJudge {
  readonly pieces: readonly PieceUnits[]
  readonly faults: FaultList
  readonly frame: FrameReading | undefined
  /** Values with problems are listed already. */
  readonly hasProblems: boolean
  readonly lineOf: (index: number) => number | undefined
}

/** The units judged together, or the faults with those that only show when all are there. */
function judge(reading: Reading, { pieces, faults, frame, hasProblems, lineOf }: ToJudge): ReadInput | FaultList {
  const { scheme, withLots, language, words } = reading
  const batch = scheme.batch()
  batch.join(pieces.flatMap(({ blocks }) => blocks))
  const about = Object.fromEntries(
    entriesOf(withLots(frame === undefined || Array.isArray(frame.value) ? {} : (frame.value as object))).filter(
      ([key]) => key === 'lots' || key === 'ballots',
    ),
  )
  try {
    const judged = batch.judge(about)
    return faults.count() === 0 ? { judged, pieces } : faults
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    for (const problem of error.problems) {
      const isKnown = hasProblems && problem.index !== undefined && problem.code !== 'unit-twice'
      // Units that cannot be read are there all the same.
      const isUntrue = problem.code === 'no-units' && faults.count() > 0
      if (isKnown || isUntrue) continue
      const line = (problem.index === undefined ? undefined : lineOf(problem.index)) ?? frame?.lineOf(problem)
      const text = problemText(problem, lineOf, language, words)
      faults.add({ ...(line === undefined ? {} : { line }), inValue: true, text })
    }
    return faults
  }
}

function problemText(
  problem: DataProblem,
  lineOf: (index: number) => number | undefined,
  language: Language,
  words: Words,
): string {
  if (problem.code !== 'unit-twice') return messageOf(problem, language)
  const fault: Omit<DataFault, 'place'> = {
    ...(problem.unit === undefined ? {} : { unit: problem.unit }),
    message: words.data.unitTwice(lineOf(problem.data.first)),
  }
  return faultText(fault, words)
}
