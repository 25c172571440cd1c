/** CSV text ↔ rows of cells. */
import { CsvError, parse } from 'csv-parse/sync'

export interface CsvRow {
  /** The line of the file that the row begins in, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvReading =
  | { readonly rows: readonly CsvRow[] }
  /** A quote that is never closed, or stands where none can. */
  | { readonly line: number; readonly code: 'open-quote' | 'stray-quote' }

/** The rows of a CSV text, blank ones left out, cells without blanks around them. The first line settles what separates cells. */
export function readCsv(text: string): CsvReading {
  try {
    const records = parse(text, { delimiter: separatorOf(text), info: true, relax_column_count: true }) as unknown
    return { rows: numbered(records as readonly { record: readonly string[]; info: { lines: number } }[]) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const code = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'stray-quote'
    return { line: Number(error['lines']), code }
  }
}

function separatorOf(text: string): string {
  const outsideQuotes = text.slice(0, 100_000).replace(/"[^"]*"?/g, '"')
  const first = /^[^\r\n]*/.exec(outsideQuotes)?.[0] ?? ''
  return [',', '\t', '，', ';'].find((sign) => first.includes(sign)) ?? ','
}

function numbered(records: readonly { record: readonly string[]; info: { lines: number } }[]): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let line = 1
  for (const { record, info } of records) {
    const cells = record.map((cell) => unguarded(cell.trim()))
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
    line = info.lines + 1
  }
  return rows
}

/** A cell to be written: text comes from people, a number from us. */
export type CsvCell = string | { readonly number: string }

/** CSV that office software opens as it is: UTF-8 with a byte-order mark, no cell that it would run as a formula. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return '\ufeff' + rows.map((row) => row.map(written).join(',') + '\r\n').join('')
}

function written(cell: CsvCell): string {
  const text = typeof cell === 'string' ? guarded(cell) : cell.number
  return /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Signs that make a spreadsheet take a cell for a formula, in half and full width; behind the mark that guards against it too. */
const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/

function guarded(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

function unguarded(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text
}
