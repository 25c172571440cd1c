import type { Term } from '../diagnostics/problem.js'
import type { ResolvedFactType, ValueType } from './tables.js'

/**
 * What a number counts. `bare` is a number as written, that fits whatever it stands beside; `computed` is a quotient or product whose
 * unit is not followed further.
 */
export type Unit = 'bare' | 'percent' | 'count' | 'number' | 'points' | 'days' | 'computed'

/** The type of an expression, and for numbers what it counts. */
export interface Typed {
  readonly type: ValueType
  readonly unit: Unit
  /** A number as written, as decimal text. */
  readonly literal?: string
  /** The fact, field or element it is: for its range and words. */
  readonly source?: ResolvedFactType
}

export const aCondition: Typed = { type: { kind: 'condition' }, unit: 'computed' }

export function aNumber(unit: Unit): Typed {
  return { type: { kind: 'number' }, unit }
}

/** Whether two numbers can stand side by side: `sign` where a percent sign is missing, `mixed` where the units differ. */
export function clash(a: Typed, b: Typed): 'sign' | 'mixed' | undefined {
  if (isZero(a) || isZero(b)) return undefined
  if ((a.unit === 'percent') === (b.unit === 'percent')) return undefined
  const other = a.unit === 'percent' ? b : a
  if (other.unit === 'computed') return undefined
  return other.unit === 'bare' ? 'sign' : 'mixed'
}

export function unitOfSum(a: Unit, b: Unit): Unit {
  if (a === b || b === 'bare') return a
  return a === 'bare' ? b : 'computed'
}

export function unitOfProduct(a: Unit, b: Unit): Unit {
  if (a === 'bare' && b === 'bare') return 'bare'
  const [one, other] = a === 'bare' || a === 'percent' ? [a, b] : [b, a]
  if (one === 'bare') return other === 'percent' ? 'computed' : other
  if (one === 'percent') return other === 'points' ? 'points' : 'computed'
  return 'computed'
}

export function unitOfQuotient(a: Unit, b: Unit): Unit {
  return b === 'bare' ? a : 'computed'
}

function isZero({ literal }: Typed): boolean {
  return literal !== undefined && /^[0.]+$/.test(literal)
}

/** A type whose values are numbers, with bounds. */
export function isNumeric(type: ResolvedFactType): type is Extract<ResolvedFactType, { min: string }> {
  return type.kind === 'count' || type.kind === 'number' || type.kind === 'percentage'
}

/** The type of a fact's values in conditions and expressions. */
export function unitOf(type: ResolvedFactType): Unit {
  switch (type.kind) {
    case 'count':
    case 'number':
      return type.kind
    case 'percentage':
      return 'percent'
    default:
      return 'computed'
  }
}

/** How a message names a type. */
export function termOfType(type: ValueType | ResolvedFactType): Term {
  return { term: typeTerms[type.kind] }
}

const typeTerms = {
  number: 'a-number',
  count: 'a-count',
  percentage: 'a-percentage',
  'yes-no': 'yes-or-no',
  condition: 'a-condition',
  date: 'a-date',
  choice: 'a-choice',
  text: 'a-text',
  grade: 'a-grade',
  records: 'records',
  many: 'several-values',
} as const
