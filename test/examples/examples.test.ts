import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, entryOf, type Compilation } from '@merit/dsl'
import {
  examplesOf,
  runExamples,
  wordsOfCheck,
  type Evaluator,
  type ExampleOutcome,
  type Load,
} from '@merit/dsl/testing'
import { referenceAssessAll } from '@merit/engine/reference'
import { describe, expect, it } from 'vitest'

function compiled(body: string): Compilation {
  const compilation = compile(`scheme "Sample" for 2026, version 1\n${body}`)
  expect(
    compilation.problems.filter(({ code }) => code !== 'unused-fact' && entryOf(code).severity !== 'info'),
  ).toEqual([])
  return compilation
}

/** The independent reference, which judges one unit as a cohort of one. */
const byReference: Load = (scheme) => ({
  assess: (unit) => referenceAssessAll(scheme, { units: [unit] }).results[0]!,
  assessAll: (data) => referenceAssessAll(scheme, data),
})

/** Some evaluator of single units. */
function only(assess: Evaluator['assess']): Load {
  return () => ({ assess, assessAll: ({ units }) => ({ results: units.map(assess) }) })
}

function run(compilation: Compilation): readonly ExampleOutcome[] {
  return runExamples(compilation, byReference)
}

/** What each check of the first example says. */
function said(body: string, language: 'zh' | 'en' = 'en'): readonly string[] {
  return run(compiled(body)).flatMap(({ checks }) => checks.map((check) => wordsOfCheck(check, language)))
}

describe('what an example gives', () => {
  it('is the data of a unit', () => {
    const [example] = examplesOf(
      compiled(`
unit kinds "town", "bureau"
grades "x", "y"
facts
  "plan": yes or no
  "rate": percentage to 1 decimal
  "since": date
  "word": one of "a", "b"
  "last": grade
  "marks": many numbers from 0 to 100
  "one mark": many numbers from 0 to 100
  "none": many of "a", "b"
  "prize": records
    with "what": text
    with "level": one of "a", "b"
rubric "R" out of 20
  facts
    "ledger": yes or no
  item 1 "Ledger" 10 points
    missing "ledger" costs 1
  item 2 "Visit" 10 points
    scored directly
part "A" by rubric "R"
part "B" out of 10
item 1 "Talk" 10 points
  scored directly by several assessors
total
  "A"
  "B"
example "all"
  kind "bureau"
  "plan": yes
  "rate": 97.9%
  "since": 2026-03-01
  "word": "a"
  "last": none
  "marks": 90, 80.0
  "one mark": 7
  "none": none
  "prize": "what" "rivers", "level" "a"
  "prize": "what" "roads", "level" "b"
  "A" "ledger": no
  "A" "Visit": 4
  "Talk": 8, 9
  expect total to be 20`).analysis,
    )
    expect(example?.units[0]).toEqual({
      unit: 'all',
      kind: 'bureau',
      facts: {
        plan: true,
        rate: '97.9',
        since: '2026-03-01',
        word: 'a',
        last: null,
        marks: ['90', '80.0'],
        'one mark': ['7'],
        none: [],
        prize: [
          { what: 'rivers', level: 'a' },
          { what: 'roads', level: 'b' },
        ],
        A: { ledger: false, Visit: '4' },
        Talk: ['8', '9'],
      },
    })
  })

  it('names are plain keys, whatever they are', () => {
    const [example] = examplesOf(
      compiled(`
unit kinds "unit"
facts
  "__proto__": yes or no
item 1 "Work" 10 points
  missing "__proto__" costs 1
example "odd"
  "__proto__": no
  expect total to be 9`).analysis,
    )
    expect(Object.entries(example?.units[0]?.facts ?? {})).toEqual([['__proto__', false]])
    expect(Object.getPrototypeOf(example?.units[0]?.facts)).toBe(Object.prototype)
  })
})

const graded = `
unit kinds "unit"
grades "good", "bad"
facts
  "a": number from 0 to 100
  "b": number from 0 to 100
  "c": yes or no
item 1 "A" 100 points
  score is "a"
item 2 "B" 100 points
  score is "b"
grading by total
  "good": from 100
  "bad": otherwise
award "cup" to all when grade is "good"
outcome "praise" when "c"
`

