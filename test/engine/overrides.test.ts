import { compile } from '@merit/dsl'
import { contextOf, DataError, loadScheme, type UnitData } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { explain } from '@merit/engine/explain'
import { referenceAssessAll } from '@merit/engine/reference'
import { describe, expect, it } from 'vitest'
import { settledOf } from '../differential/differences.js'

const text = `scheme "Sample" for 2026
full marks 100
unit kinds "town"
grades "good", "fair", "poor"

facts
  "petition": count, at most 9
  "rate": percentage
  "votes": many numbers from 0 to 100
  "fault": yes or no

item 1 "Work" 40 points
item 1.1 "Petitions" 10 points
  each "petition" costs 1
item 1.2 "Rate" 30 points
  scored in proportion to "rate"
item 2 "Votes" 60 points
  score is average of "votes" * 60 / 100

grading by total
  "good": top 1
  "fair": from 60
  "poor": otherwise
"fault" blocks "good"

award "cup" to the top 1 graded "good"
outcome "praise" when grade is "good"
outcome "pay" is 10 * total
`

const scheme = loadScheme(compile(text).scheme)
const entered = { by: 'board', on: '2026-12-20', why: 'appeal upheld' }
const facts = { petition: 3, rate: 80, votes: [90, 80, 71], fault: false }

function results(units: readonly UnitData[]) {
  const { results: found } = scheme.assessAll(units)
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  expect(plain(referenceAssessAll(scheme.compiled, { units }).results)).toEqual(settledOf(found))
  return found
}

function faultsOf(overrides: unknown): readonly string[] {
  try {
    scheme.assessAll([{ unit: 'A', facts, overrides } as UnitData])
  } catch (error) {
    if (error instanceof DataError) return error.problems.map((problem) => messageOf(problem, 'en'))
    throw error
  }
  return []
}

describe('a decided score', () => {
  it('stands in the place of its own, and what rests on it follows; both are shown', () => {
    // 1.1 is 10 − 3 = 7 by the rules; 8.75 makes item 1 8.75 + 24 = 32.75, the total 32.75 + 48.2 = 80.95, the pay 809.5.
    const [result] = results([{ unit: 'A', facts, overrides: [{ of: '1.1', value: 8.75, ...entered }] }])
    expect(result).toMatchObject({
      items: { '1': '32.75', '1.1': '8.75', '1.2': '24', '2': '48.2' },
      total: '80.95',
      amounts: { pay: '809.5' },
      overrides: [{ of: '1.1', value: '8.75', was: '7', ...entered }],
    })
  })

  it('of an average, which its graph keeps as a share', () => {
    // (90 + 80 + 71) ÷ 3 × 0.6 = 48.2 by the rules.
    const [result] = results([{ unit: 'A', facts, overrides: [{ of: 'Votes', value: '50.123456', ...entered }] }])
    expect(result).toMatchObject({ items: { '2': '50.123456' }, total: '81.123456', overrides: [{ was: '48.2' }] })
  })

  it('of the total ranks, and wins the places', () => {
    // The others have 7 + 24 + 48.2 = 79.2.
    const [first, second] = results([
      { unit: 'A', facts },
      { unit: 'B', facts, overrides: [{ of: '总分', value: 79.3, ...entered }] },
    ])
    expect(first).toMatchObject({ total: '79.2', rank: 2, grade: 'fair', awards: [] })
    expect(second).toMatchObject({ total: '79.3', rank: 1, grade: 'good', awards: ['cup'], outcomes: ['praise'] })
  })

  it('needs no facts on which only it rested; what it was is not known then', () => {
    const { petition: _, ...others } = facts
    const [result] = results([{ unit: 'A', facts: others, overrides: [{ of: '1.1', value: 9, ...entered }] }])
    expect(result).toMatchObject({ status: 'final', items: { '1.1': '9' }, overrides: [{ was: null }] })
    const [open] = results([{ unit: 'A', facts: others, overrides: [{ of: 'total', value: 90, ...entered }] }])
    expect(open).toMatchObject({ status: 'incomplete', missing: ['petition'] })
  })

  it('with another above it: each says what it would be without it', () => {
    const overrides = [
      { of: '2', value: 50, ...entered },
      { of: 'total', value: 99.5, ...entered },
    ]
    const [result] = results([{ unit: 'A', facts, overrides }])
    // 7 + 24 + 50 = 81.
    expect(result?.overrides?.map(({ was }) => was)).toEqual(['48.2', '81'])
    expect(result).toMatchObject({ items: { '2': '50' }, total: '99.5' })
  })

  it('counts for a unit by itself too', () => {
    const alone = scheme.assess({ unit: 'A', facts, overrides: [{ of: '1.1', value: 8.75, ...entered }] })
    expect(alone).toMatchObject({ total: '80.95', needs: 'cohort', overrides: [{ was: '7' }] })
  })
})

