import { describe, expect, it } from 'vitest'
import { itemsOf, resultOf } from './scheme.js'

describe('costs', () => {
  it('when absent, when present, when a condition holds: they add up', () => {
    const body = `
facts
  "plan": yes or no
  "complaint": count
item 1 "Work" 10 points
  missing "plan" costs 4
  "complaint" costs 2.5
  costs 1 when missing "plan" and "complaint" is above 2`
    expect(itemsOf(body, { plan: true, complaint: 0 })).toEqual({ 1: '10' })
    expect(itemsOf(body, { plan: true, complaint: 7 })).toEqual({ 1: '7.5' })
    expect(itemsOf(body, { plan: false, complaint: 2 })).toEqual({ 1: '3.5' })
    expect(itemsOf(body, { plan: false, complaint: 3 })).toEqual({ 1: '2.5' })
  })

  it('never below 0', () => {
    const body = 'facts\n  "plan": yes or no\nitem 1 "Work" 3 points\n  missing "plan" costs 4'
    expect(itemsOf(body, { plan: false })).toEqual({ 1: '0' })
  })

  it('a percentage is of the points of the item', () => {
    const body = 'facts\n  "plan": yes or no\nitem 1 "Work" 12 points\n  missing "plan" costs 25%'
    expect(itemsOf(body, { plan: false })).toEqual({ 1: '9' })
  })

  it('an entered amount, except where an exception holds', () => {
    const body = `
facts
  "lost": number from 0 to 20, 1 decimal
  "new": yes or no
item 1 "Work" 12 points
  costs "lost", at most 10, except when "new"`
    expect(itemsOf(body, { lost: 3.5, new: false })).toEqual({ 1: '8.5' })
    expect(itemsOf(body, { lost: 20, new: false })).toEqual({ 1: '2' })
    expect(itemsOf(body, { lost: 20, new: true })).toEqual({ 1: '12' })
  })

  it('an amount below 0 takes nothing', () => {
    const body = 'facts\n  "change": number from -5 to 5\nitem 1 "Work" 12 points\n  costs "change"'
    expect(itemsOf(body, { change: -3 })).toEqual({ 1: '12' })
    expect(itemsOf(body, { change: 3 })).toEqual({ 1: '9' })
  })

  it('for each one missing of a list', () => {
    const body = `
facts
  "a": yes or no
  "b": count
  "c": records
    with "what": text
item 1 "Work" 12 points
  each missing of "a", "b", "c" costs 1.5`
    expect(itemsOf(body, { a: false, b: 0, c: [] })).toEqual({ 1: '7.5' })
    expect(itemsOf(body, { a: true, b: 2, c: [] })).toEqual({ 1: '10.5' })
    expect(itemsOf(body, { a: true, b: 2, c: [{ what: 'x' }] })).toEqual({ 1: '12' })
  })

  it('only the largest of those that hold', () => {
    const body = `
facts
  "plan": yes or no
  "drills": count
item 1 "Work" 10 points
  the largest only: costs 3 when "drills" is below 2; costs 5 when missing "plan"`
    expect(itemsOf(body, { plan: false, drills: 1 })).toEqual({ 1: '5' })
    expect(itemsOf(body, { plan: true, drills: 1 })).toEqual({ 1: '7' })
    expect(itemsOf(body, { plan: true, drills: 2 })).toEqual({ 1: '10' })
  })
})

describe('per time', () => {
  it('counts times the points, up to the cap of the sentence', () => {
    const body = 'facts\n  "petition": count\nitem 1 "Work" 10 points\n  each "petition" costs 0.3, at most 4'
    expect(itemsOf(body, { petition: 7 })).toEqual({ 1: '7.9' })
    expect(itemsOf(body, { petition: 14 })).toEqual({ 1: '6' })
  })

  it('ten times 0.1 is 1', () => {
    const body = 'facts\n  "petition": count\nitem 1 "Work" 91 points\n  each "petition" costs 0.1'
    expect(itemsOf(body, { petition: 10 })).toEqual({ 1: '90' })
  })

  it('in groups only whole ones count', () => {
    const body = 'facts\n  "lecture": count\nitem 1 "Work" 10 points\n  every 3 "lecture" earns 2'
    expect(itemsOf(body, { lecture: 8 })).toEqual({ 1: '4' })
    expect(itemsOf(body, { lecture: 9 })).toEqual({ 1: '6' })
    expect(itemsOf(body, { lecture: 100 })).toEqual({ 1: '10' })
  })

  it('of records it counts the records, of a year those dated in it', () => {
    const body = `
facts
  "visit": records
    with "day": date
item 1 "All" 10 points
  each "visit" earns 1
item 2 "This year" 10 points
  each "visit" in the scheme's year earns 1`
    const visit = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => ({ day }))
    expect(itemsOf(body, { visit })).toEqual({ 1: '4', 2: '2' })
  })
})

