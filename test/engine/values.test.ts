import { contextOf, loadScheme, SchemeError, type UnitResult } from '@merit/engine'
import type { AggregateNode, CompiledScheme, Expr, Fact, GraphNode, LogicNode } from '@merit/engine/scheme'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain, sample } from './sample.js'

/** A sample with further facts and nodes; `f3`, `f4`, … and `n4`, `n5`, … by their order. */
function schemeWith(
  facts: readonly Omit<Fact, 'id' | 'sentence'>[],
  nodes: readonly object[],
  more: Partial<CompiledScheme> = {},
) {
  const base = sample({})
  return {
    ...base,
    facts: [...base.facts, ...facts.map((fact, index) => ({ id: `f${3 + index}`, ...fact, sentence: 0 }))],
    nodes: [...base.nodes, ...nodes.map((node, index) => ({ id: `n${4 + index}`, ...node }) as GraphNode)],
    ...more,
  }
}

/** The sample with its kind changed: what it needs, what its total is. */
function withKind(scheme: CompiledScheme, kind: Partial<CompiledScheme['kinds'][number]>): CompiledScheme {
  return { ...scheme, kinds: scheme.kinds.map((own) => ({ ...own, ...kind })) }
}

/** Every node of these lines can be asked for. */
function linesFor(nodes: readonly string[]): CompiledScheme['kinds'][number]['lines'] {
  return nodes.map((node) => ({ effect: 'bonus', sentence: 0, amount: node }))
}

function valueOf(scheme: CompiledScheme, node: string, facts: object): unknown {
  const asked = withKind(scheme, { lines: linesFor([node]), needs: [] })
  return contextOf(loadScheme(asked).assess({ unit: 'a', facts: { ...facts } })).value(node)
}

function assessed(scheme: CompiledScheme, facts: object): UnitResult {
  return loadScheme(scheme).assess({ unit: 'a', facts: { ...facts } })
}

const marks: Omit<Fact, 'id' | 'sentence'> = {
  name: 'marks',
  type: { kind: 'many', of: { kind: 'number', unit: 10, min: 0, max: 1000 }, max: 1000 },
}
const awards: Omit<Fact, 'id' | 'sentence'> = {
  name: 'awards',
  type: {
    kind: 'records',
    fields: [
      { name: 'matter', type: { kind: 'text' } },
      { name: 'level', type: { kind: 'choice', options: ['high', 'middle', 'low'] } },
      { name: 'counts', type: { kind: 'yes-no' }, default: true },
    ],
    max: 1000,
  },
  default: [],
}

describe('aggregates', () => {
  const of = (more: Partial<AggregateNode>) =>
    ({ kind: 'aggregate', of: 'f3', value: { var: 'e0' }, take: 'sum', unit: 10, ...more }) as const
  const overMarks = (more: Partial<AggregateNode>, ...given: readonly number[]): unknown =>
    valueOf(schemeWith([marks], [of(more)]), 'n4', { marks: given })

  test('sum, highest, lowest and count; of nothing each is 0', () => {
    expect(overMarks({}, 1.5, 2, 0.5)).toBe(40)
    expect(overMarks({ take: 'max' }, 1.5, 2, 0.5)).toBe(20)
    expect(overMarks({ take: 'min' }, 1.5, 2, 0.5)).toBe(5)
    expect(overMarks({ take: 'count', unit: 1 }, 1.5, 2, 0.5)).toBe(3)
    for (const take of ['sum', 'max', 'min'] as const) expect(overMarks({ take })).toBe(0)
    expect(overMarks({ take: 'count', unit: 1 })).toBe(0)
  })

  test('one greatest and one least go, where there are more than said, and never the last ones', () => {
    const drop = { ifMoreThan: 3 }
    expect(overMarks({ drop }, 1, 9, 9, 2)).toBe(110)
    expect(overMarks({ drop }, 1, 9, 2)).toBe(120)
    expect(overMarks({ drop, take: 'count', unit: 1 }, 1, 9, 9, 2)).toBe(2)
    expect(overMarks({ drop, take: 'max' }, 1, 9, 9, 2)).toBe(90)
    expect(overMarks({ drop, take: 'min' }, 1, 9, 9, 2)).toBe(20)
    expect(overMarks({ drop: { ifMoreThan: 0 } }, 1, 9)).toBe(100)
    expect(overMarks({ drop: { ifMoreThan: 2 }, big: true }, 1, 9, 5)).toBe(50n)
  })

  test('only elements that satisfy the condition count', () => {
    expect(overMarks({ where: { '>=': [{ var: 'e0' }, 15] } }, 1.5, 2, 0.5)).toBe(35)
  })

  test('of each matter the highest; a matter without a name is its own; names are folded', () => {
    const value = { if: [{ '===': [{ var: 'e1' }, 0] }, 10, { '===': [{ var: 'e1' }, 1] }, 6, 3] } as const
    const node = { ...of({ value, unit: 1, where: { var: 'e2' } }), groupBy: { var: 'e0' }, pick: 'max' as const }
    const given = [
      { matter: 'rivers', level: 'low' },
      { matter: ' ｒivers', level: 'high' },
      { matter: '', level: 'low' },
      { matter: ' ', level: 'low' },
      { matter: 'roads', level: 'middle' },
      { matter: 'schools', level: 'high', counts: false },
    ]
    expect(valueOf(schemeWith([awards], [node]), 'n4', { awards: given })).toBe(10 + 3 + 3 + 6)
    const least = { ...node, pick: 'min' as const }
    expect(valueOf(schemeWith([awards], [least]), 'n4', { awards: given })).toBe(3 + 3 + 3 + 6)
  })

  test('an element may be compared with what the unit has elsewhere', () => {
    const where: Expr = { '>': [{ '*': [{ var: 'e0' }, 10] }, { var: 'f0' }] }
    expect(valueOf(schemeWith([marks], [of({ where })]), 'n4', { score: 1.5, marks: [1.5, 2, 0.5] })).toBe(20)
  })
})

