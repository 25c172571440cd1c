import { contextOf, DataError, loadScheme, type DataProblem, type ReadUnit, type UnitData } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { ranges } from '@merit/engine/ranges'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { models } from '../differential/arbitrary-models.js'
import { withUnits } from '../differential/arbitrary-units.js'
import { compiled } from '../differential/compiled.js'
import { patience, runs } from '../differential/settings.js'
import { from, otherwise, plain, sample, top, unit } from './sample.js'

const lines = [from('A', 90), otherwise('B')]
const scheme = loadScheme(sample({ lines, flags: ['on'] }))

describe('a unit that has been read', () => {
  test('says its name and its kind, and nothing can be changed', () => {
    const read = scheme.read(unit('a', 95))
    expect({ ...read }).toEqual({ unit: 'a', kind: 'unit' })
    expect(Object.isFrozen(read)).toBe(true)
  })

  test('has what was read, whatever becomes of the data', () => {
    const data = { unit: 'a', kind: 'unit', facts: { score: 95, on: true } }
    const read = scheme.read(data)
    data.unit = 'b'
    data.facts.score = 10
    expect(scheme.assess(read)).toMatchObject({ unit: 'a', total: '95', grade: 'A' })
    expect(contextOf(scheme.assess(read)).fact('f3')).toEqual({ value: true, reported: true })
  })

  test('so has the range of one that lacks facts, and a review', () => {
    const reviews = [{ name: 'visit', lines: [{ who: { kind: 'all' as const }, sentence: 3 }], sentence: 3 }]
    const open = loadScheme(sample({ lines, more: () => ({ reviews }) }), { ranges })
    const data = { unit: 'a', kind: 'unit', facts: { tie: 3 }, reviews: { visit: { facts: { tie: 4 } } } }
    const before = plain(open.assess(structuredClone(data)))
    const read = open.read(data)
    data.facts.tie = 200
    data.reviews.visit.facts.tie = 300
    const result = open.assess(read)
    expect(plain(result)).toEqual(before)
    expect(contextOf(result).unit.reviews?.['visit']).toEqual({ facts: { tie: 4 } })
  })

  test('is refused with every fault, as the data would be', () => {
    expect(() => scheme.read(unit('a', 'abc'))).toThrow(DataError)
    expect(scheme.assess(scheme.read(unit('a', 95))).grade).toBe('A')
  })

  test('is judged among others, read or not', () => {
    const competing = loadScheme(sample({ lines: [top('A', 1), otherwise('B')] }))
    const [a, b] = [unit('a', 95), unit('b', 96)]
    const { results } = competing.assessAll([competing.read(a), b])
    expect(results.map(({ grade, rank }) => [grade, rank])).toEqual([
      ['B', 2],
      ['A', 1],
    ])
  })

  test('is one unit, though it be given twice', () => {
    const read = scheme.read(unit('a', 95))
    expect(codesOf(() => scheme.assessAll([read, read]))).toEqual(['unit-twice'])
  })

  test('belongs to the scheme that read it', () => {
    const other = loadScheme(sample({ lines, flags: ['on'] }))
    const read = other.read(unit('a', 95))
    expect(codesOf(() => scheme.assess(read))).toEqual(['unit-of-another-scheme'])
    expect(codesOf(() => scheme.read(read as never))).toEqual(['unit-of-another-scheme'])
    expect(codesOf(() => scheme.assessAll([unit('b', 1), read]))).toEqual(['unit-of-another-scheme'])
    const [problem] = problemsOf(() => scheme.assessAll([unit('b', 1), read]))
    expect(messageOf(problem!, 'en')).toBe(
      'unit "a": The unit was read by another scheme. Read it by the one that assesses it.',
    )
    expect(messageOf(problem!, 'zh')).toContain('该单位由另一方案读入')
  })

  test('is made by nobody else', () => {
    const read = scheme.read(unit('a', 95))
    const Made = read.constructor as new (...given: unknown[]) => ReadUnit
    expect(() => new Made(undefined, { name: 'a', kind: 0 }, 'unit', undefined)).toThrow(TypeError)
    const alike = Object.create(
      Object.getPrototypeOf(read) as object,
      Object.getOwnPropertyDescriptors(read),
    ) as ReadUnit
    expect(codesOf(() => scheme.assess(alike))).toEqual(['unit-not-an-object'])
    expect(codesOf(() => scheme.assess(structuredClone(read)))).toEqual(['facts-missing'])
  })
})

function codesOf(act: () => unknown): readonly string[] {
  return problemsOf(act).map(({ code }) => code)
}

function problemsOf(act: () => unknown): readonly DataProblem[] {
  try {
    act()
  } catch (error) {
    if (error instanceof DataError) return error.problems
    throw error
  }
  return []
}

test(
  'a unit comes to the same, read before or not, alone and among others, again and again',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: true, most: 5 }), ({ model, units }) => {
        const loaded = loadScheme(compiled(model, 'en'), { ranges })
        const data = JSON.parse(JSON.stringify(units)) as readonly UnitData[]
        const read = units.map((one) => loaded.read(one))
        const alone = data.map((one) => plain(loaded.assess(one)))
        expect(read.map((one) => plain(loaded.assess(one)))).toEqual(alone)
        const together = plain(loaded.assessAll(data))
        expect(plain(loaded.assessAll(read))).toEqual(together)
        expect(plain(loaded.assessAll({ units: read.map((one, at) => (at % 2 === 0 ? one : data[at]!)) }))).toEqual(
          together,
        )
        expect(read.map((one) => plain(loaded.assess(one)))).toEqual(alone)
      }),
      runs(25),
    )
  },
  patience,
)

test('marks of ballots do not stay with a unit that was read', () => {
  const fact = {
    id: 'f3',
    name: 'votes',
    sentence: 0,
    type: { kind: 'many', of: { kind: 'count', unit: 1, min: 0, max: 9, word: '' }, max: 9 },
  }
  const base = sample({ lines })
  const voted = loadScheme({
    ...base,
    facts: [...base.facts.slice(0, 3), fact],
    ballots: [{ fact: 'f3', voids: [], sentence: 0 }],
  })
  const read = voted.read(unit('a', 95))
  const data = { units: [read], ballots: { votes: [{ rater: 'r', marks: { a: 3 } }] } }
  expect(contextOf(voted.assessAll(data).results[0]!).fact('f3')).toEqual({ value: [3], reported: true })
  expect(contextOf(voted.assess(read)).fact('f3')).toBeUndefined()
})
