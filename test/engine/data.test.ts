import { DataError, loadScheme, type DataProblem } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import type { CompiledScheme, Fact } from '@merit/engine/scheme'
import { describe, expect, test } from 'vitest'
import { from, otherwise, sample } from './sample.js'

const extra: readonly Omit<Fact, 'id' | 'sentence'>[] = [
  { name: 'rate', machineName: 'dues_rate', type: { kind: 'percentage', unit: 10, min: 0, max: 1000 } },
  { name: 'done', type: { kind: 'percentage', unit: 10, min: 0, max: 2000, cut: 1000 } },
  { name: 'cases', type: { kind: 'count', unit: 1, min: 0, max: 1_000_000_000, word: '件' } },
  { name: 'level', aliases: ['2.1'], type: { kind: 'choice', options: ['excellent', 'good', '“fair”'] } },
  { name: 'day', type: { kind: 'date' } },
  { name: 'note', type: { kind: 'text' } },
  { name: 'votes', type: { kind: 'many', of: { kind: 'choice', options: ['good', 'fair'] }, max: 3 } },
  {
    name: 'prizes',
    type: {
      kind: 'records',
      fields: [
        { name: 'matter', type: { kind: 'text' } },
        { name: 'level', type: { kind: 'choice', options: ['national', 'provincial'] }, machineName: 'lvl' },
        { name: 'date', type: { kind: 'date' }, default: 0 },
      ],
      max: 10,
    },
  },
  { name: 'plan', under: 'inspection', type: { kind: 'yes-no' } },
]

function rich(): CompiledScheme {
  const base = sample({
    kinds: ['town', 'bureau'],
    flags: ['on'],
    lines: [from('A', 90), otherwise('B')],
    more: () => ({
      reviews: [{ name: 'district review', lines: [{ who: { kind: 'all' }, sentence: 3 }], sentence: 3 }],
      parts: [{ name: 'inspection', full: { value: 100, unit: 1 }, score: 'n0', kinds: [0], lines: [], sentence: 2 }],
    }),
  })
  const facts = [
    ...base.facts,
    ...extra.map((fact, index) => Object.assign({ id: `f${4 + index}`, sentence: 0 }, fact)),
  ]
  return {
    ...base,
    facts,
    kinds: base.kinds.map((kind, index) => Object.assign({ ...kind }, { parts: index === 0 ? [0] : [] })),
  }
}

const scheme = loadScheme(rich())

function problemsOf(data: unknown): readonly DataProblem[] {
  try {
    scheme.assessAll(data as never)
  } catch (error) {
    if (error instanceof DataError) return error.problems
    throw error
  }
  return []
}

const town = (facts: object, more: object = {}) => [
  { unit: 'a', kind: 'town', facts: { score: 50, ...facts }, ...more },
]

/** `code at message` of the faults of one unit's facts. */
function faultsOf(facts: object): readonly string[] {
  return problemsOf(town(facts)).map((problem) => messageOf(problem, 'en').replace('unit "a"', '').replace(/^, /, ''))
}

