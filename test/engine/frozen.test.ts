/** Nothing that the engine gives can be changed by who gets it: schemes, results and all that they hold, by getters too. */
import { loadScheme, type Scheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import type { CohortData, UnitData } from '@merit/engine'
import { describe, expect, it } from 'vitest'
import { compiledCase, schemes, tours } from '../corpus.js'

/** The paths at which something can be changed; functions are looked at, not called. */
function thawed(root: unknown): readonly string[] {
  const found: string[] = []
  const seen = new Set<object>()
  const visit = (value: unknown, path: string): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return
    seen.add(value)
    if (!Object.isFrozen(value) && typeof value === 'object') found.push(path)
    for (let holder: unknown = value; isOwn(holder); holder = Object.getPrototypeOf(holder) as unknown) {
      for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
        if (key !== 'constructor')
          visit(property.get === undefined ? property.value : property.get.call(value), `${path}.${key}`)
      }
    }
  }
  visit(root, '')
  return found
}

/** An object, or the prototype of one, that is the engine's. */
function isOwn(value: unknown): value is object {
  const shared: readonly unknown[] = [Object.prototype, Array.prototype, Function.prototype]
  return typeof value === 'object' && value !== null && !shared.includes(value)
}

/** All results together, and whatever else the scheme gives. */
function given(scheme: Scheme, cohort: CohortData) {
  const assessment = scheme.assessAll(cohort)
  const { results, ...whole } = assessment
  const units: readonly UnitData[] = cohort.units.slice(0, 5)
  const alone = units.flatMap((unit) => [scheme.assess(unit), scheme.read(unit)])
  return {
    results,
    others: [...Object.values(whole), ...alone],
    isFrozen: [assessment, results].every(Object.isFrozen),
  }
}

describe.each([...schemes.slice(0, 3), ...tours.slice(0, 3)])('$name', (one) => {
  const compiled = compiledCase(one)
  const data = one.data()!

  it.each([
    ['with ranges', { ranges }],
    ['without', {}],
  ])('%s: schemes and results are frozen', (_, options) => {
    const scheme = loadScheme(compiled, options)
    expect(thawed(scheme)).toEqual([])
    const { results, others, isFrozen } = given(scheme, data)
    expect(isFrozen).toBe(true)
    for (const result of results.slice(0, 20)) expect(thawed(result), result.unit).toEqual([])
    for (const other of others) expect(thawed(other)).toEqual([])
  })
})
