import { describe, expect, it } from 'vitest'
import { resultOf } from './scheme.js'

const facts = `
facts
  "a": number from 0 to 1000, 2 decimals
  "b": number from 0 to 1000, 2 decimals
  "bonus": number from 0 to 100, 1 decimal
  "fault": count, 0 if not reported
  "accident": yes or no, no if not reported
  "fraud": yes or no, no if not reported`

const parts = `
part "A" out of 180
  score is "a"
part "B" out of 110
  score is "b"`

describe('what parts weigh', () => {
  it('score ÷ own full marks × weight × full marks of the scheme', () => {
    const body = `full marks 1000${facts}${parts}\ntotal\n  45% "A"\n  55% "B"`
    // 90/180 × 450 + 88/110 × 550
    expect(resultOf(body, { a: 90, b: 88 })).toMatchObject({ total: '665' })
  })

  it('in points', () => {
    const body = `full marks 290${facts}${parts}\ntotal\n  "A"\n  "B"`
    expect(resultOf(body, { a: 90.5, b: 88 })).toMatchObject({ total: '178.5' })
  })

  it('one part by weight, one in points', () => {
    const body = `full marks 200${facts}${parts}\ntotal\n  45% "A"\n  "B"`
    // 90/180 × 90 + 88
    expect(resultOf(body, { a: 90, b: 88 })).toMatchObject({ total: '133' })
  })

  it('of one part alone no total is needed', () => {
    const body = `full marks 180${facts}\npart "A" out of 180\n  score is "a"`
    expect(resultOf(body, { a: 91.25 })).toMatchObject({ total: '91.25' })
  })
})

describe('bonuses, penalties, limits', () => {
  const base = `full marks 100
scores to 1 decimals, half up${facts}
item 1 "Work" 100 points
  score is "a"
bonus of "bonus" when "b" is above 0, capped at 8
bonus 3 when "b" is above 5
bonuses capped at 10 in all
penalty 2 per "fault", capped at 5
penalty 1.5 when "fault" is above 3
penalties capped at 6 in all`

  it('each after its own cap, all after theirs', () => {
    expect(resultOf(base, { a: 50, b: 1, bonus: 7.5 })).toMatchObject({ bonus: '7.5', penalty: '0', total: '57.5' })
    expect(resultOf(base, { a: 50, b: 1, bonus: 9 })).toMatchObject({ bonus: '8', total: '58' })
    expect(resultOf(base, { a: 50, b: 6, bonus: 9 })).toMatchObject({ bonus: '10', total: '60' })
    expect(resultOf(base, { a: 50, b: 0, bonus: 9, fault: 2 })).toMatchObject({ bonus: '0', penalty: '4', total: '46' })
    expect(resultOf(base, { a: 50, b: 0, bonus: 9, fault: 3 })).toMatchObject({ penalty: '5', total: '45' })
    expect(resultOf(base, { a: 50, b: 0, bonus: 9, fault: 4 })).toMatchObject({ penalty: '6', total: '44' })
  })

  it('a total can pass the full marks and fall below 0 where nothing limits it', () => {
    expect(resultOf(base, { a: 99, b: 6, bonus: 9 }).total).toBe('109')
    expect(resultOf(base, { a: 1, b: 0, bonus: 0, fault: 9 }).total).toBe('-5')
  })

  it('limits act in the order of the file', () => {
    const limits = `
total at most 100
total at least 0
total at most 89 when "accident"
total is 0 when "fraud"`
    const unit = { a: 99, b: 6, bonus: 9 }
    expect(resultOf(base + limits, unit).total).toBe('100')
    expect(resultOf(base + limits, { ...unit, accident: true }).total).toBe('89')
    expect(resultOf(base + limits, { ...unit, accident: true, fraud: true }).total).toBe('0')
    expect(resultOf(base + limits, { a: 1, b: 0, bonus: 0, fault: 9 }).total).toBe('0')
    const turned = `
total is 0 when "fraud"
total at least 20`
    expect(resultOf(base + turned, { ...unit, fraud: true }).total).toBe('20')
  })

  it('is rounded once, after all of them', () => {
    const body = `scores to 1 decimals, half up${facts}
part "A" out of 1000
  score is "a"
part "B" out of 1000
  score is "b"
full marks 1000
total
  50% "A"
  50% "B"
bonus 0.04 when "accident"`
    // 10.1 and 10.2 after rounding at the parts; (10.1 + 10.2) / 2 = 10.15
    expect(resultOf(body, { a: 10.14, b: 10.15, bonus: 0 })).toMatchObject({
      parts: { A: '10.1', B: '10.2' },
      total: '10.2',
    })
    // 10.1 + 0.04 stays 10.1
    expect(resultOf(body, { a: 10.1, b: 10.1, bonus: 0, accident: true }).total).toBe('10.1')
  })
})

