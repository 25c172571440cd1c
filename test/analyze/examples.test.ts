import { describe, expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { found } from './problems.js'

const scheme = (given: string, expected = 'expect total to be 20') => `scheme "Sample" for 2026
full marks 60
unit kinds "unit"
grades "good", "poor"

facts
  "plan" (work_plan): yes or no
  "petition": count, at most 9
  "rate": percentage to 1 decimal
  "level": one of "good", "fair"
  "day": date
  "last": grade, none if not reported
  "votes": many of "yes", "no"
  "awards": records, none if not reported
    with "matter": text
    with "rank": one of "first", "second"
    with "note": text, none if not reported

rubric "inspection" out of 10

facts
  "order": yes or no

item 1 "Order" 6 points
  missing "order" costs 4
item 2 "Visit" 4 points
  scored directly, to 1 decimal

part "own" out of 20
item 1 "Plan" 10 points
  missing "plan" costs 4
  each "petition" costs 1
  costs 1 when "rate" is below 90% and "level" is "fair" and "day" is above 2026-01-01
  costs 1 to 3, as assessed as "lateness", when "plan"
item 2 "Visit" 10 points
  scored directly

part "spring" by rubric "inspection"
part "autumn" by rubric "inspection"

total
  "own"
  50% "spring"
  "autumn"

bonus by "rank" of "awards": "first" 2, "second" 1, highest only per "matter", capped at 3
penalty 1 when share of "yes" among "votes" is below 50%

grading by total
  "good": from 20
  "poor": otherwise

award "prize" to the top 1 graded "good"
outcome "promotion" when grade is better than "last"

example "one"
  ${given}
  ${expected}
`

const problems = (given: string) => found(scheme(given))

describe('what an example gives', () => {
  test.each([
    ['a fact by its name', '"plan": yes'],
    ['a fact by its machine name', '"work_plan": no'],
    ['a percentage with and without its sign', '"rate": 97.5%'],
    ['a number', '"petition": 3'],
    ['a word', '"level": "fair"'],
    ['a date', '"day": 2026-03-01'],
    ['a grade, and none', '"last": "good"'],
    ['several values, and none', '"votes": "yes", "no", "yes"'],
    ['a record', '"awards": "matter" "rivers", "rank" "first"'],
    ['two records', '"awards": "matter" "a", "rank" "first"\n  "awards": "matter" "b", "rank" "second", "note" "late"'],
    ['an item of one part, by part and number', '"own 2": 8'],
    ['an item under its part', '"own" "Visit": 8'],
    ['an item of a rubric under each part', '"spring" "Visit": 3.5\n  "autumn" "2": 4'],
    ['a rubric’s fact under each part', '"spring" "order": yes\n  "autumn" "order": no'],
    ['an amount by its own name', '"lateness": 2'],
  ])('%s', (_, given) => {
    expect(problems(given)).toEqual([])
  })

  test.each([
    ['"plann": yes', '"plann": unknown-name'],
    ['"plan": 3', '3: given-does-not-fit'],
    ['"petition": "three"', '"three": given-does-not-fit'],
    ['"petition": 10', '10: value-outside-type'],
    ['"petition": 2.5', '2.5: too-many-decimals'],
    ['"petition": 2%', '2%: given-does-not-fit'],
    ['"rate": 101%', '101%: value-outside-type'],
    ['"level": "faire"', '"faire": unknown-option'],
    ['"last": "best"', '"best": unknown-grade'],
    ['"votes": "yes", "perhaps"', '"perhaps": unknown-option'],
    ['"awards": "matter" "rivers"', '"awards": "matter" "rivers": field-missing'],
    ['"awards": "matter" "rivers", "rang" "first"', '"rang": unknown-field'],
    ['"order": yes', '"order": part-must-be-named'],
    ['"Visit": 8', '"Visit": part-must-be-named'],
    ['"own" "order": yes', '"order": unknown-name'],
    ['"winter" "order": yes', '"winter": unknown-part'],
    ['"spring" "Visit": 4.5', '4.5: value-outside-type'],
    ['"own" "Visit": 8.5', '8.5: too-many-decimals'],
    ['"lateness": 4', '4: value-outside-type'],
    ['"plan": yes\n  "work_plan": no', '"work_plan": no: given-twice'],
    ['"Plan": 3', '"Plan": not-a-fact'],
  ])('%s: not so', (given, problem) => {
    const [first] = problems(given)
    expect(first).toBe(problem)
  })

  test('names in examples do not count as use', () => {
    const text = scheme('"plan": yes').replace('  "plan" (work_plan)', '  "extra": yes or no\n  "plan" (work_plan)')
    expect(found(text.replace('  "plan": yes\n', '  "extra": yes\n'))).toEqual(['"extra": unused-fact'])
  })
})

describe('what an example expects', () => {
  test.each([
    ['expect item 1 of part "spring" to be 6'],
    ['expect part "own" to be 10'],
    ['expect bonus to be 2'],
    ['expect penalty to be 1'],
    ['expect grade to be "good"'],
    ['expect no grade'],
    ['expect award "prize"'],
    ['expect no outcome "promotion"'],
  ])('%s', (expected) => {
    expect(found(scheme('"plan": yes', expected))).toEqual([])
  })

  test.each([
    ['expect item 1 to be 6', '1: item-in-several-parts'],
    ['expect item 3 of part "own" to be 6', '3: unknown-item'],
    ['expect grade to be "god"', '"god": unknown-grade'],
    ['expect award "price"', '"price": unknown-award'],
    ['expect outcome "promotions"', '"promotions": unknown-outcome'],
  ])('%s: not so', (expected, problem) => {
    expect(found(scheme('"plan": yes', expected))).toEqual([problem])
  })
})

test('what assessors enter is told apart part by part', () => {
  const { analysis } = compile(scheme('"spring" "Visit": 3.5\n  "own" "Visit": 8'))
  const entries = [...analysis.referents].flatMap(([name, referent]) =>
    referent.kind === 'entry' ? [`${referent.part?.sentence.name.raw}/${name.raw}`] : [],
  )
  expect(entries).toEqual(['spring/Visit', 'own/Visit'])
})
