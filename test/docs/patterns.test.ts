/** The index by question: every kind of rule has an entry, which quotes a sentence of its scheme and leads to a page that is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folders, ids, schemeOf } from '../patterns/patterns.js'

interface Entry {
  readonly id: string
  readonly sentences: readonly string[]
  readonly links: readonly string[]
  readonly pitfall: string
}

/** `| How do I …? (D3) | `sentence` | [Page](page.md) | what to mind |` */
function entriesOf(page: string): readonly Entry[] {
  return page.split('\n').flatMap((line) => {
    const [, question = '', sentences = '', link = '', pitfall = ''] = line.split(' | ').join('|').split('|')
    const id = /[（(]([A-I]\d+)[)）]\s*$/.exec(question)?.[1]
    if (id === undefined) return []
    const quoted = [...sentences.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
    const links = [...link.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, file = '']) => file)
    return [{ id, sentences: quoted, links, pitfall: pitfall.trim() }]
  })
}

describe.each(['zh', 'en'] as const)('docs/language/%s/patterns.md', (language) => {
  const folder = join(import.meta.dirname, '../../docs/language', language)
  const entries = entriesOf(readFileSync(join(folder, 'patterns.md'), 'utf8'))

  it('has an entry for each kind of rule', () => {
    const found = new Set(entries.map(({ id }) => id))
    expect(ids.filter((id) => !found.has(id))).toEqual([])
  })

  it.each(entries.filter(({ id }) => folders.includes(id)))(
    '$id quotes sentences of its scheme',
    ({ id, sentences }) => {
      const lines = new Set(
        schemeOf(id, language)
          .split('\n')
          .map((line) => line.trim()),
      )
      expect(sentences.length).toBeGreaterThan(0)
      expect(sentences.filter((sentence) => !lines.has(sentence))).toEqual([])
    },
  )

  it('leads to pages that are there, and says what to mind', () => {
    for (const { id, links, pitfall } of entries) {
      expect(links.length, id).toBeGreaterThan(0)
      expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([])
      expect(pitfall, id).not.toBe('')
    }
  })

  it('is linked from the first page', () => {
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('(patterns.md)')
  })
})