describe('what an example expects', () => {
  it('passes where it comes out', () => {
    const outcomes = run(
      compiled(`${graded}
example "fine"
  "a": 60
  "b": 50.0
  "c": no
  expect item 1 to be 60.0
  expect total to be 110
  expect grade to be "good"
  expect award "cup"
  expect no outcome "praise"
  expect bonus to be 0`),
    )
    expect(outcomes).toMatchObject([{ name: 'fine', passed: true }])
    expect(outcomes[0]?.checks).toHaveLength(6)
  })

  it('fails where something else does, and says what', () => {
    const body = `${graded}
example "wrong"
  "a": 60
  "b": 30
  "c": yes
  expect item 1 to be 61
  expect total to be 90
  expect grade to be "good"
  expect award "cup"
  expect no outcome "praise"
  expect no grade`
    const [outcome] = run(compiled(body))
    expect(outcome?.passed).toBe(false)
    expect(outcome?.checks.map(({ passed, expected, got }) => [passed, expected, got])).toEqual([
      [false, '61', '60'],
      [true, '90', '90'],
      [false, 'good', 'bad'],
      [false, true, false],
      [false, false, true],
      [false, null, 'bad'],
    ])
    expect(said(body)).toEqual([
      'item 1 should be 61, comes to 60',
      'the total is 90',
      'the grade should be "good", comes to "bad"',
      'award "cup" should be given, comes to not given',
      'outcome "praise" should be not given, comes to given',
      'the grade should be no grade, comes to "bad"',
    ])
    expect(said(body, 'zh').slice(0, 3)).toEqual([
      '指标 1 应为 61 分，算得 60 分',
      '总分为 90 分',
      '等次应为“good”，算得“bad”',
    ])
  })

  it('marks the sentence that expects', () => {
    const { parsed, analysis, scheme } = compiled(
      `${graded}\nexample "wrong"\n  "a": 1\n  "b": 1\n  "c": no\n  expect total to be 3`,
    )
    const [outcome] = runExamples({ analysis, scheme: scheme! }, byReference)
    const span = outcome?.checks[0]?.span
    expect(parsed.text.slice(span?.start, span?.end)).toBe('expect total to be 3')
  })
})

describe('what an example leaves out', () => {
  it('is no matter where the expected result does not rest on it', () => {
    const body = `${graded}\nexample "part"\n  "a": 60\n  expect item 1 to be 60\n  expect bonus to be 0`
    expect(run(compiled(body))).toMatchObject([{ passed: true }])
  })

  it('is named where it does', () => {
    const body = `${graded}\nexample "part"\n  "a": 60\n  expect total to be 60\n  expect item 2 to be 1\n  expect grade to be "good"`
    const [outcome] = run(compiled(body))
    expect(outcome?.checks.map(({ obstacle }) => obstacle)).toEqual([
      { kind: 'missing-facts', facts: ['b'] },
      { kind: 'missing-facts', facts: ['b'] },
      { kind: 'missing-facts', facts: ['b', 'c'] },
    ])
    expect(said(body)[1]).toBe('item 2 cannot be computed: the example does not give "b"')
    expect(said(body, 'zh')[0]).toBe('总分算不出：算例没有给出“b”')
  })

  it('also what only becomes needed by another, and what stands under a part', () => {
    const body = `
unit kinds "unit"
rubric "R" out of 20
  facts
    "none": yes or no
    "shops": count
    "ledger": yes or no
  item 1 "Shops" 10 points
    each "shops" costs 1
    not applicable when "none", full points
  item 2 "Ledger" 10 points
    missing "ledger" costs 4
part "A" by rubric "R"
part "B" by rubric "R"
total
  "A"
  "B"
example "one item"
  "A" "ledger": no
  expect item 2 of part "A" to be 6
  expect part "A" to be 16`
    const [outcome] = run(compiled(body))
    expect(outcome?.checks[0]).toMatchObject({ passed: true, got: '6' })
    expect(outcome?.checks[1]?.obstacle).toEqual({ kind: 'missing-facts', facts: ['A/none', 'A/shops'] })
  })

  it('an average of nothing is said to be that', () => {
    const body = `
unit kinds "unit"
facts
  "marks": many numbers from 0 to 100
item 1 "A" 100 points
  score is average of "marks"
example "empty"
  "marks": none
  expect total to be 0`
    expect(said(body)).toEqual(['the total cannot be computed: a division by 0, or an average of nothing'])
  })
})

