import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { items } from './arbitrary-items.js'
import { parts } from './arbitrary-parts.js'
import { amounts, conditions, seldom, totalRules } from './arbitrary-rules.js'
import { gradings } from './arbitrary-gradings.js'
import type { Condition, Grading, Model } from './model.js'
import { present } from './present.js'
import { named } from './named.js'

/** Models of schemes with one or two kinds of unit. Every fact is used by one rule. */
export const models: Arbitrary<Model> = fc
  .record({
    rounding: fc.option(
      fc.record({
        decimals: fc.integer({ min: 0, max: 3 }),
        mode: fc.constantFrom('half-up', 'half-even', 'down', 'up'),
      }),
      { nil: undefined },
    ),
    body: fc.oneof(
      items().map((each) => ({ items: each, parts: [] })),
      parts().map((each) => ({ items: [], parts: each })),
    ),
    bonuses: fc.array(totalRules, { maxLength: 2 }),
    penalties: fc.array(totalRules, { maxLength: 2 }),
    caps: fc.record({ bonus: fc.option(amounts), penalty: fc.option(amounts) }),
    atMost: fc.option(fc.record({ value: fc.constantFrom('100', '89.5', '60'), condition: fc.option(conditions) })),
    atLeast: fc.boolean(),
    gradings: fc.array(gradings(), { minLength: 1, maxLength: 2 }),
    after: fc.record({
      blocks: fc.array(
        fc.record(
          { condition: conditions, except: conditions, grade: fc.constantFrom(0, 1) },
          { requiredKeys: ['condition', 'grade'] },
        ),
        { maxLength: 2 },
      ),
      makes: fc.array(fc.record({ condition: conditions, grade: fc.integer({ min: 1, max: 3 }) }), { maxLength: 1 }),
      notGraded: seldom(conditions),
      downgrades: fc.array(
        fc.record(
          { condition: conditions, except: conditions, steps: fc.constantFrom(1, 2) },
          { requiredKeys: ['condition', 'steps'] },
        ),
        { maxLength: 2 },
      ),
      gravestOnly: fc.boolean(),
      limit: fc.option(fc.integer({ min: 1, max: 2 })),
      award: fc.option(
        fc.record({
          top: fc.integer({ min: 1, max: 2 }),
          grade: fc.integer({ min: 0, max: 3 }),
          scope: fc.constantFrom('each' as const, 'together' as const),
          bar: fc.option(conditions),
        }),
      ),
      outcome: fc.option(fc.integer({ min: 1, max: 3 })),
      pay: seldom(
        fc.record({ rate: fc.constantFrom('8', '0.75', '12.5'), except: conditions }, { requiredKeys: ['rate'] }),
      ),
    }),
  })
  .map(({ rounding, body, bonuses, penalties, caps, atMost, atLeast, gradings: own, after }) => {
    const { notGraded, limit, award, outcome, pay, downgrades, gravestOnly, ...rest } = after
    return named({
      ...present({ rounding }),
      ...body,
      bonuses,
      penalties,
      ...(bonuses.length > 0 ? present({ bonusCap: caps.bonus }) : {}),
      ...(penalties.length > 0 ? present({ penaltyCap: caps.penalty, atLeast: atLeast ? '0' : undefined }) : {}),
      ...present({
        atMost: atMost === null ? undefined : { value: atMost.value, ...present({ condition: atMost.condition }) },
      }),
      gradings: own.map((each) => (body.parts.length === 0 ? withoutParts(each) : each)),
      ...rest,
      ...present({ notGraded, outcome, pay }),
      downgrades,
      gravestOnly: gravestOnly && downgrades.length > 1,
      ...present({
        limit:
          limit === null ? undefined : { steps: limit, above: { name: '', spec: { kind: 'last-grade' as const } } },
        award: award === null ? undefined : awardOf(award),
      }),
    })
  })

function withoutParts(grading: Grading): Grading {
  return grading.ties === 'by-part' ? { lines: grading.lines, ties: 'default' } : grading
}

type Award = NonNullable<Model['award']>

function awardOf({ bar, ...award }: Omit<Award, 'bar'> & { readonly bar: Condition | null }): Award {
  return bar === null ? award : { ...award, bar }
}

/** The same with a review. */
export const reviewedModels: Arbitrary<Model> = fc
  .record({
    model: models,
    review: fc.record(
      { grade: fc.integer({ min: 0, max: 2 }), percent: fc.constantFrom(20, 50, 100) },
      { requiredKeys: [] },
    ),
  })
  .map(({ model, review }) => Object.assign({}, model, { review }))