describe('per step', () => {
  const body = `
facts
  "rate": percentage to 1 decimal
  "people": number from 0 to 1000
item 1 "Whole points" 10 points
  each full 1 percentage point of "rate" below 90% costs 0.1
item 2 "Pro rata" 10 points
  each 1 percentage point of "rate" below 90% costs 0.1
item 3 "Above" 10 points
  each full 10 of "people" above 100 earns 1.5`

  it('takes whole steps, or parts of one', () => {
    expect(itemsOf(body, { rate: 85.6, people: 139 })).toEqual({ 1: '9.6', 2: '9.56', 3: '4.5' })
  })

  it('takes nothing on the good side of the threshold', () => {
    expect(itemsOf(body, { rate: 90, people: 100 })).toEqual({ 1: '10', 2: '10', 3: '0' })
    expect(itemsOf(body, { rate: 99.9, people: 0 })).toEqual({ 1: '10', 2: '10', 3: '0' })
  })
})

describe('at discretion', () => {
  const body = `
facts
  "complaint": yes or no
item 1 "Conduct" 10 points
  costs 1 to 3, as assessed, when "complaint"
item 2 "Order" 10 points
  costs 0.5 to 2, as assessed as "noise", when "complaint"
  costs 1 to 2, as assessed as "dirt"`

  it('reads what assessors enter where the condition holds', () => {
    expect(itemsOf(body, { complaint: true, Conduct: 1.5, noise: 2, dirt: 1 })).toEqual({ 1: '8.5', 2: '7' })
    expect(itemsOf(body, { complaint: false, Conduct: 3, dirt: 1 })).toEqual({ 1: '10', 2: '9' })
  })

  it('is missing only where the condition holds', () => {
    expect(resultOf(body, { complaint: true }).missing).toEqual(['Conduct', 'noise', 'dirt'])
    expect(resultOf(body, { complaint: false }).missing).toEqual(['dirt'])
  })

  it('takes the number of the item as well', () => {
    expect(itemsOf(body, { complaint: true, '1': 2, noise: 1, dirt: 1 })).toEqual({ 1: '8', 2: '8' })
  })
})

describe('by level', () => {
  const body = `
facts
  "completion": number from 0 to 100
  "prize": records, none if not reported
    with "matter": text
    with "level": one of "national", "provincial", "municipal"
    with "kind": one of "team", "person"
item 1 "Work" 100 points
  score is "completion"`
  const prize = [
    { matter: 'rivers', level: 'municipal', kind: 'team' },
    { matter: 'ｒｉｖｅｒｓ ', level: 'provincial', kind: 'person' },
    { matter: '', level: 'municipal', kind: 'team' },
    { matter: '', level: 'municipal', kind: 'person' },
    { matter: 'roads', level: 'national', kind: 'person' },
  ]

  it('adds up, of each matter only the highest; an empty matter is its own', () => {
    const rule = 'bonus by "level" of "prize": "national" 10, "provincial" 6, "municipal" 3'
    expect(resultOf(`${body}\n${rule}`, { completion: 50, prize }).bonus).toBe('25')
    expect(resultOf(`${body}\n${rule}, highest only per "matter"`, { completion: 50, prize }).bonus).toBe('22')
    expect(resultOf(`${body}\n${rule}, highest only per "matter", capped at 15`, { completion: 50, prize }).total).toBe(
      '65',
    )
  })

  it('by two fields, and otherwise', () => {
    const rule = 'bonus by "level" and "kind" of "prize": "municipal" "team" 4.5, "national" "person" 8, otherwise 0.5'
    expect(resultOf(`${body}\n${rule}`, { completion: 50, prize }).bonus).toBe('18')
  })

  it('nothing without records', () => {
    const rule = 'bonus by "level" of "prize": "national" 10, "provincial" 6, "municipal" 3'
    expect(resultOf(`${body}\n${rule}`, { completion: 50 }).total).toBe('50')
  })
})

describe('on top of an item', () => {
  const body = `
facts
  "ledger": yes or no
  "fraud": yes or no
  "site": count
item 1 "Sites" 10 points
  missing "ledger" costs 3
  this item also earns 2 per "site", at most 5
  scores 0 when "fraud"`

  it('goes beyond the points, up to its own cap', () => {
    expect(itemsOf(body, { ledger: false, fraud: false, site: 2 })).toEqual({ 1: '11' })
    expect(itemsOf(body, { ledger: true, fraud: false, site: 9 })).toEqual({ 1: '15' })
  })

  it('is annulled where the item scores 0', () => {
    expect(itemsOf(body, { ledger: true, fraud: true, site: 9 })).toEqual({ 1: '0' })
  })
})

describe('earns', () => {
  it('from 0 to the points', () => {
    const body = 'facts\n  "lecture": count\nitem 1 "Lectures" 10 points\n  each "lecture" earns 2.5'
    expect(itemsOf(body, { lecture: 3 })).toEqual({ 1: '7.5' })
    expect(itemsOf(body, { lecture: 5 })).toEqual({ 1: '10' })
  })
})
