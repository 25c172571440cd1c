/** A CSV of ballots: a row for each rater, a column for each unit. */
import type { DataPlace } from '@merit/engine'
import { nearest, type CompiledScheme, type Fact } from '@merit/engine/scheme'
import { brief } from '../output.js'
import type { Words } from '../words/index.js'
import { cellValue, isNoAnswer } from './cells.js'
import { headingKey, headingOf } from './columns.js'
import type { CsvRow } from './csv.js'
import type { DataFault, Place } from './faults.js'
import type { ListReading } from './unit-list.js'
import { readTable } from './unit-sheet.js'

/** The ballots of one file, as the data has them. */
export interface BallotBox {
  readonly fact: Fact
  readonly file: string
  readonly ballots: readonly { readonly rater: string; readonly marks: Readonly<Record<string, unknown>> }[]
  /** The line of each ballot. */
  readonly lines: readonly number[]
  readonly faults: readonly DataFault[]
}

/** The facts that are given as ballots. */
export function ballotFacts({ facts, ballots = [] }: CompiledScheme): readonly Fact[] {
  return ballots.flatMap(({ fact }) => facts.find(({ id }) => id === fact) ?? [])
}

/** The ballots that an author calls so; undefined, with the nearest name, where there are none. */
export function ballotFact(name: string, scheme: CompiledScheme): { readonly fact?: Fact; readonly near?: string } {
  const facts = ballotFacts(scheme)
  const fact = facts.find(({ name: own, machineName }) =>
    [own, machineName].some((key) => key !== undefined && headingKey(key) === headingKey(name)),
  )
  if (fact !== undefined) return { fact }
  const near = nearest(name, facts.map(headingOf))
  return near === undefined ? {} : { near }
}

export function readBallotsSheet(text: string, file: string, fact: Fact, words: Words): BallotBox {
  const sheet = readTable(text, file, words)
  if ('faults' in sheet) return { fact, file, ballots: [], lines: [], faults: sheet.faults }
  const { headings, rows, headingLine } = sheet
  const faults: DataFault[] = []
  const fault = (line: number, message: string): void => {
    faults.push({ place: { file, line }, fact: headingOf(fact), message })
  }
  const units = headings.map((heading, index) => (index === 0 ? '' : heading))
  units.forEach((unit, index) => {
    if (unit !== '' && units.indexOf(unit) < index) fault(headingLine, words.data.columnTwice(brief(unit), brief(unit)))
  })
  for (const { cells, line } of rows) {
    for (const cell of cells.slice(headings.length).filter((one) => one !== ''))
      fault(line, words.data.extraCell(brief(cell)))
    if (cells.some((cell, index) => index > 0 && cell !== '' && units[index] === '')) fault(line, words.data.noHeading)
  }
  const read = rows.map((row) => ({ line: row.line, ballot: ballotOf(row, units, fact, fault, words) }))
  return {
    fact,
    file,
    ballots: read.map(({ ballot }) => ballot),
    lines: read.map(({ line }) => line),
    faults,
  }
}

/** An empty cell is no mark. */
function ballotOf(
  { cells, line }: CsvRow,
  units: readonly string[],
  { type }: Fact,
  fault: (line: number, message: string) => void,
  words: Words,
): BallotBox['ballots'][number] {
  const mark = type.kind === 'many' ? type.of : type
  const marks = units.flatMap((unit, index): [string, unknown][] => {
    const cell = cells[index] ?? ''
    if (index === 0 || unit === '' || cell === '') return []
    if (isNoAnswer(cell, mark)) fault(line, words.data.notYesNo(brief(cell)))
    return [[unit, cellValue(cell, mark)]]
  })
  return { rater: cells[0] ?? '', marks: Object.fromEntries(marks) }
}

/** The data with the ballots of a file; places in them are found in that file. */
export function withBallots(loaded: ListReading, box: BallotBox): ListReading {
  const { fact, file, lines } = box
  const data = Array.isArray(loaded.data) ? { units: loaded.data as readonly unknown[] } : (loaded.data as object)
  const before = (data as { readonly ballots?: object } | undefined)?.ballots ?? {}
  const rowOf = ({ ballot, fact: name }: DataPlace): Place | undefined => {
    const line = ballot === undefined || name !== headingOf(fact) ? undefined : lines[ballot - 1]
    return line === undefined ? undefined : { file, line }
  }
  return {
    ...(loaded.data === undefined ? {} : { data: { ...data, ballots: { ...before, [fact.name]: box.ballots } } }),
    faults: [...loaded.faults, ...box.faults],
    placesOf: (places) => {
      const otherwise = loaded.placesOf(places)
      return places.map((place, index) => rowOf(place) ?? otherwise[index] ?? { file })
    },
  }
}
