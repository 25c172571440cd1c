import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { referenceAssessAll } from '@merit/engine/reference'
import { expect, test } from 'vitest'

const scheme = loadScheme(
  compile(`scheme "Sample" for 2026
full marks 100
unit kinds "town"
facts
  "score": number from 0 to 100
item 1 "Work" 100 points
  score is "score"
grading by total
  "good": from 90
  "fair": from 60
  "poor": otherwise
review "town review"
  of all units
review "county review"
  of units graded "good"
review "city review"
  of units graded "good"
`).scheme,
)
const found = (score: number) => ({ facts: { score } })

test('three reviews in the order of the file: each chooses by the grades that the one before it left, and its findings count last', () => {
  const units = [
    // 95, then 92, 91 and 70: good until the last.
    {
      unit: 'A',
      facts: { score: 95 },
      reviews: { 'town review': found(92), 'county review': found(91), 'city review': found(70) },
    },
    // The second review finds 80: the third does not look any more.
    { unit: 'B', facts: { score: 95 }, reviews: { 'town review': { facts: {} }, 'county review': found(80) } },
    // Lifted by the first, chosen by the second, which is still awaited.
    { unit: 'C', facts: { score: 85 }, reviews: { 'town review': found(93) } },
  ]
  const { results, reviews } = scheme.assessAll(units)
  const stages = results.map((result) => result.stages?.map(({ total, choice }) => [total, choice ?? null]))
  expect(stages).toEqual([
    [
      ['95', null],
      ['92', 'chosen'],
      ['91', 'chosen'],
      ['70', 'chosen'],
    ],
    [
      ['95', null],
      ['95', 'chosen'],
      ['80', 'chosen'],
      ['80', 'not-chosen'],
    ],
    [
      ['85', null],
      ['93', 'chosen'],
      ['93', 'chosen'],
      ['93', 'open'],
    ],
  ])
  expect(results.map(({ grade, status }) => [grade, status])).toEqual([
    ['fair', 'final'],
    ['fair', 'final'],
    ['good', 'provisional'],
  ])
  expect(reviews.map(({ chosen, awaiting }) => [chosen, awaiting])).toEqual([
    [['A', 'B', 'C'], []],
    [['A', 'B', 'C'], ['C']],
    [['A'], []],
  ])
  const reference = referenceAssessAll(scheme.compiled, { units })
  expect(reference.results.map(({ total, grade, stages: own }) => ({ total, grade, stages: own }))).toEqual(
    results.map(({ total, grade, stages: own }) => ({ total, grade, stages: own })),
  )
})
