/** What is told of units that are not settled, in schemes small enough to work it out by hand. */
import { compile } from '@merit/dsl'
import { loadScheme, type Scheme, type UnitData, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { expect, test } from 'vitest'

function loaded(text: string): Scheme {
  const { scheme, problems } = compile(text)
  if (scheme === undefined) throw new Error(problems.map(({ code }) => code).join(', '))
  return loadScheme(scheme, { ranges })
}

const discretion = loaded(`scheme "S" for 2026
full marks 10
unit kinds "u"
grades "good", "fair"
facts
  "complaints": count
  "late": yes or no
item 1 "Service" 6 points
  each "complaints" costs 0.5
  costs 1 to 3, as assessed, when "late"
item 2 "Order" 4 points
  missing "plan" costs 4
facts
  "plan": yes or no
grading by total
  "good": from 8
  "fair": otherwise`)

test('an amount at discretion that is not entered yet is a range, and what is settled is shown', () => {
  const result = discretion.assess({ unit: 'a', facts: { complaints: 1, late: true, plan: true } })
  // 6 − 0.5 − 1 to 3 = 2.5 to 4.5, and 4 for order.
  expect(result).toMatchObject({
    status: 'incomplete',
    total: null,
    items: { '2': '4' },
    missing: ['Service'],
    range: {
      total: { least: '6.5', greatest: '8.5', exact: true },
      items: { '1': { least: '2.5', greatest: '4.5', exact: true } },
      grades: ['good', 'fair'],
      waiting: [{ fact: 'Service', points: '2' }],
    },
  })
  expect(result.certain).toBeUndefined()
})

test('where its condition is open as well, so is whether there is any', () => {
  const { range, missing } = discretion.assess({ unit: 'a', facts: { complaints: 0, plan: true } })
  expect(missing).toEqual(['late'])
  // Not late: 10. Late: 7 to 9.
  expect(range?.total).toEqual({ least: '7', greatest: '10', exact: true })
  expect(range?.waiting.map(({ fact }) => fact).sort()).toEqual(['Service', 'late'])
})

test('a grade that no missing fact can change is certain', () => {
  const result = discretion.assess({ unit: 'a', facts: { complaints: 1, late: true, plan: false } })
  expect(result).toMatchObject({ status: 'incomplete', grade: null, certain: true, range: { grades: ['fair'] } })
})

const ratings = loaded(`scheme "S" for 2026
full marks 100
unit kinds "u"
facts
  "leaders": many numbers from 0 to 100
  "staff": many numbers from 0 to 100
part "ratings" out of 100
  40% average of "leaders"
  60% average of "staff"
total
  100% "ratings"`)

test('who was rated by nobody lies between all ratings that could come', () => {
  const result = ratings.assess({ unit: 'a', facts: { leaders: [90], staff: [] } })
  // 36 and 0 to 60.
  expect(result).toMatchObject({
    status: 'incomplete',
    missing: [],
    because: [{ reason: 'empty-average', fact: 'staff' }],
    range: { total: { least: '36', greatest: '96', exact: true }, waiting: [{ fact: 'staff', points: '60' }] },
  })
})

const ranked = loaded(`scheme "S" for 2026
full marks 100
unit kinds "u"
grades "A", "B", "C"
facts
  "done": percentage
  "bonus": number from 0 to 10
  "fault": yes or no
item 1 "Tasks" 100 points
  scored in proportion to "done"
bonus of "bonus" when "done" is above 0
grading by rank of total
  "A": top 2
  "B": otherwise
"fault" blocks "A"
award "prize" to the top 1 graded "A"`)

const units = (late: UnitData['facts']): readonly UnitData[] => [
  { unit: 'first', facts: { done: 99, bonus: 5, fault: false } },
  { unit: 'second', facts: { done: 95, bonus: 0, fault: false } },
  { unit: 'third', facts: { done: 80, bonus: 0, fault: false } },
  { unit: 'late', facts: late },
]

const told = ({ unit, status, certain, range }: UnitResult) => ({
  unit,
  status,
  certain: certain === true,
  grades: range?.grades,
  rank: range?.rank,
  awards: range?.awards,
})

test('who is certain, and who is possible, by rank', () => {
  const { results } = ranked.assessAll(units({ done: 90, fault: false }))
  // 90 to 100 points: before the second, or not; never before the first (104), always before the third.
  expect(results.map(told)).toEqual([
    {
      unit: 'first',
      status: 'provisional',
      certain: true,
      grades: ['A'],
      rank: { best: 1, worst: 1 },
      awards: { certain: ['prize'], possible: [] },
    },
    {
      unit: 'second',
      status: 'provisional',
      certain: false,
      grades: ['A', 'B'],
      rank: { best: 2, worst: 3 },
      awards: { certain: [], possible: [] },
    },
    {
      unit: 'third',
      status: 'provisional',
      certain: true,
      grades: ['B'],
      rank: { best: 4, worst: 4 },
      awards: { certain: [], possible: [] },
    },
    {
      unit: 'late',
      status: 'incomplete',
      certain: false,
      grades: ['A', 'B'],
      rank: { best: 2, worst: 3 },
      awards: { certain: [], possible: [] },
    },
  ])
})

test('a fact that moves no score may move a place all the same', () => {
  const { results } = ranked.assessAll(units({ done: 97, bonus: 0 }))
  // With a fault the last one is kept out of A, and the second gets its place.
  expect(results.map(({ certain, range }) => [certain === true, range?.grades])).toEqual([
    [true, ['A']],
    [false, ['A', 'B']],
    [true, ['B']],
    [false, ['A', 'B']],
  ])
  expect(results[3]?.range?.waiting).toEqual([{ fact: 'fault', points: '0' }])
})

test('what is decided for a unit holds for its range and for its place among the others', () => {
  const by = { by: 'the committee', on: '2026-12-20', why: 'an exception' }
  const [first, second, third, late] = units({ done: 90, fault: false })
  const { results } = ranked.assessAll([
    first!,
    // Decided above all that the last one can come to, 100.
    { ...second!, overrides: [{ of: 'total', value: '101', ...by }] },
    third!,
    { ...late!, overrides: [{ of: 'grade', value: 'C', ...by }] },
  ])
  expect(results.map(({ grade, certain, range }) => [grade, certain === true, range?.grades, range?.rank])).toEqual([
    ['A', true, ['A'], { best: 1, worst: 1 }],
    ['A', true, ['A'], { best: 2, worst: 2 }],
    ['B', true, ['B'], { best: 4, worst: 4 }],
    [null, true, ['C'], { best: 3, worst: 3 }],
  ])
})
