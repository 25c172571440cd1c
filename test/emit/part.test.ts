import { describe, expect, it } from 'vitest'
import { resultOf } from './scheme.js'

describe('weighted lines', () => {
  it('each source ÷ its greatest value × weight × full marks; nothing is rounded between the lines', () => {
    const body = `
scores to 2 decimals, half up
facts
  "leader": many numbers from 0 to 100
  "staff": many numbers from 0 to 50
  "rate": percentage
part "Review" out of 200
  20% average of "leader"
  30% average of "staff"
  50% "rate"`
    // 91 1/3 % × 40 + 45/50 × 60 + 0.75 × 100 = 36.5333… + 54 + 75
    expect(resultOf(body, { leader: [90, 91, 93], staff: [40, 50], rate: 75 }).parts).toEqual({ Review: '165.53' })
  })

  it('an average alone needs no weight; words are given points', () => {
    const body =
      'facts\n  "votes": many of "good", "poor"\npart "Review" out of 100\n  average of "votes": "good" 100, "poor" 40'
    const result = resultOf(body, { votes: ['good', 'good', 'poor'] })
    expect(result.parts).toEqual({ Review: '80' })
    expect(resultOf(body, { votes: [] })).toMatchObject({ status: 'incomplete', because: [{ fact: 'votes' }] })
  })

  it('without the highest and the lowest', () => {
    const body = `
facts
  "marks": many numbers from 0 to 100
part "A" out of 100
  average of "marks" dropping the highest and the lowest
part "B" out of 100
  average of "marks" dropping the highest and the lowest, with more than 5
total
  50% "A"
  50% "B"
full marks 100`
    expect(resultOf(body, { marks: [10, 80, 90, 100] }).parts).toEqual({ A: '85', B: '70' })
    expect(resultOf(body, { marks: [0, 100, 10, 80, 90, 100] }).parts).toEqual({ A: '70', B: '70' })
    expect(resultOf(body, { marks: [40, 60] }).parts).toEqual({ A: '50', B: '50' })
  })
})

describe('an empty group left out', () => {
  const body = `
facts
  "a": many numbers from 0 to 100
  "b": many numbers from 0 to 100
  "c": many numbers from 0 to 100
part "Review" out of 100
  50% average of "a"
  30% average of "b"
  20% average of "c"
  an empty group is left out, its weight shared`

  it('its weight is shared by the others in proportion', () => {
    expect(resultOf(body, { a: [80], b: [60], c: [100] }).parts).toEqual({ Review: '78' })
    // (0.5 × 80 + 0.2 × 100) ÷ 0.7
    const shared = resultOf(body, { a: [80], b: [], c: [100] })
    expect(shared.parts).toEqual({ Review: '85.71' })
    expect(shared.exact).toEqual({ 'parts/Review': '600/7', total: '600/7' })
    expect(resultOf(body, { a: [], b: [60, 61], c: [] }).parts).toEqual({ Review: '60.5' })
  })

  it('with all groups empty the unit is incomplete', () => {
    expect(resultOf(body, { a: [], b: [], c: [] })).toMatchObject({
      status: 'incomplete',
      because: [{ reason: 'empty-average' }],
    })
  })

  it('a group that nobody reported is missing all the same', () => {
    expect(resultOf(body, { a: [80], c: [100] }).missing).toEqual(['b'])
  })
})

describe('a rubric', () => {
  const body = `
facts
  "town": yes or no
rubric "R" out of 10
  facts
    "ledger": yes or no
    "mistake": count
  item 1 "Ledger" 4 points
    missing "ledger" costs 4
  item 2 "Quality" 6 points
    each "mistake" costs 1
    costs 2 when "town" and item 1 is below 4
part "daily" by rubric "R"
part "final" by rubric "R"
total
  "daily"
  "final"`

  it('is scored apart in each part, by its own facts and its own items', () => {
    const result = resultOf(body, {
      town: true,
      daily: { ledger: false, mistake: 1 },
      final: { ledger: true, mistake: 2 },
    })
    expect(result.items).toEqual({ 'daily 1': '0', 'daily 2': '3', 'final 1': '4', 'final 2': '4' })
    expect(result.parts).toEqual({ daily: '3', final: '8' })
  })

  it('its facts are missing by part', () => {
    expect(resultOf(body, { town: true, daily: { ledger: false, mistake: 1 }, final: {} }).missing).toEqual([
      'final/ledger',
      'final/mistake',
    ])
  })

  it('what assessors enter for its items stands under the part too', () => {
    const entered = `
rubric "R" out of 10
  item 1 "Visit" 10 points
    scored directly
part "first" by rubric "R"
part "second" by rubric "R"
total
  "first"
  "second"`
    const parts = { first: '7', second: '8' }
    expect(resultOf(entered, { first: { Visit: 7 }, second: { '1': 8 } }).parts).toEqual(parts)
    expect(resultOf(entered, { 'first 1': 7, 'second 1': 8 }).parts).toEqual(parts)
    expect(resultOf(entered, {}).missing).toEqual(['first/Visit', 'second/Visit'])
    const once = entered.replace('part "second" by rubric "R"\n', '').replace('  "second"', '')
    expect(resultOf(once, { Visit: 7 }).total).toBe('7')
  })
})

describe('on top of a part', () => {
  it('goes beyond its full marks', () => {
    const body = `
facts
  "reward": number from 0 to 20
part "A" out of 10
item 1 "X" 10 points
  scored directly
  this part also earns "reward", at most 5
part "B" out of 20
  score is 12
  this part also earns 2
total
  "A"
  "B"`
    expect(resultOf(body, { X: 9, reward: 20 })).toMatchObject({
      parts: { A: '14', B: '14' },
      items: { 1: '9' },
      total: '28',
    })
  })
})

describe('parts that are left out', () => {
  it('spread their weight over the others in proportion', () => {
    const body = `
full marks 100
facts
  "new": yes or no
  "a": number from 0 to 100
  "b": number from 0 to 100
  "c": number from 0 to 50
part "A" out of 100
  score is "a"
part "B" out of 100
  score is "b"
  not applicable when "new", left out
part "C" out of 50
  score is "c"
total
  20% "A"
  50% "B"
  30% "C"`
    const unit = { new: false, a: 80, b: 60, c: 40 }
    expect(resultOf(body, unit).total).toBe('70')
    // (0.2 × 80 + 0.3 × 80) ÷ 0.5
    const { b: _b, ...rest } = unit
    const without = resultOf(body, { ...rest, new: true })
    expect(without).toMatchObject({ status: 'final', total: '80' })
    expect(without.parts).toEqual({ A: '80', C: '40' })
  })

  it('also a part whose items are all left out', () => {
    const body = `
full marks 100
facts
  "new": yes or no
  "a": number from 0 to 100
part "A" out of 100
  score is "a"
part "B" out of 100
item 1 "X" 100 points
  costs 10 when not "new"
  not applicable when "new", left out
total
  50% "A"
  50% "B"`
    expect(resultOf(body, { new: false, a: 60 }).total).toBe('75')
    expect(resultOf(body, { new: true, a: 60 }).total).toBe('60')
  })
})
