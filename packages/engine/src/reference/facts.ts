import type { FactValue, UnitData } from '../api.js'
import { foldName } from '../scheme/index.js'
import type { CompiledScheme, Fact, FactId, FactType, RecordField } from '../scheme/index.js'
import { fraction, type Fraction } from './fraction.js'

/** What a unit's facts read as, after defaults; a fact that is missing is not in it. */
export type Facts = ReadonlyMap<FactId, FactValue>

/** Reads a unit's reported facts. Throws an Error for data that a host application would be refused. */
export function reportedFacts(scheme: CompiledScheme, data: UnitData['facts']): Facts {
  const reported = new Map<FactId, FactValue>()
  for (const fact of scheme.facts) {
    const given = givenValue(scheme, fact, data)
    // A text of its own is printed and never compared: it is not folded.
    if (given !== undefined && fact.type.kind === 'text') reported.set(fact.id, String(given).trim())
    else if (given !== undefined) reported.set(fact.id, valueOf(scheme, fact.type, given))
  }
  return reported
}

export function withDefaults(scheme: CompiledScheme, reported: Facts): Facts {
  const facts = new Map(reported)
  for (const fact of scheme.facts) {
    if (!facts.has(fact.id) && fact.default !== undefined) facts.set(fact.id, fact.default)
  }
  return facts
}

/** What a fact that is not there and not needed reads as. */
export function nothing(type: FactType): FactValue {
  if (type.kind === 'yes-no') return false
  return type.kind === 'many' || type.kind === 'records' ? [] : 0
}

function givenValue(scheme: CompiledScheme, fact: Fact, data: UnitData['facts']): unknown {
  const around = fact.under === undefined ? data : (entry(data, [fact.under]) ?? {})
  const place = fact.period === undefined ? around : (entry(around as UnitData['facts'], [fact.period]) ?? {})
  // Whether anything is reported of a period: a group of facts under its name, however few.
  if (fact.reports !== undefined) return isGroup(entry(around as UnitData['facts'], [fact.name])) || undefined
  const takesNull = fact.type.kind === 'grade'
  const isOwn = (path: readonly string[]) => (key: string) => ownersOf(scheme).get(keyAt(path, key)) === fact
  const path = pathOf(fact)
  const own = entry(place as UnitData['facts'], keysOf(fact).filter(isOwn(path)), takesNull)
  return own === undefined ? entry(data, (fact.alsoAs ?? []).filter(isOwn([])), takesNull) : own
}

function keysOf({ name, machineName, aliases = [] }: Fact): readonly string[] {
  return [name, ...(machineName === undefined ? [] : [machineName]), ...aliases]
}

function pathOf({ under, period }: Fact): readonly string[] {
  return [under, period].filter((name) => name !== undefined)
}

function keyAt(path: readonly string[], key: string): string {
  return [...path, foldName(key)].join('\0')
}

const owners = new WeakMap<CompiledScheme, ReadonlyMap<string, Fact>>()

/** Whose each key is at its place: of those that have it as their first one there, the first; else the first of all. */
function ownersOf(scheme: CompiledScheme): ReadonlyMap<string, Fact> {
  const known = owners.get(scheme)
  if (known !== undefined) return known
  const found = new Map<string, Fact>()
  const enter = (fact: Fact, path: readonly string[], keys: readonly string[]): void => {
    for (const key of keys) if (!found.has(keyAt(path, key))) found.set(keyAt(path, key), fact)
  }
  const given = scheme.facts.filter(({ reports }) => reports === undefined)
  const places = given.flatMap((fact) => [
    { fact, path: pathOf(fact), keys: keysOf(fact) },
    { fact, path: [], keys: fact.alsoAs ?? [] },
  ])
  for (const { fact, path, keys } of places) enter(fact, path, keys.slice(0, 1))
  for (const { fact, path, keys } of places) enter(fact, path, keys.slice(1))
  owners.set(scheme, found)
  return found
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is given under one of the names; null is nothing, but where it says that there is no grade. */
function entry(data: UnitData['facts'], names: readonly string[], takesNull = false): unknown {
  const folded = new Set(names.map(foldName))
  return Object.entries(data).find(([key, value]) => folded.has(foldName(key)) && (value !== null || takesNull))?.[1]
}

function valueOf(scheme: CompiledScheme, type: FactType, given: unknown): FactValue {
  switch (type.kind) {
    case 'yes-no':
      if (typeof given !== 'boolean') throw new Error(`neither true nor false: ${String(given)}`)
      return given
    case 'count':
    case 'number':
    case 'percentage': {
      const exact = decimal(foldName(String(given)).replace(type.kind === 'percentage' ? /%$/ : '', ''))
      const units = (exact.num * BigInt(type.unit)) / exact.den
      if (fraction(units, BigInt(type.unit)).num * exact.den !== exact.num * fraction(units, BigInt(type.unit)).den) {
        throw new Error(`too many decimals: ${String(given)}`)
      }
      const value = Number(units)
      if (value < type.min || value > type.max) throw new Error(`outside its range: ${String(given)}`)
      return type.cut === undefined ? value : Math.min(value, type.cut)
    }
    case 'choice':
      return indexIn(type.options, given)
    case 'grade':
      return given === null ? -1 : indexIn(scheme.grades, given)
    case 'date':
      return Date.parse(`${String(given).trim()}T00:00:00Z`) / 86_400_000
    case 'text':
      return foldName(String(given))
    case 'many':
      return (given as readonly unknown[]).map((element) => valueOf(scheme, type.of, element))
    case 'records':
      return (given as readonly Record<string, unknown>[]).map((record) =>
        type.fields.map((field) => fieldValue(scheme, field, record)),
      )
  }
}

function fieldValue(scheme: CompiledScheme, field: RecordField, record: Record<string, unknown>): FactValue {
  const names = field.machineName === undefined ? [field.name] : [field.name, field.machineName]
  const given = entry(record, names, field.type.kind === 'grade')
  if (given !== undefined) return valueOf(scheme, field.type, given)
  if (field.default === undefined) throw new Error(`a record without “${field.name}”`)
  return field.default
}

function indexIn(words: readonly string[], given: unknown): number {
  const index = words.map(foldName).indexOf(foldName(String(given)))
  if (index < 0) throw new Error(`not one of the words: ${String(given)}`)
  return index
}

/** Decimal text, with or without a sign and an exponent, as the number that it says. */
function decimal(text: string): Fraction {
  const match = /^([+-]?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text)
  if (match === null) throw new Error(`not a number: ${text}`)
  const decimals = match[2] ?? ''
  const exponent = Number(match[3] ?? '0') - decimals.length
  const digits = BigInt(`${match[1]}${decimals}`)
  return exponent < 0 ? fraction(digits, 10n ** BigInt(-exponent)) : fraction(digits * 10n ** BigInt(exponent))
}
