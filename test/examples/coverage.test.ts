/** Which sentences worked examples exercise: the expected marks are read off the small scheme by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, entryOf } from '@merit/dsl'
import { coverageOf, runExamples, shareExercised, type Coverage, type SentenceCoverage } from '@merit/dsl/testing'
import { contextOf, loadScheme, type UnitResult } from '@merit/engine'
import { describe, expect, it } from 'vitest'

function coverageOfText(text: string, included?: string): Coverage {
  const compilation = compile(text, { read: () => included })
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
  return coverageOfText(text).sentences.map(saidIn(text))
}

function saidIn(text: string) {
  return ({ span, state, by, aspects }: SentenceCoverage): string => {
    const open = aspects
      .filter((aspect) => aspect.by.length === 0)
      .map((aspect) =>
        aspect.span === undefined ? aspect.kind : `${aspect.kind} ${text.slice(aspect.span.start, aspect.span.end)}`,
      )
    const lacks = state === 'partly' ? ` | ${open.join(', ')}` : ''
    return `${state} ${by.map((example) => example + 1).join(',')} | ${text.slice(span.start, span.end)}${lacks}`
  }
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

describe('what stands apart', () => {
  const whole = `${head.replace('marks 20', 'marks 100')}unit kinds "town"
facts
  "rank": number from 1 to 5
  "bad": yes or no
  "worse": yes or no
  "late": yes or no
rubric "R" out of 100
  facts
    "m": number from 0 to 100
  item 1 "M" 100 points
    score is "m"
    the largest only: costs 5 when "bad"; costs 10 when "worse"; costs 10 when "late"
part "quarters" by rubric "R" each quarter, a missing quarter counts 0
let "level" be "rank", kept from 1 to 5 at each step
  plus 1 when "late"
  minus 2 when "bad"
total
  100% "quarters"
bonus of "level"
outcome "pay" is 100 * score
must hold: (share of units where "bad") is at most 50%
example "by itself"
  "rank": 2
  "bad": yes
  "worse": yes
  "late": yes
  "quarters" "m": 90
  expect total to be 81
EXAMPLE`
  const others = (text: string) => said(text).filter((line) => !/ \| ("|score|100%)/.test(line))

  it('choices, steps, missing periods and what must hold over the field are counted one by one', () => {
    // 10 and 10: neither decides. 2 + 1 − 2 = 1 stays within 1 to 5. A unit by itself is no field.
    expect(others(whole.replace('EXAMPLE', ''))).toEqual([
      'not  | largest only: costs 5 when "bad"; costs 10 when "worse"; costs 10 when "late"',
      'partly 1 | part "quarters" by rubric "R" each quarter, a missing quarter counts 0 | missing-period',
      'partly 1 | let "level" be "rank", kept from 1 to 5 at each step | kept',
      'exercised 1 | plus 1 when "late"',
      'exercised 1 | minus 2 when "bad"',
      'exercised 1 | bonus of "level"',
      'exercised 1 | outcome "pay" is 100 * score',
      'not  | must hold: (share of units where "bad") is at most 50%',
    ])
  })

  it('and are shown by the examples that do them', () => {
    // A: 5 is taken, rank 2 − 2 is kept at 1. B: 10 is taken for being late. Of two units one is bad: that is 50%; then both.
    const several = `example "half of them" of units
  "rank": 2
  "worse": no
  "quarters" "m": 90
  unit "A"
    "bad": yes
    "late": no
    "quarters" "2026-Q3": none
  unit "B"
    "bad": no
    "late": yes
  expect total of "B" to be 83
example "both" of units
  "rank": 2
  "bad": yes
  "late": no
  "quarters" "m": 90
  unit "A": "worse": yes
  unit "B": "worse": no
  expect total of "B" to be 86
`
    expect(others(whole.replace('EXAMPLE', several)).map((line) => line.replace(/ \|.*/, ''))).toEqual([
      'exercised 2,3',
      'exercised 1,2,3',
      'exercised 1,2,3',
      'exercised 1,2',
      'exercised 1,2,3',
      'exercised 1,2,3',
      'exercised 1,2,3',
      'exercised 2,3',
    ])
  })

  it('what must hold says nothing where it rests on a fact that a unit lacks', () => {
    const several = `example "an item" of units
  "quarters" "m": 90
  "worse": no
  "late": no
  unit "A": "bad" yes
  unit "B": "late" yes
  expect item 1 of part "quarters" "2026-Q1" of "A" to be 85
`
    expect(said(whole.replace('EXAMPLE', several)).at(-1)).toMatch(/^not /)
  })

  it('what a file includes is counted apart', () => {
    const shared = 'facts\n  "veto": yes or no\n"veto" makes it "y"\n'
    const text = `${head}unit kinds "unit"
grades "x", "y"
include "shared.merit"
item 1 "Marks" 20 points
  costs 1 when "veto"
grading by total
  "x": from 10
  "y": otherwise
example "a veto"
  "veto": yes
  expect total to be 19
`
    const { sentences, count, included } = coverageOfText(text, shared)
    expect(sentences.map(saidIn(text))).toEqual([
      'not  | scores to 1 decimal, half up',
      'exercised 1 | costs 1 when "veto"',
      'not  | "x": from 10',
      'not  | "y": otherwise',
    ])
    expect(count).toEqual({ exercised: 1, partly: 0, not: 3 })
    // The included file stands behind the text and a line end.
    const both = `${text}\n${shared}`
    expect(
      included.map(({ file, sentences: own, count: ownCount }) => [file, own.map(saidIn(both)), ownCount]),
    ).toEqual([
      [
        'shared.merit',
        ['exercised 1 | "veto": yes or no', 'exercised 1 | "veto" makes it "y"'],
        { exercised: 2, partly: 0, not: 0 },
      ],
    ])
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