describe('rounding', () => {
  const ratio = (num: Expr, over: Expr, unit: number): readonly object[] => [
    { kind: 'logic', type: 'number', unit: 1, logic: over },
    { kind: 'logic', type: 'number', unit, over: 'n4', logic: num },
  ]
  const rounded = (num: number, over: number, mode: string): unknown =>
    valueOf(schemeWith([], [...ratio(num, over, 1), { kind: 'round', of: 'n5', unit: 100, mode }]), 'n6', {})

  test.each([
    [1, 8, [13, 12, 12, 13]],
    [-1, 8, [-13, -12, -12, -13]],
    [2, 3, [67, 67, 66, 67]],
    [5, 0, [0, 0, 0, 0]],
    [7, 1, [700, 700, 700, 700]],
  ])('%i/%i to hundredths', (num, over, expected) => {
    expect(['half-up', 'half-even', 'down', 'up'].map((mode) => rounded(num, over, mode))).toEqual(expected)
  })

  test('is exact where products pass 2⁵³', () => {
    const num = Number.MAX_SAFE_INTEGER
    const nodes = [...ratio(num, 1000, 7), { kind: 'round', of: 'n5', unit: 100, mode: 'half-up' }]
    const exact = (BigInt(num) * 100n * 2n + 7000n) / 14000n
    expect(valueOf(schemeWith([], nodes), 'n6', {})).toBe(Number(exact))
  })
})

describe('scores whose decimals do not end', () => {
  const nodes = [
    { kind: 'aggregate', of: 'f3', value: 1, take: 'count', unit: 1 },
    { kind: 'aggregate', of: 'f3', value: { var: 'e0' }, take: 'sum', unit: 10 },
    { kind: 'logic', type: 'number', unit: 10, over: 'n4', logic: { var: 'n5' } },
  ]
  const graded = (value: number, shown = { decimals: 2, all: false }) => {
    const low = { value, unit: 3, included: true }
    const lines = [{ grade: 0, criterion: { kind: 'band' as const, low }, sentence: 0 }]
    return withKind(
      { ...schemeWith([marks], nodes), shown },
      {
        total: 'n6',
        needs: [{ fact: 'f3' }],
        requires: [{ node: 'n4', reason: 'empty-average', fact: 'f3', sentence: 7 }],
        grading: { lines, ties: { kind: 'share' }, sentence: 0 },
      },
    )
  }

  test('are shown half up, with the exact ratio, and compared exactly', () => {
    const facts = { marks: [90, 90, '88'] }
    expect(assessed(graded(268), facts)).toMatchObject({ total: '89.33', exact: { total: '268/3' }, grade: 'A' })
    expect(assessed(graded(269), facts)).toMatchObject({ total: '89.33', grade: null })
  })

  test('those that end are printed in full, unless scores are shown rounded', () => {
    const facts = { marks: [0.5, 0, 0, 0, 0, 0, 0, 0] }
    const result = assessed(graded(0), facts)
    expect(result.total).toBe('0.0625')
    expect('exact' in result).toBe(false)
    expect(assessed(graded(0, { decimals: 2, all: true }), facts)).toMatchObject({
      total: '0.06',
      exact: { total: '1/16' },
    })
  })

  test('an average of nothing leaves the unit incomplete, and says so', () => {
    const result = assessed(graded(0), { marks: [] })
    expect(plain(result)).toMatchObject({
      status: 'incomplete',
      total: null,
      missing: [],
      because: [{ reason: 'empty-average', fact: 'marks', sentence: 7 }],
    })
  })

  test('that there are no marks is said before what they would be divided by', () => {
    const result = assessed(graded(0), {})
    expect(result.missing).toEqual(['marks'])
    expect('because' in result).toBe(false)
  })

  test('ranks compare the exact ratios', () => {
    const { results } = loadScheme(graded(0)).assessAll([
      { unit: 'a', facts: { marks: [90, 90, 88] } },
      { unit: 'b', facts: { marks: [89.3, 89.4, 89.3] } },
      { unit: 'c', facts: { marks: [88, 90, 90] } },
    ])
    expect(results.map(({ total, rank }) => [total, rank])).toEqual([
      ['89.33', 1],
      ['89.33', 1],
      ['89.33', 1],
    ])
  })
})

