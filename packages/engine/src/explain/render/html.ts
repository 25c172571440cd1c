import type { Document, Entry, Inline } from '../document/document.js'
import { plain } from './plain.js'

const style = `body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a1a1a;background:#fff;margin:0}
main{max-width:52rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;border-bottom:1px solid #ccc;margin-top:1.5rem}
ul{padding-left:1.25rem}li{margin:.2rem 0;overflow-wrap:anywhere}
q{quotes:none}small{color:#666}
@media print{main{max-width:none;padding:0}li{break-inside:avoid-page}h2{break-after:avoid}}`

/** As a page of its own: semantic HTML without scripts, links or anything from elsewhere; prints well. */
export function htmlOf({ language, title, blocks }: Document): string {
  const body = blocks.map((block) => {
    if (block.kind === 'heading') return `<h2>${escaped(block.text)}</h2>\n`
    if (block.kind === 'paragraph') return `<p>${inline(block.text)}</p>\n`
    return listOf(block.entries)
  })
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body.join('')}</main>
</body>
</html>
`
}

function listOf(entries: readonly Entry[]): string {
  return `<ul>\n${entries.map(entryOf).join('')}</ul>\n`
}

function entryOf({ text, entries }: Entry): string {
  return entries.length === 0 ? `<li>${inline(text)}</li>\n` : `<li>${inline(text)}\n${listOf(entries)}</li>\n`
}

function inline(text: Inline): string {
  return text
    .map((span) => {
      if (typeof span === 'string') return escaped(span)
      if ('strong' in span) return `<strong>${escaped(span.strong)}</strong>`
      return 'quote' in span ? `<q>${escaped(span.quote)}</q>` : `<small>${escaped(span.place)}</small>`
    })
    .join('')
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return plain(text).replace(/[&<>"']/g, (sign) => signs[sign] as string)
}
