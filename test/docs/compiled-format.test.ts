/** The document of the compiled format, in both languages: it speaks of every field, and its links lead somewhere. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const docs = join(import.meta.dirname, '../../docs')
const read = (file: string): string => readFileSync(join(docs, file), 'utf8')
const pages = ['compiled-format.md', 'compiled-format.zh.md']

describe.each(pages)('%s', (file) => {
  const page = read(file)

  it('speaks of every field of the schema, and every word that a field can be', () => {
    const code = Array.from(page.replaceAll('```', '').matchAll(/`[^`]+`/g), ([quoted]) => quoted).join(' ')
    const said = new Set(Array.from(code.matchAll(/[A-Za-z][A-Za-z-]*/g), ([word]) => word))
    const unsaid = wordsOf(JSON.parse(read('merit-1.schema.json'))).filter((word) => !said.has(word))
    expect([...new Set(unsaid)]).toEqual([])
  })

  it('links to what is there', () => {
    const anchors = new Set(Array.from(page.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => `#${slug(heading)}`))
    const links = Array.from(page.matchAll(/\]\(([^)]+)\)/g), ([, link = '']) => link)
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((link) => !isThere(link, anchors))).toEqual([])
  })
})

it('says as much in one language as in the other', () => {
  const shapes = pages.map((file) => ({
    headings: read(file)
      .match(/^#+ /gm)
      ?.map((mark) => mark.trim()),
    rows: read(file).match(/^\|/gm)?.length,
    points: read(file).match(/^(-|\d+\.) /gm)?.length,
  }))
  expect(shapes[1]).toEqual(shapes[0])
})

function isThere(link: string, anchors: ReadonlySet<string>): boolean {
  if (link.startsWith('#')) return anchors.has(link)
  return link.startsWith('https://') || existsSync(join(docs, link))
}

/** A heading as anchors have it. */
function slug(heading: string): string {
  return heading.toLowerCase().replace(/[`·/]/g, '').trim().replace(/ /g, '-')
}

/** Names of properties that are words, and words among the values that a property can have; the effects of lines are the language's. */
function wordsOf(schema: unknown, key = ''): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((entry: unknown) => wordsOf(entry, key))
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([field, entry]: [string, unknown]) => {
    if (field === 'properties')
      return Object.entries(entry as object).flatMap(([name, property]: [string, unknown]) =>
        [name].filter((word) => /^[a-z]/i.test(word)).concat(wordsOf(property, name)),
      )
    if (field === 'enum' && key !== 'effect' && key !== 'to') return entry as readonly string[]
    return wordsOf(entry, field === '$defs' ? '' : key)
  })
}