describe('grades that need the other units', () => {
  const body = (expected: string): string => `
unit kinds "unit"
facts
  "a": number from 0 to 100
item 1 "A" 100 points
  score is "a"
grading by rank of total
  "good": top 1
  "bad": otherwise
example "alone"
  "a": 60
  ${expected}`

  it('scores can be expected', () => {
    expect(run(compiled(body('expect total to be 60')))).toMatchObject([{ passed: true }])
  })

  it('a grade cannot', () => {
    const assess = () => ({
      ...referenceAssessAll(scheme!, { units: [{ unit: 'x', facts: { a: 60 } }] }).results[0]!,
      grade: null,
      needs: 'cohort' as const,
    })
    const { analysis, scheme } = compiled(body('expect grade to be "good"'))
    const [outcome] = runExamples({ analysis, scheme: scheme! }, only(assess))
    expect(outcome?.checks[0]?.obstacle).toEqual({ kind: 'needs-several-units' })
    expect(wordsOfCheck(outcome!.checks[0]!, 'zh')).toContain('同类其他单位')
  })
})

describe('examples of several units', () => {
  const ranked = `
unit kinds "town", "bureau"
facts
  "a": number from 0 to 100
  "plan": yes or no
item 1 "A" 100 points
  score is "a"
  missing "plan" costs 1
grading by rank of total
  "good": top 1
  "bad": otherwise
award "cup" to the top 1 graded "good", all kinds together
`
  const units = `
example "three" of units
  kind "town"
  "plan": yes
  unit "A"
    "a": 90
    expect grade to be "good"
  unit "B": "a" 80
    expect total to be 80
  unit "C", kind "bureau": "a" 96, "plan" no
`

  it('are judged together; facts above the first unit hold for those that do not give them', () => {
    const outcomes = run(
      compiled(`${ranked}${units}
  expect grade of "B" to be "bad"
  expect item 1 of "A" to be 90
  expect total of "C" to be 95
  expect rank of "B" to be 2
  expect rank of "C" to be 1
  expect award "cup" for "C"
  expect no award "cup" for "A"`),
    )
    expect(outcomes).toMatchObject([{ name: 'three', passed: true }])
    expect(outcomes[0]?.checks).toHaveLength(9)
  })

  it('a failed check names its unit', () => {
    const body = `${ranked}${units}
  expect rank of "B" to be 1
  expect no award "cup" for "C"`
    expect(said(body).slice(2)).toEqual([
      '"B": the rank should be 1, comes to 2',
      '"C": award "cup" should be not given, comes to given',
    ])
    expect(said(body, 'zh').slice(2)).toEqual(['“B”：名次应为 第 1 名，算得 第 2 名', '“C”：授予“cup”应为无，算得有'])
  })

  it('a unit that lacks facts is told so, and the others are judged without it', () => {
    const body = `${ranked}
example "two" of units
  kind "town"
  unit "A": "a" 90, "plan" yes
  unit "B": "plan" yes
  expect grade of "A" to be "good"
  expect total of "B" to be 1`
    expect(said(body)).toEqual([
      '"A": the grade is "good"',
      '"B": the total cannot be computed: the example does not give "a"',
    ])
  })

  it('a rank needs several units', () => {
    const body = `${ranked}
example "alone"
  kind "town"
  "a": 90
  "plan": yes
  expect rank to be 1`
    const [outcome] = run(compiled(body))
    expect(outcome?.checks[0]?.obstacle).toEqual({ kind: 'needs-several-units' })
  })

  const reviewed = `
unit kinds "unit"
facts
  "a": number from 0 to 100
item 1 "A" 100 points
  score is "a"
grading by total
  "good": from 60
  "bad": otherwise
review "R"
  of units graded "good"
  of 50% of the rest, drawn by lot
`

  it('reviews act where the example says what they found', () => {
    const outcomes = run(
      compiled(`${reviewed}
example "one"
  "a": 90
  review "R" "a": 50
  expect total to be 50
  expect grade to be "bad"
example "two" of units
  lot "R": "2026"
  unit "A": "a" 90
    review "R" "a": 70
  unit "B": "a" 80
    review "R": unchanged
  expect total of "A" to be 70
  expect total of "B" to be 80
  expect grade of "B" to be "good"
example "facts as they stand in the end"
  "a": 90
  expect grade to be "good"`),
    )
    expect(outcomes.map(({ passed }) => passed)).toEqual([true, true, true])
  })

  it('in both languages give the same units and expectations', () => {
    const chinese = `
考核对象 “town”、“bureau”
数据
  “a”：0 到 100 的数
  “plan”：有或无
指标 1 “A” 100 分
  得分为 “a”
  缺少“plan”扣 1 分
等次评定按总分排名
  “good”：前 1 名
  “bad”：其余
等次为“good”的前 1 名，各类统一排名，授予“cup”
算例 “three”（多单位）
  对象 “town”
  “plan”：有
  单位 “A”
    “a”：90
    等次应为“good”
  单位 “B”：“a”为 80
    总分应为 80 分
  单位 “C”，对象 “bureau”：“a”为 96，“plan”为无
  “C”的名次应为 1
  “C”应授予“cup”
  “A”不应授予“cup”`
    const english = `${ranked}${units}
  expect rank of "C" to be 1
  expect award "cup" for "C"
  expect no award "cup" for "A"`
    expect(run(compiled(chinese))).toMatchObject([{ passed: true }])
    const data = (body: string) => examplesOf(compiled(body).analysis).map(({ units: all }) => all)
    expect(data(chinese)).toEqual(data(english))
  })
})

