/** One row of a units file. */
import { foldName, type FactType } from '@merit/engine/scheme'
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

/** A row as a unit (left out where the row names none), and what is wrong with it as text. */
export interface UnitRow {
  readonly line: number
  readonly unit?: object
  readonly faults: readonly DataFault[]
}

interface Filled {
  readonly column: Column
  readonly cell: string
}

interface Cell {
  readonly value: unknown
  readonly isNoAnswer: boolean
}

/** Reads the rows of one file. */
export function rowReader(layout: Layout, file: string, words: Words): (row: CsvRow) => UnitRow {
  const columns = [...layout.columns].map(([index, column]) => ({
    index,
    column,
    read: column.kind === 'reviewed' ? undefined : cellReader(column.fact.type),
  }))
  return ({ cells, line }) => {
    const place = { file, line }
    const unit = cells[0] ?? ''
    if (unit === '') return { line, faults: [{ place, message: words.data.noUnit }] }
    const faults: DataFault[] = []
    for (let index = layout.width; index < cells.length; index++) {
      const cell = cells[index]!
      if (cell !== '') faults.push({ place, unit, message: words.data.extraCell(brief(cell)) })
    }
    const facts: Entry[] = []
    let reviewed: Filled[] | undefined
    for (const { index, column, read } of columns) {
      const cell = cells[index] ?? ''
      if (cell === '') continue
      const { value, isNoAnswer: isWrong } = read?.(cell) ?? { value: undefined, isNoAnswer: false }
      if (isWrong) faults.push({ place, unit, fact: columnName(column), message: words.data.notYesNo(brief(cell)) })
      if (column.kind === 'fact') facts.push({ path: column.path, value })
      else (reviewed ??= []).push({ column, cell })
    }
    const kind = layout.hasKind ? (cells[1] ?? '') : ''
    const reviews = reviewed === undefined ? [] : reviewsOf(reviewed)
    for (const { fact, message } of reviewFaults(reviewed ?? [], words)) faults.push({ place, unit, fact, message })
    return {
      line,
      unit: {
        unit,
        ...(kind === '' ? {} : { kind }),
        facts: nested(facts),
        ...(reviews.length === 0 ? {} : { reviews: Object.fromEntries(reviews) }),
      },
      faults,
    }
  }
}

/** More different cells than these in a column are each read anew. */
const mostKept = 2000

/** Reads the cells of a column. The same few stand there again and again, and are read once. */
function cellReader(type: FactType): (cell: string) => Cell {
  const kept = new Map<string, Cell>()
  return (cell) => {
    const known = kept.get(cell)
    if (known !== undefined) return known
    const read = { value: cellValue(cell, type), isNoAnswer: isNoAnswer(cell, type) }
    if (kept.size < mostKept) kept.set(cell, read)
    return read
  }
}

/** A review has looked at the unit where it found something, or where its own column says so. */
function reviewsOf(filled: readonly Filled[]): readonly (readonly [string, { readonly facts: object }])[] {
  const findings = new Map<string, Entry[]>()
  for (const { column, cell } of filled) {
    if (column.kind === 'fact') continue
    const before = findings.get(column.review) ?? []
    if (column.kind === 'finding') {
      findings.set(column.review, [...before, { path: column.path, value: cellValue(cell, column.fact.type) }])
    } else if (saysYes(cell) === true) findings.set(column.review, before)
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
