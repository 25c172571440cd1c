/** A JSON Schema validator that has nothing to do with the engine. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { JsonSchema } from '@merit/engine/facts-schema'

/** Strict: an unknown keyword or a rule that can never hold is an error. The pattern beside `format: date` says which days there are. */
export function validatorOf(schema: JsonSchema): (data: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, formats: { date: true } })
  const validate = ajv.compile(schema)
  return (data) =>
    validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
