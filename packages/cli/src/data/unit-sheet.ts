/** A CSV of units: `unit` first, `kind` second, then a column per fact. */
import { foldName, nearest, type CompiledScheme } from '@merit/engine/scheme'
import { brief } from '../output.js'
import { languages, wordsIn, type Words } from '../words/index.js'
import { columnFinder, columnName, factsByHeading, headingKey, type Column } from './columns.js'
import { readCsv, type CsvRow } from './csv.js'
import type { DataFault } from './faults.js'
import { readRow, type Layout } from './unit-row.js'

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
  if ('faults' in sheet || unitHeadings.has(foldName(sheet.headings[0] ?? '').toLowerCase())) return sheet
  const place = { file, line: sheet.headingLine }
  return { faults: [{ place, message: words.data.firstColumn(brief(sheet.headings[0] ?? '')) }] }
}

/** The same with any first column. */
export function readTable(text: string, file: string, words: Words): Sheet | { readonly faults: readonly DataFault[] } {
  const reading = readCsv(text)
  if (!('rows' in reading)) {
    return { faults: [{ place: { file, line: reading.line }, message: words.data.csv[reading.code] }] }
  }
  const [head, ...rows] = reading.rows
  if (head === undefined) return { faults: [{ place: { file }, message: words.data.emptyFile }] }
  const isNote = (row: CsvRow) => noteMarks.has(foldName(row.cells[0] ?? '').toLowerCase())
  return { headings: head.cells, headingLine: head.line, rows: rows.filter((row) => !isNote(row)) }
}

export function readUnitSheet(text: string, file: string, scheme: CompiledScheme, words: Words): SheetReading {
  const sheet = readSheet(text, file, words)
  if ('faults' in sheet) return { units: [], lines: [], faults: sheet.faults }
  const { layout, faults } = readHeadings(sheet, file, scheme, words)
  const rows = sheet.rows.map((row) => readRow(row, layout, file, words))
  const units = rows.filter((row) => row.unit !== undefined)
  return {
    units: units.map((row) => row.unit),
    lines: units.map(({ line }) => line),
    faults: [...faults, ...rows.flatMap((row) => row.faults)],
  }
}

function readHeadings(sheet: Sheet, file: string, scheme: CompiledScheme, words: Words) {
  const hasKind = isKind(sheet.headings[1] ?? '')
  const start = hasKind ? 2 : 1
  const find = columnFinder(scheme)
  const columns = new Map<number, Column>()
  const seen = new Map<string, string>()
  const messages: string[] = []
  for (const [index, heading] of sheet.headings.entries()) {
    if (index < start || (heading === '' && sheet.rows.every((row) => (row.cells[index] ?? '') === ''))) continue
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
  const place = { file, line: sheet.headingLine }
  const layout: Layout = { hasKind, columns, width: sheet.headings.length }
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
