import { describe, expect, it } from 'vitest'
import type { CompiledScheme, Expr, GraphNode, RoundingMode } from '../scheme/index.js'
import type { FactValue } from '../api.js'
import { bigValue } from './big.js'
import { endingDecimals, fraction, ratioText, roundedUnits, shownDecimals } from './fraction.js'
import { nodeValues } from './nodes.js'

describe('fractions', () => {
  const modes: readonly RoundingMode[] = ['half-up', 'half-even', 'down', 'up']

  // Halves away from zero, to the even neighbour, toward zero, away from zero; at 2 decimals.
  it.each([
    [fraction(1005n, 1000n), [101n, 100n, 100n, 101n]],
    [fraction(1015n, 1000n), [102n, 102n, 101n, 102n]],
    [fraction(1n, 3n), [33n, 33n, 33n, 34n]],
    [fraction(2n, 3n), [67n, 67n, 66n, 67n]],
    [fraction(-1005n, 1000n), [-101n, -100n, -100n, -101n]],
    [fraction(-1n, 3n), [-33n, -33n, -33n, -34n]],
    [fraction(7n), [700n, 700n, 700n, 700n]],
  ])('round $num / $den', (number, expected) => {
    expect(modes.map((mode) => roundedUnits(number, 100n, mode))).toEqual(expected)
  })

  it('print their decimals where they end', () => {
    expect(endingDecimals(fraction(9029n, 100n))).toBe('90.29')
    expect(endingDecimals(fraction(-1n, 8n))).toBe('-0.125')
    expect(endingDecimals(fraction(620n, 7n))).toBeUndefined()
    expect(shownDecimals(fraction(620n, 7n), 2)).toBe('88.57')
    expect(shownDecimals(fraction(-1n, 200n), 2)).toBe('-0.01')
    expect(ratioText(fraction(-1240n, -14n))).toBe('620/7')
  })

  it('have no denominator of 0', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError)
  })
})

describe('expressions in big integers', () => {
  it.each<[Expr, unknown]>([
    [{ '*': [9007199254740991, 9007199254740991, { var: 'f0' }] }, 81129638414606663681390495662081n * 3n],
    [{ '-': [{ var: 'f0' }] }, -3n],
    [{ if: [false, 1, { '<': [1, { var: 'f0' }, 5] }, 2, 3] }, 2n],
    [{ and: [true, { '>': [{ var: 'f0' }, 2] }] }, true],
    [{ or: [{ '===': [{ var: 'f0' }, 4] }, { '!==': [{ var: 'f0' }, 4] }] }, true],
    [{ in: [{ var: 'f0' }, [1, 3]] }, true],
    [{ '!': [{ var: 'none' }] }, true],
    [{ max: [1, { min: [{ var: 'f0' }, 2] }] }, 2n],
  ])('%j', (expr, expected) => {
    expect(bigValue(expr, { f0: 3, none: [] })).toBe(expected)
  })
})

const many = { kind: 'many', of: { kind: 'number', unit: 1, min: 0, max: 100 }, max: 100 } as const
const records = {
  kind: 'records',
  fields: [
    { name: 'matter', type: { kind: 'text' } },
    { name: 'points', type: { kind: 'number', unit: 1, min: 0, max: 9 } },
  ],
  max: 100,
} as const

/** What a scheme of these nodes alone computes. */
function valueOf(nodes: readonly GraphNode[], marks: FactValue, prizes: FactValue = []): bigint | boolean {
  const scheme = {
    facts: [
      { id: 'f0', name: 'marks', type: many, sentence: 0 },
      { id: 'f1', name: 'prizes', type: records, sentence: 0 },
    ],
    nodes,
  } as unknown as CompiledScheme
  const last = nodes[nodes.length - 1] as GraphNode
  return nodeValues(
    scheme,
    0,
    new Map([
      ['f0', marks],
      ['f1', prizes],
    ]),
    -1,
  ).value(last.id)
}

describe('aggregates', () => {
  const sum: GraphNode = { id: 'n0', kind: 'aggregate', of: 'f0', value: { var: 'e0' }, take: 'sum', unit: 1 }

  it('drop one highest and one lowest, where there are more than so many, and at least 3', () => {
    const dropping = (ifMoreThan: number): readonly GraphNode[] => [{ ...sum, drop: { ifMoreThan } }]
    expect(valueOf(dropping(0), [9, 1, 5, 9])).toBe(14n)
    expect(valueOf(dropping(4), [9, 1, 5, 9])).toBe(24n)
    expect(valueOf(dropping(0), [9, 1])).toBe(10n)
  })

  it('are 0 of nothing, whatever is taken', () => {
    for (const take of ['sum', 'count', 'max', 'min'] as const) expect(valueOf([{ ...sum, take }], [])).toBe(0n)
  })

  it('keep the best of a group; those without a name stand alone', () => {
    const best: GraphNode = {
      ...sum,
      of: 'f1',
      value: { var: 'e1' },
      groupBy: { var: 'e0' },
      where: { '>': [{ var: 'e1' }, 1] },
    }
    const prizes = [
      ['rivers', 3],
      ['rivers', 6],
      ['roads', 2],
      ['', 4],
      ['', 4],
      ['roads', 1],
    ]
    expect(valueOf([best], [], prizes)).toBe(16n)
    expect(valueOf([{ ...best, pick: 'min' }], [], prizes)).toBe(13n)
    expect(valueOf([{ ...best, take: 'count' }], [], prizes)).toBe(4n)
  })
})

describe('nodes', () => {
  const count: GraphNode = { id: 'n0', kind: 'aggregate', of: 'f0', value: 1, take: 'count', unit: 1 }
  const sum: GraphNode = { id: 'n1', kind: 'aggregate', of: 'f0', value: { var: 'e0' }, take: 'sum', unit: 1 }
  const average: GraphNode = { id: 'n2', kind: 'logic', type: 'number', unit: 1, over: 'n0', logic: { var: 'n1' } }
  const rounded: GraphNode = { id: 'n3', kind: 'round', of: 'n2', unit: 100, mode: 'half-up' }

  it('keep an average as sum over count until it is rounded', () => {
    // 274 ÷ 3 = 91.3333…
    expect(valueOf([count, sum, average, rounded], [90, 91, 93])).toBe(9133n)
    expect(valueOf([count, sum, average, rounded], [])).toBe(0n)
  })

  it('fall where doubles are no longer exact, unless they are big', () => {
    const product: GraphNode = {
      id: 'n4',
      kind: 'logic',
      type: 'number',
      unit: 1,
      logic: { '*': [{ var: 'n1' }, 9007199254740991] },
    }
    expect(() => valueOf([sum, product], [3])).toThrow(/safe integer/)
    expect(valueOf([sum, { ...product, big: true }], [3])).toBe(27021597764222973n)
  })
})
