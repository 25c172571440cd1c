/** Values of facts as a unit's data has them: a few of each type to try. */
import { numberData, type Data } from '../reading/as-data.js'
import type { CompiledScheme, FactType, RecordField } from '../scheme/index.js'
import { wordsFor } from './texts.js'

export type NumberType = FactType & { readonly kind: 'count' | 'number' | 'percentage' }

export function isNumber(type: FactType): type is NumberType {
  return type.kind === 'count' || type.kind === 'number' || type.kind === 'percentage'
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
