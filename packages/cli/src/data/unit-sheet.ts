/** A CSV of units: `unit` first, `kind` second, then a column per fact. */
import { foldName, type CompiledScheme } from '@merit/engine/scheme'
import { brief } from '../output.js'
import { nearest } from '../nearest.js'
import type { Words } from '../words/index.js'
import { cellValue, yesOrNo } from './cells.js'
import { columnFinder, factsByHeading, headingKey, headingOf, type Column } from './columns.js'
import { readCsv, type CsvRow } from './csv.js'
import type { DataFault } from './faults.js'
import { nested, type Entry } from './nested.js'

export const unitHeadings: ReadonlySet<string> = new Set(['unit', '单位'])
export const kindHeadings: ReadonlySet<string> = new Set(['kind', '类别'])

/** What the unit's cell of a form's explaining line says: such a line is no unit. */
export const noteMarks: ReadonlySet<string> = new Set(['# 填写说明', '# how to fill in'])

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
  const reading = readCsv(text)
  if (!('rows' in reading)) {
    return { faults: [{ place: { file, line: reading.line }, message: words.data.csv[reading.code] }] }
  }
  const [head, ...rows] = reading.rows
  if (head === undefined) return { faults: [{ place: { file }, message: words.data.emptyFile }] }
  if (!unitHeadings.has(foldName(head.cells[0] ?? '').toLowerCase())) {
    return {
      faults: [{ place: { file, line: head.line }, message: words.data.firstColumn(brief(head.cells[0] ?? '')) }],
    }
  }
  const isNote = (row: CsvRow) => noteMarks.has(foldName(row.cells[0] ?? '').toLowerCase())
  return { headings: head.cells, headingLine: head.line, rows: rows.filter((row) => !isNote(row)) }
}

export function readUnitSheet(text: string, file: string, scheme: CompiledScheme, words: Words): SheetReading {
  const sheet = readSheet(text, file, words)
  if ('faults' in sheet) return { units: [], lines: [], faults: sheet.faults }
  const { layout, faults } = readHeadings(sheet, file, scheme, words)
  const rows = sheet.rows.map((row) => ({ line: row.line, ...readRow(row, layout, file, words) }))
  const units = rows.filter((row) => row.unit !== undefined)
  return {
    units: units.map((row) => row.unit),
    lines: units.map((row) => row.line),
    faults: [...faults, ...rows.flatMap((row) => row.faults)],
  }
}

/** What stands in which column. */
interface Layout {
  readonly hasKind: boolean
  readonly columns: ReadonlyMap<number, Column>
  readonly width: number
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

function columnName(column: Column): string {
  if (column.kind === 'fact') return headingOf(column.fact)
  return column.kind === 'finding' ? `${column.review}/${headingOf(column.fact)}` : column.review
}

function unknownHeading(heading: string, hasKind: boolean, scheme: CompiledScheme, words: Words): string {
  if (heading === '') return words.data.noHeading
  if (!hasKind && isKind(heading)) return words.data.kindSecond
  const known = [...factsByHeading(scheme).keys(), ...scheme.reviews.map((review) => review.name)]
  return words.data.unknownColumn(brief(heading), nearest(headingKey(heading), known))
}

interface Filled {
  readonly column: Column
  readonly cell: string
}

function readRow(row: CsvRow, layout: Layout, file: string, words: Words) {
  const place = { file, line: row.line }
  const unit = row.cells[0] ?? ''
  if (unit === '') return { faults: [{ place, message: words.data.noUnit }] }
  const filled = [...layout.columns]
    .map(([index, column]) => ({ column, cell: row.cells[index] ?? '' }))
    .filter(({ cell }) => cell !== '')
  const extra = row.cells.slice(layout.width).filter((cell) => cell !== '')
  const faults: DataFault[] = [
    ...extra.map((cell) => ({ place, unit, message: words.data.extraCell(brief(cell)) })),
    ...reviewFaults(filled, words).map((fault) => ({ place, unit, ...fault })),
  ]
  const kind = layout.hasKind ? (row.cells[1] ?? '') : ''
  const reviews = reviewsOf(filled)
  return {
    unit: {
      unit,
      ...(kind === '' ? {} : { kind }),
      facts: nested(
        filled.flatMap((entry) => (entry.column.kind === 'fact' ? [entryOf(entry.column, entry.cell)] : [])),
      ),
      ...(reviews.length === 0 ? {} : { reviews: Object.fromEntries(reviews) }),
    },
    faults,
  }
}

function entryOf(column: Extract<Column, { fact: unknown }>, cell: string): Entry {
  return { path: column.path, value: cellValue(cell, column.fact.type) }
}

/** A review has looked at the unit where it found something, or where its own column says so. */
function reviewsOf(filled: readonly Filled[]): readonly (readonly [string, { readonly facts: object }])[] {
  const findings = new Map<string, Entry[]>()
  for (const { column, cell } of filled) {
    if (column.kind === 'fact') continue
    const before = findings.get(column.review) ?? []
    if (column.kind === 'finding') findings.set(column.review, [...before, entryOf(column, cell)])
    else if (saysYes(cell) === true) findings.set(column.review, before)
  }
  return [...findings].map(([review, entries]) => [review, { facts: nested(entries) }])
}

function reviewFaults(filled: readonly Filled[], words: Words): readonly { fact: string; message: string }[] {
  return filled.flatMap(({ column, cell }) => {
    if (column.kind !== 'reviewed') return []
    const fact = column.review
    const hasFindings = filled.some((other) => other.column.kind === 'finding' && other.column.review === fact)
    if (saysYes(cell) === undefined) return [{ fact, message: words.data.notYesNo(brief(cell)) }]
    return saysYes(cell) === false && hasFindings ? [{ fact, message: words.data.findingsUnreviewed }] : []
  })
}

function saysYes(cell: string): boolean | undefined {
  return yesOrNo(foldName(cell))
}
