/** CSV text ↔ rows of cells. */
import { CsvError, parse } from 'csv-parse/sync'

export interface CsvRow {
  /** The line of the file that the row begins in, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvReading =
  | {
      readonly rows: readonly CsvRow[]
      /** How many lines they take. */
      readonly lines: number
    }
  /** A quote that is never closed, or stands where none can; `line` is where its row begins. */
  | { readonly line: number; readonly code: 'open-quote' | 'stray-quote' }

/** What the first line of a CSV settles for the others. */
export interface CsvForm {
  readonly separator: string
  readonly rowEnd: '\n' | '\r\n' | '\r'
}

/** The rows of a CSV text, blank ones left out, cells without blanks around them. The first line settles what separates cells and rows. */
export function readCsv(text: string): CsvReading {
  return readRows(text, formOf(text), 1)
}

/** The form of a CSV by its beginning, which holds its first line. */
export function formOf(text: string): CsvForm {
  const outsideQuotes = text.slice(0, 100_000).replace(/"[^"]*"?/g, '"')
  const first = /^[^\r\n]*/.exec(outsideQuotes)?.[0] ?? ''
  const separator = [',', '\t', '，', ';'].find((sign) => first.includes(sign)) ?? ','
  const rowEnd = outsideQuotes.slice(first.length, first.length + 2)
  return { separator, rowEnd: rowEnd === '\r\n' ? rowEnd : rowEnd.startsWith('\r') ? '\r' : '\n' }
}

/** Some of the rows of a CSV, of which the first begins in the line `firstLine`. */
export function readRows(text: string, form: CsvForm, firstLine: number): CsvReading {
  return isPlain(text, form) ? splitRows(text, form, firstLine) : parseRows(text, form, firstLine)
}

/** Without quotation marks, and with one kind of line end, a CSV is what stands between its separators. */
function isPlain(text: string, { rowEnd }: CsvForm): boolean {
  if (text.includes('"')) return false
  if (rowEnd !== '\r\n') return !text.includes(rowEnd === '\n' ? '\r' : '\n')
  return !/\r(?!\n)|(?<!\r)\n/.test(text)
}

function splitRows(text: string, { separator, rowEnd }: CsvForm, firstLine: number): CsvReading {
  const rows: CsvRow[] = []
  const lines = text.split(rowEnd)
  lines.forEach((line, index) => {
    const cells = line.split(separator)
    let isBlank = true
    for (let at = 0; at < cells.length; at++) {
      const cell = cellOf(cells[at]!)
      cells[at] = cell
      if (cell !== '') isBlank = false
    }
    if (!isBlank) rows.push({ line: firstLine + index, cells })
  })
  return { rows, lines: lines.length - (text.endsWith(rowEnd) ? 1 : 0) }
}

function parseRows(text: string, form: CsvForm, firstLine: number): CsvReading {
  try {
    return numbered(parsed(text, form), text, firstLine)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const code = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'stray-quote'
    // Its own count of lines takes a line end of two signs for two lines where it stands in quotation marks.
    const good = Number(error['records'])
    return { line: firstLine + (good === 0 ? 0 : numbered(parsed(text, form, good), text, 0).lines), code }
  }
}

function parsed(text: string, { separator, rowEnd }: CsvForm, to = -1): readonly Parsed[] {
  const options = { delimiter: separator, record_delimiter: rowEnd, info: true, relax_column_count: true, to } as const
  return parse(text, options) as unknown as readonly Parsed[]
}

interface Parsed {
  readonly record: readonly string[]
  /** `bytes`: up to the end of the record, its line end included. */
  readonly info: { readonly bytes: number }
}

function numbered(records: readonly Parsed[], text: string, firstLine: number) {
  const rows: CsvRow[] = []
  const bytes = Buffer.from(text)
  let line = firstLine
  let from = 0
  for (const { record, info } of records) {
    const cells = record.map(cellOf)
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
    line += lineEndsIn(bytes, from, info.bytes)
    from = info.bytes
  }
  return { rows, lines: line - firstLine }
}

/** Line ends of any kind, each once. */
function lineEndsIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) count++
  }
  return count
}

function cellOf(text: string): string {
  return unguarded(text.trim())
}

/** A cell to be written: text comes from people, a number from us. */
export type CsvCell = string | { readonly number: string }

/** CSV that office software opens as it is: UTF-8 with a byte-order mark, no cell that it would run as a formula. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return '\ufeff' + rows.map(csvRow).join('')
}

/** One row of such a CSV, its end included. */
export function csvRow(row: readonly CsvCell[]): string {
  return row.map(written).join(',') + '\r\n'
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
