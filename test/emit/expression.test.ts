import { describe, expect, it } from 'vitest'
import { compiled, problemsOf, resultOf } from './scheme.js'

const facts = `
facts
  "a": number from -1000 to 1000, 2 decimals
  "b": number from -1000 to 1000, 2 decimals
  "rate": percentage to 1 decimal
  "terrain": one of "hills", "coast", "plain"
  "size": one of "big", "small"
  "marks": many numbers from 0 to 100
  "votes": many of "good", "fair", "poor"
  "start": date
  "end": date
  "visit": records
    with "hours": number from 0 to 100, 1 decimal
    with "level": one of "high", "low"
    with "day": date`

const unit = {
  a: '12.5',
  b: '-4',
  rate: '97.5',
  terrain: 'coast',
  size: 'small',
  marks: [70, 80, 100],
  votes: ['good', 'good', 'poor', 'fair'],
  start: '2026-02-27',
  end: '2026-03-01',
  visit: [
    { hours: 1.5, level: 'high', day: '2026-01-05' },
    { hours: 4, level: 'low', day: '2026-05-05' },
    { hours: 2, level: 'high', day: '2025-05-05' },
  ],
}

/** What the expression comes to: as a bonus it has no limits. */
function valueOf(expression: string, given: object = {}): string | null {
  const body = `${facts}\nitem 1 "Nothing" 1 point\n  score is 0\nbonus of (${expression})`
  return resultOf(body, { ...unit, ...given }).total
}

describe('expressions', () => {
  it.each([
    ['"a" + 3 - "b"', '19.5'],
    ['"a" * "b"', '-50'],
    ['"a" / 5', '2.5'],
    ['"a" / "b"', '-3.125'],
    ['"a" / 7', '1.79'],
    ['-"a"', '-12.5'],
    ['("a" + 1.5) * 2', '28'],
    ['"a" - ("b" - 1)', '17.5'],
    ['100 * "rate"', '97.5'],
    ['40 * 5%', '2'],
    ['the lower of "a" and 10 and "b"', '-4'],
    ['the higher of "a" and "b" and 13', '13'],
    ['"b" kept from 1 to 5', '1'],
    ['"a" kept from 1 to 5', '5'],
    ['if "a" is above 12 then "a", otherwise "b"', '12.5'],
    ['if "a" is above 13 then "a", otherwise "b"', '-4'],
    ['by "terrain": "hills" 1.35, "plain", "coast" 1.2', '1.2'],
    ['by "terrain" and "size": "coast" "big" 3, "coast" "small" 4, otherwise 1', '4'],
    ['by "terrain": "hills" "a", otherwise "a" / 2', '6.25'],
    ['sum of "marks"', '250'],
    ['average of "marks"', '83.33'],
    ['highest of "marks"', '100'],
    ['lowest of "marks"', '70'],
    ['average of "votes": "good" 100, "fair" 80, "poor" 40', '80'],
    ['100 * (share of "good", "fair" among "votes")', '75'],
    ['count of "visit"', '3'],
    ['count of "visit" where "level" is "high"', '2'],
    ['count of "visit" where "hours" is at least 2 and "level" is "high"', '1'],
    ['count of "marks" where "marks" is at least 80', '2'],
    ['count of "visit" in the scheme\'s year', '2'],
    ['(average of "marks") rounded to 1 decimals', '83.3'],
    ['(average of "marks") rounded to 0 decimals', '83'],
    ['days from "start" to "end"', '2'],
    ['days from 2026-01-01 to "start"', '57'],
    ['(average of "marks") * 3 - 250', '0'],
    ['(average of "marks") / (share of "good" among "votes")', '166.67'],
    ['the higher of average of "marks" and 50 * (share of "good" among "votes")', '83.33'],
    ['if "size" is "small" then average of "marks", otherwise 1', '83.33'],
    ['if "size" is "big" then average of "marks", otherwise 1', '1'],
  ])('%s is %s', (expression, value) => expect(valueOf(expression)).toBe(value))

  it('one third taken three times is one', () => {
    expect(valueOf('"a" / 3 * 3', { a: 1 })).toBe('1')
    expect(valueOf('if "a" / 3 + "a" / 3 + "a" / 3 is 1 then 7, otherwise 8', { a: 1 })).toBe('7')
  })
})

