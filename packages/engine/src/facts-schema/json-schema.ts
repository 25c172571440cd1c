/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>

export const draft = 'https://json-schema.org/draft/2020-12/schema'

/** What an object may hold under one key. */
export interface Entry {
  readonly key: string
  readonly schema: JsonSchema
  /** Forms ask for it; false: another name of something, or what matters to no rule, which may be given all the same. */
  readonly isAsked: boolean
}

/** An object with these entries and no others: what forms ask for as `properties`, in their order, the rest as `patternProperties`. */
export function objectOf(entries: readonly Entry[]): JsonSchema {
  const asked = new Map<string, JsonSchema>()
  const others = new Map<string, JsonSchema>()
  for (const { key, schema, isAsked } of entries) if (isAsked && !asked.has(key)) asked.set(key, schema)
  for (const { key, schema } of entries) {
    const pattern = exactly(key)
    if (!asked.has(key) && !others.has(pattern)) others.set(pattern, schema)
  }
  return {
    type: 'object',
    properties: Object.fromEntries(asked),
    ...(others.size === 0 ? {} : { patternProperties: Object.fromEntries(others) }),
    additionalProperties: false,
  }
}

/** A pattern that matches the text alone. */
function exactly(text: string): string {
  return `^${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`
}

/**
 * Something is there under the keys, one inside the other, and says something: null says nothing, unless it is what a grade's fact says
 * where there is none.
 */
export function present([key, ...inner]: readonly string[], isNullGiven: boolean): JsonSchema {
  if (key === undefined) return isNullGiven ? {} : { not: { type: 'null' } }
  return { type: 'object', required: [key], properties: Object.fromEntries([[key, present(inner, isNullGiven)]]) }
}

/** It is given under one of these paths at most, and, where it is needed, under one. */
export function givenOnce(
  paths: readonly (readonly string[])[],
  isNullGiven: boolean,
  isNeeded: boolean,
): readonly JsonSchema[] {
  const places = paths.map((path) => present(path, isNullGiven))
  const pairs = places.flatMap((one, at) => places.slice(at + 1).map((other) => ({ not: { allOf: [one, other] } })))
  if (!isNeeded) return pairs
  return [...pairs, places.length === 1 ? places[0]! : { anyOf: places }]
}
