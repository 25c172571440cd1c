/** What is looked at of all units: who counts, what is provisional, what a unit alone has, what is refused. Expected values by hand. */
import { compile } from '@merit/dsl'
import { DataError, loadScheme, SchemeError, type CohortData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toText } from '@merit/engine/explain'
import { describe, expect, it } from 'vitest'

function schemeOf(text: string) {
  const { scheme, problems } = compile(`scheme "S" for 2026\nfull marks 10\nunit kinds "u"\n${text}`)
  if (scheme === undefined) throw new Error(problems.map(({ code }) => code).join())
  return scheme
}

const relative = schemeOf(`
facts
  "x": number from 0 to 100
  "y": count
item 1 "X" 8 points
  score is "x" / highest "x" of the kind * 8
item 2 "Y" 2 points
  each "y" costs 1`)

const unit = (name: string, x?: number, y?: number) => ({
  unit: name,
  facts: { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) },
})

describe('who counts', () => {
  it('an incomplete unit does not, and while there is one the others are provisional', () => {
    const { results } = loadScheme(relative).assessAll([unit('A', 40, 0), unit('B', 20, 0), unit('C', 80)])
    expect(results).toMatchObject([
      { total: '10', status: 'provisional' },
      { total: '6', status: 'provisional' },
      { status: 'incomplete', missing: ['y'], total: null },
    ])
  })

  it('between which scores a unit lies depends on the others too', () => {
    const { results } = loadScheme(relative, { ranges }).assessAll([unit('A', 40, 0), unit('C', undefined, 0)])
    // C can have 0 to 8 for its x; A keeps its 8 only while nobody has more: 40 of 100 are 3.2.
    expect(results[1]?.range?.total).toMatchObject({ least: '2', greatest: '10' })
    expect(results[0]?.range?.total).toMatchObject({ least: '5.2', greatest: '10' })
  })

  it('where the highest is 0, who divides by it is incomplete for that reason', () => {
    const { results } = loadScheme(relative).assessAll([unit('A', 0, 0), unit('B', 0, 1)])
    expect(results).toMatchObject([
      { status: 'incomplete', because: [{ reason: 'division-by-zero' }] },
      { status: 'incomplete', because: [{ reason: 'division-by-zero' }] },
    ])
  })

  it('a unit without the score is passed over', () => {
    const scheme = schemeOf(`
facts
  "new": yes or no
  "x": number from 0 to 5
item 1 "X" 5 points
  score is "x"
  not applicable when "new", left out
item 2 "Rank" 5 points
  costs 1 when item 1 is below average item 1 of the kind`)
    const units = [
      { unit: 'A', facts: { new: false, x: 4 } },
      { unit: 'B', facts: { new: false, x: 2 } },
      { unit: 'C', facts: { new: true, x: 0 } },
    ]
    // The average of 4 and 2 is 3: C, whose item 1 is left out, is not in it.
    const { results } = loadScheme(scheme).assessAll(units)
    expect(results.map(({ items }) => items['2'])).toEqual(['5', '4', '5'])
  })

  it('reviews compute the field anew', () => {
    const scheme = schemeOf(`
facts
  "x": number from 0 to 100
item 1 "X" 10 points
  score is "x" / highest "x" of the kind * 10
review "audit"
  of all units`)
    const reviewed = (name: string, x: number, found: Readonly<Record<string, number>>) => ({
      ...unit(name, x),
      reviews: { audit: { facts: found } },
    })
    const { results } = loadScheme(scheme).assessAll([reviewed('A', 80, { x: 40 }), reviewed('B', 40, {})])
    expect(results.map(({ total, stages }) => [stages?.[0]?.total, total])).toEqual([
      ['10', '10'],
      ['5', '10'],
    ])
  })
})

