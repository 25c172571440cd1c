/** Which sentences worked examples exercise: the expected marks are read off the small scheme by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, entryOf } from '@merit/dsl'
import { coverageOf, runExamples, shareExercised, type Coverage } from '@merit/dsl/testing'
import { contextOf, loadScheme, type UnitResult } from '@merit/engine'
import { describe, expect, it } from 'vitest'

function coverageOfText(text: string): Coverage {
  const compilation = compile(text)
  expect(
    compilation.problems.filter(({ code }) => code !== 'unused-fact' && entryOf(code).severity !== 'info'),
  ).toEqual([])
  return coverageOf(compilation, runExamples(compilation, loadScheme), (unit) => evidenceOf(unit as UnitResult))
}

function evidenceOf(unit: UnitResult) {
  const { kind, value, fact, gradeSteps } = contextOf(unit)
  return { kind, value, fact, gradeSteps, ...(unit.stages === undefined ? {} : { stages: unit.stages }) }
}

/** Each sentence with its state, the examples that exercise it, and what no example shows. */
function said(text: string): readonly string[] {
  return coverageOfText(text).sentences.map(({ span, state, by, aspects }) => {
    const open = aspects
      .filter((aspect) => aspect.by.length === 0)
      .map((aspect) =>
        aspect.span === undefined ? aspect.kind : `${aspect.kind} ${text.slice(aspect.span.start, aspect.span.end)}`,
      )
    const lacks = state === 'partly' ? ` | ${open.join(', ')}` : ''
    return `${state} ${by.map((example) => example + 1).join(',')} | ${text.slice(span.start, span.end)}${lacks}`
  })
}

const head = `scheme "S" for 2026, version 1
full marks 20
scores to 1 decimal, half up
`

const small = `${head}unit kinds "town", "bureau"
grades "x", "y", "z"
facts
  "plan": yes or no
  "case": count, 0 if not reported
  "rate": percentage, counted to at most 90%
  "level": one of "a", "b", "c"
  "prize": records, none if not reported
    with "rank": one of "first", "second"
  "veto": yes or no, no if not reported
item 1 "Plans" 10 points
  missing "plan" costs 4
  each "case" costs 1, at most 3
item 2 "Rates" 5 points
  scored by "rate": full from 80%, 50% from 60%, otherwise 0
item 3 "Levels" 5 points
  scored by "level": "a" full, "b" 50%, "c" 0
bonus by "rank" of "prize": "first" 2, "second" 1, capped at 3
total at most 20
let "clean" be "plan" and no "case"
grading by total
  "x": from 18
  "y": from 10
  "z": otherwise
"veto" makes it "z"
outcome "praised" when "clean"
outcome "watched" when grade is "z"
example "all well"
  kind "town"
  "plan": yes
  "rate": 95%
  "level": "a"
  "prize": "rank" "first"
  expect total to be 20
example "only an item"
  kind "bureau"
  "plan": no
  "case": 5
  expect item 1 to be 3
`

describe('what examples exercise', () => {
  it('is marked sentence by sentence, caps, rows and defaults apart', () => {
    expect(said(small)).toEqual([
      // 20 and 3 are round: nothing was ever rounded.
      'not  | scores to 1 decimal, half up',
      'exercised 1,2 | unit kinds "town", "bureau"',
      'exercised 1,2 | "plan": yes or no',
      'exercised 1,2 | "case": count, 0 if not reported',
      // 95% counts as 90%; the second example does not give it.
      'exercised 1 | "rate": percentage, counted to at most 90%',
      'exercised 1 | "level": one of "a", "b", "c"',
      'exercised 1,2 | "prize": records, none if not reported',
      'partly 1,2 | "veto": yes or no, no if not reported | reported',
      'exercised 2 | missing "plan" costs 4',
      // 5 cases would cost 5.
      'exercised 2 | each "case" costs 1, at most 3',
      'partly 1 | scored by "rate": full from 80%, 50% from 60%, otherwise 0 | row 50% from 60%, row otherwise 0',
      'partly 1 | scored by "level": "a" full, "b" 50%, "c" 0 | row "b" 50%, row "c" 0',
      'partly 1 | bonus by "rank" of "prize": "first" 2, "second" 1, capped at 3 | cap, row "second" 1',
      // 20 and a bonus of 2.
      'exercised 1 | total at most 20',
      'exercised 1 | let "clean" be "plan" and no "case"',
      'exercised 1 | "x": from 18',
      'not  | "y": from 10',
      'not  | "z": otherwise',
      'not  | "veto" makes it "z"',
      'exercised 1 | outcome "praised" when "clean"',
      'not  | outcome "watched" when grade is "z"',
    ])
  })

  it('counts sentences that are exercised in all there is to them', () => {
    expect(coverageOfText(small).count).toEqual({ exercised: 12, partly: 4, not: 5 })
    expect(shareExercised(coverageOfText(small))).toEqual({ exercised: 12, of: 21 })
  })

  it('takes nothing from facts that an example leaves out and the run made up', () => {
    const text = `${head}unit kinds "unit"
facts
  "plan": yes or no
  "rate": percentage
item 1 "Plans" 10 points
  missing "plan" costs 4
item 2 "Rates" 10 points
  scored by "rate": full from 80%, otherwise 0
grading by total
  "x": from 10
  "y": otherwise
example "only an item"
  "plan": no
  expect item 1 to be 6
`
    expect(said(text).filter((line) => line.startsWith('exercised'))).toEqual([
      'exercised 1 | "plan": yes or no',
      'exercised 1 | missing "plan" costs 4',
    ])
  })

  it('takes ranks, places and reviews from examples of several units', () => {
    const text = `${head}unit kinds "unit"
grades "x", "y"
facts
  "plan": yes or no
  "marks": number from 0 to 20
item 1 "Marks" 20 points
  score is "marks"
  missing "plan" costs 4
grading by total
  "x": from 10, 1 place
  "y": otherwise
review "second look"
  of units graded "x" or better
  of 50% of the rest, drawn by lot
EXAMPLE`
    // b has no place left beside a; without a finding nobody has looked at a, who is chosen; of 2 others 1 is drawn.
    const several = `
example "three" of units
  lot "second look": "seed"
  "plan": yes
  unit "a"
    "marks": 20
    review "second look": unchanged
  unit "b": "marks" 15
  unit "c": "marks" 3
  expect rank of "a" to be 1
`
    const open = said(text.replace('EXAMPLE', several)).filter((line) => !line.startsWith('exercised'))
    expect(open).toEqual(['not  | scores to 1 decimal, half up', 'not  | missing "plan" costs 4'])
    expect(said(text.replace('EXAMPLE', '')).slice(-3)).toEqual([
      'not  | review "second look"',
      'not  | of units graded "x" or better',
      'not  | of 50% of the rest, drawn by lot',
    ])
  })

  it('a scheme without examples has nothing exercised, one that does not compile nothing to exercise', () => {
    const none = coverageOfText(small.slice(0, small.indexOf('example')))
    expect(none.count).toMatchObject({ exercised: 0, partly: 0, not: 21 })
    expect(coverageOf(compile('item'), [], () => expect.unreachable()).sentences).toEqual([])
  })
})

describe('the tour', () => {
  it('is exercised alike in both languages', () => {
    const states = (language: string) =>
      coverageOfText(readFileSync(join(import.meta.dirname, `../tours/tour.${language}.merit`), 'utf8')).sentences.map(
        ({ state, aspects }) => [state, aspects.map(({ kind, by }) => `${kind} ${by.join(',')}`)],
      )
    expect(states('zh')).toEqual(states('en'))
  })
})