describe('a decided grade', () => {
  const overrides = [{ of: 'grade', value: 'good', ...entered }]

  it('stands although a rule blocks it; places are as they were', () => {
    const [first, second] = results([
      { unit: 'A', facts },
      { unit: 'B', facts: { ...facts, fault: true }, overrides },
    ])
    expect(first).toMatchObject({ grade: 'good', rank: 1 })
    expect(second).toMatchObject({ grade: 'good', rank: 1, outcomes: ['praise'], overrides: [{ was: 'fair' }] })
  })

  it('is the last step of the grade, before awards', () => {
    const [result] = results([{ unit: 'A', facts: { ...facts, fault: true }, overrides }])
    const steps = contextOf(result!).gradeSteps.map(({ step }) => step)
    expect(steps).toEqual(['blocked', 'line', 'line', 'override', 'award', 'outcome'])
    const said = explain(result!, { language: 'en' })
    expect(said.gradeSteps.at(-1)).toMatchObject({ number: 13, from: 'fair', to: 'good', by: 'board' })
    expect(said.overrides).toMatchObject([{ of: 'grade', value: 'good', was: 'fair', why: 'appeal upheld' }])
  })

  it('may be none, and is settled whoever else is incomplete', () => {
    const [result] = results([
      { unit: 'A', facts, overrides: [{ of: '等次', value: null, ...entered }] },
      { unit: 'B', facts: {} },
    ])
    expect(result).toMatchObject({ grade: null, status: 'final', awards: [] })
  })
})

describe('faults', () => {
  it.each<readonly [unknown, string]>([
    [{}, 'unit "A": "overrides" is a list with an object for each; found {…}.'],
    [[3], 'unit "A", override 1: An override says of, value, by, on and why; found 3.'],
    [
      [{ of: '1.1', value: 3, ...entered, by: ' ' }],
      'unit "A", override 1: "by" is missing: an override says of what it is, its value, by whom, on which day and why.',
    ],
    [
      [{ of: '1.1', value: 3, ...entered, on: '20 December' }],
      'unit "A", override 1: "on" is a day such as 2026-12-20; found 20 December.',
    ],
    [[{ of: '1.1', value: 3, ...entered, when: 'now' }], 'unit "A", override 1: An override has no "when".'],
    [
      [{ of: '1.1', value: 10.5, ...entered }],
      'unit "A", override 1: "1.1" cannot be 10.5: it lies between 0 and 10, with at most 6 decimals.',
    ],
    [
      [{ of: 'grade', value: 'goood', ...entered }],
      'unit "A", override 1: There is no grade "goood". Did you mean "good"?',
    ],
    [
      [
        { of: '1.1', value: 3, ...entered },
        { of: 'Petitions', value: 4, ...entered },
      ],
      'unit "A", override 2: "Petitions" is overridden twice.',
    ],
  ])('%j', (overrides, message) => {
    expect(faultsOf(overrides)).toEqual([message])
  })

  it('a name that is no score says what may be meant', () => {
    const [message] = faultsOf([{ of: 'Petition', value: 3, ...entered }])
    expect(message).toContain('There is no score "Petition".')
  })
})