describe('a unit by itself', () => {
  it('has the scores that look at no other unit', () => {
    const result = loadScheme(relative).assess(unit('A', 40, 1))
    expect(result).toMatchObject({ status: 'provisional', needs: 'cohort', total: null, items: { '2': '1' } })
    expect(result.items).not.toHaveProperty('1')
  })

  it('is incomplete where it lacks a fact', () => {
    expect(loadScheme(relative).assess(unit('A', 40))).toMatchObject({ status: 'incomplete', missing: ['y'] })
  })
})

it('an explanation says what was seen, of how many units', () => {
  const [, second] = loadScheme(relative).assessAll([unit('A', 38, 0), unit('B', 30, 0)]).results
  const text = toText(explain(second!, { language: 'en' }))
  expect(text).toContain('x = 30, highest "x" of the kind = 38 (2 units)')
  expect(toText(explain(second!, { language: 'zh' }))).toContain('同类“x”最高 38（2 个）')
})

describe('what must hold', () => {
  const scheme = schemeOf(`
facts
  "x": number from 0 to 10
  "pilot": yes or no
item 1 "X" 10 points
  score is "x"
must hold: share of units where "x" is above 5 among those with "pilot" is at most 50%
must hold: average "x" of the kind is at least 5`)
  const given = (xs: readonly (readonly [number, boolean])[]) =>
    xs.map(([x, pilot], at) => ({ unit: `U${at}`, facts: { x, pilot } }))

  it('is reported with its figures; scores stay', () => {
    const { mustHold, results } = loadScheme(scheme).assessAll(
      given([
        [6, true],
        [8, true],
        [0, false],
      ]),
    )
    expect(mustHold).toMatchObject([
      { kind: 'u', holds: false, provisional: false, figures: [{ value: '1', counted: 2, of: 2 }] },
      { holds: false, figures: [{ value: '4.67' }] },
    ])
    expect(results.map(({ total }) => total)).toEqual(['6', '8', '0'])
  })

  it('holds where there is nobody that it speaks of', () => {
    expect(loadScheme(scheme).assessAll(given([[7, false]])).mustHold).toMatchObject([
      { holds: true, figures: [{ value: null }] },
      { holds: true },
    ])
  })
})

describe('ballots', () => {
  const scheme = schemeOf(`
ballots "m": number from 0 to 10, 1 decimal
  void when count of "m" where at least 9 is above 1
  own mark excluded
item 1 "M" 10 points
  score is average of "m"`)
  const units = [
    { unit: 'A', facts: {} },
    { unit: 'B', facts: {} },
  ]
  const faultsOf = (data: unknown): readonly string[] => {
    try {
      loadScheme(scheme).assessAll(data as CohortData)
      return []
    } catch (error) {
      if (!(error instanceof DataError)) throw error
      return error.problems.map(({ code }) => code)
    }
  }

  it('count as cast: the own mark makes a ballot void, and else does not count', () => {
    const m = [
      { rater: 'Ａ', marks: { A: 9, B: 8 } },
      { rater: 'B', marks: { A: 9, B: 9.5 } },
      { rater: 'X', marks: { A: 7.5, B: null } },
    ]
    const { results, ballots } = loadScheme(scheme).assessAll({ units, ballots: { m } })
    expect(results.map(({ total }) => total)).toEqual(['7.5', '8'])
    expect(ballots).toMatchObject([{ ballots: 'm', cast: 3, void: [{ rater: 'B', because: [expect.any(Number)] }] }])
  })

  it('leave who has no valid mark incomplete', () => {
    const { results } = loadScheme(scheme).assessAll({ units, ballots: { m: [{ rater: 'X', marks: { A: 5 } }] } })
    expect(results[1]).toMatchObject({ status: 'incomplete', because: [{ reason: 'empty-average', fact: 'm' }] })
  })

  it('may be given as the marks of one unit, where there are no ballots', () => {
    expect(loadScheme(scheme).assess({ unit: 'A', facts: { m: [5, 6.5] } })).toMatchObject({ total: '5.75' })
  })

  it('are refused with every fault', () => {
    const m = [
      { rater: 'X', marks: { A: 11, C: 3 } },
      { rater: ' x ', marks: [] },
      { marks: {} },
      7,
      { rater: 'Y', marks: { A: 1, ' A': 2 }, weight: 2 },
      { rater: 'X', marks: { A: 4 } },
    ]
    expect(faultsOf({ units, ballots: { m } })).toEqual([
      'out-of-range',
      'mark-for-unknown-unit',
      'marks-not-an-object',
      'ballot-without-rater',
      'ballot-not-an-object',
      'unknown-ballot-key',
      'mark-twice',
      'rater-twice',
    ])
    expect(faultsOf({ units, ballots: { n: [] } })).toEqual(['unknown-ballots'])
    expect(faultsOf({ units, ballots: [] })).toEqual(['ballots-not-an-object'])
    expect(faultsOf({ units, ballots: { m: {} } })).toEqual(['ballots-not-a-list'])
    const beside = [{ unit: 'A', facts: { m: [1] } }]
    expect(faultsOf({ units: beside, ballots: { m: [] } })).toEqual(['ballots-beside-marks'])
    expect(faultsOf(JSON.parse('{"units":[{"unit":"A","facts":{}}],"ballots":{"__proto__":[]}}'))).toEqual([
      'unknown-ballots',
    ])
  })
})

