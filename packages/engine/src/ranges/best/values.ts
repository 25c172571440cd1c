/** Values of facts as data has them: the ends of numbers, and what is quiet. */
import { decimalsOf, fixed } from '../../number/print.js'
import type { CompiledScheme, FactType } from '../../scheme/index.js'

export type Data = boolean | number | string | null | readonly Data[]

export type NumericType = Extract<FactType, { readonly unit: number }>

export function isNumeric(type: FactType): type is NumericType {
  return 'unit' in type
}

/** The greatest (`up`) or the least value; for yes or no, yes or no. */
export function endOf(type: FactType, way: 'up' | 'down'): Data {
  if (!isNumeric(type)) return way === 'up'
  return numberData(way === 'up' ? (type.cut ?? type.max) : type.min, type)
}

export function numberData(units: number, { unit }: NumericType): Data {
  const text = fixed(units, decimalsOf(unit) ?? 0)
  return text.includes('.') ? text : Number(text)
}

/** What says that there is nothing: no, a count of 0, an empty list or text, no grade. Undefined where no value says so. */
export function quietValue(type: FactType): Data | undefined {
  switch (type.kind) {
    case 'yes-no':
      return false
    case 'count':
      return type.min <= 0 && type.max >= 0 ? 0 : undefined
    case 'records':
    case 'many':
      return []
    case 'text':
      return ''
    case 'grade':
      return null
    default:
      return undefined
  }
}

/** Values to compare, the quietest first; `all`: there are no others. */
export function valuesOf(
  type: FactType,
  scheme: CompiledScheme,
): { readonly values: readonly Data[]; readonly all: boolean } {
  switch (type.kind) {
    case 'yes-no':
      return { values: [false, true], all: true }
    case 'choice':
      return { values: type.options, all: true }
    case 'grade':
      return { values: [null, ...scheme.grades], all: true }
    case 'count':
    case 'number':
    case 'percentage':
      return { values: [endOf(type, 'down'), endOf(type, 'up')], all: false }
    case 'many':
      return { values: valuesOf(type.of, scheme).values.map((one) => [one]), all: false }
    case 'records':
      return { values: [[]], all: false }
    case 'text':
      return { values: [''], all: false }
    case 'date':
      return { values: [], all: false }
  }
}
