import type { Document, Entry, Inline } from '../document/document.js'
import { plain } from './plain.js'

/** As Markdown (CommonMark, and safe on GitHub): headings and nested lists. Ends with a line end. */
export function markdownOf({ title, blocks }: Document): string {
  const texts = blocks.map((block) => {
    if (block.kind === 'heading') return `## ${escaped(block.text)}\n`
    if (block.kind === 'paragraph') return `${inline(block.text)}\n`
    return block.entries.map((entry) => entryLines(entry, 0)).join('')
  })
  return `# ${escaped(title)}\n\n${texts.join('\n')}`
}

function entryLines({ text, entries }: Entry, level: number): string {
  const own = `${'  '.repeat(level)}- ${inline(text)}\n`
  return own + entries.map((entry) => entryLines(entry, level + 1)).join('')
}

function inline(text: Inline): string {
  const spans = text.map((span) => {
    if (typeof span === 'string') return escaped(span)
    if ('quote' in span) return escaped(span.quote)
    return 'place' in span ? escaped(span.place) : strong(span.strong)
  })
  return asParagraph(spans.join(''))
}

function strong(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' ? escaped(text) : `**${escaped(trimmed)}**`
}

/** Every sign that Markdown could take for markup, behind a backslash; web and mail addresses stay text too. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>#|~&$!@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (start) => `${start.slice(0, -1)}\\.`)
}

/** Signs that mean something only where a line begins: numbers with a dot, dashes, plus and equals signs, indentation. */
function asParagraph(text: string): string {
  const line = text.trimStart()
  if (/^\d+[.)](?=\s|$)/.test(line)) return line.replace(/^(\d+)([.)])/, '$1\\$2')
  return /^[-+=:]/.test(line) ? `\\${line}` : line
}
