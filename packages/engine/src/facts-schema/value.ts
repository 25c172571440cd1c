import { decimalsOf, fixed } from '../number/print.js'
import type { Fact, FactType, RecordField } from '../scheme/index.js'
import { anyDecimal, decimalPattern } from './decimal-pattern.js'
import { givenOnce, objectOf, type JsonSchema } from './json-schema.js'
import { descriptionOf, type Language } from './words.js'

/** What values are described with besides their types. */
export interface Describing {
  readonly grades: readonly string[]
  readonly language: Language
}

/** A fact: `null` says that it is not reported. */
export function factSchema(fact: Fact, describing: Describing): JsonSchema {
  return described(fact, orNull(valueSchema(fact.type, describing)), describing)
}

/** An entry of `facts`, a record's field or a list's element. */
function described({ name, ...of }: Fact | RecordField, schema: JsonSchema, describing: Describing): JsonSchema {
  const description = descriptionOf(of, describing.language)
  const value = of.default === undefined ? undefined : defaultOf(of.default, of.type, describing)
  return {
    title: name,
    ...(description === undefined ? {} : { description }),
    ...schema,
    ...(value === undefined ? {} : { default: value }),
  }
}

/** A value that is given. */
function valueSchema(type: FactType, describing: Describing): JsonSchema {
  switch (type.kind) {
    case 'yes-no':
      return { type: 'boolean' }
    case 'count':
    case 'number':
    case 'percentage':
      return numberSchema(type)
    case 'choice':
      return { enum: unlike(type.options) }
    case 'grade':
      return { enum: [...unlike(describing.grades), null] }
    case 'date':
      return { type: 'string', format: 'date', pattern: datePattern }
    case 'text':
      return { type: 'string' }
    case 'many':
      return { type: 'array', items: valueSchema(type.of, describing), maxItems: type.max }
    case 'records':
      return { type: 'array', items: recordSchema(type.fields, describing), maxItems: type.max }
  }
}

/** A JSON number, or decimal text. Bounds hold for the one, the pattern for the other. */
function numberSchema({ kind, unit, min, max }: Extract<FactType, { readonly unit: number }>): JsonSchema {
  const decimals = decimalsOf(unit)
  const text = decimals === undefined ? anyDecimal : decimalPattern({ least: min, greatest: max, decimals })
  return {
    type: [unit === 1 ? 'integer' : 'number', 'string'],
    minimum: min / unit,
    maximum: max / unit,
    pattern: `^(?:${text})${kind === 'percentage' ? '%?' : ''}$`,
  }
}

/** Fields without a default must be there, by one of their names; no field by both. */
function recordSchema(fields: readonly RecordField[], describing: Describing): JsonSchema {
  const entries = fields.flatMap((field) => {
    const schema = valueSchema(field.type, describing)
    const own = described(field, field.default === undefined ? schema : orNull(schema), describing)
    return namesOf(field).map((key, at) => ({ key, schema: own, isAsked: at === 0 }))
  })
  const required = fields.flatMap((field) => (isNeeded(field) && namesOf(field).length === 1 ? [field.name] : []))
  const rules = fields.flatMap((field) => {
    const paths = namesOf(field).map((name) => [name])
    return paths.length === 1 ? [] : givenOnce(paths, field.type.kind === 'grade', isNeeded(field))
  })
  return {
    ...objectOf(entries),
    ...(required.length === 0 ? {} : { required }),
    ...(rules.length === 0 ? {} : { allOf: rules }),
  }
}

function isNeeded(field: RecordField): boolean {
  return field.default === undefined
}

function namesOf({ name, machineName }: RecordField): readonly string[] {
  return machineName === undefined || machineName === name ? [name] : [name, machineName]
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: words } = schema as { readonly type?: string | string[]; readonly enum?: readonly unknown[] }
  if (words !== undefined) return { ...schema, enum: words.includes(null) ? words : [...words, null] }
  return { ...schema, type: [...(Array.isArray(type) ? type : [type]), 'null'] }
}

/** Values of an `enum` differ. */
function unlike(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

/** The default as data would give it; undefined where it cannot be written so. */
function defaultOf(value: NonNullable<Fact['default']>, type: FactType, { grades }: Describing): unknown {
  if (typeof value !== 'number') return value
  if (type.kind === 'choice') return type.options[value]
  if (type.kind === 'grade') return grades[value] ?? null
  if (type.kind === 'date') return dayText(value)
  const decimals = 'unit' in type ? decimalsOf(type.unit) : undefined
  if (decimals === undefined) return undefined
  const text = fixed(value, decimals)
  return String(Number(text)) === text ? Number(text) : text
}

/** Every day of the Gregorian calendar from the year 1 to 9999, leap years and all. */
const year = '(?:\\d{3}[1-9]|\\d\\d[1-9]\\d|\\d[1-9]\\d\\d|[1-9]\\d{3})'
const leapYear = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)'
const monthsOf31 = '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])'
const monthsOf30 = '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)'
const february = '02-(?:0[1-9]|1\\d|2[0-8])'
export const datePattern = `^(?:${year}-(?:${monthsOf31}|${monthsOf30}|${february})|${leapYear}-02-29)$`

/** Undefined for a day outside of those years. */
function dayText(days: number): string | undefined {
  const isDay = Math.abs(days) < 4_000_000
  const text = isDay ? new Date(days * 86_400_000).toISOString().slice(0, 10) : ''
  return new RegExp(datePattern).test(text) ? text : undefined
}
