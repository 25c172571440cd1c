/** Random sample units: valid, complete, plausible, and the same for the same seed. */
import { samplesOf } from '@merit/engine/samples'
import { describe, expect, it } from 'vitest'
import { schemeAt, schemeFiles, schemeOf } from './schemes.js'

describe.each(schemeFiles)('samples of %s', (file) => {
  const scheme = schemeAt(file)
  const data = samplesOf(scheme, { count: 24, seed: '1' })

  it('can be scored as they stand: every result is final', () => {
    const { results } = scheme.assessAll(data)
    expect(results.map(({ unit, status, missing }) => ({ unit, status, missing }))).toEqual(
      data.units.map(({ unit }) => ({ unit, status: 'final', missing: [] })),
    )
  })

  it('spread over the scores, with no two units alike in all', () => {
    const totals = scheme.assessAll(data).results.map(({ total }) => total)
    expect(new Set(totals).size).toBeGreaterThan(12)
  })

  it('are the same bytes for the same seed, others for another, and begin alike however many are asked for', () => {
    expect(JSON.stringify(samplesOf(scheme, { count: 24, seed: '1' }))).toBe(JSON.stringify(data))
    expect(JSON.stringify(samplesOf(scheme, { count: 24, seed: '2' }))).not.toBe(JSON.stringify(data))
    const kinds = scheme.compiled.kinds.length
    const facts = (count: number) =>
      samplesOf(scheme, { count, seed: '1' })
        .units.map((unit) => JSON.stringify(unit.facts))
        .slice(0, kinds)
    expect(facts(kinds)).toEqual(facts(24))
  })
})

describe('sample units of the tour', () => {
  const { units } = samplesOf(schemeAt('test/tours/tour.en.merit'), { count: 300, seed: 'any' })
  const share = (of: (facts: Readonly<Record<string, unknown>>) => boolean) =>
    units.filter(({ facts }) => of(facts)).length / units.length

  it('mostly have what they should, and seldom what they should not', () => {
    expect(share((facts) => facts['work plan'] === true)).toBeGreaterThan(0.6)
    expect(share((facts) => facts['work plan'] === false)).toBeGreaterThan(0.02)
    expect(share((facts) => facts['disciplinary violation'] === true)).toBeLessThan(0.15)
    expect(share((facts) => facts['serious accident'] === true)).toBeLessThan(0.15)
    expect(share((facts) => Number(facts['petition'] ?? 0) > 10)).toBe(0)
  })

  it('have high rates, few records, dates in the year or just before', () => {
    expect(share((facts) => Number(facts['dues rate']) >= 70)).toBe(1)
    for (const { facts } of units) {
      const records = (facts['commendation'] ?? []) as { readonly date: string; readonly matter: string }[]
      expect(records.length).toBeLessThanOrEqual(3)
      for (const { date, matter } of records) {
        expect(date).toMatch(/^202[56]-\d\d-\d\d$/)
        expect(matter).toMatch(/^Sample matter \d+$/)
      }
    }
  })

  it('take the kinds in turn, and are numbered', () => {
    expect(units.slice(0, 3).map(({ unit, kind }) => [unit, kind])).toEqual([
      ['Sample unit 1', 'town'],
      ['Sample unit 2', 'municipal unit'],
      ['Sample unit 3', 'town'],
    ])
  })
})

describe('how many', () => {
  const head = 'scheme "S" for 2026, version 1\n'
  const rest =
    'grades "x", "y"\nfacts\n  "plan": yes or no\nitem 1 "P" 5 points\n  missing "plan" costs 2\ngrading by total\n  "x": from 4\n  "y": otherwise\n'
  const kindsOf = (kinds: string, count?: number) =>
    samplesOf(schemeOf(head + kinds + rest), { seed: '1', ...(count === undefined ? {} : { count }) })
      .units.map(({ kind }) => kind)
      .join('')

  it('is what the scheme states of each kind; 10 where it states nothing', () => {
    expect(kindsOf('unit kinds "a" (2 units), "b" (4 units)\n')).toBe('ababbb')
    expect(kindsOf('unit kinds "a"\n')).toBe('aaaaaaaaaa')
  })

  it('or what is asked for, of all kinds alike where that is more', () => {
    expect(kindsOf('unit kinds "a" (2 units), "b" (4 units)\n', 3)).toBe('aba')
    expect(kindsOf('unit kinds "a" (2 units), "b" (4 units)\n', 9)).toBe('ababbbaba')
    expect(kindsOf('unit kinds "a"\n', 0)).toBe('')
  })
})
