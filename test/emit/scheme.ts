/** Small schemes for the tests of what each sentence computes. */
import { compile, messageOf } from '@merit/dsl'
import { loadScheme, type UnitData, type UnitResult } from '@merit/engine'
import { referenceAssessAll } from '@merit/engine/reference'
import type { CompiledScheme } from '@merit/engine/scheme'
import { expect } from 'vitest'
import { settledOf } from '../differential/differences.js'

const head = 'scheme "Sample" for 2026, version 1\n'

/** The body below a head of its own; `unit kinds` and `grades` are added where the body does not say them. */
export function schemeText(body: string): string {
  const kinds = /^unit kinds /m.test(body) ? '' : 'unit kinds "office"\n'
  const grades = /^grades /m.test(body) ? '' : 'grades "excellent", "good", "fair", "poor"\n'
  return `${head}${kinds}${grades}${body}`
}

/** Compiles a body that has no error. */
export function compiled(body: string): CompiledScheme {
  const { scheme, problems } = compile(schemeText(body))
  if (scheme === undefined) throw new Error(problems.map((problem) => messageOf(problem, 'en')).join('\n'))
  return scheme
}

/** Codes of the problems that the body has. */
export function problemsOf(body: string): readonly string[] {
  return compile(schemeText(body)).problems.map(({ code }) => code)
}

type Facts = UnitData['facts']

/** The results of units of these facts, judged together by the engine; the reference evaluator must agree. */
export function resultsOf(body: string, units: readonly (Facts & { readonly kind?: string })[]): readonly UnitResult[] {
  const data = units.map(({ kind, ...facts }, index) => ({
    unit: `unit ${index}`,
    ...(kind === undefined ? {} : { kind }),
    facts,
  }))
  const scheme = compiled(body)
  const { results } = loadScheme(JSON.parse(JSON.stringify(scheme))).assessAll(data)
  expect(settledOf(results)).toEqual(referenceAssessAll(scheme, { units: data }).results)
  return results
}

/** The result of one unit. */
export function resultOf(body: string, facts: Facts & { readonly kind?: string }): UnitResult {
  return resultsOf(body, [facts])[0]!
}

/** The scores of items of one unit. */
export function itemsOf(body: string, facts: Facts): UnitResult['items'] {
  return resultOf(body, facts).items
}