describe('a compiled scheme is refused', () => {
  const broken = (change: (scheme: Record<string, unknown>) => void): readonly string[] => {
    const copy = JSON.parse(JSON.stringify(relative)) as Record<string, unknown>
    change(copy)
    try {
      loadScheme(copy)
      return []
    } catch (error) {
      if (!(error instanceof SchemeError)) throw error
      return error.problems.map(({ code }) => code)
    }
  }
  const nodesOf = (scheme: Record<string, unknown>) => scheme['nodes'] as Record<string, unknown>[]
  const fieldIn = (scheme: Record<string, unknown>) => nodesOf(scheme).find(({ kind }) => kind === 'field')!

  it('where a value over the field has no value to take, or another unit', () => {
    expect(broken((scheme) => delete fieldIn(scheme)['of'])).toEqual(['missing-field'])
    expect(broken((scheme) => Object.assign(fieldIn(scheme), { unit: 7 }))).toContain('not-whole')
    expect(broken((scheme) => Object.assign(fieldIn(scheme), { of: 'n99' }))).toContain('unknown-reference')
  })

  it('where values over the field rest on each other without end', () => {
    const deep = (scheme: Record<string, unknown>): void => {
      const nodes = nodesOf(scheme)
      for (let level = 0; level < 12; level += 1) {
        nodes.push({ id: `n${nodes.length}`, kind: 'field', take: 'max', of: `n${nodes.length - 1}`, unit: 1 })
        nodes.push({
          id: `n${nodes.length}`,
          kind: 'logic',
          type: 'number',
          unit: 1,
          logic: { var: `n${nodes.length - 1}` },
        })
      }
    }
    const start = (scheme: Record<string, unknown>): void => {
      const nodes = nodesOf(scheme)
      nodes.push({ id: `n${nodes.length}`, kind: 'logic', type: 'number', unit: 1, logic: 1 })
      deep(scheme)
    }
    expect(broken(start)).toContain('too-many-phases')
  })

  it('where what must hold rests on one unit', () => {
    const add = (scheme: Record<string, unknown>): void => {
      const nodes = nodesOf(scheme)
      const id = `n${nodes.length}`
      nodes.push({ id, kind: 'logic', type: 'boolean', logic: { '>': [{ var: 'f0' }, 1] } })
      Object.assign(scheme, { mustHold: [{ when: id, figures: [], sentence: 0 }] })
    }
    expect(broken(add)).toEqual(['not-of-the-field'])
  })
})

it('a score that looks at itself in all units is a circle', () => {
  const { problems } = compile(`scheme "S" for 2026
full marks 10
unit kinds "u"
facts
  "x": number from 0 to 10
item 1 "X" 10 points
  score is if highest item 1 of the kind is above 5 then "x", otherwise 0`)
  expect(problems.map(({ code }) => code)).toContain('circular-score')
})
