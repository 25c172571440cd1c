/** A report as plain text and as Markdown. */
import { documentOf, type Block, type Column } from './document.js'
import type { SchemeReport } from './types.js'
import { plain, widthOf } from './width.js'

/** As plain text, tables aligned for a terminal on which a Chinese character takes two places. Ends with a line end. */
export function toText(report: SchemeReport): string {
  return documentOf(report).map(textOf).join('\n') + '\n'
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return plain(block.text) + '\n'
  if (block.kind === 'heading') {
    const text = plain(block.text)
    return block.level === 3 ? text : `${text}\n${(block.level === 1 ? '═' : '─').repeat(widthOf(text))}\n`
  }
  return aligned(block.columns, block.rows) + '\n'
}

function aligned(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) => row.map(plain))
  const widths = columns.map((_, at) => cells.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 0))
  const lines = cells.map((row) =>
    columns
      .map(({ right }, at) => {
        const text = row[at] ?? ''
        const blanks = ' '.repeat(Math.max(0, widths[at]! - widthOf(text)))
        return right === true ? blanks + text : text + blanks
      })
      .join('  ')
      .trimEnd(),
  )
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n')
}

/** As Markdown with tables. Ends with a line end. */
export function toMarkdown(report: SchemeReport): string {
  return documentOf(report).map(markdownOf).join('\n')
}

function markdownOf(block: Block): string {
  if (block.kind === 'paragraph') return escaped(block.text) + '\n'
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${escaped(block.text)}\n`
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |\n`
  const rule = block.columns.map(({ right }) => (right === true ? '---:' : '---'))
  return row(block.columns.map(({ title }) => title)) + `| ${rule.join(' | ')} |\n` + block.rows.map(row).join('')
}

/** Every sign that Markdown could take for markup, behind a backslash. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>#|~&$!@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
}
