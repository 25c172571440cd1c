/** All data of an assessment: the units' file, files of records, seeds of lots. */
import type { DataPlace } from '@merit/engine'
import { foldName, nearest, type CompiledScheme, type Fact } from '@merit/engine/scheme'
import { exitCodes, Stop } from '../exit-codes.js'
import { readText } from '../files.js'
import { brief } from '../output.js'
import { ndjsonReader } from './pieces/ndjson.js'
import type { Words } from '../words/index.js'
import { ballotFact, readBallotsSheet, withBallots, type BallotBox } from './ballots-sheet.js'
import { factsByHeading, headingKey, headingOf } from './columns.js'
import type { Place } from './faults.js'
import { readRecordsSheet, recordsFacts } from './records-sheet.js'
import { withRegister, type Register } from './register.js'
import { formatOf } from './format.js'
import { entriesOf, nameOfFacts, readUnitList, type ListReading } from './unit-list.js'
import { readUnitSheet } from './unit-sheet.js'

export interface DataFiles {
  readonly units: string
  /** `FACT=FILE`, as given on the command line. */
  readonly records: readonly string[]
  /** `BALLOTS=FILE`. */
  readonly ballots: readonly string[]
  /** `REVIEW=SEED`. */
  readonly lots: readonly string[]
}

/** Reads everything and says what is wrong with it as text; whether the values fit the scheme is the engine's to say. */
export function loadData(files: DataFiles, scheme: CompiledScheme, words: Words): ListReading {
  const lots = files.lots.map((given) => lotOf(given, scheme, words))
  const registers = files.records.map((given) => registerOf(given, scheme, words))
  const twice = registers.find(({ fact }, index) => registers.findIndex((other) => other.fact === fact) < index)
  if (twice !== undefined) throw new Stop(exitCodes.wrongUse, words, words.usage.recordsTwice(headingOf(twice.fact)))
  const units = readUnits(files.units, scheme, words)
  const complete = registers.reduce((data, register) => withRegister(data, register, files.units, words), units)
  const boxes = files.ballots.map((given) => boxOf(given, scheme, words))
  for (const { fact } of boxes) refuseTwice(fact, boxes, units.data, words)
  return withLots(boxes.reduce(withBallots, complete), lots, files.units, words)
}

function readUnits(file: string, scheme: CompiledScheme, words: Words): ListReading {
  const text = readText(file, words)
  const format = formatOf(file, text)
  if (format === 'json') return readUnitList(text, file, nameOfFacts(scheme), words)
  if (format === 'ndjson') return readUnitLines(text, file, words)
  const { units, lines, faults } = readUnitSheet(text, file, scheme, words)
  const placeOf = ({ index }: DataPlace): Place => {
    const line = index === undefined ? undefined : lines[index]
    return line === undefined ? { file } : { file, line }
  }
  return { data: units, faults, placesOf: (places) => places.map(placeOf) }
}

/** Units as lines of JSON. */
function readUnitLines(text: string, file: string, words: Words): ListReading {
  const { units, starts, faults } = ndjsonReader('', words)({ bytes: Buffer.from(text), end: 'rest' })
  const place = (line: number): Place => ({ file, line: line + 1 })
  return {
    data: units,
    faults: faults.map(({ line, ...fault }) => Object.assign(fault, { place: place(line) })),
    placesOf: (places) => places.map(({ index }) => (index === undefined ? { file } : place(starts[index] ?? 0))),
  }
}

/** `--records FACT=FILE`, read. */
function registerOf(given: string, scheme: CompiledScheme, words: Words): Register {
  const [name, file] = pairOf(given, '--records', 'FACT=FILE', words)
  const fact = factsByHeading(scheme).get(headingKey(name))
  if (fact?.type.kind !== 'records') {
    const offered = nearest(name, recordsFacts(scheme).map(headingOf))
    throw new Stop(exitCodes.wrongUse, words, words.usage.unknownRecords(brief(name), offered))
  }
  return { fact, file, ...readRecordsSheet(readText(file, words), file, fact, words) }
}

/** `--ballots BALLOTS=FILE`, read. */
function boxOf(given: string, scheme: CompiledScheme, words: Words): BallotBox {
  const [name, file] = pairOf(given, '--ballots', 'BALLOTS=FILE', words)
  const { fact, near } = ballotFact(name, scheme)
  if (fact === undefined) throw new Stop(exitCodes.wrongUse, words, words.usage.unknownBallots(brief(name), near))
  return readBallotsSheet(readText(file, words), file, fact, words)
}

/** Ballots come from one place: a file, or the data. */
function refuseTwice({ name }: Fact, boxes: readonly BallotBox[], data: unknown, words: Words): void {
  const inData = entriesOf(entriesOf(data).find(([key]) => key === 'ballots')?.[1])
  const times = boxes.filter(({ fact }) => fact.name === name).length
  if (times > 1 || inData.some(([key]) => foldName(key) === foldName(name)))
    throw new Stop(exitCodes.wrongUse, words, words.usage.ballotsTwice(brief(name)))
}

/** Adds the seeds that the command line gives (`REVIEW=SEED`) to what stands beside the units. Stops where one cannot be meant. */
export function lotsFrom(
  given: readonly string[],
  file: string,
  scheme: CompiledScheme,
  words: Words,
): (about: object) => object {
  const lots = given.map((one) => lotOf(one, scheme, words))
  return (about) => withLots({ data: about, faults: [], placesOf: () => [] }, lots, file, words).data as object
}

interface Lot {
  readonly review: string
  readonly seed: string
}

/** `--lot REVIEW=SEED`. */
function lotOf(given: string, scheme: CompiledScheme, words: Words): Lot {
  const [name, seed] = pairOf(given, '--lot', 'REVIEW=SEED', words)
  const names = scheme.reviews.map((review) => review.name)
  const review = names.find((other) => foldName(other) === foldName(name))
  if (review === undefined)
    throw new Stop(exitCodes.wrongUse, words, words.usage.unknownReview(brief(name), nearest(name, names)))
  return { review, seed }
}

function pairOf(given: string, option: string, form: string, words: Words): readonly [string, string] {
  const at = given.search(/[=＝]/)
  if (at < 1 || at === given.length - 1)
    throw new Stop(exitCodes.wrongUse, words, words.usage.badPair(option, brief(given), form))
  return [given.slice(0, at), given.slice(at + 1)]
}

/** Seeds from the command line join those of the data. Two seeds for one lot are refused: neither is the better one. */
function withLots(loaded: ListReading, lots: readonly Lot[], file: string, words: Words): ListReading {
  if (loaded.data === undefined || lots.length === 0) return loaded
  const data = Array.isArray(loaded.data) ? { units: loaded.data as readonly unknown[] } : loaded.data
  const given = entriesOf(entriesOf(data).find(([key]) => key === 'lots')?.[1])
  for (const { review, seed } of lots) {
    const other = given.find(([name]) => foldName(name) === foldName(review))
    if (other !== undefined && other[1] !== seed) {
      throw new Stop(exitCodes.wrongUse, words, words.usage.lotTwice(brief(review), file))
    }
  }
  const others = given.filter(([name]) => lots.every(({ review }) => foldName(review) !== foldName(name)))
  const added = lots.map(({ review, seed }): [string, unknown] => [review, seed])
  return { ...loaded, data: { ...(data as object), lots: Object.fromEntries([...others, ...added]) } }
}
