import { compile } from '@merit/dsl'
import {
  buffersOf,
  contextOf,
  DataError,
  loadScheme,
  UseError,
  type Batch,
  type CohortData,
  type UnitBlock,
  type UnitData,
} from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { describe, expect, test } from 'vitest'
import { plain } from '../differential/differences.js'

/** All that a block may hold beside numbers: lists, texts inside them, marks of ballots, findings, decisions. */
const json = compiled(`scheme "Sample" for 2026
full marks 100
unit kinds "town", "bureau"
grades "good", "fair", "poor"
facts
  "rate": percentage, 1 decimal
  "fault": yes or no, no if not reported
  "level": one of "high", "low"
  "founded": date
  "last grade": grade, none if not reported
  "visits": records, none if not reported
    with "place": text
    with "days": count
ballots "votes": number from 0 to 100
item 1 "Work" 40 points
  scored in proportion to "rate"
item 2 "Votes" 60 points
  score is average of "votes" * 60 / 100
penalty 1 when any "visits" where "days" is at least 3
penalty 2 when "level" is "low"
penalty 1 when "founded" is after 2020-01-01
grading by total
  "good": top 1
  "fair": from 60
  "poor": otherwise
"fault" blocks "good"
grade at most 1 above "last grade"
award "cup" to the top 1 graded "good", all kinds together
review "visit"
  of units graded "good"
`)
const scheme = loadScheme(json, { ranges })

function compiled(source: string): unknown {
  const { scheme: found, problems } = compile(source)
  if (found === undefined) throw new Error(problems.map(({ code }) => code).join(', '))
  return found
}

const facts = {
  rate: '97.5',
  fault: false,
  level: 'high',
  founded: '1998-07-01',
  'last grade': 'fair',
  visits: [
    { place: 'east', days: 2 },
    { place: 'west', days: 4 },
  ],
}
const decision = { of: 'total', value: '61.5', by: 'board', on: '2026-12-20', why: 'appeal upheld' }

const data: CohortData = {
  units: [
    { unit: 'A', kind: 'town', facts, reviews: { visit: { facts: { visits: [], rate: 90 } } } },
    { unit: 'B', kind: 'bureau', facts: { ...facts, level: 'low', visits: [], 'last grade': null } },
    { unit: 'C', kind: 'town', facts: { ...facts, rate: 0 }, overrides: [decision] },
    { unit: 'D', kind: 'town', facts: { rate: 12, level: 'low' } },
    { unit: 'E', kind: 'bureau', facts: { ...facts, fault: true } },
  ],
  ballots: {
    votes: [
      { rater: 'x', marks: { A: 100, B: 90, C: 10, D: 50, E: 100 } },
      { rater: 'y', marks: { A: 80, B: 90, C: 10 } },
    ],
  },
}

function batchOf(units: readonly UnitData[]): Batch {
  const batch = scheme.batch()
  for (const unit of units) batch.add(unit)
  return batch
}

/** What `postMessage` does. */
function sent(blocks: readonly UnitBlock[]): readonly UnitBlock[] {
  return structuredClone(blocks, { transfer: buffersOf(blocks) })
}

function faultsOf(judge: () => unknown): readonly string[] {
  try {
    judge()
  } catch (error) {
    if (error instanceof DataError)
      return error.problems.map(({ code, index, unit }) => `${index ?? ''} ${unit ?? ''} ${code}`)
    throw error
  }
  return []
}

