import { format } from 'prettier'
import { expect, test } from 'vitest'
import { jsonSchema } from './json-schema.js'
import { schemaSaysWhatTypesSay } from './schema.js'

test('the schema has the fields of the types', () => {
  expect(schemaSaysWhatTypesSay).toBe(true)
})

/** After a change of the format: `npx vitest run packages/engine/src/scheme -u`. */
test('the published JSON Schema is the one of this code', async () => {
  const text = await format(JSON.stringify(jsonSchema(), null, 2), { parser: 'json', printWidth: 120 })
  await expect(text).toMatchFileSnapshot('../../../../docs/merit-1.schema.json')
})
