/** Data and schemes that no author and no host would make: refused or read, and nothing is left behind. */
import { DataError, loadScheme, SchemeError, type Scheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import type { CompiledScheme } from '@merit/engine/scheme'
import { describe, expect, it } from 'vitest'
import { everything } from '../facts-schema/everything.js'

const compiled = everything()
const scheme = loadScheme(compiled)

/** A unit that is fine but for what is given. */
function unit(facts: object, more: object = {}) {
  return { unit: 'A', kind: 'town', facts, ...more } as never
}

function codesOf(call: () => unknown): readonly string[] {
  try {
    call()
    return []
  } catch (error) {
    if (!(error instanceof DataError || error instanceof SchemeError)) throw error
    const words = error.problems.slice(0, 20).map((problem) => messageOf(problem, 'en') + messageOf(problem, 'zh'))
    if ([error.message, ...words].some(({ length }) => length > 3000))
      throw new Error('too long a message', { cause: error })
    return [...new Set(error.problems.map(({ code }) => code))]
  }
}

const assess = (facts: object, more: object = {}) => codesOf(() => scheme.assess(unit(facts, more)))

function nested(depth: number, open: string, close: string): unknown {
  return JSON.parse(open.repeat(depth) + '1' + close.repeat(depth)) as unknown
}

describe('values', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  it.each<[string, unknown, string]>([
    ['lists in lists', nested(50_000, '[', ']'), 'not-yes-or-no'],
    ['objects in objects', nested(50_000, '{"a":', '}'), 'not-yes-or-no'],
    ['an object that holds itself', cyclic, 'not-yes-or-no'],
    ['a long text', 'x'.repeat(5_000_000), 'not-yes-or-no'],
    ['a great integer', 10n ** 200_000n, 'not-yes-or-no'],
    ['a symbol', Symbol('yes'), 'not-yes-or-no'],
    ['a function', () => true, 'not-yes-or-no'],
    ['an instance', new Map(), 'not-yes-or-no'],
  ])('%s for yes or no', (_, value, code) => expect(assess({ 'work plan': value })).toEqual([code]))

  it.each([
    ['1'.repeat(1_000_000), 'out-of-range'],
    [`${'0'.repeat(1_000_000)}1.5`, ''],
    [`0.${'0'.repeat(1_000_000)}1`, 'too-precise'],
    [`1.5${'0'.repeat(1_000_000)}`, ''],
    [`1${'0'.repeat(1_000_000)}x`, 'not-a-number'],
    ['%'.repeat(1_000_000), 'not-a-number'],
    [`${' '.repeat(1_000_000)}1`, ''],
    [' '.repeat(1_000_000), 'not-a-number'],
    ['１'.repeat(500_000), 'out-of-range'],
    [1e308, 'out-of-range'],
    [5e-324, 'too-precise'],
    [-0, ''],
  ])('a number of many signs, %#', (value, code) => expect(assess({ rate: value }).join()).toBe(code))

  it('lists: too long, with holes, of anything', () => {
    expect(assess({ marks: Array.from({ length: 100_001 }, () => 1) })).toEqual(['list-too-long'])
    // oxlint-disable-next-line unicorn/no-new-array -- as long as can be, and empty
    expect(assess({ marks: new Array(2 ** 32 - 1) })).toEqual(['list-too-long'])
    // oxlint-disable-next-line no-sparse-arrays -- holes are what this is about
    expect(assess({ marks: [1, , 2] })).toEqual(['not-a-number'])
    expect(assess({ honour: [cyclic, [], null, 'x', { __proto__: { date: '2026-01-01' } }] })).toContain('not-a-record')
  })

  it('override values that are no text and no number', () => {
    const override = (value: unknown) => ({ overrides: [{ of: 'grade', value, by: 'b', on: '2026-01-01', why: 'w' }] })
    for (const value of [JSON.parse('{"toString":1,"valueOf":1}'), Object.create(null), [[]], Symbol('good')])
      expect(assess({}, override(value))).toEqual(['override-no-grade'])
  })
})

describe('names', () => {
  it('by the hundred thousand: told, not all of them', () => {
    const many = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`fact ${at}`, true]))
    expect(assess(many)).toEqual(['unknown-fact'])
  })

  it('of every sign, and as long as can be', () => {
    const names = [
      '\u0000',
      '\ud800',
      '\udfff\ud800',
      '\u202e',
      'a\u0301'.repeat(100_000),
      ' '.repeat(1_000_000),
      '%'.repeat(1e6),
    ]
    for (const name of names) expect(assess({ [name]: true })).toEqual(['unknown-fact'])
    expect(codesOf(() => scheme.assess({ unit: '\ud800', kind: '\ud800'.repeat(1000), facts: {} }))).toEqual([
      'unknown-kind',
    ])
  })

  it('that all objects have are no facts, and change no object', () => {
    const json = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "toString": 1}'
    expect(assess(JSON.parse(json) as object)).toEqual(['unknown-fact'])
    const whole =
      '{"unit":"A","kind":"town","facts":{},"__proto__":{"polluted":true},"reviews":{"__proto__":{"facts":{}}}}'
    expect(codesOf(() => scheme.assess(JSON.parse(whole) as never))).toEqual(['unknown-unit-key', 'unknown-review'])
    expect(({} as { polluted?: unknown }).polluted).toBe(undefined)
  })

  it('spelled in ever new ways are found, and not kept', () => {
    for (let blanks = 1; blanks < 300; blanks += 1)
      expect(assess({ [`work${' '.repeat(blanks * 1000)}plan`]: true })).toEqual([])
  })
})

