import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { items } from './arbitrary-items.js'
import { scorings } from './arbitrary-rules.js'
import type { Average, Fact, Part, PartContent } from './model.js'

const absentRaters = fc.record({ raters: fc.integer({ min: 1, max: 6 }), mark: fc.integer({ min: 0, max: 100 }) })

const averages: Arbitrary<Average> = fc.oneof(
  fc
    .record({
      decimals: fc.integer({ min: 0, max: 2 }),
      drop: fc.option(fc.option(fc.integer({ min: 3, max: 6 })), { nil: undefined }),
      absent: fc.option(absentRaters, { nil: undefined }),
    })
    .map(({ decimals, drop, absent }) => {
      const average = averageOfNumbers(decimals, drop)
      return drop !== undefined || absent === undefined ? average : Object.assign({}, average, { absent })
    }),
  fc.constant<Average>({
    fact: { name: '', spec: { kind: 'many-words', options: ['v0', 'v1', 'v2'] } },
    worths: ['100', '75', '37.5'],
  }),
)

/** `drop` is how many there must be more than; null: no number is said; undefined: nothing is dropped. */
function averageOfNumbers(decimals: number, drop: number | null | undefined): Average {
  const fact: Fact = { name: '', spec: { kind: 'many-numbers', decimals } }
  if (drop === undefined) return { fact }
  return { fact, drop: drop === null ? {} : { ifMoreThan: drop } }
}

const weightedContent: Arbitrary<PartContent> = fc
  .record({
    first: fc.integer({ min: 10, max: 90 }),
    decimals: fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 })),
    absent: fc.option(absentRaters, { nil: undefined }),
    emptyLeftOut: fc.boolean(),
  })
  .map(({ first, decimals, absent, emptyLeftOut }) => ({
    kind: 'weighted',
    emptyLeftOut,
    lines: decimals.map((each, index) => ({
      weight: index === 0 ? first : 100 - first,
      average: {
        fact: { name: '', spec: { kind: 'many-numbers', decimals: each } },
        ...(absent === undefined || index === 0 ? {} : { absent }),
      },
    })),
  }))

const cut = fc.integer({ min: 10, max: 40 })

/** One to three parts whose weights make 100% for each of two kinds; the second may be for the first kind alone. */
export function parts(): Arbitrary<readonly Part[]> {
  const content: Arbitrary<PartContent> = fc.oneof(
    { weight: 3, arbitrary: items().map((each): PartContent => ({ kind: 'items', items: each })) },
    { weight: 1, arbitrary: averages.map((average): PartContent => ({ kind: 'average', average })) },
    { weight: 1, arbitrary: weightedContent },
    { weight: 1, arbitrary: scorings(50).map((scored): PartContent => ({ kind: 'scored', scored, full: 50 })) },
  )
  return fc
    .record({
      contents: fc.array(content, { minLength: 1, maxLength: 3 }),
      cuts: fc.tuple(fc.tuple(cut, cut), fc.tuple(cut, cut)),
      secondForAll: fc.boolean(),
    })
    .map(({ contents, cuts, secondForAll }) => {
      const first = weightsOf(contents.length, cuts[0])
      const others = weightsOf(contents.length - (secondForAll || contents.length === 1 ? 0 : 1), cuts[1])
      const second = secondForAll || contents.length === 1 ? others : [others[0] as number, 0, ...others.slice(1)]
      return contents.map((each, index): Part => ({
        name: '',
        content: each,
        weights: [first[index] as number, second[index] as number],
      }))
    })
}

/** Percents that make 100. */
function weightsOf(count: number, [first, second]: readonly [number, number]): readonly number[] {
  if (count === 1) return [100]
  return count === 2 ? [first, 100 - first] : [first, second, 100 - first - second]
}