describe('division by 0', () => {
  const because = [{ reason: 'division-by-zero' }]
  const result = (expression: string, given: object = {}) =>
    resultOf(`${facts}\nitem 1 "Work" 100 points\n  score is ${expression}`, { ...unit, ...given })

  it('leaves the unit incomplete', () => {
    expect(result('"a" / "b"', { b: 0 })).toMatchObject({ status: 'incomplete', because })
    expect(result('"a" / ("b" - "a")', { b: 12.5 })).toMatchObject({ status: 'incomplete', because })
    expect(result('10 / (average of "marks")', { marks: [0, 0] })).toMatchObject({ status: 'incomplete', because })
  })

  it('of a negative divisor keeps its sign', () => {
    expect(result('"a" / "b"', { a: -8, b: -4 }).total).toBe('2')
  })

  it('only where its branch is taken', () => {
    const guarded = 'if "b" is 0 then 5, otherwise "a" / "b"'
    expect(result(guarded, { b: 0 })).toMatchObject({ status: 'final', total: '5' })
    expect(result(guarded, { b: 2 })).toMatchObject({ status: 'final', total: '6.25' })
    const other = 'if "b" is not 0 then "a" / "b" + average of "marks", otherwise 6'
    expect(result(other, { b: 0, marks: [] })).toMatchObject({ status: 'final', total: '6' })
    expect(result(other, { b: 1, marks: [] })).toMatchObject({ status: 'incomplete', because: [{ fact: 'marks' }] })
    const table = 'by "size": "big" ("a" / "b"), "small" 4'
    expect(result(table, { b: 0 })).toMatchObject({ status: 'final', total: '4' })
    expect(result(table, { b: 0, size: 'big' })).toMatchObject({ status: 'incomplete' })
  })

  it('in a definition asks wherever the definition is used', () => {
    const body = `${facts}
let "ratio" be "a" / "b"
item 1 "Work" 100 points
  score is if "size" is "big" then "ratio", otherwise 3`
    expect(resultOf(body, { ...unit, b: 0 })).toMatchObject({ status: 'final', total: '3' })
    expect(resultOf(body, { ...unit, b: 0, size: 'big' })).toMatchObject({ status: 'incomplete', because })
  })
})

describe('what an outcome asks for by grade', () => {
  it('is asked for whatever the grade is', () => {
    const body = `
facts
  "a": number from 0 to 100
  "b": count
item 1 "Work" 100 points
  score is "a"
grading by total
  "excellent": from 90
  "poor": otherwise
outcome "O" when (if grade is "excellent" then "a" / "b", otherwise 0) is above 10`
    expect(resultOf(body, { a: 95, b: 5 }).outcomes).toEqual(['O'])
    expect(resultOf(body, { a: 40, b: 2 }).outcomes).toEqual([])
    expect(resultOf(body, { a: 40, b: 0 }).status).toBe('incomplete')
  })
})

describe('a fact in a branch that is not taken', () => {
  it('is needed all the same', () => {
    const body = `${facts}\nitem 1 "Work" 100 points\n  score is if "size" is "big" then "a", otherwise 3`
    expect(resultOf(body, { size: 'small' }).missing).toEqual(['a'])
  })
})

describe('limits of what can be computed', () => {
  it('nothing is divided or rounded record by record', () => {
    const body = (condition: string): string =>
      `${facts}\nitem 1 "Work" 100 points\n  each "visit" costs (count of "visit" where ${condition})`
    expect(problemsOf(body('"hours" / "hours" is above 1'))).toContain('division-inside-records')
    expect(problemsOf(body('"hours" rounded to 0 decimals is above 1'))).toContain('division-inside-records')
    expect(problemsOf(body('"hours" / 2 is above 1'))).toEqual(expect.not.arrayContaining(['division-inside-records']))
  })

  it('more digits than stay exact', () => {
    const body = `${facts}\nitem 1 "Work" 100 points\n  score is "a" * 0.123456789 * 0.123456789`
    expect(problemsOf(body)).toContain('too-many-digits')
  })

  it('deep brackets go on in nodes of their own', () => {
    const deep = `${'('.repeat(40)}"a"${' * 2 + "b") * 0.5'.repeat(40)}`
    const { nodes } = compiled(`${facts}\nitem 1 "Work" 100 points\n  score is ${deep}`)
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
    expect(Math.max(...nodes.map(depthOf))).toBeLessThan(100)
  })
})