describe('values', () => {
  test.each([
    [{ on: 'yes' }, '"on": "yes" is neither true nor false.'],
    [{ on: 1 }, '"on": "1" is neither true nor false.'],
    [{ cases: 'abc' }, '"cases": "abc" is no number.'],
    [{ cases: true }, '"cases": "true" is no number.'],
    [{ cases: 1.5 }, '"cases": 1.5 is not whole.'],
    [{ cases: -1 }, '"cases": -1 is not from 0 to 1000000000.'],
    [{ cases: '1e400' }, '"cases": "1e400" is no number.'],
    [{ cases: Number.POSITIVE_INFINITY }, '"cases": Infinity is no number that can be counted with.'],
    [{ cases: Number.NaN }, '"cases": NaN is no number that can be counted with.'],
    [{ cases: '9'.repeat(100) }, `"cases": ${'9'.repeat(39)}… is not from 0 to 1000000000.`],
    [{ rate: 101 }, '"rate": 101% is not from 0% to 100%.'],
    [{ rate: '97.75' }, '"rate": 97.75 has more than 1 decimal.'],
    [{ level: 'god' }, '"level": "god" is none of the words to choose from. Did you mean "good"?'],
    [{ level: 'x' }, '"level": "x" is none of the words to choose from. They are "excellent", "good", "“fair”".'],
    [{ level: 1 }, '"level": "1" is none of the words to choose from. They are "excellent", "good", "“fair”".'],
    [{ last: 'E' }, '"last": "E" is none of the words to choose from. They are "A", "B", "C", "D".'],
    [{ day: '2026-02-29' }, '"day": The date 2026-02-29 does not exist.'],
    [{ day: '1.3.2026' }, '"day": "1.3.2026" is no date; write 2026-03-01.'],
    [{ note: 7 }, '"note": 7 is no text.'],
    [{ votes: 'good' }, '"votes": A list is needed; found good.'],
    [
      { votes: ['good', 'god', 'fair'] },
      '"votes", entry 2: "god" is none of the words to choose from. Did you mean "good"?',
    ],
    [{ votes: ['good', 'good', 'good', 'good'] }, '"votes": The list has 4 entries; at most 3 are allowed.'],
    [{ prizes: [7] }, '"prizes", entry 1: A record is an object of fields; found 7.'],
    [{ prizes: [{ matter: 'x' }] }, '"prizes", entry 1: "level" is missing.'],
    [
      { prizes: [{ matter: 'x', levl: 'national' }] },
      '"prizes", entry 1: A record has no "levl". Did you mean "level"?',
    ],
    [
      { prizes: [{ matter: 'x', lvl: 'national', level: 'national' }] },
      '"prizes", entry 1: The field is given twice, once as "level".',
    ],
    [
      {
        prizes: [
          { matter: 'x', level: 'national' },
          { matter: 'x', level: 'national', date: 'soon' },
        ],
      },
      '"prizes", entry 2, "date": "soon" is no date; write 2026-03-01.',
    ],
    [{ scor: 1 }, 'The scheme has no fact "scor". Did you mean "score"?'],
    [{ qqq: 1 }, 'The scheme has no fact "qqq".'],
    [{ ['__proto__']: 1 }, 'The scheme has no fact "__proto__".'],
    [{ constructor: 1 }, 'The scheme has no fact "constructor".'],
    [{ dues_rate: 1, rate: 1 }, '"rate": The fact is given twice, once as "rate".'],
    [{ plan: true }, 'The scheme has no fact "plan".'],
    [{ inspection: { plans: true } }, 'The scheme has no fact "inspection/plans". Did you mean "plan"?'],
    [{ inspection: { plan: 'x' } }, '"inspection/plan": "x" is neither true nor false.'],
    [{ inspection: 7 }, '"inspection": Facts are an object of names and values; found 7.'],
    [{ rate: { of: 1 } }, '"rate": "{…}" is no number.'],
  ])('%j', (facts, message) => {
    expect(faultsOf(facts)[0]?.replace(/^: /, '')).toBe(message)
  })

  test.each([
    [{ rate: '97.7' }],
    [{ rate: '９７.７％' }],
    [{ dues_rate: 97.7 }],
    [{ done: 150 }],
    [{ '2.1': 'good' }],
    [{ level: '「fair」' }],
    [{ level: 'ｇｏｏｄ ' }],
    [{ ' ｒate　': 5, cases: null, last: null, day: undefined }],
    [{ prizes: [{ matter: '', lvl: 'national' }], votes: [], day: '2024-02-29', note: '' }],
    [{ inspection: { plan: true } }],
    [{ inspection: null }],
  ])('%j is read', (facts) => {
    expect(faultsOf(facts)).toEqual([])
  })

  test('numbers mean their decimal text, cut where the scheme cuts', () => {
    const { results } = scheme.assessAll(town({ score: '89.99' }))
    expect(results[0]).toMatchObject({ total: '89.99', grade: 'B' })
    let sum = 0
    for (let time = 0; time < 10; time += 1) sum = Math.round((sum + 0.1) * 10) / 10
    expect(scheme.assessAll(town({ score: 89 + sum })).results[0]?.grade).toBe('A')
  })
})

