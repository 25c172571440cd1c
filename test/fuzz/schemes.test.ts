/**
 * Schemes from strangers: every real scheme with changes that keep its form. Each is refused with problems and their paths, or loads and
 * computes what the reference computes; nothing else is thrown, and nothing is left behind in what all objects share.
 */
import { contextOf, DataError, loadScheme, SchemeError, type CohortData, type Scheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { explain, toText } from '@merit/engine/explain'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import type { CompiledScheme } from '@merit/engine/scheme'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compiledCase, patterns, schemes, tours } from '../corpus.js'
import { plain, settledOf } from '../differential/differences.js'
import { arbitraryUnitWith } from '../facts-schema/arbitrary-unit.js'
import { altered } from './akin.js'
import { damaged, fuzzing } from './mutate.js'

const shared = sizes()

/** What became of a scheme: `refused`, `computed`, `data refused`; anything else is thrown. */
function fateOf(json: unknown, dice: number): string {
  let scheme: Scheme
  try {
    scheme = loadScheme(json, dice % 4 === 1 ? {} : { ranges })
  } catch (error) {
    if (!(error instanceof SchemeError) || error.problems.length === 0) throw error
    for (const problem of error.problems) {
      const words = messageOf(problem, 'en') + messageOf(problem, 'zh')
      if (/undefined|\[object|NaN/.test(words)) throw new Error(words, { cause: error })
    }
    return 'refused'
  }
  const given = unitsFor(scheme.compiled, dice)
  try {
    const assessment = scheme.assessAll(given)
    expect(plain(referenceAssessAll(scheme.compiled, given))).toEqual(settledOf(assessment))
    for (const result of assessment.results) {
      const { value, gradeSteps } = contextOf(result)
      for (const { id } of scheme.compiled.nodes) value(id)
      expect([JSON.stringify(result), gradeSteps]).toBeDefined()
      expect(toText(explain(result, { language: 'zh' }))).not.toMatch(/undefined|\[object|NaN/)
    }
    for (const unit of given.units) scheme.assess(unit)
    return 'computed'
  } catch (error) {
    if (error instanceof DataError && error.problems.length > 0) return 'data refused'
    throw error
  }
}

function unitsFor(compiled: CompiledScheme, dice: number): CohortData {
  const units = fc.sample(arbitraryUnitWith(compiled, { slips: 0, missing: dice % 4 === 0 ? 1 : 0 }), {
    seed: dice,
    numRuns: 4,
  })
  return { units: units.map((unit, index) => Object.assign(unit, { unit: `unit ${index}` })) as never }
}

/** Real schemes, each compiled when it is first needed. */
function compiledOnce(cases: typeof schemes): (at: number) => CompiledScheme {
  const compiled = new Map<number, CompiledScheme>()
  return (at) => {
    if (!compiled.has(at)) compiled.set(at, compiledCase(cases[at]!))
    return compiled.get(at)!
  }
}

describe.each([
  ['the five schemes', schemes],
  ['the tours', [tours[0]!, tours[3]!]],
  ['schemes for every kind of rule', patterns],
])('%s', (_, cases) => {
  const caseAt = compiledOnce(cases)
  // The first of them may take as long as all the time there is.
  beforeAll(() => void cases.slice(0, 5).map((_case, at) => caseAt(at)), 60_000)

  const patience = 60_000 + 2 * Number(process.env['MERIT_FUZZ_MS'] ?? 0)
  it('altered: refused with a path, or computed as the reference does', { timeout: patience }, () => {
    const fates = new Map<string, number>()
    const given = fc
      .record({ at: fc.nat(cases.length - 1), dice: fc.nat(), isForm: fc.nat(9) })
      .chain(({ at, dice, isForm }) => {
        const alteration = isForm === 0 ? damaged(caseAt(at)) : altered(caseAt(at))
        return alteration.map((json) => ({ name: cases[at]!.name, dice, json }))
      })
    fc.assert(
      fc.property(given, ({ json, dice }) => {
        const fate = fateOf(json, dice)
        fates.set(fate, (fates.get(fate) ?? 0) + 1)
        expect(sizes()).toEqual(shared)
      }),
      { ...fuzzing<[Given]>(2500), reporter },
    )
    if (process.env['MERIT_FUZZ_MS'] !== undefined) console.log(Object.fromEntries(fates))
  })

  /** Says what was altered, not the whole scheme. */
  function reporter({ failed, counterexample, errorInstance, seed, counterexamplePath }: fc.RunDetails<[Given]>): void {
    if (!failed) return
    const [found] = counterexample ?? []
    const before = caseAt(cases.findIndex(({ name }) => name === found?.name))
    const told = { name: found?.name, dice: found?.dice, seed, path: counterexamplePath }
    throw new Error(
      `${JSON.stringify(told)}\n${found === undefined ? 'not one run' : changes(before, found.json).join('\n')}`,
      {
        cause: errorInstance,
      },
    )
  }
})

interface Given {
  readonly name: string
  readonly dice: number
  readonly json: unknown
}

function sizes(): readonly number[] {
  return [Object.prototype, Array.prototype, Function.prototype].map((one) => Reflect.ownKeys(one).length)
}

/** What differs, each with its path. */
function changes(before: unknown, after: unknown, path = ''): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const areHolders = [before, after].every((one) => typeof one === 'object' && one !== null)
  const keys = (of: unknown): string => Object.keys(of as object).join()
  if (!areHolders || keys(before) !== keys(after))
    return [`${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`]
  const [from, to] = [before, after] as readonly Readonly<Record<string, unknown>>[]
  return Object.keys(from!).flatMap((key) => changes(from![key], to![key], `${path}.${key}`))
}
