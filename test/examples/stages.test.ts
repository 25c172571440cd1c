/** Examples that state what a stage left, and decisions that leave the rules: what is handed to the engine, and what a failed check says. */
import { compile } from '@merit/dsl'
import { examplesOf, runExamples, wordsOfCheck } from '@merit/dsl/testing'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { describe, expect, it } from 'vitest'

const rules = `scheme "Sample" for 2026, version 1
unit kinds "town"
grades "good", "poor"
facts
  "lectures": count, at most 100
item 1 "Lectures" 100 points
  each "lectures" earns 1
grading by total
  "good": from 80
  "poor": otherwise
review "first"
  of all units
review "second"
  of units graded "good"
`

function checksOf(example: string): readonly string[] {
  const compilation = compile(rules + example)
  expect(compilation.scheme).toBeDefined()
  const outcomes = runExamples(compilation, (scheme) => loadScheme(scheme, { ranges }))
  return outcomes.flatMap(({ checks }) => checks.map((check) => wordsOfCheck(check, 'en')))
}

describe('stages', () => {
  it('each has its own total and grade; what differs says of which stage it is', () => {
    const found = checksOf(`example "a"
  "lectures": 95
  review "first" "lectures": 85
  review "second" "lectures": 70
  expect total before reviews to be 90
  expect total after review "first" to be 85
  expect grade after review "second" to be "good"
  expect total to be 70
`)
    expect(found).toEqual([
      'the total before reviews should be 90, comes to 95',
      'the total after review "first" is 85',
      'the grade after review "second" should be "good", comes to "poor"',
      'the total is 70',
    ])
  })

  it('an example that asks for a stage runs the reviews, whether or not it says what they found', () => {
    const found = checksOf(`example "a"
  "lectures": 95
  expect grade after review "first" to be "good"
`)
    expect(found).toEqual(['the grade after review "first" is "good"'])
  })
})

describe('decisions', () => {
  const decided = `example "two" of units
  unit "A": "lectures" 70
    override item 1 to be 81.5, by "board", on 2026-12-20, because "appeal upheld"
    expect computed item 1 to be 70
    expect grade to be "good"
  unit "B": "lectures" 90
    override no grade, by "board", because "under investigation"
    expect computed grade to be "poor"
    expect no grade
`

  it('are the data of their unit alone; a day that is not said is the last of the year', () => {
    const [example] = examplesOf(compile(rules + decided).analysis)
    expect(example?.units.map(({ overrides }) => overrides)).toEqual([
      [{ of: '1', value: '81.5', by: 'board', on: '2026-12-20', why: 'appeal upheld' }],
      [{ of: 'grade', value: null, by: 'board', on: '2026-12-31', why: 'under investigation' }],
    ])
  })

  it('stand beside what the rules give', () => {
    // 81.5 is from 80; B is good by the rules, with 90.
    expect(checksOf(decided)).toEqual([
      '"A": computed item 1 is 70',
      '"A": the grade is "good"',
      '"B": the computed grade should be "poor", comes to "good"',
      '"B": the grade is no grade',
    ])
  })

  it('that the engine refuses are told in its words', () => {
    const [found] = checksOf(`example "a"
  "lectures": 70
  override item 1 to be 101, by "board", because "x"
  expect total to be 101
`)
    expect(found).toMatch(/^the total was not computed: .*101/)
  })
})