describe('units', () => {
  test.each([
    [[], 'no-units'],
    [{ units: [] }, 'no-units'],
    [{}, 'units-not-a-list'],
    [null, 'units-not-a-list'],
    ['text', 'units-not-a-list'],
    [{ units: town({}), lot: {} }, 'unknown-data-key'],
    [{ units: town({}), lots: [] }, 'lots-not-an-object'],
    [{ units: town({}), lots: { 'distrct review': 'x' } }, 'unknown-lot'],
    [{ units: town({}), lots: { 'district review': 7 } }, 'seed-not-text'],
    [[7], 'unit-not-an-object'],
    [[null], 'unit-not-an-object'],
    [[{ kind: 'town', facts: {} }], 'unit-without-name'],
    [[{ unit: ' ', kind: 'town', facts: {} }], 'unit-without-name'],
    [[{ unit: 'a', kind: 'town', facts: {}, fact: {} }], 'unknown-unit-key'],
    [[{ unit: 'a', facts: {} }], 'kind-missing'],
    [[{ unit: 'a', kind: 'twon', facts: {} }], 'unknown-kind'],
    [[{ unit: 'a', kind: 'town' }], 'facts-missing'],
    [[{ unit: 'a', kind: 'town', facts: [] }], 'facts-not-an-object'],
    [[{ unit: 'a', kind: 'town', facts: new Map() }], 'facts-not-an-object'],
    [[{ unit: 'a', kind: 'bureau', facts: { inspection: { plan: true } } }], 'part-of-other-kind'],
    [town({}, { reviews: [] }), 'reviews-not-an-object'],
    [town({}, { reviews: { 'distrikt review': { facts: {} } } }), 'unknown-review'],
    [town({}, { reviews: { 'district review': 7 } }), 'finding-not-an-object'],
    [town({}, { reviews: { 'district review': {} } }), 'facts-missing'],
    [town({}, { reviews: { 'district review': { facts: {}, on: 1 } } }), 'unknown-finding-key'],
    [town({}, { reviews: { 'district review': { facts: { scor: 1 } } } }), 'unknown-fact'],
    [town({}, { reviews: { 'district review': { facts: {} }, 'district　review': { facts: {} } } }), 'finding-twice'],
  ])('%j: %s', (data, code) => {
    expect(problemsOf(data).map((problem) => problem.code)).toEqual([code])
  })

  test('the same name twice, as names are compared', () => {
    const [problem] = problemsOf([...town({}), { unit: ' ａ ', kind: 'town', facts: { score: 1 } }])
    expect(problem).toMatchObject({ code: 'unit-twice', index: 1, data: { first: 0 } })
    expect(messageOf(problem!, 'en')).toBe('unit " ａ ": The unit is there twice; it is also number 1.')
  })

  test('all faults are listed, each with its place, and nothing is computed', () => {
    const problems = problemsOf([
      { unit: 'a', kind: 'town', facts: { score: 'x', rate: 101 } },
      { unit: 'b', kind: 'town', facts: { cases: 1.5 }, reviews: { 'district review': { facts: { rate: -1 } } } },
      { unit: 'a', kind: 'tawn', facts: { votes: ['fair', 'x'], prizes: [{ matter: 1, level: 'national' }] } },
    ])
    expect(
      problems.map(({ code, index, unit: name, fact, review, element, field }) => [
        code,
        index,
        name,
        fact,
        review,
        element,
        field,
      ]),
    ).toEqual([
      ['not-a-number', 0, 'a', 'score', undefined, undefined, undefined],
      ['out-of-range', 0, 'a', 'rate', undefined, undefined, undefined],
      ['too-precise', 1, 'b', 'cases', undefined, undefined, undefined],
      ['out-of-range', 1, 'b', 'rate', 'district review', undefined, undefined],
      ['unknown-kind', 2, 'a', undefined, undefined, undefined, undefined],
      ['unknown-word', 2, 'a', 'votes', undefined, 2, undefined],
      ['not-text', 2, 'a', 'prizes', undefined, 1, 'matter'],
      ['unit-twice', 2, 'a', undefined, undefined, undefined, undefined],
    ])
  })

  test('one unit by itself is held to the same', () => {
    expect(() => scheme.assess({ unit: 'a', kind: 'town', facts: { cases: 'abc' } })).toThrow(
      'index 0, unit "a", fact "cases": not-a-number {"found":"abc"}',
    )
  })

  test('units with their keys in any order are read alike', () => {
    const facts = { score: 50, on: true, rate: 1, cases: 2, level: 'good' }
    const reversed = Object.fromEntries(Object.entries(facts).reverse())
    const data = [facts, reversed, { level: 'good' }, reversed, facts, { ...facts, done: 5 }].map((own, index) => {
      return { unit: `u${index}`, kind: 'town', facts: own }
    })
    expect(scheme.assessAll(data).results.map(({ total, missing }) => total ?? missing)).toEqual([
      '50',
      '50',
      ['score'],
      '50',
      '50',
      '50',
    ])
  })

  test('many faults with many names take no longer than they must', () => {
    const facts = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`unknown fact ${'x'.repeat(80)} ${index}`, 1]),
    )
    // The first ones are told: nobody reads more.
    expect(problemsOf(town(facts))).toHaveLength(10_000)
  })
})

test('every fault is worded in both languages', () => {
  const [problem] = problemsOf(town({ votes: ['god'] }))
  expect(messageOf(problem!, 'zh')).toBe('单位“a”，“votes”，第 1 条：没有“god”这个选项。是不是“good”？')
  expect(messageOf({ code: 'no-units', data: {} }, 'zh')).toBe('没有单位。')
})
