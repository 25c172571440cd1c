/** Values of every form under keys of every kind: a printed module reads them as the engine does by itself. */
import { describe, expect, it } from 'vitest'
import { contextOf, type Scheme, type UnitData } from '@merit/engine'
import type { CompiledScheme, Fact, FactType } from '@merit/engine/scheme'
import { sample } from '../engine/sample.js'
import { bothWays, outcome } from './printed.js'

const types: Readonly<Record<string, FactType>> = {
  whole: { kind: 'count', unit: 1, min: 0, max: 1_000_000_000 },
  'capped whole': { kind: 'count', unit: 1, min: 0, max: 100, cut: 7 },
  signed: { kind: 'number', unit: 1, min: -50, max: 50 },
  rate: { kind: 'percentage', unit: 10, min: 0, max: 1000 },
  'capped rate': { kind: 'percentage', unit: 100, min: -1000, max: 100_000, cut: 10_000 },
  'wide number': { kind: 'number', unit: 1000, min: -9_007_199_254_740_991, max: 9_007_199_254_740_991 },
  level: { kind: 'choice', options: ['gold', 'silver', 'bronze'] },
  levelPlace: { kind: 'choice', options: ['first', 'second'] },
  rateWhole: { kind: 'percentage', unit: 10, min: 0, max: 1000 },
  'one word': { kind: 'choice', options: ['only'] },
  'many words': { kind: 'choice', options: Array.from({ length: 40 }, (_, at) => `word ${at}`) },
  day: { kind: 'date' },
  note: { kind: 'text' },
  marks: { kind: 'many', of: { kind: 'number', unit: 10, min: 0, max: 100 }, max: 5 },
  awards: { kind: 'records', fields: [{ name: 'level', type: { kind: 'choice', options: ['a', 'b'] } }], max: 3 },
}

const base = sample({ flags: ['flag', 'other flag'] })
const compiled: CompiledScheme = {
  ...base,
  facts: [
    ...base.facts,
    ...Object.entries(types).map(([name, type], at): Fact => {
      return { id: `f${base.facts.length + at}`, name, machineName: name.replace(' ', '_'), type, sentence: 0 }
    }),
  ],
}

const words = [
  '',
  ' ',
  'yes',
  'gold',
  ' gold',
  'ｇｏｌｄ',
  'silver',
  'Gold',
  'only',
  'word 0',
  'word 39',
  'A',
  'D',
  'E',
]
const texts = ['5', '98.6', '98.60', '９８．６', '98.6%', '1e2', '2026-03-01', '2026-02-30', '2026-3-1']
const small = [0, -0, 1, 5, 7, 8, -1, -50, -51, 50, 51, 98.6, 98.65, 100, 100.1, 0.1 + 0.2, 1e-7]
const great = [1e15, 1e21, 2 ** 53, -(2 ** 53), 9007199254740.99, 4503599627370.497, 1_000_000_000, 1_000_000_001]
const lists = [[], [5], [5.5, '6'], [5.55], [{ level: 'a' }], [{ level: 'c' }], [[]], {}, { level: 'a' }]
const noJson = [undefined, Number.NaN, Infinity, 5n, Symbol('s'), () => 1, new Date(0), Object(5), Object('gold')]
const asked = (): never => {
  throw new Error('no value is asked what it is worth')
}
const values: readonly unknown[] = [null, true, false].concat(
  ...([words, texts, small, great, lists, noJson, [{ valueOf: asked, toString: asked }]] as never[]),
)

/** The result and every fact as it was read, or the faults. */
function readBy(scheme: Scheme, facts: unknown): unknown {
  return outcome(() => {
    const result = scheme.assess({ unit: 'A', kind: 'unit', facts } as UnitData)
    const { fact } = contextOf(result)
    return [result, compiled.facts.map(({ id }) => fact(id))]
  })
}

const { plain, printed, calls } = await bothWays(compiled)

describe('a printed module reads', () => {
  it.each(compiled.facts.map(({ name }) => name))('values of %s as ever', (name) => {
    for (const value of values) {
      const facts = { score: 90, [name]: value }
      expect(readBy(printed, facts)).toEqual(readBy(plain, facts))
    }
  })

  it('the usual ones by itself', () => {
    const facts = {
      score: 90.25,
      flag: true,
      'other flag': false,
      whole: 3,
      rate: 98.6,
      level: 'silver',
      signed: -5,
      last: 'B',
    }
    const before = { ...calls }
    expect(readBy(printed, facts)).toEqual(readBy(plain, facts))
    expect([calls.read - before.read, calls.computed - before.computed]).toEqual([1, 1])
  })

  const hidden = Object.defineProperty({ score: 90 }, 'flag', { value: true, enumerable: false })
  it.each<[string, unknown]>([
    ['an unknown key', { score: 90, nobody: 1 }],
    ['a machine name', { score: 90, capped_rate: 5 }],
    ['a name and its machine name', { score: 90, 'capped rate': 5, capped_rate: 5 }],
    ['a name in full width', { ｓｃｏｒｅ: 90 }],
    ['a name twice', { score: 90, ' score': 90 }],
    ['a key without a value', { score: 90, flag: undefined, nobody: undefined }],
    ['a key that is not listed', hidden],
    ['no facts', {}],
    ['an object without prototype', Object.assign(Object.create(null) as object, { score: 90 })],
    ['what it has from elsewhere', Object.create({ score: 90 })],
    ['keys of every object', { score: 90, constructor: 1, toString: true, hasOwnProperty: 'gold' }],
    ['a prototype as a key', JSON.parse('{ "score": 90, "__proto__": { "flag": true } }')],
    ['a list', [90]],
    ['nothing', null],
  ])('%s as ever', (_, facts) => {
    expect(readBy(printed, facts)).toEqual(readBy(plain, facts))
  })

  it.each<[string, unknown]>([
    ['no kind', { unit: 'A', facts: { score: 90 } }],
    ['a kind in full width', { unit: 'A', kind: 'ｕｎｉｔ', facts: { score: 90 } }],
    ['an unknown kind', { unit: 'A', kind: 'none', facts: { score: 90 } }],
    ['a blank name', { unit: ' ', kind: 'unit', facts: { score: 90 } }],
    ['an unknown key', { unit: 'A', kind: 'unit', facts: { score: 90 }, note: 1 }],
    ['an override', { unit: 'A', kind: 'unit', facts: { score: 90 }, overrides: [{ of: 'grade', value: 'D', by: 'B', on: '2026-01-01', why: 'w' }] }], // prettier-ignore
  ])('units with %s as ever', (_, unit) => {
    expect(outcome(() => printed.assess(unit as UnitData))).toEqual(outcome(() => plain.assess(unit as UnitData)))
  })
})
