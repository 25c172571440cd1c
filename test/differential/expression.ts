import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { conditions } from './arbitrary-rules.js'
import type { Condition, Decimal, Fact, FactSpec } from './model.js'

/** An expression of numbers. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: '+' | '-' | '*' | '/'; readonly of: readonly [Expression, Expression] }
  | { readonly kind: 'lower' | 'higher'; readonly of: readonly [Expression, Expression] }
  | { readonly kind: 'kept'; readonly value: Expression; readonly low: Decimal; readonly high: Decimal }
  | {
      readonly kind: 'if'
      readonly condition: Condition
      readonly chosen: Expression
      readonly otherwise: Expression
    }
  | {
      readonly kind: 'table'
      readonly fact: Fact
      readonly values: readonly Expression[]
      readonly otherwise: Expression
    }
  | { readonly kind: 'taken'; readonly take: 'sum' | 'average' | 'highest' | 'lowest'; readonly fact: Fact }
  | { readonly kind: 'share'; readonly fact: Fact; readonly word: string }
  | { readonly kind: 'rounded'; readonly value: Expression; readonly decimals: number }

const unnamed = (spec: FactSpec): Fact => ({ name: '', spec })

const words = ['w0', 'w1', 'w2']

const reported: Arbitrary<Expression> = fc.integer({ min: 0, max: 2 }).map((decimals): Expression => ({
  kind: 'fact',
  fact: unnamed({ kind: 'number', from: 0, max: 50, decimals, edges: ['0', '1', '50'] }),
}))

const leaves: Arbitrary<Expression> = fc.oneof(
  fc.constantFrom('1', '2', '0.5', '7', '12.25').map((value): Expression => ({ kind: 'number', value })),
  reported,
  fc.constantFrom('sum', 'average', 'highest', 'lowest').map((take): Expression => ({
    kind: 'taken',
    take,
    fact: unnamed({ kind: 'many-numbers', decimals: 1 }),
  })),
  // A share is no points by itself.
  fc.constantFrom(...words).map((word): Expression => ({
    kind: '*',
    of: [
      { kind: 'number', value: '10' },
      { kind: 'share', fact: unnamed({ kind: 'many-words', options: words }), word },
    ],
  })),
)

export const expressions: Arbitrary<Expression> = fc.letrec<{ readonly expression: Expression }>((tie) => {
  const two = fc.tuple(tie('expression'), tie('expression'))
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaves,
      fc.record({ kind: fc.constantFrom('+', '-', '*', '/'), of: two }),
      fc.record({ kind: fc.constantFrom('lower', 'higher'), of: two }),
      fc.record({
        kind: fc.constant('kept' as const),
        value: tie('expression'),
        low: fc.constantFrom('0', '1.5'),
        high: fc.constantFrom('4', '30'),
      }),
      fc.record({
        kind: fc.constant('if' as const),
        condition: conditions,
        // Not two branches alike: a condition that decides nothing would not be needed.
        chosen: reported,
        otherwise: tie('expression'),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        fact: fc.constant(unnamed({ kind: 'choice', options: words })),
        values: fc.tuple(reported, tie('expression')),
        otherwise: tie('expression'),
      }),
      fc.record({
        kind: fc.constant('rounded' as const),
        value: tie('expression'),
        decimals: fc.integer({ min: 0, max: 2 }),
      }),
    ),
  }
}).expression
