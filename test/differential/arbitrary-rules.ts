import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Condition, Decimal, Fact, FactSpec, Measure, Scored, Steps, Worth } from './model.js'

/** Facts get their names when the whole model is there. */
const unnamed = (spec: FactSpec): Fact => ({ name: '', spec })

const cents = (units: number): Decimal => {
  const text = String(units).padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`.replace(/\.?0+$/, '')
}

/** 0.05 to 20, mostly round. */
export const amounts: Arbitrary<Decimal> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map(String),
  fc.integer({ min: 1, max: 400 }).map((units) => cents(units * 5)),
)

/** Mostly nothing. */
export function seldom<Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

const yesNo = fc.constantFrom<FactSpec>({ kind: 'yes-no' }, { kind: 'yes-no', otherwise: false })
const words = ['w0', 'w1', 'w2']

const count = (edges: readonly number[]): Arbitrary<FactSpec> =>
  fc.constantFrom<FactSpec>({ kind: 'count', edges }, { kind: 'count', edges, otherwise: 0 })

const percentage = (edges: readonly Decimal[]): Arbitrary<FactSpec> =>
  fc
    .record({ decimals: fc.integer({ min: 0, max: 2 }), cut: fc.boolean() })
    .map(({ decimals, cut }): FactSpec =>
      cut ? { kind: 'percentage', decimals, cut, edges } : { kind: 'percentage', decimals, edges },
    )

const comparisons = fc.constantFrom('above', 'below', 'at-least', 'at-most')

const simpleConditions: Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constantFrom('has', 'missing'), fact: yesNo.map(unnamed) }),
  fc.record({ kind: fc.constantFrom('has', 'missing'), fact: count([0, 1]).map(unnamed) }),
  fc.integer({ min: 1, max: 6 }).chain((bound) =>
    fc.record({
      kind: fc.constant('compare' as const),
      fact: count([bound - 1, bound, bound + 1]).map(unnamed),
      comparison: comparisons,
      with: fc.constant(String(bound)),
    }),
  ),
  fc.integer({ min: 1, max: 99 }).chain((bound) =>
    fc.record({
      kind: fc.constant('compare' as const),
      fact: percentage([String(bound)]).map(unnamed),
      comparison: comparisons,
      with: fc.constant(String(bound)),
    }),
  ),
  fc.constantFrom(...words).map((word): Condition => ({
    kind: 'is-word',
    fact: unnamed({ kind: 'choice', options: words }),
    word,
  })),
)

export const conditions: Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: simpleConditions },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('and', 'or'), of: fc.tuple(simpleConditions, simpleConditions) }),
  },
)

const when: Arbitrary<Measure> = fc.record(
  { kind: fc.constant('when' as const), condition: conditions, amount: amounts, except: simpleConditions },
  { requiredKeys: ['kind', 'condition', 'amount'] },
)

const per: Arbitrary<Measure> = fc.record(
  {
    kind: fc.constant('per' as const),
    fact: count([0, 1, 2, 3, 7]).map(unnamed),
    amount: amounts,
    cap: amounts,
    except: simpleConditions,
  },
  { requiredKeys: ['kind', 'fact', 'amount'] },
)

const perEvery: Arbitrary<Measure> = fc
  .record({ amount: amounts, every: fc.integer({ min: 2, max: 4 }) })
  .chain(({ amount, every }) =>
    count([every - 1, every, 2 * every + 1]).map((spec) => ({ kind: 'per', fact: unnamed(spec), amount, every })),
  )

const eachMissing: Arbitrary<Measure> = fc.record({
  kind: fc.constant('each-missing' as const),
  facts: fc.array(yesNo.map(unnamed), { minLength: 2, maxLength: 3 }),
  amount: amounts,
})

const entered: Arbitrary<Measure> = fc.integer({ min: 0, max: 2 }).map((decimals) => ({
  kind: 'entered',
  fact: unnamed({ kind: 'number', from: 0, max: 20, decimals, edges: ['0', '20'] }),
}))

const steps = fc.record(
  {
    kind: fc.constant('step' as const),
    direction: fc.constantFrom('below' as const, 'above' as const),
    threshold: fc.integer({ min: 20, max: 80 }).map(String),
    size: fc.constantFrom('1', '2', '0.5', '3'),
    full: fc.boolean(),
    amount: fc.constantFrom('0.1', '0.25', '1'),
    cap: amounts,
  },
  { requiredKeys: ['kind', 'direction', 'threshold', 'size', 'full', 'amount'] },
)

const step: Arbitrary<Measure> = steps.chain((rest) =>
  percentage([rest.threshold]).map((spec) => Object.assign({ fact: unnamed(spec) }, rest)),
)

const largest: Arbitrary<Measure> = fc.record({
  kind: fc.constant('largest' as const),
  choices: fc.array(fc.record({ condition: simpleConditions, amount: amounts }), { minLength: 2, maxLength: 3 }),
})

const discretion: Arbitrary<Measure> = fc
  .record({ low: fc.integer({ min: 0, max: 2 }), condition: conditions })
  .map(({ low, condition }) => {
    const high = low + 3
    const spec: FactSpec = { kind: 'number', from: low, max: high, decimals: 0, edges: [`${low}`, `${high}`] }
    return { kind: 'discretion', low, high, condition, mark: { name: '', assessed: true, spec } }
  })

const byLevel: Arbitrary<Measure> = fc.record(
  {
    kind: fc.constant('by-level' as const),
    fact: fc.constant(unnamed({ kind: 'records', levels: ['l0', 'l1', 'l2'] })),
    amounts: fc.tuple(amounts, amounts, amounts),
    inYear: fc.boolean(),
    highestPer: fc.boolean(),
    without: fc.constantFrom('l0', 'l1'),
    cap: amounts,
  },
  { requiredKeys: ['kind', 'fact', 'amounts', 'inYear', 'highestPer'] },
)

export const costRules: Arbitrary<Measure> = fc.oneof(when, per, eachMissing, entered, step, largest, byLevel)
export const earnRules: Arbitrary<Measure> = fc.oneof(when, per, perEvery, entered, step, byLevel)
export const totalRules: Arbitrary<Measure> = fc.oneof(when, per, byLevel)
export const onTop: Arbitrary<Measure> = per
export const discretionRules: Arbitrary<Measure> = discretion

const worths = (points: number): Arbitrary<Worth> =>
  fc.oneof(
    fc.constant<Worth>({ kind: 'full', value: '' }),
    fc.integer({ min: 0, max: 99 }).map(percentWorth),
    fc.integer({ min: 0, max: points - 1 }).map((value): Worth => ({ kind: 'points', value: String(value) })),
  )

export function scorings(points: number): Arbitrary<Scored> {
  return fc.oneof(
    fc.tuple(worths(points), worths(points)).map(([first, second]): Scored => ({
      kind: 'by-word',
      fact: unnamed({ kind: 'choice', options: words }),
      // Not all alike: a word that decides nothing would not be needed.
      worths: [first, second, percentWorth(first.kind === 'full' ? 0 : 100)],
    })),
    bands(points),
    percentage(['0', '100', '33.3']).map((spec): Scored => ({ kind: 'proportion', fact: unnamed(spec) })),
    quotients,
  )
}

/** From 0 to 6, kept in a narrower range; up and down by turns, some of them with an exception. */
export const stepsInOrder: Arbitrary<Steps> = fc
  .record({
    low: fc.integer({ min: 0, max: 2 }),
    room: fc.integer({ min: 1, max: 3 }),
    steps: fc.array(
      fc.record(
        {
          up: fc.boolean(),
          amount: fc.constantFrom('0.5', '1', '2'),
          condition: conditions,
          except: simpleConditions,
        },
        { requiredKeys: ['up', 'amount', 'condition'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ low, room, steps: each }) => ({
    kind: 'steps',
    name: '',
    defined: true,
    start: unnamed({ kind: 'number', from: 0, max: 6, decimals: 0, edges: [`${low}`, `${low + room}`] }),
    low: String(low),
    high: String(low + room),
    steps: each,
  }))

export function direct(points: number): Scored {
  const spec: FactSpec = { kind: 'number', from: 0, max: points, decimals: 1, edges: ['0', String(points)] }
  return { kind: 'direct', mark: { name: '', assessed: true, spec } }
}

/** Falling bounds, each worth less than the one before, as the checker wants it. */
function bands(points: number): Arbitrary<Scored> {
  return fc
    .record({
      bounds: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
      rates: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 }),
      full: fc.boolean(),
    })
    .chain(({ bounds, rates, full }) => {
      const falling = [...bounds].sort((a, b) => b - a)
      const worth = [...rates].sort((a, b) => b - a)
      const rows = falling.map((from, index) => ({
        from: String(from),
        worth: index === 0 && full ? fullWorth : percentWorth(worth[index] as number),
      }))
      const otherwise: Worth = points > 1 ? { kind: 'points', value: '0' } : percentWorth(0)
      return percentage(falling.map(String)).map((spec): Scored => ({
        kind: 'by-band',
        fact: unnamed(spec),
        bands: rows,
        otherwise,
      }))
    })
}

const fullWorth: Worth = { kind: 'full', value: '' }

function percentWorth(value: number): Worth {
  return { kind: 'percent', value: String(value) }
}

/** points × a ÷ b, or with three large factors on each side, whose products no double holds. */
const quotients: Arbitrary<Scored> = fc
  .record({
    big: fc.boolean(),
    from: fc.constantFrom<0 | 1>(0, 1),
    decimals: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  })
  .map(({ big, from, decimals }): Scored => {
    const size = big ? 999_999 : 100
    const over = (): Fact =>
      unnamed({ kind: 'number', from: 0, max: size, decimals: big ? 2 : 0, edges: ['0', '1', `${size}`] })
    const under = (): Fact =>
      unnamed({ kind: 'number', from, max: size, decimals: big ? 2 : 0, edges: [`${from}`, '3', `${size}`] })
    const several = <Each>(make: () => Each): readonly Each[] => (big ? [make(), make(), make()] : [make()])
    const formula = { kind: 'formula' as const, over: several(over), under: several(under) }
    return decimals === undefined ? formula : Object.assign(formula, { decimals })
  })
