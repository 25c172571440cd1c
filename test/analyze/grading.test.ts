import { describe, expect, test } from 'vitest'
import { enHead, found, linesFound, messages, zhHead } from './problems.js'

const graded = (lines: string, by = 'by total') => `${enHead}
item 1 "All" 10 points
  scored directly

grading ${by}
${lines}
`
const zhGraded = (lines: string) => `${zhHead}
指标 1 “全部” 10 分
  直接评分

等次评定按总分
${lines}
`

describe('bands', () => {
  test.each([
    ['floors that fall', '"excellent": from 9\n"good": from 6\n"poor": otherwise'],
    ['the last one from 0', '"excellent": from 9\n"good": from 6\n"poor": from 0'],
    ['the last one with an upper end only', '"excellent": from 9\n"good": from 6\n"poor": below 6'],
    ['the same floor below a quota', '"excellent": from 8, at most 30% of units\n"good": from 8\n"poor": otherwise'],
    ['otherwise in the middle', '"excellent": from 9\n"good": otherwise\n"poor": below 6'],
  ])('%s', (_, lines) => {
    expect(found(graded(lines))).toEqual([])
  })

  test('in Chinese, bands that meet', () => {
    expect(found(zhGraded('“优秀”：9 分以上\n“良好”：6 分以上不满 9 分\n“较差”：不满 6 分'))).toEqual([])
  })

  test('a floor above the better grade’s', () => {
    expect(found(graded('"excellent": from 8\n"good": from 9\n"poor": otherwise'))).toEqual([
      '9: thresholds-out-of-order',
    ])
    expect(found(graded('"excellent": from 8\n"good": from 8\n"poor": otherwise'))).toEqual([
      '8: thresholds-out-of-order',
    ])
  })

  test('the number that belongs to two grades, and to none', () => {
    expect(messages(zhGraded('“优秀”：9 分以上\n“良好”：6 分以上 9 分以下\n“较差”：不满 6 分'), 'zh')).toEqual([
      '“良好”和“优秀”重叠：9 分以上已经是“优秀”',
    ])
    expect(messages(zhGraded('“优秀”：9 分以上\n“良好”：6 分以上不满 8 分\n“较差”：不满 6 分'), 'zh')).toEqual([
      '总分在 8 与 9 之间的没有等次',
    ])
  })

  test('nothing below the last floor', () => {
    expect(messages(graded('"excellent": from 9\n"good": from 6'), 'en')).toEqual([
      'totals between 0 and 6 get no grade',
    ])
  })
})

describe('places', () => {
  test('a larger top below a smaller one is asked about, and can be meant', () => {
    const lines = '"excellent": top 2\n"good": top 4\n"poor": otherwise'
    expect(messages(graded(lines, 'by rank of total'), 'en')).toEqual([
      '"top 4" counts from the first, the top 2 graded "excellent" included: 2 are left for "good"',
    ])
    const meant = lines.replace('top 4', 'top 4\naccepted "top-below-top" because "the first four, as in the decree"')
    expect(found(graded(meant, 'by rank of total'))).toEqual([])
  })

  test.each([
    ['top 0', '0: whole-number-expected'],
    ['top 2.5', '2.5: whole-number-expected'],
    ['top 120%', '120%: share-out-of-range'],
  ])('%s', (places, problem) => {
    expect(found(graded(`"excellent": ${places}\n"poor": otherwise`, 'by rank of total'))).toEqual([problem])
  })

  test('who is in no line gets no grade', () => {
    expect(found(graded('"excellent": top 2\n"poor": bottom 2', 'by rank of total'))).toEqual([
      '"poor": bottom 2: otherwise-missing',
    ])
  })
})

describe('kinds', () => {
  const kinds = (rest: string) => `scheme "Sample" for 2026
full marks 10
unit kinds "town", "bureau"
grades "good", "poor"

item 1 "All" 10 points
  scored directly
${rest}`

  test('one grading for a kind by name, one for all others', () => {
    expect(
      found(
        kinds(
          'grading of "town" by total\n"good": from 6\n"poor": otherwise\ngrading by total\n"good": from 7\n"poor": otherwise\n',
        ),
      ),
    ).toEqual([])
  })

  test('no grading at all is no problem, one for a kind alone is asked about', () => {
    expect(found(kinds(''))).toEqual([])
    const one = kinds('grading of "town" by total\n"good": from 6\n"poor": otherwise\n')
    expect(found(one)).toEqual(['"bureau": kind-without-grading'])
    expect(linesFound(one)).toEqual([3])
  })

  test('two gradings for one kind', () => {
    const two = 'grading of "town" by total\n"good": from 6\n"poor": otherwise\n'
    expect(found(kinds(two + two.replace('"town"', '"town", "bureau"')))).toEqual(['"town": kind-has-two'])
  })
})

test('ties are broken by parts and items, by name or number', () => {
  const ties = (by: string) => graded(`"good": top 2\n"poor": otherwise\nties by ${by}`, 'by rank of total')
  expect(found(ties('"All"'))).toEqual([])
  expect(found(ties('item 1'))).toEqual([])
  expect(found(ties('"item 1"'))).toEqual([])
  expect(found(ties('item 2'))).toEqual(['2: unknown-item'])
  expect(found(ties('"Al"'))).toEqual(['"Al": unknown-score'])
})

describe('grades that nothing gives', () => {
  const text = (rules: string) => `scheme "Sample" for 2026
full marks 10
unit kinds "unit"

facts
  "plan": yes or no

item 1 "Plan" 10 points
  missing "plan" costs 4

${rules}`

  test.each([
    ['a block', '"plan" blocks "good"\naward "A" to the top 3 graded "good"\n', '"plan" blocks "good"'],
    ['an outcome', 'outcome "rectify" when grade is "poor" or worse\n', 'grade is "poor" or worse'],
    ['an award', 'award "A" to the top 3 graded "good"\n', '"good"'],
    ['an example', 'example "x"\n  "plan": yes\n  expect grade to be "good"\n', '"good"'],
  ])('%s: missed once', (_, rules, marked) => {
    expect(found(text(rules))).toEqual([`${marked}: grading-missing`])
  })

  test('grades that a unit got elsewhere need no grading here', () => {
    const last = text('outcome "up" when "last" is "good"\n')
      .replace('unit kinds', 'grades "good", "poor"\nunit kinds')
      .replace('  "plan": yes or no', '  "plan": yes or no\n  "last": grade, "poor" if not reported')
    expect(found(last)).toEqual([])
  })
})
