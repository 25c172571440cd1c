/** Values of facts as a unit's data has them, and a few of each type to try. */
import { decimalsOf, fixed } from '../number/print.js'
import type { CompiledScheme, Fact, FactType, RecordField } from '../scheme/index.js'
import { placeOf } from '../reading/place.js'
import { wordsFor } from './texts.js'

/** A value as in JSON. */
export type Data = boolean | number | string | null | readonly Data[] | { readonly [field: string]: Data }

/** The values of a unit's facts; what is not there is not reported. */
export type Values = ReadonlyMap<Fact, Data>

export type NumberType = FactType & { readonly kind: 'count' | 'number' | 'percentage' }

export function isNumber(type: FactType): type is NumberType {
  return type.kind === 'count' || type.kind === 'number' || type.kind === 'percentage'
}

/** `units` of the type: a JSON number where it is whole, else decimal text. */
export function numberData(units: number, { unit }: NumberType): Data {
  const text = fixed(units, decimalsOf(unit) ?? 0)
  return text.includes('.') ? text : Number(text)
}

/** Facts, or groups of them, while they are put together. */
type Group = Map<string, Data | Group>

/** The facts of a unit as data: those of a rubric under their part, and under the period, in the order of the scheme. */
export function factsData({ facts }: CompiledScheme, values: Values): Readonly<Record<string, Data>> {
  const own: Group = new Map()
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

/** Beyond this a count is no longer usual; nor is a range of numbers without end. */
const usualMost = 100

/** The greatest number that one would expect, in the type's units. */
export function usualGreatest({ min, max, unit, kind, cut }: NumberType): number {
  if (cut !== undefined) return cut
  return kind === 'count' || max / unit > 1_000_000 ? Math.min(max, Math.max(min, 0) + usualMost * unit) : max
}

const countsTried = [0, 1, 2, 3, 5, 10, 20, 50, 100]

/** A few values that differ in what they may mean; the usual ones first. */
export function valuesToTry(type: FactType, scheme: CompiledScheme): readonly Data[] {
  const { year } = scheme
  switch (type.kind) {
    case 'yes-no':
      return [true, false]
    case 'count':
    case 'number':
    case 'percentage':
      return numbersToTry(type).map((units) => numberData(units, type))
    case 'choice':
      return type.options
    case 'grade':
      return [null, ...scheme.grades]
    case 'date':
      return [`${fourDigits(year)}-06-15`, `${fourDigits(year - 1)}-06-15`]
    case 'text':
      return ['']
    case 'many':
      return valuesToTry(type.of, scheme).map((value) => Array.from({ length: Math.min(3, type.max) }, () => value))
    case 'records':
      return [[], ...recordsToTry(type.fields, scheme).map((record) => [record])]
  }
}

function numbersToTry(type: NumberType): readonly number[] {
  const greatest = usualGreatest(type)
  const whole = type.kind === 'count' ? countsTried.map((count) => count * type.unit) : []
  const quarters = [0, 1, 2, 3, 4].map((part) => type.min + Math.floor(((greatest - type.min) * part) / 4))
  const all = [...(type.kind === 'count' ? [] : quarters.reverse()), ...whole, 0]
  return [...new Set(all.filter((units) => units >= type.min && units <= greatest))]
}

const mostRecordsTried = 60

/** A record for each way in which its words and yes-or-nos can be chosen, within reason. */
export function recordsToTry(
  fields: readonly RecordField[],
  scheme: CompiledScheme,
): readonly Readonly<Record<string, Data>>[] {
  let records: readonly (readonly (readonly [string, Data])[])[] = [[]]
  for (const { name, type } of fields) {
    const values =
      type.kind === 'choice' || type.kind === 'yes-no' ? valuesToTry(type, scheme) : [fieldValue(name, type, scheme)]
    const kept = records.length * values.length > mostRecordsTried ? values.slice(0, 1) : values
    records = records.flatMap((record) => kept.map((value) => record.concat([[name, value]])))
  }
  return records.map((record) => Object.fromEntries(record))
}

function fieldValue(name: string, type: FactType, scheme: CompiledScheme): Data {
  if (type.kind === 'text') return wordsFor(scheme).text(name, 1)
  if (isNumber(type)) return numberData(Math.min(usualGreatest(type), Math.max(type.min, type.unit)), type)
  return valuesToTry(type, scheme)[0] ?? null
}

export function fourDigits(year: number): string {
  return String(Math.min(9999, Math.max(1, year))).padStart(4, '0')
}
