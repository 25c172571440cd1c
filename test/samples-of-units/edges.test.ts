/** Units at edges do what their names say: seen in results and explanations alone. */
import { loadScheme, type Scheme, type UnitData } from '@merit/engine'
import { explain } from '@merit/engine/explain'
import { ranges } from '@merit/engine/ranges'
import { samplesWithEdges, type Edge, type EdgeUnit } from '@merit/engine/samples'
import { describe, expect, it } from 'vitest'
import { schemeAt, schemeFiles, schemeOf } from './schemes.js'

interface Line {
  readonly state?: string
  readonly step?: string
  readonly outcome?: string
  readonly sentence?: { readonly line: number }
  readonly barredBy?: { readonly line: number }
  readonly amount?: { readonly text: string }
  readonly uncapped?: { readonly text: string }
  readonly limit?: unknown
}

/** Everything in the explanation of the unit, judged alone, that speaks of a line of the scheme. */
function linesAt(line: number, unit: UnitData, unreviewed: Scheme): readonly Line[] {
  const found: Line[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const one = node as Line
    if (one.sentence?.line === line || one.barredBy?.line === line) found.push(one)
    for (const inside of Object.values(node)) visit(inside)
  }
  visit(explain(unreviewed.assessAll([unit]).results[0]!, { language: 'en' }))
  return found
}

const checks: {
  readonly [K in Edge['kind']]: (edge: Edge & { readonly kind: K }, unit: UnitData, unreviewed: Scheme) => boolean
} = {
  cap: ({ line, cap, passed }, unit, unreviewed) =>
    linesAt(line, unit, unreviewed).some(
      ({ amount, uncapped }) => amount?.text === cap && (uncapped !== undefined) === passed,
    ),
  floor: ({ item }, unit, unreviewed) => unreviewed.assess(unit).items[item] === '0',
  band: ({ grade, total, met }, unit, unreviewed) => {
    const result = unreviewed.assess(unit)
    const isOpen = result.needs === 'cohort' && result.grade === null
    return result.total === total && (isOpen || (result.grade === grade) === met)
  },
  value: ({ value }, unit) => JSON.stringify(unit.facts).includes(value.replace(/^[“"]|[”"%]$/g, '')),
  rule: ({ line }, unit, unreviewed) =>
    linesAt(line, unit, unreviewed).some(
      ({ state, step, outcome, limit }) =>
        state === 'acts' || (limit !== undefined && state !== 'off') || step !== undefined || outcome === 'barred',
    ),
  tie: ({ total }, unit, unreviewed) => unreviewed.assess(unit).total === total,
}

function bearsOut({ edge, unit }: EdgeUnit, unreviewed: Scheme): boolean {
  return (checks[edge.kind] as (edge: Edge, unit: UnitData, unreviewed: Scheme) => boolean)(edge, unit, unreviewed)
}

describe.each(schemeFiles)('units at the edges of %s', (file) => {
  const scheme = schemeAt(file)
  const unreviewed = loadScheme({ ...scheme.compiled, reviews: [] }, { ranges })
  const { data, edges, unreached } = samplesWithEdges(scheme, { count: 12, seed: '1' })

  it('do what their names say', () => {
    expect(edges.filter((one) => !bearsOut(one, unreviewed)).map(({ unit }) => unit.unit)).toEqual([])
  })

  it('have names of their own, and can be scored with the others', () => {
    const { results } = scheme.assessAll(data)
    expect(results.map(({ status }) => status)).toEqual(data.units.map(() => 'final'))
    expect(new Set(data.units.map(({ unit }) => unit)).size).toBe(data.units.length)
  })

  it('reach both sides of each threshold of the grading', () => {
    const floors = scheme.compiled.kinds.flatMap(({ grading }) =>
      (grading?.lines ?? []).filter(({ criterion }) => criterion.kind === 'band' && criterion.low !== undefined),
    )
    expect(edges.filter(({ edge }) => edge.kind === 'band')).toHaveLength(2 * floors.length)
  })

  it('say why an edge has no unit', () => {
    for (const { name, why } of unreached) {
      expect(name).not.toBe('')
      expect(why).not.toBe('')
    }
  })
})

describe('the tour in English', () => {
  const { edges, unreached, data } = samplesWithEdges(schemeAt('test/tours/tour.en.merit'), { count: 12, seed: '1' })
  const names = edges.map(({ unit }) => unit.unit)

  it('has a unit for each side of each edge', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'town: deduction for "petition" (line 48) exactly at its cap of 4',
        'town: deduction for "petition" (line 48) beyond its cap of 4',
        'town: item 1.2 at 0',
        'municipal unit: total exactly 90, at the edge of "excellent"',
        'municipal unit: total 89.99, 0.01 short of "excellent"',
        'town: "dues rate" 98%',
        'town: "dues rate" 97.9%',
        'town: "archive level" "pass"',
        'town: line 101 acts: "serious accident" makes it "poor"',
      ]),
    )
  })

  it('has two units with equal totals where the places end: both or neither get in', () => {
    const grades = new Map(
      schemeAt('test/tours/tour.en.merit')
        .assessAll(data)
        .results.map(({ unit, total, rank }) => [unit, { total, rank }]),
    )
    const ties = edges.flatMap(({ unit, edge }) => (edge.kind === 'tie' ? [[unit.unit, edge.with] as const] : []))
    expect(ties.length).toBeGreaterThanOrEqual(3)
    expect(ties.map(([one]) => grades.get(one))).toEqual(ties.map(([, other]) => grades.get(other)))
  })

  it('says that item 1.1 never falls to 0', () => {
    // 10 − 4 − 2.5
    expect(unreached).toContainEqual({ name: 'town: item 1.1 at 0', why: 'it comes to 3.5 at least' })
  })
})

describe('the smallest step', () => {
  it('is what totals are rounded to, or the next one that there is a unit for', () => {
    // Each case costs 0.5: below 9 the next total is 8.5.
    const scheme = schemeOf(
      'scheme "S" for 2026, version 1\nunit kinds "town"\nfacts\n  "case": count\nitem 1 "C" 10 points\n  each "case" costs 0.5\ngrading by total\n  "x": from 9\n  "y": otherwise\n',
    )
    const { edges } = samplesWithEdges(scheme, { count: 0, seed: '1' })
    expect(edges.map(({ unit }) => [unit.unit, unit.facts])).toEqual(
      expect.arrayContaining([
        ['total exactly 9, at the edge of "x"', { case: 2 }],
        ['total 8.5, 0.5 short of "x"', { case: 3 }],
      ]),
    )
  })
})
