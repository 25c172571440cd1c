import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expr, Fact, GraphNode } from '../scheme/index.js'
import { bigValue } from '../reference/big.js'
import { growingRanges, mustBeBig, rangeOfExpression, valueOfRange, type Range } from './index.js'
import { booleans, numberRange } from './expression.js'
import { interval } from './interval.js'
import { roundRatio } from './round.js'

const scope: Readonly<Record<string, Range>> = {
  a: numberRange(interval(-3n, 7n)),
  b: numberRange(interval(2n, 5n)),
  yes: booleans(true, true),
}

function rangeOf(expr: Expr): Range {
  return rangeOfExpression(expr, (name) => scope[name]!).range
}

function peakOf(expr: Expr): bigint {
  return rangeOfExpression(expr, (name) => scope[name]!).peak
}

const a = { var: 'a' }
const b = { var: 'b' }
const yes = { var: 'yes' }

describe('expressions over ranges', () => {
  it.each<[Expr, bigint, bigint]>([
    [{ '+': [a, b, 1] }, 0n, 13n],
    [{ '-': [a, b] }, -8n, 5n],
    [{ '-': [a] }, -7n, 3n],
    [{ '*': [a, b] }, -15n, 35n],
    [{ '*': [a, a] }, -21n, 49n],
    [{ min: [a, b] }, -3n, 5n],
    [{ max: [a, b] }, 2n, 7n],
    [{ if: [yes, a, b] }, -3n, 7n],
    [{ if: [{ '>': [b, 5] }, a, b] }, 2n, 5n],
    [{ if: [{ '>': [b, 1] }, a, b] }, -3n, 7n],
    [{ if: [yes, 1, { '<': [b, 2] }, 100, 3] }, 1n, 3n],
  ])('%j from %s to %s', (expr, low, high) => expect(rangeOf(expr)).toEqual({ kind: 'number', low, high }))

  it.each<[Expr, boolean, boolean]>([
    [{ '<': [a, b] }, true, true],
    [{ '<': [a, 8] }, true, false],
    [{ '>=': [a, 8] }, false, true],
    [{ '===': [b, 6] }, false, true],
    [{ '===': [3, 3] }, true, false],
    [{ '!==': [b, 6] }, true, false],
    [{ '!': [yes] }, true, true],
    [{ and: [yes, { '>': [b, 9] }] }, false, true],
    [{ or: [yes, { '>': [b, 1] }] }, true, false],
    [{ in: [b, [2, 3, 4, 5]] }, true, false],
    [{ in: [b, [2, 4]] }, true, true],
    [{ in: [b, [9]] }, false, true],
    [{ '<=': [1, b, 5] }, true, false],
  ])('%j can hold: %s, can fail: %s', (expr, canBeTrue, canBeFalse) =>
    expect(rangeOf(expr)).toEqual({ kind: 'boolean', canBeTrue, canBeFalse }),
  )

  it('the way there counts too, in any order', () => {
    expect(peakOf({ '-': [{ '*': [a, 1000] }, { '*': [a, 1000] }] })).toBe(10_000n)
    expect(peakOf({ '+': [1000, -999, a] })).toBe(2006n)
    expect(peakOf({ if: [false, 5000, 1] })).toBe(5000n)
    expect(peakOf({ '*': [0, a, 100] })).toBe(700n)
  })

  it('mixing numbers and conditions is refused', () => {
    expect(() => rangeOf({ '+': [yes, 1] })).toThrow(TypeError)
    expect(() => rangeOf({ if: [a, 1, 2] })).toThrow(TypeError)
    expect(() => rangeOf({ if: [yes, 1, yes] })).toThrow(TypeError)
  })

  it('contain every value', () => {
    const names = fc.constantFrom<Expr>({ var: 'a' }, { var: 'b' }, { var: 'c' })
    const constants = fc.integer({ min: -9, max: 9 })
    const { number } = fc.letrec<{ number: Expr; truth: Expr }>((tie) => ({
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        names,
        constants,
        fc
          .tuple(fc.constantFrom('+', '*', 'min', 'max'), fc.array(tie('number'), { minLength: 1, maxLength: 3 }))
          .map(([operator, operands]) => ({ [operator]: operands }) as unknown as Expr),
        fc.tuple(tie('number'), tie('number')).map((operands) => ({ '-': operands })),
        fc.tuple(tie('truth'), tie('number'), tie('number')).map((operands) => ({ if: operands })),
      ),
      truth: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc
          .tuple(fc.constantFrom('<', '<=', '>', '>=', '===', '!=='), tie('number'), tie('number'))
          .map(([operator, left, right]) => ({ [operator]: [left, right] }) as unknown as Expr),
        fc.tuple(tie('number'), fc.array(constants)).map(([value, options]) => ({ in: [value, options] }) as Expr),
        fc.array(tie('truth'), { minLength: 1, maxLength: 3 }).map((operands) => ({ and: operands })),
        fc.array(tie('truth'), { minLength: 1, maxLength: 3 }).map((operands) => ({ or: operands })),
        tie('truth').map((operand) => ({ '!': [operand] })),
      ),
    }))
    const between = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.nat(10), fc.nat(10))
    fc.assert(
      fc.property(number, between, between, between, (expr, ...triples) => {
        const ranges = new Map(triples.map(([low, up], at) => ['abc'[at]!, interval(BigInt(low), BigInt(low + up))]))
        const values = Object.fromEntries(
          triples.map(([low, up, at], index) => ['abc'[index]!, low + (up === 0 ? 0 : at % (up + 1))]),
        )
        const { range, peak } = rangeOfExpression(expr, (name) => numberRange(ranges.get(name)!))
        const value = bigValue(expr, values) as bigint
        if (range.kind !== 'number') throw new Error('not a number')
        expect(value >= range.low && value <= range.high && value <= peak && value >= -peak).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

const marks: Fact = {
  id: 'f0',
  name: 'marks',
  type: { kind: 'many', of: { kind: 'number', unit: 100, min: 2000, max: 10_000 }, max: 100_000 },
  sentence: 0,
}
const none: Fact = { id: 'f1', name: 'none', type: { kind: 'yes-no' }, sentence: 0 }
const score: Fact = { id: 'f2', name: 'score', type: { kind: 'number', unit: 1, min: 5, max: 30 }, sentence: 0 }

const sum: GraphNode = { id: 'n0', kind: 'aggregate', of: 'f0', value: { var: 'e0' }, take: 'sum', unit: 100 }
const count: GraphNode = { id: 'n1', kind: 'aggregate', of: 'f0', value: 1, take: 'count', unit: 1 }

function rangesOfNodes(nodes: readonly GraphNode[], unreported = false) {
  const ranges = growingRanges({ facts: [marks, none, score], kinds: 1, grades: 4, unreported })
  return nodes.map((node) => ranges.add(node)).at(-1)!
}

/** From and to, as decimals. */
function said(nodes: readonly GraphNode[]): readonly [number, number] {
  const { low, high } = valueOfRange(rangesOfNodes(nodes))
  return [Number(low.num) / Number(low.den), Number(high.num) / Number(high.den)]
}

describe('nodes over ranges', () => {
  it('an average lies among the marks, although the sum and the count vary apart', () => {
    const average: GraphNode = { id: 'n2', kind: 'logic', type: 'number', unit: 100, over: 'n1', logic: { var: 'n0' } }
    expect(said([sum, count, average])).toEqual([20, 100])
    const rounded: GraphNode = { id: 'n3', kind: 'round', of: 'n2', unit: 10, mode: 'half-up' }
    expect(rangesOfNodes([sum, count, average, rounded]).range).toEqual({ kind: 'number', low: 0n, high: 1000n })
  })

  it('so do its shares, sums with others and bounds', () => {
    const weighted: GraphNode = {
      id: 'n2',
      kind: 'logic',
      type: 'number',
      unit: 500,
      over: 'n1',
      logic: { '+': [{ '*': [2, { var: 'n0' }] }, { '*': [1000, { var: 'n1' }] }] },
    }
    expect(said([sum, count, weighted])).toEqual([10, 42])
    const capped: GraphNode = {
      id: 'n2',
      kind: 'logic',
      type: 'number',
      unit: 100,
      over: 'n1',
      logic: { min: [{ var: 'n0' }, { '*': [6000, { var: 'n1' }] }] },
    }
    expect(said([sum, count, capped])).toEqual([20, 60])
  })

  it('with 1 in place of an empty count it can also be 0', () => {
    const safe: GraphNode = { id: 'n2', kind: 'logic', type: 'number', unit: 1, logic: { max: [{ var: 'n1' }, 1] } }
    const average: GraphNode = { id: 'n3', kind: 'logic', type: 'number', unit: 100, over: 'n2', logic: { var: 'n0' } }
    expect(said([sum, count, safe, average])).toEqual([0, 100])
  })

  it('denominators chosen in step with numerators', () => {
    const over: GraphNode = {
      id: 'n2',
      kind: 'logic',
      type: 'number',
      unit: 1,
      logic: { if: [{ var: 'f1' }, { var: 'n1' }, 1] },
    }
    const either: GraphNode = {
      id: 'n3',
      kind: 'logic',
      type: 'number',
      unit: 100,
      over: 'n2',
      logic: { if: [{ var: 'f1' }, { var: 'n0' }, 1500] },
    }
    expect(said([sum, count, over, either])).toEqual([15, 100])
  })

  it('what counts of a whole is a mean: 5 to 30 of 60 always counts, 5 to 30 of 40 may', () => {
    const reach: GraphNode = {
      id: 'n2',
      kind: 'logic',
      type: 'number',
      unit: 1,
      logic: { '+': [{ if: [{ var: 'f1' }, 40, 0] }, 60] },
    }
    const share: GraphNode = {
      id: 'n3',
      kind: 'logic',
      type: 'number',
      unit: 1,
      over: 'n2',
      logic: { '*': [100, { '+': [{ if: [{ var: 'f1' }, { var: 'f2' }, 0] }, { var: 'f2' }] }] },
    }
    // Least: 5 of 60 alone, for 10 of 100 is more. Greatest: 60 of 100, for 30 of 60 alone is less.
    expect(said([sum, count, reach, share])).toEqual([(100 * 5) / 60, 60])
  })

  it('what is neither reported nor needed reads as 0', () => {
    const node: GraphNode = { id: 'n0', kind: 'logic', type: 'number', unit: 1, logic: { var: 'f2' } }
    expect(rangesOfNodes([node]).range).toEqual({ kind: 'number', low: 5n, high: 30n })
    expect(rangesOfNodes([node], true).range).toEqual({ kind: 'number', low: 0n, high: 30n })
  })

  it('a sum of 100,000 large values must be big', () => {
    const large: GraphNode = { ...sum, value: { '*': [{ var: 'e0' }, 10_000_000] }, unit: 1 }
    expect(mustBeBig(rangesOfNodes([large]))).toBe(true)
    expect(mustBeBig(rangesOfNodes([sum]))).toBe(false)
  })

  it('the grade is one of the ladder, or none', () => {
    expect(rangesOfNodes([{ id: 'n0', kind: 'grade' }]).range).toEqual({ kind: 'number', low: -1n, high: 3n })
  })
})

describe('rounding', () => {
  it.each([
    [5n, 2n, 'half-up', 3n],
    [-5n, 2n, 'half-up', -3n],
    [5n, 2n, 'half-even', 2n],
    [7n, 2n, 'half-even', 4n],
    [-7n, 3n, 'down', -2n],
    [-7n, 3n, 'up', -3n],
    [6n, 3n, 'up', 2n],
  ] as const)('%s/%s %s is %s', (num, den, mode, rounded) => expect(roundRatio({ num, den }, mode)).toBe(rounded))
})
