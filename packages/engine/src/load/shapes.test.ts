import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Program } from '../assess/program.js'
import { run } from '../assess/program.js'
import type { Expr } from '../scheme/index.js'
import { newAssembler } from './assembler.js'
import { valueIn } from './linear.js'

const x = { var: 'x' }

/** What the program of an expression gives for x, and the operations it is made of. */
function computed(expr: Expr, value: number): { readonly result: number; readonly operations: readonly string[] } {
  const assembler = newAssembler(2)
  const assembly = assembler.assembly(() => valueIn(0, { least: -6, greatest: 12 }))
  assembly.placed(assembly.compute(expr, 1), 1)
  const program: Program = assembly.finished([1])
  const slots = assembler.newSlots()
  slots[0] = value
  run(program, { slots, bigs: [], lists: [] })
  return { result: slots[1]!, operations: program.groups.map(({ op }) => op) }
}

const comparisons = {
  '===': (a: number, b: number) => a === b,
  '>=': (a: number, b: number) => a >= b,
  '>': (a: number, b: number) => a > b,
  '<=': (a: number, b: number) => a <= b,
  '<': (a: number, b: number) => a < b,
}
type Comparison = keyof typeof comparisons
interface Case {
  readonly operator: Comparison
  readonly bound: number
  readonly value: number
}

const number = fc.integer({ min: -6, max: 12 })
const caseOf = (operators: readonly Comparison[]) =>
  fc.record({ operator: fc.constantFrom(...operators), bound: number, value: number })
const anyCases = fc.oneof(
  fc.array(caseOf(['===']), { minLength: 1, maxLength: 6 }),
  fc.array(caseOf(['>=', '>']), { minLength: 1, maxLength: 6 }),
  fc.array(caseOf(['<=', '<']), { minLength: 1, maxLength: 6 }),
  fc.array(caseOf(Object.keys(comparisons) as Comparison[]), { minLength: 1, maxLength: 6 }),
)

/** The first case that holds, as a reader of the expression would find it. */
function byHand(cases: readonly Case[], otherwise: number, value: number): number {
  return cases.find(({ operator, bound }) => comparisons[operator](value, bound))?.value ?? otherwise
}

function chain(cases: readonly Case[], otherwise: number): Expr {
  return {
    if: [
      ...cases.flatMap(({ operator, bound, value }) => [{ [operator]: [x, bound] } as unknown as Expr, value]),
      otherwise,
    ],
  }
}

describe('chains of comparisons', () => {
  test('give the value of the first case that holds, whatever their order and direction', () => {
    fc.assert(
      fc.property(anyCases, number, number, (cases, otherwise, value) => {
        expect(computed(chain(cases, otherwise), value).result).toBe(byHand(cases, otherwise, value) + 0)
      }),
      { numRuns: 2000 },
    )
  })

  test('of words are one table, of bounds one set of bands', () => {
    const words = [0, 1, 2].map((bound): Case => ({ operator: '===', bound, value: 10 - bound }))
    expect(computed(chain(words, 0), 1)).toEqual({ result: 9, operations: ['look-up'] })
    const bands = [98, 90, 80].map((bound): Case => ({ operator: '>=', bound, value: bound / 2 }))
    expect(computed(chain(bands, 0), 97)).toEqual({ result: 45, operations: ['band'] })
  })

  test('with values so great that their differences are not exact are compared one by one', () => {
    const most = Number.MAX_SAFE_INTEGER
    const cases: readonly Case[] = [
      { operator: '>=', bound: 2, value: most },
      { operator: '>=', bound: 1, value: 1 },
    ]
    expect(computed(chain(cases, -most), 2).result).toBe(most)
    expect(computed(chain(cases, -most), 0).result).toBe(-most)
  })
})

test('a sum of products with constants is one instruction', () => {
  const sum: Expr = { '+': [{ '*': [3, x] }, { '*': [x, -2] }, 7, x] }
  expect(computed(sum, 5)).toEqual({ result: 17, operations: ['sum'] })
})
