import type { Expression, Num } from '../ast/index.js'
import { compare, decimal, print, zero } from './decimal.js'
import { report, type Draft } from './draft.js'
import { textOf } from './names.js'
import type { Visit } from './scope.js'
import type { ResolvedFactType } from './tables.js'
import { isNumeric } from './typed.js'
import { asWritten } from './numbers.js'

/** A number that a fact is held against must be one the fact can be, else the sentence says nothing. */
export function checkInRange(
  { draft }: Visit,
  type: ResolvedFactType,
  fact: Expression,
  number: Extract<Expression, { kind: 'number' }>,
): void {
  if (!isNumeric(type) || fitsRange(type, number.value)) return
  const name = fact.kind === 'name' ? fact.name.raw : textOf(draft, fact.span).trim()
  reportOutside(draft, type, name, number.value)
}

export function fitsRange(type: Extract<ResolvedFactType, { min: string }>, num: Num): boolean {
  const value = decimal(num.text)
  return compare(value, decimal(type.min)) >= 0 && compare(value, decimal(type.max)) <= 0
}

export function reportOutside(
  draft: Draft,
  type: Extract<ResolvedFactType, { min: string }>,
  name: string,
  num: Num,
): void {
  const sign = type.kind === 'percentage' ? '%' : ''
  const data = { name, value: asWritten(num), min: type.min + sign, max: type.max + sign }
  report(draft, 'value-outside-type', num.span, data)
}

/** Negative, as a number or with a minus before it. */
export function isNegative(node: Expression): boolean {
  if (node.kind === 'number') return compare(decimal(node.value.text), zero) < 0
  return node.kind === 'negate' && node.operand.kind === 'number'
}

/** A number as written, where the expression is one. */
export function constantOf(node: Expression | undefined): Num | undefined {
  return node?.kind === 'number' ? node.value : node?.kind === 'brackets' ? constantOf(node.inner) : undefined
}

/** Decimal text as it is printed: without trailing zeros. */
export function plainNumber(num: Num): string {
  return print(decimal(num.text))
}

/** Points of something that is worth something: above 0. */
export function checkPositive(draft: Draft, num: Num): void {
  if (num.percent || compare(decimal(num.text), zero) <= 0) {
    report(draft, 'points-not-positive', num.span, { value: asWritten(num) })
  }
}
