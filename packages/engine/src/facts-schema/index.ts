/**
 * What data for a scheme look like, as a JSON Schema: for input forms, and for checking data where there is no engine.
 * `packages/engine/README.md` says what such a schema can say exactly, and what the engine alone can.
 */
import type { CompiledScheme } from '../scheme/index.js'
import { foldName } from '../scheme/index.js'
import { useError } from '../problems/index.js'
import { short } from '../problems/short.js'
import { compiledOf } from './compiled.js'
import { factsOf } from './facts.js'
import { draft, type JsonSchema } from './json-schema.js'
import { datePattern, factSchema } from './value.js'
import { words, type Language } from './words.js'

export type { JsonSchema } from './json-schema.js'

export interface FactsSchemaOptions {
  /** The kind of unit that the schema is for, by its name; left out: for units of every kind. */
  readonly kind?: string
  /**
   * True: a unit must give every fact that it needs in any case. Left out: a unit may leave out what it likes, as it may for the engine, to
   * which it is then incomplete.
   */
  readonly complete?: boolean
  /** The language of descriptions, besides what the scheme says itself; left out: the scheme's. */
  readonly language?: Language
}

/**
 * The JSON Schema (draft 2020-12) of one unit: `{ unit, kind, facts, reviews, overrides }`. It takes a loaded scheme or a compiled one.
 * Throws a UseError for anything else, and for a kind that the scheme does not have.
 */
export function factsSchema(
  scheme: CompiledScheme | { readonly compiled: CompiledScheme },
  { kind, complete = false, language }: FactsSchemaOptions = {},
): JsonSchema {
  const compiled = compiledOf(scheme)
  const describing = { grades: compiled.grades, language: language ?? compiled.language }
  const reference = (fact: number): JsonSchema => ({ $ref: `#/$defs/${compiled.facts[fact]!.id}` })
  const places = kind === undefined ? compiled.kinds.map((_, place) => place) : [placeOf(compiled, kind)]
  const facts = compiled.facts.filter(({ reports }) => reports === undefined)
  const definitions: [string, JsonSchema][] = facts.map((fact) => [fact.id, factSchema(fact, describing)])
  for (const place of places) {
    const { schema, complete: needed } = factsOf(compiled, place, reference)
    definitions.push([`facts${place}`, schema])
    if (complete) definitions.push([`needed${place}`, needed])
    definitions.push([`unit${place}`, unitSchema(compiled, place, describing.language, complete)])
  }
  const units = places.map((place) => ({ $ref: `#/$defs/unit${place}` }))
  return {
    $schema: draft,
    title: `${compiled.title} (${compiled.year})`,
    ...(units.length === 1 ? units[0] : { oneOf: units }),
    $defs: Object.fromEntries(definitions),
  }
}

function unitSchema(scheme: CompiledScheme, place: number, language: Language, complete: boolean): JsonSchema {
  const { name } = scheme.kinds[place]!
  const { of } = words[language]
  const isOnly = scheme.kinds.length === 1
  const facts = { $ref: `#/$defs/facts${place}` }
  return {
    title: name,
    type: 'object',
    properties: {
      unit: { title: of.unit, type: 'string', pattern: '\\S' },
      kind: { title: of.kind, enum: isOnly ? [name, null] : [name] },
      facts: complete ? { allOf: [facts, { $ref: `#/$defs/needed${place}` }] } : facts,
      ...(scheme.reviews.length === 0 ? {} : { reviews: reviewsSchema(scheme, facts, of.reviews) }),
      overrides: overridesSchema(of.overrides),
    },
    required: isOnly ? ['unit', 'facts'] : ['unit', 'kind', 'facts'],
    additionalProperties: false,
  }
}

function reviewsSchema({ reviews }: CompiledScheme, facts: JsonSchema, description: string): JsonSchema {
  const finding = { type: 'object', properties: { facts }, required: ['facts'], additionalProperties: false }
  return {
    description,
    type: 'object',
    properties: Object.fromEntries(reviews.map(({ name }) => [name, finding])),
    additionalProperties: false,
  }
}

/** Which scores there are, and between what they may be decided, the engine alone knows. */
function overridesSchema(description: string): JsonSchema {
  const text = { type: 'string', pattern: '\\S' }
  const keys = ['of', 'value', 'by', 'on', 'why']
  return {
    description,
    type: 'array',
    items: {
      type: 'object',
      properties: {
        of: text,
        value: { type: ['number', 'string', 'null'] },
        by: text,
        on: { type: 'string', format: 'date', pattern: datePattern },
        why: text,
      },
      required: keys,
      additionalProperties: false,
    },
  }
}

function placeOf({ kinds }: CompiledScheme, kind: string): number {
  const place = kinds.findIndex(({ name }) => foldName(name) === foldName(String(kind)))
  if (place < 0) throw useError('no-such-kind', { found: short(kind), kinds: kinds.map(({ name }) => name) })
  return place
}
