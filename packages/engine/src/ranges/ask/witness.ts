/** Values of variables as the data of a unit. */
import type { UnitData } from '../../api.js'
import { printed } from '../../number/print.js'
import { placeOf } from '../../reading/place.js'
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
    if (needed[place] !== true || reported(place) !== undefined || isSilent(model, fact, values)) return
    if (fact.reports !== undefined) return void groupAt(facts, [...placeOf(fact), fact.name])
    const value = valueOf(model, place, values, isPeriodic(scheme.facts, fact))
    if (value !== undefined) put(groupAt(facts, placeOf(fact)), fact.name, value)
  })
  const { name = '' } = scheme.kinds[kind] ?? {}
  if (given !== undefined) return { ...given, facts }
  return { unit: scheme.language === 'zh' ? '示例单位' : 'sample unit', kind: name, facts }
}

/** The unit with a value for one more fact. */
export function withFact(unit: UnitData, fact: Fact, value: unknown): UnitData {
  const facts = copied(unit.facts) as Record<string, unknown>
  put(groupAt(facts, placeOf(fact)), fact.name, value)
  return { ...unit, facts }
}

/** The unit with something reported of each of the facts' periods. */
export function withPeriods(unit: UnitData, facts: readonly Fact[]): UnitData {
  const reported = copied(unit.facts) as object
  for (const fact of facts) if (fact.period !== undefined) groupAt(reported, placeOf(fact))
  return { ...unit, facts: reported as UnitData['facts'] }
}

/** The unit reports nothing of the fact's period, or of the period that the fact stands for. */
function isSilent(
  { scheme, facts }: Model,
  { under, period, reports, name }: Fact,
  values: readonly number[],
): boolean {
  const wanted = reports === undefined ? period : name
  const flag = scheme.facts.findIndex((one) => one.reports !== undefined && one.under === under && one.name === wanted)
  const variable = flag < 0 || wanted === undefined ? undefined : facts[flag]
  return variable !== undefined && values[variable] === 0
}

/** Whether a period that is reported is told from one that is not: then it is reported in full. */
function isPeriodic(facts: readonly Fact[], { under, period }: Fact): boolean {
  return facts.some((one) => one.reports !== undefined && one.under === under && one.name === period)
}

/** What a unit reports under the fact's own name. */
function reader(facts: readonly Fact[], given: UnitData): (place: number) => unknown {
  return (place) => {
    const fact = facts[place] as Fact
    return [...placeOf(fact), fact.name].reduce<unknown>(
      (group, key) => (typeof group === 'object' && group !== null ? own(group, key) : undefined),
      given.facts,
    )
  }
}

function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined
}

/** Names come from schemes: `__proto__` is one like any other. */
function put(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Groups of facts are written into, so they are copied; a list is no group. */
function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value).reduce((copy, [key, inner]) => {
    put(copy, key, copied(inner))
    return copy
  }, {})
}

/** The object at the path, made where it is not there. */
function groupAt(facts: object, path: readonly string[]): object {
  return path.reduce<object>((group, key) => {
    const found = own(group, key)
    if (typeof found === 'object' && found !== null) return found
    const fresh = {}
    put(group, key, fresh)
    return fresh
  }, facts)
}

/** Undefined where the fact is left to its default, or need not be there. */
function valueOf(model: Model, place: number, values: readonly number[], isExplicit: boolean): unknown {
  const fact = model.scheme.facts[place] as Fact
  const list = model.lists.find((one) => one.fact === place)
  if (list !== undefined) return listValue(model, list, values)
  const variable = model.facts[place]
  if (variable === undefined) return fact.default === undefined ? placeholder(model, fact.name, 1) : undefined
  const value = values[variable] ?? 0
  if (!isExplicit && fact.default !== undefined && Number(fact.default) === value) return undefined
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