describe('rounding', () => {
  const body = (rounding: string): string => `${rounding}${facts}\nitem 1 "Work" 1000 points\n  score is "a" / 100`

  it.each([
    ['half up', '1.25', '1.3'],
    ['half even', '1.25', '1.2'],
    ['half even', '1.35', '1.4'],
    ['down', '1.29', '1.2'],
    ['up', '1.21', '1.3'],
  ])('%s takes %s to %s', (mode, value, score) => {
    const a = String(Number(value) * 100)
    expect(resultOf(body(`scores to 1 decimals, ${mode}`), { a }).items).toEqual({ 1: score })
  })

  it('for display only: everything compares exactly', () => {
    const shown =
      body('scores shown to 1 decimals') + '\ngrading by total\n  "excellent": from 1.25\n  "poor": otherwise'
    expect(resultOf(shown, { a: '124.9' })).toMatchObject({
      total: '1.2',
      grade: 'poor',
      exact: { total: '1249/1000' },
    })
    expect(resultOf(shown, { a: '125' })).toMatchObject({ total: '1.3', grade: 'excellent' })
  })

  it('of nothing where nothing is said', () => {
    expect(resultOf(body('full marks 1000'), { a: '123.45' }).total).toBe('1.2345')
  })
})

describe('several kinds', () => {
  const body = `
full marks 100
unit kinds "town", "bureau"
facts
  "a": number from 0 to 100
  "b": number from 0 to 100
  "c": number from 0 to 100
part "A" out of 100
  score is "a"
part "B" out of 100, for "town"
  score is "b"
part "C" out of 100, for "bureau"
  score is "c"
total for "town"
  40% "A"
  60% "B"
total for "bureau"
  90% "A"
  10% "C"
grading by total
  "excellent": from 60
  "poor": otherwise
not graded when total is below 20
"excellent" only when total is above 70
outcome "praise" when total is at least 80
outcome "look into" when part "B" is below 30
award "best" to all when part "C" is at least 50`

  it('a rule for every kind that speaks of the total means that of the unit', () => {
    // 0.4 × 50 + 0.6 × 100 = 80; 0.9 × 50 + 0.1 × 100 = 55
    expect(resultOf(body, { kind: 'town', a: 50, b: 100 })).toMatchObject({ total: '80', outcomes: ['praise'] })
    expect(resultOf(body, { kind: 'bureau', a: 50, c: 100 })).toMatchObject({ total: '55', outcomes: [] })
    expect(resultOf(body, { kind: 'town', a: 10, b: 10 }).grade).toBe(null)
    expect(resultOf(body, { kind: 'bureau', a: 75, c: 20 })).toMatchObject({ total: '69.5', grade: 'poor' })
    expect(resultOf(body, { kind: 'bureau', a: 75, c: 30 })).toMatchObject({ total: '70.5', grade: 'excellent' })
  })

  it('a comparison with a part that the unit does not have is false, and asks for none of its facts', () => {
    expect(resultOf(body, { kind: 'town', a: 50, b: 29 })).toMatchObject({ outcomes: ['look into'], awards: [] })
    expect(resultOf(body, { kind: 'bureau', a: 50, c: 50 })).toMatchObject({ outcomes: [], awards: ['best'] })
    expect(resultOf(body, { kind: 'bureau', a: 50, c: 49 })).toMatchObject({
      status: 'final',
      outcomes: [],
      awards: [],
    })
  })

  it('each kind needs its own facts', () => {
    expect(resultOf(body, { kind: 'town' }).missing).toEqual(['a', 'b'])
    expect(resultOf(body, { kind: 'bureau' }).missing).toEqual(['a', 'c'])
  })
})
