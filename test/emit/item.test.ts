import { describe, expect, it } from 'vitest'
import { compiled, resultOf } from './scheme.js'

describe('scores 0', () => {
  it('comes last, for items and for parts', () => {
    const body = `
facts
  "plan": yes or no
  "fraud": yes or no
  "scandal": yes or no
part "A" out of 10
  scores 0 when "scandal"
item 1 "Plan" 10 points
  missing "plan" costs 4
  scores 0 when "fraud"
part "B" out of 10
  scored directly
total
  "A"
  "B"`
    const unit = { plan: false, fraud: false, scandal: false, B: 5 }
    expect(resultOf(body, unit)).toMatchObject({ items: { 1: '6' }, parts: { A: '6' }, total: '11' })
    expect(resultOf(body, { ...unit, fraud: true })).toMatchObject({ items: { 1: '0' }, total: '5' })
    expect(resultOf(body, { ...unit, scandal: true })).toMatchObject({
      items: { 1: '6' },
      parts: { A: '0' },
      total: '5',
    })
  })
})

describe('not applicable', () => {
  const body = `
facts
  "no outlets": yes or no
  "no staff": yes or no
  "complaint": count
  "session": count
  "training": count
  "site": count
item 1 "Service" 60 points
item 1.1 "Outlets" 40 points
  each "complaint" costs 10
  this item also earns 1 per "site"
  not applicable when "no outlets", left out
item 1.2 "Study" 20 points
  each "session" earns 4
item 2 "Staff" 40 points
  each "training" earns 10
  not applicable when "no staff", full points`
  const unit = { 'no outlets': false, 'no staff': false, complaint: 1, session: 3, training: 1, site: 2 }

  it('everything applies: sums', () => {
    expect(resultOf(body, unit)).toMatchObject({
      items: { 1: '44', 1.1: '32', 1.2: '12', 2: '10' },
      total: '54',
    })
  })

  it('left out: the rest is rescaled once, at the parent; what is on top of an item left out is gone', () => {
    expect(resultOf(body, { ...unit, 'no outlets': true })).toMatchObject({
      items: { 1: '36', 1.2: '12', 2: '10' },
      total: '46',
    })
  })

  it('full points', () => {
    expect(resultOf(body, { ...unit, 'no staff': true })).toMatchObject({ items: { 1: '44', 2: '40' }, total: '84' })
  })

  it('facts that only items that do not apply use are not needed', () => {
    const { 'no outlets': _no, complaint: _complaint, site: _site, ...rest } = unit
    expect(resultOf(body, { ...rest, 'no outlets': true }).status).toBe('final')
    expect(resultOf(body, { ...rest, 'no outlets': false }).missing).toEqual(['complaint', 'site'])
    expect(resultOf(body, { ...rest }).missing).toEqual(['no outlets', 'complaint', 'site'])
  })

  it('a ratio of what is left is kept exact', () => {
    const thirds = `
facts
  "none": yes or no
  "session": count
item 1 "A" 10 points
item 1.1 "X" 3 points
  each "session" earns 1
item 1.2 "Y" 7 points
  costs 7 when "none"
  not applicable when "none", left out
item 2 "B" 10 points
  each "session" earns 1`
    const result = resultOf(thirds, { none: true, session: 2 })
    expect(result.items).toEqual({ 1: '6.67', 1.1: '2', 2: '2' })
    expect(result.exact).toEqual({ 'items/1': '20/3', total: '26/3' })
  })

  it('what is on top is not rescaled', () => {
    const top = `
facts
  "none": yes or no
  "site": count
item 1 "A" 10 points
item 1.1 "X" 5 points
  costs 1 when not "none"
  this item also earns 1 per "site"
item 1.2 "Y" 5 points
  costs 1 when "none"
  not applicable when "none", left out`
    expect(resultOf(top, { none: true, site: 3 }).items).toEqual({ 1: '13', 1.1: '8' })
    expect(resultOf(top, { none: false, site: 3 }).items).toEqual({ 1: '12', 1.1: '7', 1.2: '5' })
  })

  it('a comparison with the score of what is left out is false, not one with 0', () => {
    const body = `
facts
  "none": yes or no
  "calls": count
item 1 "Vans" 40 points
  not applicable when "none", left out
item 1.1 "Care" 40 points
  each "calls" costs 1
item 2 "Rest" 60 points
  each "calls" costs 1
outcome "see to vans" when item 1 is below 30
outcome "see to care" when item 1.1 is below 30
outcome "fine" when not item 1.1 is below 30`
    expect(resultOf(body, { none: false, calls: 11 }).outcomes).toEqual(['see to vans', 'see to care'])
    expect(resultOf(body, { none: true, calls: 11 }).outcomes).toEqual(['fine'])
  })

  it('a parent with nothing left is left out; a unit with nothing left is not graded', () => {
    const nested = `
facts
  "none": yes or no
  "nothing": yes or no
  "score": number from 0 to 40
item 1 "A" 60 points
item 1.1 "X" 30 points
  costs 3 when not "none"
  not applicable when "none", left out
item 1.2 "Y" 30 points
  costs 6 when not "none"
  not applicable when "none", left out
item 2 "B" 40 points
  score is "score"
  not applicable when "nothing", left out
grading by total
  "excellent": from 60
  "poor": otherwise`
    expect(resultOf(nested, { none: false, nothing: false, score: 30 })).toMatchObject({ total: '81' })
    expect(resultOf(nested, { none: true, nothing: false, score: 30 })).toMatchObject({
      items: { 2: '30' },
      total: '75',
      grade: 'excellent',
    })
    expect(resultOf(nested, { none: false, nothing: true })).toMatchObject({ total: '85', grade: 'excellent' })
    expect(resultOf(nested, { none: true, nothing: true })).toMatchObject({ status: 'final', grade: null })
  })

  it('of items above and below each other: below, only where it applies above', () => {
    const chain = `
facts
  "no shops": yes or no
  "no vans": yes or no
  "van": count
item 1 "Trade" 10 points
  not applicable when "no shops", full points
item 1.1 "Vans" 6 points
  each "van" earns 2
  not applicable when "no vans", left out
item 1.2 "Shops" 4 points
  costs 1 when not "no shops"`
    expect(resultOf(chain, { 'no shops': true }).items).toEqual({ 1: '10', 1.1: '6', 1.2: '4' })
    expect(resultOf(chain, { 'no shops': false, 'no vans': true }).items).toEqual({ 1: '7.5', 1.2: '3' })
    expect(resultOf(chain, { 'no shops': false, 'no vans': false, van: 2 }).items).toEqual({
      1: '7',
      1.1: '4',
      1.2: '3',
    })
    expect(resultOf(chain, { 'no shops': false }).missing).toEqual(['no vans', 'van'])
    expect(resultOf(chain, {}).missing).toEqual(['no shops', 'no vans', 'van'])
  })

  it('costs of an item that does not apply ask for no division', () => {
    const divided = `
facts
  "none": yes or no
  "all": count
  "bad": count
item 1 "A" 10 points
  costs (10 * "bad" / "all")
  not applicable when "none", full points
item 2 "B" 10 points
  costs "bad"
  not applicable when not "none", full points`
    expect(resultOf(divided, { none: true, all: 0, bad: 1 })).toMatchObject({
      status: 'final',
      items: { 1: '10', 2: '9' },
    })
    expect(resultOf(divided, { none: false, all: 0, bad: 1 })).toMatchObject({
      status: 'incomplete',
      because: [{ reason: 'division-by-zero' }],
    })
    expect(resultOf(divided, { none: false, all: 4, bad: 1 })).toMatchObject({ items: { 1: '7.5', 2: '10' } })
  })
})

