/** A CSV of units: `unit` first, `kind` second, then a column per fact. */
import { foldName, nearest, type CompiledScheme } from '@merit/engine/scheme'
import { brief } from '../output.js'
import { languages, wordsIn, type Words } from '../words/index.js'
import { columnFinder, columnName, factsByHeading, headingKey, type Column } from './columns.js'
import { readCsv, type CsvRow } from './csv.js'
import type { DataFault } from './faults.js'
import { rowReader, type Layout } from './unit-row.js'

const unitHeadings = inEveryLanguage((words) => words.form.unit)
const kindHeadings = inEveryLanguage((words) => words.form.kind)

/** What the unit's cell of a form's explaining line says: such a line is no unit. */
const noteMarks = inEveryLanguage((words) => words.form.mark)

function inEveryLanguage(wordOf: (words: Words) => string): ReadonlySet<string> {
  return new Set(languages.map((language) => wordOf(wordsIn(language))))
}

export interface SheetReading {
  readonly units: readonly unknown[]
  /** The line of each unit, from 1. */
  readonly lines: readonly number[]
  readonly faults: readonly DataFault[]
}

/** The heading row and the rows below it, without a form's explaining line. */
export interface Sheet {
  readonly headings: readonly string[]
  readonly headingLine: number
  readonly rows: readonly CsvRow[]
}

/** Splits a CSV into headings and rows, or says why not. The first column must be the unit's. */
export function readSheet(text: string, file: string, words: Words): Sheet | { readonly faults: readonly DataFault[] } {
  const sheet = readTable(text, file, words)
  if ('faults' in sheet) return sheet
  const fault = firstColumnFault(sheet, file, words)
  return fault === undefined ? sheet : { faults: [fault] }
}

/** What is wrong where the first column is not the unit's. */
export function firstColumnFault(
  { headings: [first = ''], headingLine }: Pick<Sheet, 'headings' | 'headingLine'>,
  file: string,
  words: Words,
): DataFault | undefined {
  if (unitHeadings.has(foldName(first).toLowerCase())) return undefined
  return { place: { file, line: headingLine }, message: words.data.firstColumn(brief(first)) }
}

/** The same with any first column. */
export function readTable(text: string, file: string, words: Words): Sheet | { readonly faults: readonly DataFault[] } {
  const reading = readCsv(text)
  if (!('rows' in reading)) {
    return { faults: [{ place: { file, line: reading.line }, message: words.data.csv[reading.code] }] }
  }
  const [head, ...rows] = reading.rows
  if (head === undefined) return { faults: [{ place: { file }, message: words.data.emptyFile }] }
  return { headings: head.cells, headingLine: head.line, rows: rows.filter((row) => !isNote(row)) }
}

/** Whether a row is the line of a form that says how to fill it in. */
export function isNote({ cells: [first = ''] }: CsvRow): boolean {
  return /^[#＃]/.test(first) && noteMarks.has(foldName(first).toLowerCase())
}

export function readUnitSheet(text: string, file: string, scheme: CompiledScheme, words: Words): SheetReading {
  const sheet = readSheet(text, file, words)
  if ('faults' in sheet) return { units: [], lines: [], faults: sheet.faults }
  const isUsed = (index: number) => sheet.rows.some((row) => (row.cells[index] ?? '') !== '')
  const { layout, faults } = readHeadings(sheet, isUsed, file, scheme, words)
  const rows = sheet.rows.map(rowReader(layout, file, words))
  const units = rows.filter((row) => row.unit !== undefined)
  return {
    units: units.map((row) => row.unit),
    lines: units.map(({ line }) => line),
    faults: [...faults, ...rows.flatMap((row) => row.faults)],
  }
}

/** What the headings mean. A blank one is a fault where there are values below it: where the column `isUsed`. */
export function readHeadings(
  { headings, headingLine }: Pick<Sheet, 'headings' | 'headingLine'>,
  isUsed: (index: number) => boolean,
  file: string,
  scheme: CompiledScheme,
  words: Words,
): { readonly layout: Layout; readonly faults: readonly DataFault[] } {
  const hasKind = isKind(headings[1] ?? '')
  const start = hasKind ? 2 : 1
  const find = columnFinder(scheme)
  const columns = new Map<number, Column>()
  const seen = new Map<string, string>()
  const messages: string[] = []
  for (const [index, heading] of headings.entries()) {
    if (index < start || (heading === '' && !isUsed(index))) continue
    const column = find(heading)
    if (column === undefined) {
      messages.push(unknownHeading(heading, hasKind, scheme, words))
      continue
    }
    const name = columnName(column)
    const before = seen.get(name)
    seen.set(name, heading)
    if (before !== undefined) messages.push(words.data.columnTwice(brief(before), brief(heading)))
    else if (column.kind !== 'reviewed' && column.fact.type.kind === 'records')
      messages.push(words.data.recordsColumn(brief(name)))
    else columns.set(index, column)
  }
  const place = { file, line: headingLine }
  const layout: Layout = { hasKind, columns, width: headings.length }
  return { layout, faults: messages.map((message): DataFault => ({ place, message })) }
}

function isKind(heading: string): boolean {
  return kindHeadings.has(foldName(heading).toLowerCase())
}

function unknownHeading(heading: string, hasKind: boolean, scheme: CompiledScheme, words: Words): string {
  if (heading === '') return words.data.noHeading
  if (!hasKind && isKind(heading)) return words.data.kindSecond
  const known = [...factsByHeading(scheme).keys(), ...scheme.reviews.map((review) => review.name)]
  return words.data.unknownColumn(brief(heading), nearest(headingKey(heading), known))
}