describe('what a unit needs', () => {
  const gate = { kind: 'logic', type: 'boolean', logic: { '!': [{ var: 'f4' }] } }
  const facts: readonly Omit<Fact, 'id' | 'sentence'>[] = [
    { name: 'water', type: { kind: 'count', unit: 1, min: 0, max: 10 } },
    { name: 'dry', type: { kind: 'yes-no' } },
  ]
  const scheme = withKind(schemeWith(facts, [gate]), {
    needs: [{ fact: 'f0' }, { fact: 'f3', onlyIfAnyOf: ['n4'] }, { fact: 'f4' }],
  })

  test('a fact that only an item which does not apply refers to is not needed', () => {
    expect(assessed(scheme, { score: 1, dry: true })).toMatchObject({ status: 'final', missing: [] })
    expect(assessed(scheme, { score: 1, dry: false }).missing).toEqual(['water'])
  })

  test('missing facts are named in their order', () => {
    expect(assessed(scheme, {}).missing).toEqual(['score', 'water', 'dry'])
  })
})

describe('what does not apply', () => {
  const flag = { kind: 'yes-no' } as const
  const facts = ['no1', 'no2'].map((name) => ({ name, type: flag, default: false }))
  const gates = [3, 4].map((fact) => ({ kind: 'logic', type: 'boolean', logic: { '!': [{ var: `f${fact}` }] } }))
  const any = { kind: 'logic', type: 'boolean', logic: { or: [{ var: 'n4' }, { var: 'n5' }] } }
  const item = (number: string, more: object) => ({
    number,
    name: number,
    key: number,
    points: { value: 10, unit: 1 },
    part: 0,
    score: 'n0',
    lines: [],
    sentence: 0,
    ...more,
  })
  const scheme = withKind(
    schemeWith(facts, [...gates, any], {
      items: [
        item('1', {}),
        item('1.1', { parent: 0, applies: 'n4', treatment: 'left-out' }),
        item('1.2', { parent: 0, applies: 'n5', treatment: 'left-out' }),
      ],
      parts: [{ name: 'P', full: { value: 10, unit: 1 }, score: 'n0', lines: [], sentence: 0 }],
    }),
    { items: [0, 1, 2], parts: [0], gradable: 'n6' },
  )

  test('an item that is left out has no score; nor has what has nothing left', () => {
    expect(assessed(scheme, { score: 5, no1: true })).toMatchObject({
      items: { '1': '5', '1.2': '5' },
      parts: { P: '5' },
    })
    expect('1.1' in assessed(scheme, { score: 5, no1: true }).items).toBe(false)
  })

  test('a unit with nothing left is not graded, and holds no place', () => {
    const result = assessed(scheme, { score: 5, no1: true, no2: true })
    expect(plain(result)).toMatchObject({ status: 'final', items: {}, parts: {}, total: null, rank: null, grade: null })
  })
})

