/** Values of variables as the data of a unit. */
import type { UnitData } from '../../api.js'
import { printed } from '../../number/print.js'
import type { Fact, FactType, RecordField } from '../../scheme/index.js'
import { neededFacts, type ListModel, type Model, type Slot } from '../model/model.js'

/** A unit with these values; what `given` reports stays as it is. */
export function unitOf(model: Model, values: readonly number[], given: UnitData | undefined): UnitData {
  const { scheme, kind } = model
  const facts: Record<string, unknown> = {}
  const reported = given === undefined ? () => undefined : reader(scheme.facts, given)
  const needed = neededFacts(scheme, kind)
  if (given !== undefined) for (const [key, value] of Object.entries(given.facts)) put(facts, key, copied(value))
  scheme.facts.forEach((fact, place) => {
    if (needed[place] !== true || reported(place) !== undefined) return
    const value = valueOf(model, place, values)
    if (value !== undefined) putFact(facts, fact, value)
  })
  const { name = '' } = scheme.kinds[kind] ?? {}
  if (given !== undefined) return { ...given, facts }
  return { unit: scheme.language === 'zh' ? '示例单位' : 'sample unit', kind: name, facts }
}

/** What a unit reports under the fact's own name. */
function reader(facts: readonly Fact[], given: UnitData): (place: number) => unknown {
  return (place) => {
    const { under, name } = facts[place] as Fact
    const group = under === undefined ? given.facts : own(given.facts, under)
    return typeof group === 'object' && group !== null ? own(group, name) : undefined
  }
}

function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined
}

/** Names come from schemes: `__proto__` is one like any other. */
function put(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Groups of facts are written into, so they are copied. */
function copied(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : value
}

function putFact(facts: object, { under, name }: Fact, value: unknown): void {
  if (under === undefined) return put(facts, name, value)
  const group = own(facts, under)
  if (typeof group === 'object' && group !== null) return put(group, name, value)
  const fresh = {}
  put(facts, under, fresh)
  put(fresh, name, value)
}

/** Undefined where the fact is left to its default, or need not be there. */
function valueOf(model: Model, place: number, values: readonly number[]): unknown {
  const fact = model.scheme.facts[place] as Fact
  const list = model.lists.find((one) => one.fact === place)
  if (list !== undefined) return listValue(model, list, values)
  const variable = model.facts[place]
  if (variable === undefined) return fact.default === undefined ? placeholder(model, fact.name, 1) : undefined
  const value = values[variable] ?? 0
  if (fact.default !== undefined && Number(fact.default) === value) return undefined
  return isOfType(fact.type, value) ? plainValue(model, fact.type, value) : undefined
}

function isOfType(type: FactType, value: number): boolean {
  return 'min' in type ? value <= type.max && (value >= type.min || value === type.cut) : true
}

function plainValue({ scheme }: Model, type: FactType, value: number): unknown {
  switch (type.kind) {
    case 'yes-no':
      return value === 1
    case 'count':
    case 'number':
    case 'percentage': {
      const reported = Math.max(value, type.min)
      if (type.unit === 1) return reported
      return printed(BigInt(reported), BigInt(type.unit), { decimals: 2, all: false }).text
    }
    case 'choice':
      return type.options[value]
    case 'date':
      return dateText(value)
    case 'grade':
      return scheme.grades[value] ?? null
    default:
      return undefined
  }
}

const dayMs = 86_400_000

function dateText(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10)
}

function listValue(model: Model, { fact, slots }: ListModel, values: readonly number[]): unknown {
  const { type, default: value } = model.scheme.facts[fact] as Fact
  const elements: unknown[] = []
  for (const slot of slots) {
    const copies = values[slot.copies] ?? 0
    for (let copy = 0; copy < copies; copy += 1) elements.push(element(model, type, slot, values, elements.length + 1))
  }
  return elements.length === 0 && value !== undefined ? undefined : elements
}

function element(model: Model, type: FactType, slot: Slot, values: readonly number[], number: number): unknown {
  const fieldValue = (of: FactType, field: number, name: string): unknown => {
    const value = values[slot.fields[field] ?? -1] ?? 0
    if (of.kind === 'text') return slot.texts[field]?.[value - 1] ?? placeholder(model, name, number)
    return plainValue(model, of, value)
  }
  if (type.kind === 'many') return fieldValue(type.of, 0, '')
  const record = {}
  const { fields } = type as { readonly fields: readonly RecordField[] }
  fields.forEach(({ name, type: of }, field) => put(record, name, fieldValue(of, field, name)))
  return record
}

/** A text of its own. */
function placeholder({ scheme }: Model, name: string, number: number): string {
  return `${name === '' ? (scheme.language === 'zh' ? '示例' : 'sample') : name} ${number}`
}
