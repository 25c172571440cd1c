import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnosticsPage } from '@merit/dsl'

const page = join(import.meta.dirname, '..', '..', 'docs', 'diagnostics.md')

test('docs/diagnostics.md is what the catalogue says (after a change of the catalogue: vitest run test/docs -u)', async () => {
  await expect(diagnosticsPage()).toMatchFileSnapshot(page)
})