describe('expressions', () => {
  const names = ['f3', 'f4', 'f5', 'n4', 'n5'] as const
  const facts = [3, 4, 5].map((index) => ({
    name: `x${index}`,
    type: { kind: 'number' as const, unit: 1, min: -1000, max: 1000 },
    default: 0,
  }))
  const { expr } = fc.letrec<{ expr: Expr; truth: Expr }>((tie) => {
    const number = tie('expr')
    const truth = tie('truth')
    const several = fc.array(number, { minLength: 1, maxLength: 3 })
    const conditions = fc.array(truth, { minLength: 1, maxLength: 3 })
    const two = fc.tuple(number, number)
    return {
      expr: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.integer({ min: -1000, max: 1000 }),
        fc.constantFrom(...names.slice(0, 3)).map((name) => ({ var: name })),
        several.map((operands) => ({ '+': operands })),
        several.map((operands) => ({ '*': operands })),
        several.map((operands) => ({ min: operands })),
        several.map((operands) => ({ max: operands })),
        two.map((operands) => ({ '-': operands })),
        number.map((operand) => ({ '-': [operand] })),
        fc.tuple(truth, number, truth, number, number).map((operands) => ({ if: operands })),
      ),
      truth: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.boolean(),
        ...(['===', '!==', '<', '<=', '>', '>='] as const).map((operator) =>
          two.map((operands) => ({ [operator]: operands }) as unknown as Expr),
        ),
        fc.tuple(number, number, number).map((operands) => ({ '<=': operands })),
        conditions.map((operands) => ({ and: operands })),
        conditions.map((operands) => ({ or: operands })),
        truth.map((operand) => ({ '!': [operand] })),
        fc.tuple(number, fc.array(fc.integer({ min: -5, max: 5 }))).map((operands) => ({ in: operands })),
      ),
    }
  })
  const value = fc.integer({ min: -1000, max: 1000 })

  test('slots, big integers and plain arithmetic agree', () => {
    fc.assert(
      fc.property(expr, expr, value, value, value, (first, second, x, y, z) => {
        const nodes = [first, { '+': [second, { var: 'n4' }] } as Expr].map((logic): Partial<LogicNode> => {
          return { kind: 'logic', type: 'number', unit: 1, logic }
        })
        const given = { x3: x, x4: y, x5: z }
        const known = new Map<string, bigint>([
          ['f3', BigInt(x)],
          ['f4', BigInt(y)],
          ['f5', BigInt(z)],
        ])
        const own = plainly(first, known) as bigint
        const expected = (plainly(second, known) as bigint) + own
        const big = schemeWith(
          facts,
          nodes.map((node) => ({ ...node, big: true })),
        )
        expect(valueOf(big, 'n5', given)).toBe(expected)
        const small = schemeWith(facts, nodes)
        expect([Number(expected), 'refused']).toContain(refusedOr(() => valueOf(small, 'n5', given)))
      }),
    )
  })

  function refusedOr(compute: () => unknown): unknown {
    try {
      return compute()
    } catch (error) {
      if (error instanceof SchemeError && error.problems.every(({ code }) => code === 'can-pass-2-53')) return 'refused'
      throw error
    }
  }
})

/** What an expression says, in big integers and nothing clever. */
function plainly(expr: Expr, known: ReadonlyMap<string, bigint>): bigint | boolean {
  if (typeof expr === 'number') return BigInt(expr)
  if (typeof expr !== 'object') return expr === true
  const [[operator, operand]] = Object.entries(expr) as [[string, never]]
  if (operator === 'var') return known.get(operand) ?? 0n
  if (operator === 'in') {
    const [of, options] = operand as [Expr, readonly number[]]
    return options.some((option) => BigInt(option) === plainly(of, known))
  }
  const all = (operand as readonly Expr[]).map((one) => plainly(one, known))
  const numbers = all as bigint[]
  const [a = 0n, b = 0n, c] = numbers
  const operations: Readonly<Record<string, () => bigint | boolean>> = {
    '+': () => numbers.reduce((x, y) => x + y, 0n),
    '*': () => numbers.reduce((x, y) => x * y, 1n),
    '-': () => (numbers.length === 1 ? -a : a - b),
    min: () => numbers.reduce((x, y) => (x < y ? x : y)),
    max: () => numbers.reduce((x, y) => (x > y ? x : y)),
    if: () => (all[0] === true ? all[1]! : all[2] === true ? all[3]! : all[4]!),
    and: () => all.every(Boolean),
    or: () => all.some(Boolean),
    '!': () => all[0] !== true,
    '===': () => a === b,
    '!==': () => a !== b,
    '<': () => a < b,
    '<=': () => a <= b && (c === undefined || b <= c),
    '>': () => a > b,
    '>=': () => a >= b,
  }
  return operations[operator]!()
}
