import { loadScheme, type UnitData, type UnitResult } from '@merit/engine'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  atMost,
  bottom,
  from,
  gradeNode,
  ofKind,
  otherwise,
  places,
  plain,
  sample,
  top,
  topShare,
  unit,
} from './sample.js'

const flags = ['out', 'made', 'bar', 'down', 'noPrize']

/** Every rule that looks at the others, over two kinds, with reviews. */
const scheme = loadScheme(
  sample({
    kinds: ['x', 'y'],
    flags,
    ties: 'by',
    lines: {
      x: [top('A', 2), topShare('B', 40), bottom('D', 2), otherwise('C')],
      y: [from('A', 60, atMost(30)), from('B', 40, places(2)), otherwise('C')],
    },
    late: { isA: { '===': [gradeNode(flags), 0] } },
    more: (node) => ({
      notGraded: [{ when: node('out'), sentence: 1 }],
      makes: [{ when: node('made'), grade: 3, sentence: 2 }],
      blocks: [{ when: node('bar'), grade: 0, sentence: 3 }],
      gradeLimits: [{ steps: 1, above: 'f2', sentence: 4 }],
      awards: [
        {
          name: 'prize',
          kinds: [0, 1],
          top: 2,
          scope: 'together',
          bars: [{ when: node('noPrize'), sentence: 5 }],
          sentence: 6,
        },
        { name: 'own', kinds: [0, 1], top: 1, scope: 'each', bars: [], sentence: 7 },
      ],
      outcomes: [{ name: 'follows', when: node('isA'), sentence: 8 }],
      reviews: [
        {
          name: 'review 1',
          lines: [{ who: { kind: 'rest' }, draw: { numerator: 1, denominator: 3 }, sentence: 9 }],
          sentence: 9,
        },
      ],
    }),
  }),
)

const units = fc
  .array(
    fc.record({
      kind: fc.constantFrom('x', 'y'),
      // Few values, so that there are ties.
      score: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 3, max: 8 }).map((ten) => ten * 10) },
        fc.constant(undefined),
      ),
      tie: fc.integer({ min: 0, max: 2 }),
      last: fc.constantFrom(undefined, 'B', 'D'),
      on: fc.subarray(flags, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map(({ kind, score, tie, last, on }, index) =>
      ofKind(kind, unit(`u${index}`, score, { tie, ...(last === undefined ? {} : { last }) }, ...on)),
    ),
  )

test('results are the same whatever the order of the units', () => {
  const shuffled = units.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, fc.constantFrom(undefined, 'seed'), ([one, other], seed) => {
      const lots = seed === undefined ? {} : { lots: { 'review 1': seed } }
      expect(byName({ units: other, ...lots })).toEqual(byName({ units: one, ...lots }))
    }),
  )
})

function byName(data: { readonly units: readonly UnitData[] }): unknown {
  const { results, reviews } = scheme.assessAll(data)
  const sorted = [...results].sort((a: UnitResult, b: UnitResult) => (a.unit < b.unit ? -1 : 1))
  const lists = reviews.map(({ chosen, drawn, awaiting, open }) =>
    [chosen, drawn, awaiting].map((list) => [...list].sort()).concat([[String(open)]]),
  )
  return { results: sorted.map(plain), lists }
}