describe('an item that does not apply and divides', () => {
  it('asks for none of the facts of its other rules', () => {
    const body = `
facts
  "none": yes or no
  "all": count
  "bad": count
  "fraud": yes or no
item 1 "A" 10 points
  score is 10 * "bad" / "all"
  scores 0 when "fraud"
  not applicable when "none", full points`
    expect(resultOf(body, { none: true })).toMatchObject({ status: 'final', items: { 1: '10' } })
    expect(resultOf(body, { none: false }).missing).toEqual(['all', 'bad', 'fraud'])
    expect(resultOf(body, { none: false, all: 0, bad: 1, fraud: true })).toMatchObject({ total: '0' })
    expect(resultOf(body, { none: false, all: 0, bad: 1, fraud: false }).status).toBe('incomplete')
  })
})

describe('items in the compiled scheme', () => {
  it('stand in the order of the file, with numbers that tell them apart', () => {
    const { items } = compiled(`
rubric "R" out of 10
item 1 "X" 10 points
item 1.1 "Y" 10 points
  scored directly
part "A" by rubric "R"
part "B" by rubric "R"
part "C" out of 5
item 2 "Z" 5 points
  checked by "papers", "visits"
  scored directly
total
  "A"
  "B"
  "C"`)
    expect(items.map(({ key, part, parent }) => [key, part, parent])).toEqual([
      ['A 1', 0, undefined],
      ['A 1.1', 0, 0],
      ['B 1', 1, undefined],
      ['B 1.1', 1, 2],
      ['2', 2, undefined],
    ])
    expect(items[4]?.checkedBy).toEqual(['papers', 'visits'])
  })
})