describe('objects with code of their own', () => {
  const oops = new Error('the host’s own')
  const throwing = Object.defineProperty({ 'work plan': true }, 'complaint', {
    enumerable: true,
    get: () => {
      throw oops
    },
  })
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()

  it('fail with their own error, and the next unit is none the worse', () => {
    for (const own of [loadScheme(compiled), scheme]) {
      expect(() => own.assess(unit(throwing))).toThrow(oops)
      expect(() => own.assess(unit({ 'no such fact': 1 }, { reviews: proxy }))).toThrow(TypeError)
      expect(own.assess(unit({})).missing).toContain('work plan')
      expect(own.assess(unit({ 'work plan': false, complaint: 2 })).missing).not.toContain('complaint')
      expect(() => own.assessAll([unit({}), unit(throwing)])).toThrow(oops)
    }
    expect(() =>
      loadScheme(
        Object.defineProperty({}, 'format', {
          enumerable: true,
          get: () => {
            throw oops
          },
        }),
      ),
    ).toThrow(oops)
  })
})

describe('schemes', () => {
  const grown = (change: (draft: { -readonly [K in keyof CompiledScheme]: CompiledScheme[K] }) => void): Scheme => {
    const draft = structuredClone(compiled)
    change(draft)
    return loadScheme(draft)
  }
  const repeated = <T>(count: number, entry: (at: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => entry(at))

  it('with more than is gone through again and again', () => {
    const refused = [
      () =>
        grown(
          (draft) => (draft.kinds = repeated(1001, (at) => Object.assign({}, draft.kinds[0]!, { name: `k${at}` }))),
        ),
      () => grown((draft) => (draft.grades = repeated(1001, (at) => `g${at}`))),
      () => grown((draft) => (draft.mustHold = repeated(1001, () => ({ when: 'n0', figures: [], sentence: 0 })))),
      () => grown((draft) => (draft.sentences = repeated(200_001, () => draft.sentences[0]!))),
    ]
    for (const load of refused) expect(codesOf(load)).toEqual(['list-too-long'])
    const longList = { kind: 'many', of: { kind: 'yes-no' }, max: 1_000_001 } as const
    expect(
      codesOf(() =>
        grown(
          (draft) => (draft.facts = draft.facts.map((fact, at) => (at === 7 ? { ...fact, type: longList } : fact))),
        ),
      ),
    ).toEqual(['list-too-long'])
  })

  it('whose names do not tell one thing from another', () => {
    expect(codesOf(() => grown((draft) => (draft.grades = ['good', ' good'])))).toEqual(['name-twice'])
    const words = { kind: 'choice', options: ['high', 'ｈigh'] } as const
    expect(
      codesOf(() =>
        grown((draft) => (draft.facts = draft.facts.map((fact, at) => (at === 4 ? { ...fact, type: words } : fact)))),
      ),
    ).toEqual(['name-twice'])
  })

  it('nested without end, or one key as long as a book', () => {
    expect(codesOf(() => grown((draft) => (draft.nodes = nested(50_000, '[', ']') as never)))).not.toEqual([])
    const deep = nested(50_000, '{"!":[', ']}')
    expect(
      codesOf(() =>
        grown((draft) => (draft.nodes = [{ id: 'n0', kind: 'logic', type: 'boolean', logic: deep as never }])),
      ),
    ).toEqual(['too-deep'])
    expect(
      codesOf(() => grown((draft) => Object.assign(draft, { ['k'.repeat(5_000_000)]: { __proto__: 1 } }))),
    ).toEqual(['unknown-field'])
  })

  it('of many parts with facts each: in time that grows with them', () => {
    const many = 20_000
    const big = grown((draft) => {
      const parts = repeated(many, (at) => Object.assign({}, draft.parts[0]!, { name: `p${at}` }))
      const facts = repeated(many, (at) =>
        Object.assign({}, draft.facts[0]!, { id: `f${draft.facts.length + at}`, under: `p${at}` }),
      )
      draft.parts = [...draft.parts, ...parts]
      draft.facts = [...draft.facts, ...facts]
    })
    expect(big.assess(unit({ p19999: { 'work plan': true } })).status).toBe('incomplete')
  })
})
