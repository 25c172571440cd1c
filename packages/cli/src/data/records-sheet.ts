/** A CSV of records of one fact: `unit` first, then a column per field; a unit may have any number of rows. */
import { foldName, nearest, type CompiledScheme, type Fact, type RecordField } from '@merit/engine/scheme'
import { brief } from '../output.js'
import type { Words } from '../words/index.js'
import { cellValue, isNoAnswer } from './cells.js'
import { headingKey, headingOf } from './columns.js'
import type { CsvRow } from './csv.js'
import type { DataFault } from './faults.js'
import { nested } from './nested.js'
import { readSheet, type Sheet } from './unit-sheet.js'

export interface RecordRow {
  /** The unit as the file has it. */
  readonly unit: string
  readonly record: object
  readonly line: number
}

export interface RecordsReading {
  readonly rows: readonly RecordRow[]
  readonly faults: readonly DataFault[]
}

/** The facts that can be given by a file of records. */
export function recordsFacts(scheme: CompiledScheme): readonly Fact[] {
  return scheme.facts.filter((fact) => fact.type.kind === 'records')
}

export function fieldsOf(fact: Fact): readonly RecordField[] {
  return fact.type.kind === 'records' ? fact.type.fields : []
}

export function readRecordsSheet(text: string, file: string, fact: Fact, words: Words): RecordsReading {
  const sheet = readSheet(text, file, words)
  if ('faults' in sheet) return { rows: [], faults: sheet.faults }
  const { columns, faults } = readHeadings(sheet, file, fact, words)
  const rows: RecordRow[] = []
  for (const row of sheet.rows) {
    const unit = row.cells[0] ?? ''
    const place = { file, line: row.line }
    const extra = row.cells.slice(sheet.headings.length).filter((cell) => cell !== '')
    if (unit === '') faults.push({ place, fact: headingOf(fact), message: words.data.noUnit })
    for (const cell of extra) faults.push({ place, unit, message: words.data.extraCell(brief(cell)) })
    for (const [index, field] of columns) {
      const cell = row.cells[index] ?? ''
      if (isNoAnswer(cell, field.type)) {
        faults.push({
          place,
          unit,
          fact: `${headingOf(fact)}/${field.name}`,
          message: words.data.notYesNo(brief(cell)),
        })
      }
    }
    rows.push({ unit, record: recordOf(row, columns), line: row.line })
  }
  return { rows: rows.filter((row) => row.unit !== ''), faults }
}

function recordOf(row: CsvRow, columns: ReadonlyMap<number, RecordField>): object {
  const given = [...columns].map(([index, field]) => ({
    path: [field.name],
    value: cellValue(row.cells[index] ?? '', field.type),
  }))
  return nested(given.filter(({ value }) => value !== undefined))
}

function readHeadings(sheet: Sheet, file: string, fact: Fact, words: Words) {
  const fields = fieldsOf(fact)
  const columns = new Map<number, RecordField>()
  const faults: DataFault[] = []
  for (const [index, heading] of sheet.headings.entries()) {
    if (index === 0 || (heading === '' && sheet.rows.every((row) => (row.cells[index] ?? '') === ''))) continue
    const field = fields.find(({ name, machineName }) =>
      [name, machineName].some((key) => key !== undefined && foldName(key) === foldName(heading)),
    )
    const message =
      field === undefined
        ? words.data.unknownField(
            brief(heading),
            headingOf(fact),
            nearest(
              headingKey(heading),
              fields.map(({ name }) => name),
            ),
          )
        : [...columns.values()].includes(field)
          ? words.data.columnTwice(field.name, brief(heading))
          : undefined
    if (message !== undefined) faults.push({ place: { file, line: sheet.headingLine }, message })
    else if (field !== undefined) columns.set(index, field)
  }
  return { columns, faults }
}
