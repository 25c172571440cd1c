import { describe, expect, it } from 'vitest'
import { itemsOf, resultOf } from './scheme.js'

describe('by word', () => {
  const body = `
facts
  "archive": one of "good", "fair", "pass", "poor"
item 1 "Archives" 12 points
  scored by "archive": "good" full, "fair" 85%, "pass" 7 points, otherwise 0`

  it.each([
    ['good', '12'],
    ['fair', '10.2'],
    ['pass', '7'],
    ['poor', '0'],
  ])('%s gets %s', (archive, score) => expect(itemsOf(body, { archive })).toEqual({ 1: score }))
})

describe('by band', () => {
  const body = `
facts
  "rate": percentage to 1 decimal
  "short": count
item 1 "Dues" 20 points
  scored by "rate": full above 98%, 80% from 90%, 10 points from 80%, otherwise 0
item 2 "Late" 9 points
  scored by "short": full at most 2, 50% below 10, otherwise 1`

  it.each([
    ['98.1', 0, '20', '9'],
    ['98', 2, '16', '9'],
    ['90', 3, '16', '4.5'],
    ['89.9', 9, '10', '4.5'],
    ['80', 10, '10', '1'],
    ['79.9', 11, '0', '1'],
  ])('%s%% and %s get %s and %s', (rate, short, first, second) =>
    expect(itemsOf(body, { rate, short })).toEqual({ 1: first, 2: second }),
  )
})

describe('in proportion', () => {
  it('to the greatest value of the fact: 100%, a bound, the end of its range', () => {
    const body = `
facts
  "a": percentage to 1 decimal
  "b": percentage to 1 decimal, counted to at most 120%
  "c": number from 0 to 40, 1 decimal
  "d": many numbers from 0 to 50
item 1 "A" 20 points
  scored in proportion to "a"
item 2 "B" 20 points
  scored in proportion to "b"
item 3 "C" 20 points
  scored in proportion to "c"
item 4 "D" 20 points
  scored in proportion to (average of "d")`
    expect(itemsOf(body, { a: 88.8, b: 150, c: 10.2, d: [10, 20] })).toEqual({ 1: '17.76', 2: '20', 3: '5.1', 4: '6' })
    expect(itemsOf(body, { a: 100, b: 90, c: 40, d: [50] })).toEqual({ 1: '20', 2: '15', 3: '20', 4: '20' })
  })
})

describe('directly', () => {
  it('by one assessor, by several', () => {
    const body = `
item 1 "Visit" 10 points
  scored directly, to 1 decimal
item 2 "Panel" 10 points
  scored directly by several assessors`
    expect(itemsOf(body, { Visit: 7.5, Panel: [7, 8] })).toEqual({ 1: '7.5', 2: '7.5' })
    const thirds = resultOf(body, { '1': 7.5, '2': [7, 8, 8] })
    expect(thirds.items).toEqual({ 1: '7.5', 2: '7.67' })
    expect(thirds.exact).toEqual({ 'items/2': '23/3', total: '91/6' })
    expect(resultOf(body, { Visit: 7.5, Panel: [] }).because).toMatchObject([
      { reason: 'empty-average', fact: 'Panel' },
    ])
  })

  it('an item is named by its part where neither its name nor its number is alone', () => {
    const body = `
part "A" out of 10
item 1 "Visit" 10 points
  scored directly
part "B" out of 10
item 1 "Visit" 10 points
  scored directly
total
  "A"
  "B"`
    expect(resultOf(body, { 'A 1': 4, 'B 1': 9 })).toMatchObject({ items: { 'A 1': '4', 'B 1': '9' }, total: '13' })
  })

  it('a part by its own name', () => {
    const body = 'part "Review" out of 50\n  scored directly'
    expect(resultOf(body, { Review: 41 })).toMatchObject({ parts: { Review: '41' }, total: '41' })
  })
})

describe('by formula', () => {
  const body = `
facts
  "actual": number from -100 to 1000
  "late": count
item 1 "Tasks" 20 points
  score is 20 * "actual" / 100
  each "late" costs 2`

  it('is kept between 0 and the points', () => {
    expect(itemsOf(body, { actual: 60, late: 0 })).toEqual({ 1: '12' })
    expect(itemsOf(body, { actual: 200, late: 0 })).toEqual({ 1: '20' })
    expect(itemsOf(body, { actual: -50, late: 0 })).toEqual({ 1: '0' })
  })

  it('costs are taken from what was scored, which is never above the points', () => {
    expect(itemsOf(body, { actual: 60, late: 3 })).toEqual({ 1: '6' })
    expect(itemsOf(body, { actual: 200, late: 3 })).toEqual({ 1: '14' })
    expect(itemsOf(body, { actual: 10, late: 3 })).toEqual({ 1: '0' })
  })
})
