import type { FactValue } from '../api.js'
import { decimalUnits } from '../number/decimal.js'
import { decimalsOf, printed } from '../number/print.js'
import type { DataCode, DataFaults } from '../problems/index.js'
import { short } from '../problems/short.js'
import { foldName, type FactType, type RecordField } from '../scheme/index.js'
import { daysOf } from './date.js'
import type { Meant } from './faults.js'
import { nameTable } from './names.js'

/** Where in a fact's value a fault is. */
export interface Inside {
  readonly element?: number
  readonly field?: string
}

/** Takes a fault of a value. */
export type Report = <C extends DataCode>(code: C, data: DataFaults[C], inside?: Inside, meant?: Meant) => undefined

/** Reads a given value (not undefined); undefined where it is faulty, which it has then reported. */
export type ValueReader = (given: unknown, report: Report) => FactValue | undefined

/** How values of a type are read. */
export function valueReader(type: FactType, grades: readonly string[]): ValueReader {
  switch (type.kind) {
    case 'yes-no':
      return (given, report) => (typeof given === 'boolean' ? given : report('not-yes-or-no', { found: short(given) }))
    case 'count':
    case 'number':
    case 'percentage':
      return numberReader(type)
    case 'choice':
      return wordReader(type.options)
    case 'grade': {
      const word = wordReader(grades)
      return (given, report) => (given === null ? -1 : word(given, report))
    }
    case 'date':
      return readDate
    case 'text':
      return (given, report) =>
        typeof given === 'string' ? foldName(given) : report('not-text', { found: short(given) })
    case 'many':
      return listReader(valueReader(type.of, grades), type.max)
    case 'records':
      return listReader(recordReader(type.fields, grades), type.max)
  }
}

type NumberType = FactType & { readonly kind: 'count' | 'number' | 'percentage' }

function numberReader(type: NumberType): ValueReader {
  const isPercent = type.kind === 'percentage'
  const [least, greatest] = [boundText(type.min, type.unit), boundText(type.max, type.unit)]
  return (given, report) => {
    if (typeof given !== 'number' && typeof given !== 'string') return report('not-a-number', { found: short(given) })
    const units = unitsOf(given, type.unit, isPercent)
    const found = short(given)
    if (units === 'not-a-number' || units === 'not-finite') return report(units, { found })
    if (units === 'too-precise') return report(units, { found, decimals: decimalsOf(type.unit) ?? 0 })
    if (units === 'too-large' || units < type.min || units > type.max) {
      return report('out-of-range', { found, least, greatest, percent: isPercent })
    }
    return type.cut !== undefined && units > type.cut ? type.cut : units
  }
}

/** Decimal text may be written in full width, a percentage with its sign. */
function unitsOf(given: number | string, unit: number, isPercent: boolean): ReturnType<typeof decimalUnits> {
  const units = decimalUnits(given, unit)
  if (units !== 'not-a-number' || typeof given === 'number') return units
  const folded = foldName(given)
  return decimalUnits(isPercent && folded.endsWith('%') ? folded.slice(0, -1) : folded, unit)
}

function boundText(units: number, unit: number): string {
  return printed(BigInt(units), BigInt(unit), { decimals: 2, all: false }).text
}

function wordReader(words: readonly string[]): ValueReader {
  const table = nameTable(words.map((word) => [word]))
  return (given, report) => {
    const index = typeof given === 'string' ? table.find(given) : -1
    if (index >= 0) return index
    const meant = typeof given === 'string' ? { word: given, names: words } : undefined
    return report('unknown-word', { found: short(given), words }, undefined, meant)
  }
}

/** A text that stands by itself is printed and never compared: as it was given, without the blanks around it. */
export const textAsWritten: ValueReader = (given, report) =>
  typeof given === 'string' ? given.trim() : report('not-text', { found: short(given) })

const readDate: ValueReader = (given, report) => {
  const days = typeof given === 'string' ? daysOf(given.trim()) : 'not-a-date'
  return typeof days === 'number' ? days : report(days, { found: short(given) })
}

/** A list of what `readElement` reads; every faulty element is reported. */
function listReader(readElement: ValueReader, most: number): ValueReader {
  return (given, report) => {
    if (!Array.isArray(given)) return report('not-a-list', { found: short(given) })
    if (given.length > most) return report('list-too-long', { found: given.length, most })
    const values: FactValue[] = []
    let element = 0
    const inElement: Report = (code, data, inside, meant) => report(code, data, { element, ...inside }, meant)
    for (const one of given as readonly unknown[]) {
      element += 1
      const value = readElement(one, inElement)
      if (value !== undefined) values.push(value)
    }
    return values.length === given.length ? values : undefined
  }
}

function recordReader(fields: readonly RecordField[], grades: readonly string[]): ValueReader {
  const table = nameTable(
    fields.map(({ name, machineName }) => (machineName === undefined ? [name] : [name, machineName])),
  )
  const readers = fields.map(({ type }) => valueReader(type, grades))
  return (given, report) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      return report('not-a-record', { found: short(given) })
    }
    const values: (FactValue | undefined)[] = fields.map(() => undefined)
    const isSeen = fields.map(() => false)
    for (const [key, value] of Object.entries(given)) {
      const index = table.find(key)
      const field = fields[index]
      if (field === undefined)
        report('unknown-record-field', { key: short(key) }, undefined, { word: key, names: table.names })
      else if (isSeen[index] === true) report('field-twice', { key: short(key) })
      else if (isReported(value, field.type)) {
        isSeen[index] = true
        values[index] = readers[index]?.(value, (code, data, _, meant) =>
          report(code, data, { field: field.name }, meant),
        )
      }
    }
    return completed(values, isSeen, fields, report)
  }
}

function completed(
  values: readonly (FactValue | undefined)[],
  isSeen: readonly boolean[],
  fields: readonly RecordField[],
  report: Report,
): FactValue | undefined {
  const all = fields.map((field, index) => {
    const value = isSeen[index] === true ? values[index] : field.default
    if (isSeen[index] === false && value === undefined) report('field-missing', { field: field.name })
    return value
  })
  return all.every((value) => value !== undefined) ? all : undefined
}

/** `null` is how JSON says that nothing was reported; for a grade it says that there is none. */
export function isReported(given: unknown, { kind }: FactType): boolean {
  return given !== undefined && (given !== null || kind === 'grade')
}
