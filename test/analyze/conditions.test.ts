import { describe, expect, test } from 'vitest'
import { enHead, found, messages, zhHead } from './problems.js'

/** A scheme with facts of every type, and one rule on the total. */
const withRule = (rule: string) => `${enHead}
facts
  "plan": yes or no, no if not reported
  "petition": count
  "output": number from 0 to 500
  "rate": percentage to 1 decimal
  "level": one of "good", "fair", "poor"
  "self": one of "good", "fair", "poor"
  "handed in": date
  "last grade": grade, none if not reported
  "marks": many numbers from 0 to 10
  "votes": many of "yes", "no"
  "awards": records, none if not reported
    with "matter": text
    with "rank": one of "first", "second"
    with "day": date
    with "amount": number from 0 to 100

item 1 "All" 10 points
  scored directly

let "used" be "plan" and "petition" and "output" is above 0 and "rate" is above 0 and "level" is "self"
let "used too" be "handed in" is above 2026-01-01 and missing "last grade" and highest of "marks" is above 1
let "used as well" be "used" and "used too" and count of "votes" is above 1 and "awards"

grading by total
  "excellent": from 9
  "good": from 6
  "poor": otherwise

"used as well" blocks "excellent"
${rule}
`
const condition = (words: string) => found(withRule(`downgrade on ${words}`))

describe('what can stand as a condition', () => {
  test.each([
    '"plan"',
    '"petition"',
    '"awards"',
    '"used"',
    'missing "last grade"',
    '"level" is not "good"',
    '"level" is "self"',
    '"level" is one of "good", "fair"',
    '"handed in" is above 2026-03-01',
    '"handed in" is below 2026-12-31 and "rate" is at least 90%',
    '"last grade" is "good"',
    'any "awards" where "rank" is "first" and "amount" is above 10',
    'all "awards" where "matter" is "clean rivers"',
    'count of "awards" where "day" in the scheme\'s year is above 2',
    'count of "votes" where "votes" is "no" is above 2',
    'count of "marks" where "marks" is above 9 is above 3',
    'share of "yes" among "votes" is below 50%',
    'average of "marks" is below 6',
    'item 1 is below 6',
    'total is below 6',
    'days from "handed in" to 2026-12-31 is above 30',
  ])('%s', (words) => {
    expect(condition(words)).toEqual([])
  })

  test.each([
    ['"level"', '"level": neither-there-nor-missing'],
    ['"handed in"', '"handed in": neither-there-nor-missing'],
    ['missing "votes"', '"votes": neither-there-nor-missing'],
    ['"last grade"', '"last grade": neither-there-nor-missing'],
    ['"level" is "goood"', '"goood": unknown-option'],
    ['"level" is one of "good", "bad"', '"bad": unknown-option'],
    ['"last grade" is "super"', '"super": unknown-grade'],
    ['"petition" is above "level"', '"level": number-expected'],
    ['"level" is at least "fair"', '"level" is at least "fair": words-have-no-order'],
    ['any "awards" where "plan"', '"plan": outside-the-records'],
    ['any "awards" where "total amount" is above 3', '"total amount": unknown-field'],
    ['any "petition" where "rank" is "first"', '"petition": list-expected'],
    ['grade is "good"', 'grade is "good": not-yet-settled'],
  ])('%s: not so', (words, problem) => {
    expect(condition(words)).toEqual([problem])
  })
})