describe('a batch', () => {
  const { units, ...about } = data
  const all = scheme.assessAll(data)

  test('judges what was read elsewhere: records, marks, findings, decisions', () => {
    const batch = scheme.batch()
    batch.join(sent(batchOf(units.slice(0, 3)).take()))
    for (const unit of units.slice(3)) batch.add(unit)
    expect(batch.length).toBe(5)
    const judged = batch.judge(about)
    expect(plain([...judged])).toEqual(plain(all.results))
    expect(plain({ ...judged })).toMatchObject(plain({ reviews: all.reviews, ballots: all.ballots }) as object)
    // A was reviewed: 90% of 40 points, and 90 on average by two raters, of 60.
    expect(judged.result(0)).toMatchObject({ unit: 'A', total: '90', grade: 'good' })
    expect(judged.result(2)).toMatchObject({ unit: 'C', total: '61.5' })
  })

  test('makes each result when it is asked for, and keeps none', () => {
    const judged = batchOf(units).judge(about)
    expect(judged.result(4)).not.toBe(judged.result(4))
    expect(judged.result(4).toJSON()).toEqual(judged.result(4).toJSON())
    for (const place of [-1, 5, 0.5, Number.NaN]) expect(() => judged.result(place)).toThrow(UseError)
  })

  test('is empty after its units were taken, or judged', () => {
    const batch = batchOf(units)
    expect(batch.take()).not.toEqual([])
    expect(batch.length).toBe(0)
    expect(batch.take()).toEqual([])
    expect(faultsOf(() => batch.judge())).toEqual(['  no-units'])
    for (const unit of units) batch.add(unit)
    batch.judge(about)
    expect(batch.length).toBe(0)
    for (const unit of units) batch.add(unit)
    expect(plain([...batch.judge(about)])).toEqual(plain(all.results))
  })

  test('tells of a unit what was read, as data that reads the same', () => {
    const [a, , c] = [...batchOf(units).judge()].map((result) => contextOf(result).unit)
    expect(a).toEqual({ ...units[0], facts })
    expect(c?.overrides).toEqual([decision])
    const again = batchOf([...batchOf(units).judge()].map((result) => contextOf(result).unit)).judge(about)
    expect(plain([...again])).toEqual(plain(all.results))
  })

  test('takes units that were read one by one', () => {
    const batch = scheme.batch()
    for (const unit of units) batch.add(scheme.read(unit))
    expect(plain([...batch.judge(about)])).toEqual(plain(all.results))
  })

  test('grows from block to block', () => {
    const batch = loadScheme(json).batch()
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...units[3]!, unit: `unit ${index}` }))
    for (const unit of many) batch.add(unit)
    const blocks = batch.take()
    expect(blocks.reduce((sum, { length }) => sum + length, 0)).toBe(5000)
    for (const { length, numbers } of blocks) expect(numbers).toHaveLength(length * scheme.facts.length)
    batch.join(blocks)
    const judged = batch.judge()
    expect([0, 15, 16, 4095, 4096, 4999].map((index) => judged.result(index).unit)).toEqual(
      [0, 15, 16, 4095, 4096, 4999].map((index) => `unit ${index}`),
    )
  })
})

describe('faults in a batch', () => {
  const good = { unit: 'A', kind: 'town', facts }

  test('are told together when it is judged, each with the place of its unit among all', () => {
    const batch = scheme.batch()
    batch.join(sent(batchOf([good, { ...good, unit: '', facts: {} }]).take()))
    batch.add({ ...good, unit: 'C', facts: { rate: 'much' } })
    batch.join(
      sent(
        batchOf([
          { ...good, unit: 'Ａ' },
          { ...good, unit: 'E', facts: { flaw: true } },
        ]).take(),
      ),
    )
    expect(faultsOf(() => batch.judge({ lots: { inspection: 'x' } }))).toEqual([
      '  unknown-lot',
      '1  unit-without-name',
      '2 C not-a-number',
      '3 Ａ unit-twice',
      '4 E unknown-fact',
    ])
  })

  test('are those of assessAll', () => {
    const units = [good, null, { unit: 'A', kind: 'village', facts: {} }, { ...good, extra: 1 }] as UnitData[]
    expect(faultsOf(() => batchOf(units).judge())).toEqual(faultsOf(() => scheme.assessAll(units)))
    expect(faultsOf(() => batchOf(units).judge())).toHaveLength(5)
  })

  test('are the first 10,000, however many there are', () => {
    const units = Array.from({ length: 10_500 }, (_, index) => ({
      ...good,
      unit: `unit ${index}`,
      facts: { rate: -1 },
    }))
    const faults = faultsOf(() => batchOf(units).judge())
    expect(faults).toHaveLength(10_000)
    expect(faults[0]).toBe('0 unit 0 out-of-range')
  })
})

describe('a block that cannot be joined', () => {
  test('was read by another scheme', () => {
    const other = loadScheme({ ...(json as object), sourceHash: '1'.repeat(64) })
    const blocks = batchOf([{ unit: 'A', kind: 'town', facts }]).take()
    expect(() => other.batch().join(blocks)).toThrow('block-of-another-scheme')
  })

  test('was moved to another thread', () => {
    const blocks = batchOf([{ unit: 'A', kind: 'town', facts }]).take()
    sent(blocks)
    const batch = scheme.batch()
    expect(() => batch.join(blocks)).toThrow(UseError)
    expect(batch.length).toBe(0)
  })
})
