/** Units in rows of a CSV, below its headings. */
import type { CompiledScheme } from '@merit/engine/scheme'
import { readRows, type CsvForm } from '../csv.js'
import { rowReader } from '../unit-row.js'
import { isNote, readHeadings } from '../unit-sheet.js'
import type { Words } from '../../words/index.js'
import { broken, textOf, type ReadPiece, type TextFault } from './reading.js'

/** What the beginning of a CSV says of all its rows. */
export interface SheetHead {
  readonly form: CsvForm
  readonly headings: readonly string[]
  /** From 1. */
  readonly headingLine: number
}

export function csvReader(head: SheetHead, scheme: CompiledScheme, tooLong: string, words: Words): ReadPiece {
  const { layout } = readHeadings(head, () => false, '', scheme, words)
  const blank = head.headings.flatMap((heading, index) => (heading === '' && index > 0 ? [index] : []))
  const readRow = rowReader(layout, '', words)
  return ({ bytes, end, headings = -1 }) => {
    const reading = readRows(textOf(bytes), head.form, 0)
    if (!('rows' in reading)) return broken({ line: reading.line, message: words.data.csv[reading.code] })
    if (end === 'too-long') return broken({ line: 0, message: tooLong })
    const units: object[] = []
    const starts: number[] = []
    const faults: TextFault[] = []
    const unnamed = new Set<number>()
    for (const row of reading.rows) {
      if (row.line <= headings || isNote(row)) continue
      for (const index of blank) if ((row.cells[index] ?? '') !== '') unnamed.add(index)
      const read = readRow(row)
      for (const { place: _, ...fault } of read.faults) faults.push({ ...fault, line: row.line })
      if (read.unit === undefined) continue
      units.push(read.unit)
      starts.push(row.line)
    }
    return {
      units,
      starts: Int32Array.from(starts),
      lines: reading.lines,
      faults,
      linesOf: (places) => places.map(({ index }) => (index === undefined ? 0 : (starts[index] ?? 0))),
      ...(unnamed.size === 0 ? {} : { unnamed: [...unnamed] }),
    }
  }
}