describe('units', () => {
  test.each([
    ['a percentage and 0', '"rate" is above 0'],
    ['a ratio and a percentage', '"petition" / "output" is below 90%'],
    ['percentages that are added up', '"rate" + 5% is below 90%'],
    ['the rest to 100%', '100% - "rate" is above 10%'],
    ['a count and a plain number', '"petition" * 2 is above 7'],
  ])('%s go together', (_, words) => {
    expect(condition(words)).toEqual([])
  })

  test.each([
    ['"rate" is above 90', '90: percent-sign-missing'],
    ['90 is below "rate"', '90: percent-sign-missing'],
    ['"petition" is above 5%', '5%: units-mixed'],
    ['"output" is above 5%', '5%: units-mixed'],
    ['total is below 60%', '60%: units-mixed'],
    ['"rate" + "petition" is above 3', '"petition": units-mixed'],
    ['100 - "rate" is above 10%', '100: percent-sign-missing'],
    ['the lower of "rate" and 90 is below 50%', '90: percent-sign-missing'],
  ])('%s: not so', (words, problem) => {
    expect(condition(words)).toEqual([problem])
  })

  test('numbers that a fact cannot be', () => {
    expect(messages(withRule('downgrade on "rate" is below 120%'), 'en')).toEqual([
      '120% is outside the range of "rate" (0% to 100%)',
    ])
    expect(condition('"output" is above 501')).toEqual(['501: value-outside-type'])
    expect(condition('count of "marks" where "marks" is above 11 is above 3')).toEqual(['11: value-outside-type'])
    expect(condition('highest of "marks" is above 11')).toEqual(['11: value-outside-type'])
    expect(condition('sum of "marks" is above 11')).toEqual([])
  })
})

describe('what is settled', () => {
  test('through definitions too', () => {
    const text = `${zhHead}
指标 1 “甲” 5 分
  直接评分
  “总分低”的，扣 1 分
指标 2 “乙” 5 分
  直接评分

定义 “得分” 为 总分
定义 “总分低” 为 “得分”低于 3
`
    expect(messages(text, 'zh')).toEqual(['指标里不能说到总分：算到这一步时它还没有定'])
  })

  test('an item may speak of another item, a part of another part, not in circles', () => {
    const text = (last: string) => `${enHead}
part "a" out of 5
item 1 "x" 5 points
  scored directly
part "b" out of 5
item 1 "y" 5 points
  scored directly
  costs 1 when item 1 of part "a" is below 3
part "c" out of 5
  score is ${last}
total
  "a"
  "b"
`
    expect(found(text('the lower of part "a" and part "b"'))).toEqual(['"c": part-not-counted'])
    expect(found(text('part "c"'))).toContain('part "c": circular-score')
  })

  test('an item cannot speak of the item above it', () => {
    const text = `${enHead}
item 1 "a" 10 points
item 1.1 "b" 10 points
  scored directly
  costs 1 when item 1 is below 5
`
    expect(messages(text, 'en')).toEqual(['this score comes back to itself: item 1, item 1.1, item 1'])
  })

  test('awards and outcomes may speak of the grade', () => {
    expect(found(withRule('outcome "rectify" when grade is "good" or worse'))).toEqual([])
    expect(found(withRule('outcome "up" when grade is better than "last grade"'))).toEqual([])
    expect(found(withRule('outcome "up" when grade is better than "petition"'))).toEqual([
      '"petition": grade-fact-expected',
    ])
  })
})

describe('definitions', () => {
  test('a bare yes-or-no fact, or a named condition, is a condition', () => {
    const rules = 'let "ready" be "plan"\nlet "not ready" be not "ready"\ndowngrade on "not ready"'
    expect(found(withRule(rules))).toEqual([])
  })

  test('a circle is one problem, and what uses it is not another', () => {
    const rules = 'let "a" be "b" + 1\nlet "b" be "c" + 1\nlet "c" be "a" + 1\ndowngrade on "a" is above 3'
    expect(found(withRule(rules))).toEqual(['"a": circular-definition'])
  })

  test('order does not matter, and a chain of thousands is no trouble', () => {
    const steps = Array.from({ length: 3000 }, (_, place) => `let "step ${place}" be "step ${place + 1}" + 1`)
    const text = withRule([...steps, 'let "step 3000" be "petition"', 'downgrade on "step 2999" is above 3'].join('\n'))
    expect(found(text).filter((problem) => !problem.endsWith('unused-definition'))).toEqual([])
  })
})
