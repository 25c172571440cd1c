/** The facts of a unit's data, those of a rubric under their part and period. */
import type { UnitData } from '../api.js'
import { decimalsOf, fixed } from '../number/print.js'
import { placeOf } from '../reading/place.js'
import { factsData, type Data } from '../reading/as-data.js'
import type { CompiledScheme, Fact } from '../scheme/index.js'

/** What is not there is not reported. */
export type Values = ReadonlyMap<Fact, unknown>

export function valuesOf(unit: UnitData, all: readonly Fact[]): Values {
  const given = all.map((fact) => [fact, valueIn(unit, fact)] as const)
  return new Map(given.filter(([, value]) => value !== undefined))
}

export function valueIn({ facts }: UnitData, fact: Fact): unknown {
  if (fact.reports !== undefined) return undefined
  return [...placeOf(fact), fact.name].reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Readonly<Record<string, unknown>>)[name]
        : undefined,
    facts,
  )
}

export function withValues(unit: UnitData, values: Values, scheme: CompiledScheme): UnitData {
  const reported = new Map([...values].flatMap(([fact, value]) => (value === undefined ? [] : [[fact, value as Data]])))
  return { ...unit, facts: factsData(scheme, reported) }
}

export function withValue(unit: UnitData, fact: Fact, value: unknown, scheme: CompiledScheme): UnitData {
  return withValues(unit, new Map(valuesOf(unit, scheme.facts)).set(fact, value), scheme)
}

/** `units` of a number as JSON has it: a number where it is whole, else decimal text. */
export function numberData(units: number, unit: number): number | string {
  const text = fixed(units, decimalsOf(unit) ?? 0)
  return text.includes('.') ? text : Number(text)
}
