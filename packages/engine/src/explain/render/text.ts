import type { Document, Entry, Inline } from '../document/document.js'
import { plain } from './plain.js'

/** As plain text: two blanks a level, a line an entry. Ends with a line end. */
export function textOf({ title, blocks }: Document): string {
  const lines = blocks.map((block) => {
    if (block.kind === 'heading') return `\n${plain(block.text)}\n`
    if (block.kind === 'paragraph') return `${inline(block.text)}\n`
    return block.entries.map((entry) => entryLines(entry, 1)).join('')
  })
  return `${plain(title)}\n${lines.join('')}`
}

function entryLines({ text, entries }: Entry, level: number): string {
  const own = `${'  '.repeat(level)}${inline(text)}\n`
  return own + entries.map((entry) => entryLines(entry, level + 1)).join('')
}

function inline(text: Inline): string {
  return text.map((span) => plain(typeof span === 'string' ? span : Object.values(span).join(''))).join('')
}
