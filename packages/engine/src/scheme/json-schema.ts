import { registry } from 'zod/mini'
import { toJSONSchema } from 'zod/v4/core'
import { operators, type OperatorRule } from './operators.js'
import { compiledScheme, expr, format } from './schema.js'

type JsonSchema = Readonly<Record<string, unknown>>

const exprReference = { $ref: '#/$defs/expression' }

/** The JSON Schema of the compiled format, as `docs/merit-1.schema.json` has it. */
export function jsonSchema(): JsonSchema {
  const { $schema, $defs, ...rest } = toJSONSchema(compiledScheme, {
    metadata: names(),
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.readOnly
      if (zodSchema === expr) Object.assign(jsonSchema, exprReference)
    },
  }) as Record<string, JsonSchema>
  return {
    $schema,
    title: 'Compiled assessment scheme, format merit/1',
    ...rest,
    $defs: { ...$defs, expression: expressionSchema() },
  }
}

/** Parts of the document that have a name of their own among the definitions. */
function names() {
  const { amount, elementType, factType, recordField, fact, node, line, item, part, gradeLine, grading, kind } = format
  const named = registry<{ id: string }>()
  const definitions = { amount, elementType, factType, recordField, fact, node, line, item, part, gradeLine, grading }
  for (const [id, definition] of Object.entries({ ...definitions, kind })) named.add(definition, { id })
  named.add(format.award, { id: 'award' })
  named.add(format.review, { id: 'review' })
  named.add(format.mustHold, { id: 'mustHold' })
  named.add(format.ballots, { id: 'ballots' })
  named.add(format.sourceSentence, { id: 'sentence' })
  return named
}

function expressionSchema(): JsonSchema {
  const constant = { type: ['integer', 'boolean', 'string'] }
  const variable = single('var', { type: 'string', pattern: '^((f|n|e)(0|[1-9][0-9]*)|kind)$' })
  const operations = Object.entries(operators).map(([operator, rule]) => single(operator, operandsSchema(rule)))
  return {
    description: 'A JsonLogic expression over integers and conditions.',
    anyOf: [constant, variable, ...operations],
  }
}

function operandsSchema({ least, most, takes }: OperatorRule): JsonSchema {
  if (takes === 'membership') {
    const options = { type: 'array', items: { type: ['integer', 'string'] } }
    return { type: 'array', prefixItems: [exprReference, options], items: false, minItems: 2 }
  }
  const count = most === Number.MAX_SAFE_INTEGER ? { minItems: least } : { minItems: least, maxItems: most }
  return { type: 'array', items: exprReference, ...count }
}

function single(key: string, value: JsonSchema): JsonSchema {
  return { type: 'object', properties: { [key]: value }, required: [key], additionalProperties: false }
}
