import { describe, expect, it } from 'vitest'
import { problemsOf, resultOf } from './scheme.js'

const facts = `
facts
  "plan": yes or no
  "summary": yes or no
  "count": count
  "change": number from -5 to 5
  "review": one of "good", "fair", "poor"
  "last": grade
  "before": grade
  "day": date
  "marks": many numbers from 0 to 100
  "visit": records
    with "level": one of "high", "low"
    with "where": text
    with "day": date
    with "paid": yes or no, no if not reported`

const unit = {
  plan: true,
  summary: false,
  count: 0,
  change: -2,
  review: 'fair',
  last: 'good',
  before: null,
  day: '2026-06-30',
  marks: [55, 90],
  visit: [
    { level: 'high', where: 'ＴＯＷＮ　hall', day: '2026-02-01', paid: true },
    { level: 'low', where: 'school', day: '2025-02-01' },
  ],
}

function holds(condition: string, given: object = {}): boolean {
  const body = `${facts}\nitem 1 "Work" 1 point\n  costs 1 when ${condition}`
  return resultOf(body, { ...unit, ...given }).total === '0'
}

describe('conditions', () => {
  it.each([
    ['"plan"', true],
    ['missing "plan"', false],
    ['missing "plan" or "summary"', true],
    ['missing "plan" and "summary"', false],
    ['"count"', false],
    ['missing "count"', true],
    ['"change"', false],
    ['missing "change"', false],
    ['"visit"', true],
    ['missing "visit"', false],
    ['missing "last"', false],
    ['missing "before"', true],
    ['"count" is at most 0', true],
    ['"count" is below 0', false],
    ['"change" is above -2.5', true],
    ['"change" * 3 is -6', true],
    ['"change" is not -2', false],
    ['"review" is "fair"', true],
    ['"review" is not "fair"', false],
    ['"review" is one of "good", "fair"', true],
    ['"last" is "good"', true],
    ['"last" is one of "excellent", "fair"', false],
    ['"before" is "poor"', false],
    ['"before" is not "poor"', true],
    ['"last" is "before"', false],
    ['"before" is not "before"', true],
    ['"day" is above 2026-06-29', true],
    ['"day" in the scheme\'s year', true],
    ['any "visit" where "level" is "low"', true],
    ['no "visit" where "paid"', false],
    ['all "visit" where "where" is not "town hall"', true],
    ['any "visit" where "where" is "TOWN hall"', true],
    ['any "visit" where "where" is one of "school", "park"', true],
    ['any "visit" where not "paid" and "day" in the scheme\'s year', false],
    ['all "marks" where "marks" is at least 50', true],
    ['all "marks" where "marks" is above 55', false],
    ['average of "marks" is above 72.4', true],
    ['average of "marks" is at least 72.5', true],
    ['average of "marks" is above 72.5', false],
    ['not ("plan" and "summary")', true],
    ['"plan" and ("summary" or "count" is 0)', true],
  ])('%s: %s', (condition, truth) => expect(holds(condition)).toBe(truth))

  it('all of nothing hold, none of nothing does', () => {
    expect(holds('all "visit" where "paid"', { visit: [] })).toBe(true)
    expect(holds('any "visit" where "paid"', { visit: [] })).toBe(false)
  })

  it('texts are compared in conditions over records only', () => {
    const body = 'facts\n  "remark": text\nitem 1 "Work" 1 point\n  costs 1 when "remark" is "x"'
    expect(problemsOf(body)).toContain('text-outside-records')
  })
})

describe('the grade, in awards and outcomes', () => {
  const body = (condition: string): string => `
facts
  "score": number from 0 to 100
  "last": grade
item 1 "Work" 100 points
  score is "score"
grading by total
  "excellent": from 90
  "good": from 80
  "fair": from 70
  "poor": otherwise
not graded when "score" is 0
outcome "yes" when ${condition}`
  const follows = (condition: string, score: number, last: string | null): boolean =>
    resultOf(body(condition), { score, last }).outcomes.length > 0

  it.each([
    ['grade is "good"', 85, null, true],
    ['grade is "good"', 95, null, false],
    ['grade is not "good"', 95, null, true],
    ['grade is "good" or better', 95, null, true],
    ['grade is "good" or better', 75, null, false],
    ['grade is "good" or worse', 75, null, true],
    ['grade is "good" or worse', 95, null, false],
    ['grade is better than "last"', 85, 'fair', true],
    ['grade is better than "last"', 85, 'good', false],
    ['grade is worse than "last"', 75, 'good', true],
    ['grade is better than "fair"', 85, null, true],
  ] as const)('%s: %s after %s: %s', (condition, score, last, truth) =>
    expect(follows(condition, score, last)).toBe(truth),
  )

  it('where there is none, or was none, a comparison is false; `is not` is true', () => {
    expect(follows('grade is "poor"', 0, null)).toBe(false)
    expect(follows('grade is not "poor"', 0, null)).toBe(true)
    expect(follows('grade is "excellent" or worse', 0, null)).toBe(false)
    expect(follows('grade is "poor" or better', 0, null)).toBe(false)
    expect(follows('grade is better than "last"', 85, null)).toBe(false)
    expect(follows('grade is worse than "last"', 85, null)).toBe(false)
    expect(follows('not (grade is better than "last")', 85, null)).toBe(true)
  })
})
