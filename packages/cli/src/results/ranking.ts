/** A ranking in a few lines: place, unit, total and grade, as many to a line as fit. */
import type { UnitResult } from '@merit/engine'
import stringWidth from 'string-width'
import { plain } from '../output.js'
import { byRank } from './table.js'

const lineWidth = 100
const gap = '   '

export function rankingLines(results: readonly UnitResult[]): readonly string[] {
  const cells = byRank(results).map(({ rank, unit, total, grade }) => [
    rank === null ? '—' : String(rank),
    plain(unit),
    total ?? '—',
    plain(grade ?? ''),
  ])
  const widths = [0, 1, 2, 3].map((index) =>
    cells.reduce((width, row) => Math.max(width, stringWidth(row[index] ?? '')), 0),
  )
  const entries = cells.map(([rank = '', unit = '', total = '', grade = '']) =>
    [
      blanks(rank, widths[0]) + rank,
      unit + blanks(unit, widths[1]),
      blanks(total, widths[2]) + total,
      grade + blanks(grade, widths[3]),
    ].join(' '),
  )
  const perLine = Math.max(1, Math.floor((lineWidth + gap.length) / (stringWidth(entries[0] ?? '') + gap.length)))
  const rows = Math.ceil(entries.length / perLine)
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: perLine }, (__, column) => entries[column * rows + row] ?? '')
      .join(gap)
      .trimEnd(),
  )
}

function blanks(text: string, width = 0): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text)))
}
