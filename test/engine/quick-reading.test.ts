import { contextOf, DataError, loadScheme, type Scheme } from '@merit/engine'
import type { Fact } from '@merit/engine/scheme'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../differential/settings.js'
import { from, otherwise, sample } from './sample.js'

const extra: readonly Omit<Fact, 'id' | 'sentence'>[] = [
  { name: 'plan', type: { kind: 'yes-no' } },
  { name: 'cases', type: { kind: 'count', unit: 1, min: 0, max: 1_000_000, word: '件' } },
  { name: 'rate', type: { kind: 'percentage', unit: 10, min: 0, max: 2000, cut: 1000 } },
  { name: 'amount', type: { kind: 'number', unit: 100, min: -500_000, max: 500_000 } },
  { name: 'level', aliases: ['grade of work'], type: { kind: 'choice', options: ['优', 'good', '2', '1'] } },
  { name: 'note', type: { kind: 'text' } },
]

/** A scheme with facts of every form, none of which it looks at but `score`. */
function loaded(): Scheme {
  const base = sample({ lines: [from('A', 90), otherwise('B')] })
  const more = extra.map((fact, index) => Object.assign({ id: `f${base.facts.length + index}`, sentence: 0 }, fact))
  return loadScheme({ ...base, facts: [...base.facts, ...more] })
}

const usual = { score: 95.5, plan: true, cases: 3, rate: 97.6, amount: -12.25, level: 'good' }

/** So many units like the one that is read that they are read by plan, by the way that suits them. */
function practised(facts: object): Scheme {
  const scheme = loaded()
  for (let time = 0; time < 200; time += 1) outcomeOf(scheme, facts)
  return scheme
}

/** What was read of a unit, or every fault. */
function outcomeOf(scheme: Scheme, facts: object): unknown {
  try {
    const { fact } = contextOf(scheme.assess(scheme.read({ unit: 'a', kind: 'unit', facts: facts as never })))
    return scheme.facts.map(({ id }) => fact(id))
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    return error.problems
  }
}

const numbers = [-0, 0, 1, 1e21, 0.1 + 0.2, 97.65, 97.6, 2000.1, -1, 2 ** 53, 1e-7, 5e-324, Number.NaN, Infinity]
const texts = ['98.60', '９８．６', '98.6%', ' 3 ', '1e3', '', 'GOOD', ' good', '优', '2', 'none', 'true', '0x10', '-0']
const others: readonly unknown[] = [
  true,
  false,
  null,
  undefined,
  3n,
  Symbol('3'),
  () => 3,
  [],
  [3],
  ['good'],
  {},
  { valueOf: () => 3 },
]
const boxed = [Object(3), Object(true), Object('good'), new Date(0), Object.create(null)] as const
const odd = fc.constantFrom<unknown>(...numbers, ...texts, ...others, ...boxed)
const keys = Object.keys(usual)
const changes = fc.dictionary(
  fc.constantFrom(...keys, 'note', 'grade of work', 'unknown', '__proto__', 'toString'),
  odd,
  { maxKeys: 3, noNullPrototype: true },
)
const oddFacts = changes.map((changed) => Object.assign({}, usual, changed) as object)

describe('units of one source are read by plan', () => {
  const scheme = practised(usual)

  test('and come to what the first of them comes to', () => {
    fc.assert(
      fc.property(oddFacts, (facts) => {
        expect(outcomeOf(scheme, facts)).toEqual(outcomeOf(loaded(), facts))
      }),
      runs(300),
    )
  })

  test('even if all of them are odd in one way', () => {
    fc.assert(
      fc.property(oddFacts, (facts) => {
        expect(outcomeOf(practised(facts), facts)).toEqual(outcomeOf(loaded(), facts))
      }),
      runs(20),
    )
  })

  test('whatever kind of object they are', () => {
    const expected = outcomeOf(loaded(), usual)
    const keyByKey: Record<string, unknown> = {}
    for (let filler = 0; filler < 40; filler += 1) keyByKey[`k${filler}`] = filler
    for (let filler = 0; filler < 40; filler += 1) delete keyByKey[`k${filler}`]
    for (const [key, value] of Object.entries(usual)) keyByKey[key] = value
    const withGetters = Object.defineProperties(
      {},
      Object.fromEntries(Object.entries(usual).map(([key, value]) => [key, { get: () => value, enumerable: true }])),
    )
    const bare = Object.assign(Object.create(null) as object, usual)
    const all = [keyByKey, withGetters, bare, JSON.parse(JSON.stringify(usual)) as object, new Proxy(usual, {})]
    for (const facts of all) {
      expect(outcomeOf(scheme, facts)).toEqual(expected)
      expect(outcomeOf(practised(facts), facts)).toEqual(expected)
    }
  })

  test('and only what is their own is read', () => {
    const inherited = Object.create(usual) as object
    expect(outcomeOf(scheme, inherited)).toMatchObject([{ code: 'facts-not-an-object' }])
    const prototype = Object.prototype as { plan?: unknown }
    prototype.plan = true
    try {
      const { plan: _plan, ...others } = usual
      expect(outcomeOf(scheme, others)).toEqual(outcomeOf(loaded(), others))
      expect((outcomeOf(scheme, others) as readonly unknown[])[3]).toBeUndefined()
    } finally {
      delete prototype.plan
    }
  })

  test('a fact that is given by two names is told, whichever comes first', () => {
    const twice = { ...usual, 'grade of work': 'good' }
    expect(outcomeOf(practised(twice), twice)).toMatchObject([{ code: 'fact-twice', fact: 'level' }])
  })

  test('a unit whose getter reads another one is read for itself', () => {
    const facts = {
      ...usual,
      get cases(): number {
        outcomeOf(scheme, { ...usual, cases: 9, amount: 1, rate: 5 })
        return 4
      },
    }
    expect(outcomeOf(scheme, facts)).toEqual(outcomeOf(loaded(), { ...usual, cases: 4 }))
  })
})
