/** One row of a units file. */
import { foldName } from '@merit/engine/scheme'
import { brief } from '../output.js'
import type { Words } from '../words/index.js'
import { cellValue, isNoAnswer, yesOrNo } from './cells.js'
import { columnName, type Column } from './columns.js'
import type { CsvRow } from './csv.js'
import type { DataFault } from './faults.js'
import { nested, type Entry } from './nested.js'

/** What stands in which column. */
export interface Layout {
  readonly hasKind: boolean
  readonly columns: ReadonlyMap<number, Column>
  readonly width: number
}

interface Filled {
  readonly column: Column
  readonly cell: string
}

/** A row as a unit, and what is wrong with it as text. */
export function readRow(row: CsvRow, layout: Layout, file: string, words: Words) {
  const place = { file, line: row.line }
  const unit = row.cells[0] ?? ''
  const line = row.line
  if (unit === '') return { line, faults: [{ place, message: words.data.noUnit }] }
  const filled = [...layout.columns]
    .map(([index, column]) => ({ column, cell: row.cells[index] ?? '' }))
    .filter(({ cell }) => cell !== '')
  const extra = row.cells.slice(layout.width).filter((cell) => cell !== '')
  const noAnswers = filled.filter(
    ({ column, cell }) => column.kind !== 'reviewed' && isNoAnswer(cell, column.fact.type),
  )
  const faults: DataFault[] = [
    ...extra.map((cell) => ({ place, unit, message: words.data.extraCell(brief(cell)) })),
    ...noAnswers.map(({ column, cell }) => ({
      place,
      unit,
      fact: columnName(column),
      message: words.data.notYesNo(brief(cell)),
    })),
    ...reviewFaults(filled, words).map(({ fact, message }) => ({ place, unit, fact, message })),
  ]
  const kind = layout.hasKind ? (row.cells[1] ?? '') : ''
  const reviews = reviewsOf(filled)
  return {
    line,
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
