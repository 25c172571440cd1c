/** Units in, results out, as streams: neither the input nor the results are ever held whole. */
import type { Judged, Scheme } from '@merit/engine'
import { buffersOf } from '@merit/engine'
import { lotsFrom } from '../data/units.js'
import { firstColumnFault } from '../data/unit-sheet.js'
import type { DataFiles } from '../data/units.js'
import { openOutlet, type Outlet } from '../deliver.js'
import { exitCodes, Stop } from '../exit-codes.js'
import { faultLine, type DataFault } from '../data/faults.js'
import { brief, say, type Session } from '../output.js'
import type { Language, Words } from '../words/index.js'
import { growingCrew, inOrder, workerCrew, type Crew, type Job } from './crew.js'
import type { FaultList } from './fault-list.js'
import { openInput } from './input.js'
import type { Plan } from './plan.js'
import { printerOf, type PrintForm } from './print.js'
import { bar, progressOn, type Progress } from './progress.js'
import { readAll, type ReadInput, type PieceUnits } from './read-all.js'
import { openSource } from './source.js'
import { utf8Blocks } from './utf8.js'
import { workOn, type WorkForm, type WorkJob, type WorkReply } from './work.js'

export interface StreamScoring {
  readonly scheme: Scheme
  readonly files: DataFiles
  readonly session: Session
  readonly language: Language
  readonly words: Words
  readonly plan: Plan
}

/** What there is to know of units judged together. */
export type Judgement = Omit<Judged, 'result' | 'standings'>

/** Units judged together, whose results can be printed. */
export interface Scored {
  readonly judged: Judgement
  /** Of some, scores or grades were decided beside the rules. */
  readonly isOverridden: boolean
  /** Prints all results to the file `out`, or to the terminal. Their units are given away: it can be done once. */
  readonly print: (form: PrintForm, out: string | undefined) => Promise<void>
}

/**
 * Reads and judges the units, and gives what `use` makes of it. Stops (problems) with every fault said, the first thousand of them, and
 * nothing scored.
 */
export async function scoreStream<T>(scoring: StreamScoring, use: (scored: Scored) => Promise<T>): Promise<T> {
  const { session } = scoring
  const progress = progressOn(session.err)
  const leave = onInterrupt(progress)
  const crews: Crew<WorkJob, WorkReply>[] = []
  try {
    const { input, crew } = await readInput(scoring, progress, (one) => crews.push(one))
    return await use({
      judged: input.judged,
      isOverridden: input.pieces.some(({ blocks }) => blocks.some(({ overrides }) => overrides.size > 0)),
      print: async (form, out) => {
        const outlet = await openOutlet(out, session, scoring.words)
        try {
          await printAll(scoring, { input, crew, form, outlet, progress })
        } catch (error) {
          progress.clear()
          await outlet.discard()
          throw error
        }
        progress.clear()
        await outlet.finish()
      },
    })
  } finally {
    progress.clear()
    leave()
    for (const crew of crews) await crew.close()
  }
}

/** Who interrupts the command gets the line back that showed how far it was. */
function onInterrupt(progress: Progress): () => void {
  const interrupted = () => {
    progress.clear()
    process.exit(exitCodes.interrupted)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, interrupted)
  return () => {
    for (const signal of signals) process.removeListener(signal, interrupted)
  }
}

async function readInput(
  scoring: StreamScoring,
  progress: Progress,
  onCrew: (crew: Crew<WorkJob, WorkReply>) => void,
): Promise<{ readonly input: ReadInput; readonly crew: Crew<WorkJob, WorkReply> }> {
  const { scheme, files, session, language, words, plan } = scoring
  const withLots = lotsFrom(files.lots, files.units, scheme.compiled, words)
  const { name, size, blocks } = openInput(files.units, session.in, words)
  const counted = { bytes: 0, units: 0 }
  const show = () => progress.show(() => words.progress.reading(share(counted.bytes, size), counted.units, brief(name)))
  const source = await openSource(utf8Blocks(counting(blocks, counted, show), name, words), name, plan)
  const refuse = (fault: DataFault) => stopForFaults([faultLine(fault, words)], 1, scoring)
  if (source === undefined) return refuse({ place: { file: name }, message: words.data.emptyFile })
  if ('code' in source)
    return refuse({ place: { file: name, line: source.line }, message: words.data.csv[source.code] })
  if (source.form.format === 'csv') {
    const fault = firstColumnFault(source.form.head, name, words)
    if (fault !== undefined) return refuse(fault)
  }
  const crew = crewFor(scheme, { form: source.form, language, longestUnit: plan.unit / 1024 / 1024 }, plan)
  onCrew(crew)
  const onUnits = (units: number): void => {
    counted.units = units
    show()
  }
  const read = await readAll({ scheme, source, crew, withLots, language, words, onUnits })
  progress.clear()
  if (!('judged' in read)) return stopForFaults(linesOf(read, name, words), read.count(), scoring)
  return { input: read, crew }
}

function crewFor(scheme: Scheme, form: WorkForm, plan: Plan): Crew<WorkJob, WorkReply> {
  const { compiled } = scheme
  return growingCrew(plan.alone, workOn(scheme, form), () =>
    workerCrew(plan.workers, new URL('./worker.js', import.meta.url), { compiled, form }),
  )
}

async function* counting(
  blocks: AsyncIterable<Uint8Array>,
  counted: { bytes: number },
  show: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    counted.bytes += block.length
    show()
    yield block
  }
}

function share(done: number, all: number | undefined): string {
  return all === undefined ? '' : `${bar(done / all)} `
}

function linesOf(faults: FaultList, name: string, words: Words): readonly string[] {
  return faults.first().map(({ line, text }) => words.data.at(brief(name, 200), line, text))
}

function stopForFaults(lines: readonly string[], count: number, { session, words }: StreamScoring): never {
  for (const line of lines) say(session.err, line)
  if (count > lines.length) say(session.err, words.data.more(count - lines.length))
  throw new Stop(exitCodes.problems, words, words.data.summary(count))
}

interface Printing {
  readonly input: ReadInput
  readonly crew: Crew<WorkJob, WorkReply>
  readonly form: PrintForm
  readonly outlet: Outlet
  readonly progress: Progress
}

async function printAll({ scheme, words }: StreamScoring, printing: Printing): Promise<void> {
  const { input, crew, form, outlet, progress } = printing
  const { judged, pieces } = input
  const { before, between, behind } = printerOf(form, scheme.compiled, words)
  const betweenBytes = Buffer.from(between)
  await outlet.write(Buffer.from(before))
  let at = 0
  for await (const reply of inOrder(crew, printJobs(judged, pieces, form))) {
    if (at > 0 && between !== '') await outlet.write(betweenBytes)
    await outlet.write((reply as { readonly bytes: Uint8Array }).bytes)
    at += 1
    progress.show(() => words.progress.writing(bar(at / pieces.length)))
  }
  const end = behind(judged)
  if (end !== '') await outlet.write(Buffer.from(end))
}

function* printJobs(judged: Judged, pieces: readonly PieceUnits[], print: PrintForm): Iterable<Job<WorkJob>> {
  let from = 0
  for (const { blocks } of pieces) {
    const standings = blocks.map((block) => {
      const standing = judged.standings(from, from + block.length)
      from += block.length
      return standing
    })
    yield { job: { print, blocks, standings }, hand: buffersOf(blocks) }
  }
}
