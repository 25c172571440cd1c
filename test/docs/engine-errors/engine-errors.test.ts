import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineErrorsPage } from './page.js'

const docs = join(import.meta.dirname, '../../../docs')

test.each([
  ['en', 'engine-errors.md'],
  ['zh', 'engine-errors.zh.md'],
] as const)(
  'the page in %s says what the engine says (after a change: vitest run test/docs/engine-errors -u)',
  async (language, file) => {
    const page = engineErrorsPage(language)
    expect(page).not.toMatch(/undefined|\[object|NaN\./)
    await expect(page).toMatchFileSnapshot(join(docs, file))
  },
)
