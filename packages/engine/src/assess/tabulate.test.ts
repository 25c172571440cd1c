import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newAssembler } from '../load/assembler.js'
import { valueIn } from '../load/linear.js'
import type { Expr, Fact } from '../scheme/index.js'
import { run, type Program } from './program.js'
import { tabulated } from './tabulate.js'

const [rate, word, count] = [{ var: 'f0' }, { var: 'f1' }, { var: 'f2' }]
const facts: readonly Fact[] = [
  { id: 'f0', name: 'rate', type: { kind: 'percentage', unit: 1, min: 0, max: 100 }, sentence: 0 },
  { id: 'f1', name: 'word', type: { kind: 'choice', options: ['a', 'b', 'c'] }, default: 2, sentence: 0 },
  { id: 'f2', name: 'count', type: { kind: 'count', unit: 1, min: 5, max: 1_000_000 }, sentence: 0 },
]

const band: Expr = { if: [{ '>=': [rate, 90] }, 20, { '>=': [rate, 60] }, 12, -3] }
const choice: Expr = { if: [{ '===': [word, 0] }, 7, { '===': [word, 1] }, 5, 1] }
const capped: Expr = { min: [150, { '*': [30, count] }] }

/** A program of an expression into slot 3, and the state that it runs over. */
function programOf(expr: Expr) {
  const assembler = newAssembler(4)
  const ends = [
    { least: 0, greatest: 100 },
    { least: 0, greatest: 2 },
    { least: 0, greatest: 1_000_000 },
  ]
  const assembly = assembler.assembly((name) => valueIn(Number(name.slice(1)), ends[Number(name.slice(1))]!))
  assembly.placed(assembly.compute(expr, 3), 3)
  return { program: assembly.finished([3]), slots: assembler.newSlots() }
}

function valueOf(program: Program, slots: Float64Array, given: readonly number[]): number {
  const own = Float64Array.from(slots)
  own.set(given)
  run(program, { slots: own, bigs: [], lists: [] })
  return own[3]!
}

const units = fc.tuple(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 2 }),
  fc.integer({ min: 0, max: 99 }),
)

describe('a program with tables', () => {
  const expr: Expr = { '+': [{ '*': [2, band] }, { '-': [choice] }, capped, 40] }
  const { program, slots } = programOf(expr)
  const withTables = tabulated(program, facts, new Set([3]), slots)

  test('looks up what is computed from one fact of few values, or of one that reaches its cap with 5', () => {
    expect(program.groups.map(({ op }) => op).sort()).toEqual(['band', 'clamp', 'look-up', 'sum'])
    expect(withTables.groups.map(({ op }) => op).sort()).toEqual(['sum-of-tables'])
    expect(withTables.entries).toHaveLength(101 + 3 + 6)
  })

  test('comes to the same, also where a fact is missing and stands as 0', () => {
    fc.assert(
      fc.property(units, ([share, place, cases]) => {
        const points = share >= 90 ? 20 : share >= 60 ? 12 : -3
        const expected = 2 * points - [7, 5, 1][place]! + Math.min(150, 30 * cases) + 40
        expect(valueOf(withTables, slots, [share, place, cases])).toBe(expected)
        expect(valueOf(program, slots, [share, place, cases])).toBe(expected)
      }),
    )
  })

  test('keeps what is looked at, or used otherwise than by adding', () => {
    const both = programOf({ '+': [band, { '*': [choice, capped] }] })
    const kept = tabulated(both.program, facts, new Set([3]), both.slots)
    expect(kept.groups.map(({ op }) => op)).toContain('look-up')
    expect(valueOf(kept, both.slots, [95, 1, 2])).toBe(20 + 5 * 60)
    const alone = programOf(band)
    const looked = tabulated(alone.program, facts, new Set([3]), alone.slots)
    expect(looked.groups).toEqual(alone.program.groups)
  })
})
