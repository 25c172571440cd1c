/** Facts as a unit's data has them. */
import type { FactValue } from '../api.js'
import { decimalsOf, fixed } from '../number/print.js'
import type { CompiledScheme, Fact, FactType, RecordField } from '../scheme/index.js'
import type { Row } from './row.js'
import { listPlaces } from './lists.js'
import { placeOf } from './place.js'

/** A value as in JSON. */
export type Data = boolean | number | string | null | readonly Data[] | { readonly [field: string]: Data }

/** The values of a unit's facts; what is not there is not reported. */
export type Values = ReadonlyMap<Fact, Data>

/** `units` of the type: a JSON number where it is whole, else decimal text. */
export function numberData(units: number, { unit }: { readonly unit: number }): Data {
  const text = fixed(units, decimalsOf(unit) ?? 0)
  return text.includes('.') ? text : Number(text)
}

/** Facts, or groups of them, while they are put together. */
type Group = Map<string, Data | Group>

/**
 * The facts of a unit as data: those of a rubric under their part, and under the period, in the order of the scheme. `periods`: facts
 * that say that a period is reported, though none of its facts may be.
 */
export function factsData(
  { facts }: CompiledScheme,
  values: Values,
  periods: readonly Fact[] = [],
): Readonly<Record<string, Data>> {
  const own: Group = new Map()
  for (const period of periods) groupAt(own, [...placeOf(period), period.name])
  for (const fact of facts) {
    const value = values.get(fact)
    if (value !== undefined && fact.reports === undefined) groupAt(own, placeOf(fact)).set(fact.name, value)
  }
  return dataOf(own)
}

function groupAt(around: Group, place: readonly string[]): Group {
  return place.reduce((group, name) => {
    const inside = group.get(name)
    if (inside instanceof Map) return inside
    const opened: Group = new Map()
    group.set(name, opened)
    return opened
  }, around)
}

/** The facts themselves first, then the groups. */
function dataOf(group: Group): Readonly<Record<string, Data>> {
  const facts: (readonly [string, Data])[] = []
  const inside: (readonly [string, Data])[] = []
  for (const [name, value] of group) {
    if (value instanceof Map) inside.push([name, dataOf(value)])
    else facts.push([name, value])
  }
  return Object.fromEntries([...facts, ...inside])
}

/** What a unit reported, from what was read: facts under their own names; a number that was cut is what it was cut to. */
export function rowData(scheme: CompiledScheme, { numbers, at, lists }: Row): Readonly<Record<string, Data>> {
  const { facts, grades } = scheme
  const places = listPlaces(facts)
  const values = new Map<Fact, Data>()
  facts.forEach((fact, index) => {
    const given = numbers[at + index]!
    if (!Number.isNaN(given)) values.set(fact, valueData(fact.type, lists[places[index]!] ?? given, grades))
  })
  const periods = facts.filter(({ reports }, index) => reports !== undefined && numbers[at + index] === 1)
  return factsData(scheme, values, periods)
}

const dayMs = 86_400_000

function valueData(type: FactType, value: FactValue, grades: readonly string[]): Data {
  switch (type.kind) {
    case 'yes-no':
      return value === true || value === 1
    case 'count':
    case 'number':
    case 'percentage':
      return numberData(Number(value), type)
    case 'choice':
      return type.options[Number(value)] ?? null
    case 'grade':
      return grades[Number(value)] ?? null
    case 'date':
      return new Date(Number(value) * dayMs).toISOString().slice(0, 10)
    case 'text':
      return String(value)
    case 'many':
      return elementsOf(value).map((element) => valueData(type.of, element, grades))
    case 'records':
      return elementsOf(value).map((element) => recordData(type.fields, elementsOf(element), grades))
  }
}

function recordData(fields: readonly RecordField[], values: readonly FactValue[], grades: readonly string[]): Data {
  return Object.fromEntries(fields.map(({ name, type }, field) => [name, valueData(type, values[field]!, grades)]))
}

function elementsOf(value: FactValue): readonly FactValue[] {
  return typeof value === 'object' ? value : []
}