describe('words counted among several', () => {
  it('are written alone, in both languages', () => {
    // One of three votes is poor: 100 − 10; two are good or fair, so nothing more is taken.
    const english = `
unit kinds "unit"
facts
  "votes": many of "good", "fair", "poor"
item 1 "A" 100 points
  score is 100 - (count of "votes" where "poor") * 10
  costs 5 when (count of "votes" where "good" or "fair") is below 2
example "three"
  "votes": "good", "poor", "fair"
  expect item 1 to be 90`
    const chinese = `
考核对象 “unit”
数据
  “votes”：多个“good”、“fair”、“poor”之一
指标 1 “A” 100 分
  得分为 100 - “votes”中“poor”的个数 × 10
  “votes”中“good”或“fair”的个数低于 2 的，扣 5 分
算例 “three”
  “votes”：“good”、“poor”、“fair”
  指标 1 应为 90 分`
    for (const body of [english, chinese]) {
      const compilation = compile(`scheme "Sample" for 2026, version 1\n${body}`)
      expect(run(compilation)).toMatchObject([{ passed: true }])
    }
  })
})

describe('an evaluator that refuses', () => {
  it('is reported in its words, for every check', () => {
    const { analysis, scheme } = compiled(
      `${graded}\nexample "x"\n  "a": 1\n  "b": 1\n  "c": no\n  expect total to be 2`,
    )
    const [outcome] = runExamples(
      { analysis, scheme: scheme! },
      only(() => {
        throw new Error('out of range')
      }),
    )
    expect(outcome).toMatchObject({
      passed: false,
      checks: [{ obstacle: { kind: 'refused', message: 'out of range' } }],
    })
  })
})

describe('the tours', () => {
  it.each(['zh', 'en'])('their examples hold: %s', (language) => {
    const compilation = compile(readFileSync(join(import.meta.dirname, `../tours/tour.${language}.merit`), 'utf8'))
    const outcomes = run(compilation)
    expect(outcomes.length).toBeGreaterThan(0)
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([])
  })
})
