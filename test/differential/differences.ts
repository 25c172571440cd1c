import type { UnitResult } from '@merit/engine'
import { compare, fraction, type Fraction } from './fraction.js'
import type { Scores } from './evaluate.js'
import type { ModelGrade } from './grade.js'

/** A result as a host application gets to see it. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** The same without what the engine alone tells of units that are not settled: ranges, and scores of units that are not complete. */
export function settledOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settledOf)
  if (typeof value !== 'object' || value === null) return value
  const { results } = value as { readonly results?: unknown }
  if (results !== undefined) return { ...value, results: settledOf(results) }
  const { range: _range, certain: _certain, ...result } = plain(value) as UnitResult
  if (result.status !== 'incomplete') return result
  const { exact: _exact, ...others } = result
  return { ...others, items: {}, parts: {} }
}

/** What a result says otherwise than the model, in words; empty where they agree. */
export function scoreDifferences(result: UnitResult, scores: Scores): readonly string[] {
  const isComplete = result.status !== 'incomplete'
  if (scores.kind === 'incomplete' || !isComplete) {
    const same = scores.kind === 'incomplete' && !isComplete
    return same ? [] : [`${result.unit} is ${result.status}, the model's ${scores.kind}`]
  }
  if (!scores.gradable) return result.total === null ? [] : [`${result.unit} has nothing left, but a total`]
  const said = (key: string, shown: string | null | undefined, expected: Fraction): readonly string[] => {
    const number = numberOf(result.exact?.[key] ?? shown)
    const agrees = number !== undefined && compare(number, expected) === 0
    return agrees ? [] : [`${key} of ${result.unit} is ${result.exact?.[key] ?? shown}, not ${text(expected)}`]
  }
  return [
    ...[...scores.items].flatMap(([key, score]) => said(`items/${key}`, result.items[key], score)),
    ...[...scores.parts].flatMap(([key, score]) => said(`parts/${key}`, result.parts[key], score)),
    ...said('bonus', result.bonus, scores.bonus),
    ...said('penalty', result.penalty, scores.penalty),
    ...said('total', result.total, scores.total),
    ...(result.status === 'final' ? paid(result, scores.pay) : []),
  ]
}

function paid({ unit, amounts = {}, exact = {} }: UnitResult, expected: Fraction | undefined): readonly string[] {
  const amount = numberOf(exact['amounts/pay'] ?? amounts['pay'])
  const agrees = amount === undefined || expected === undefined ? amount === expected : compare(amount, expected) === 0
  return agrees ? [] : [`pay of ${unit} is ${amounts['pay']}, not ${expected === undefined ? 'none' : text(expected)}`]
}

export function gradeDifferences(result: UnitResult, expected: ModelGrade | undefined): readonly string[] {
  if (expected === undefined) return []
  const { grade, awards, outcomes } = result
  const said = JSON.stringify({ grade, awarded: awards.length > 0, outcome: outcomes.length > 0 })
  return said === JSON.stringify(expected) ? [] : [`${result.unit}: ${said}, not ${JSON.stringify(expected)}`]
}

/** Decimal text or a ratio. */
export function numberOf(shown: string | null | undefined): Fraction | undefined {
  if (shown === null || shown === undefined) return undefined
  const [top = '0', bottom = '1'] = shown.split('/')
  const [whole, decimals = ''] = top.split('.')
  return fraction(BigInt(`${whole}${decimals}`), BigInt(bottom) * 10n ** BigInt(decimals.length))
}

function text({ num, den }: Fraction): string {
  return den === 1n ? `${num}` : `${num}/${den}`
}
