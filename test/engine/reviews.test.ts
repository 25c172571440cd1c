import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DataError, loadScheme, type Assessment, type CohortData, type UnitData } from '@merit/engine'
import type { Review } from '@merit/engine/scheme'
import { describe, expect, test } from 'vitest'
import { from, gradesOf, otherwise, sample, top, unit } from './sample.js'

const lines = [from('A', 90), from('B', 80), otherwise('C')]
const half = { numerator: 1, denominator: 2 }

const byGrade: Review['lines'][number] = { who: { kind: 'grades', grades: [0] }, sentence: 31 }
const halfOfRest: Review['lines'][number] = { who: { kind: 'rest' }, draw: half, sentence: 32 }
const everyone: Review['lines'][number] = { who: { kind: 'all' }, sentence: 33 }

function schemeWith(...reviews: readonly (readonly Review['lines'][number][])[]) {
  return loadScheme(
    sample({
      lines,
      more: () => ({
        reviews: reviews.map((own, index) => ({ name: `review ${index + 1}`, lines: own, sentence: 30 })),
      }),
    }),
  )
}

function found(data: UnitData, ...facts: readonly (UnitData['facts'] | undefined)[]): UnitData {
  const reviews: Record<string, { facts: UnitData['facts'] }> = {}
  facts.forEach((one, index) => {
    if (one !== undefined) reviews[`review ${index + 1}`] = { facts: one }
  })
  return { ...data, reviews }
}

function standings({ results }: Assessment): string {
  return results.map(({ unit: name, status, grade }) => `${name} ${status} ${grade ?? '-'}`).join(', ')
}

function faultsOf(assess: () => unknown): readonly string[] {
  try {
    assess()
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ code, unit: name }) => `${name ?? ''} ${code}`)
    throw error
  }
  return []
}

describe('a review of those graded so', () => {
  const scheme = schemeWith([byGrade])

  test('who is chosen and not yet reviewed is provisional', () => {
    const assessment = scheme.assessAll([unit('a', 95), unit('b', 85)])
    expect(standings(assessment)).toBe('a provisional A, b final B')
    expect(assessment.reviews).toEqual([{ review: 'review 1', chosen: ['a'], drawn: [], awaiting: ['a'], open: false }])
  })

  test('findings replace what was reported, and the result shows each stage', () => {
    const assessment = scheme.assessAll([
      found(unit('a', 95, { tie: 3 }), { score: 82 }),
      found(unit('b', 91), {}),
      unit('c', 85),
    ])
    expect(standings(assessment)).toBe('a final B, b final A, c final B')
    expect(assessment.results[0]?.stages).toEqual([
      { review: null, total: '95', grade: 'A' },
      { review: 'review 1', choice: 'chosen', reviewed: true, total: '82', grade: 'B' },
    ])
    expect(assessment.results[2]?.stages?.[1]).toEqual({
      review: 'review 1',
      choice: 'not-chosen',
      reviewed: false,
      total: '85',
      grade: 'B',
    })
    expect(assessment.results.map(({ rank }) => rank)).toEqual([3, 1, 2])
  })

  test('findings about who was not chosen are a fault that names the unit', () => {
    const data = [found(unit('a', 95), {}), found(unit('b', 85), { score: 99 })]
    expect(faultsOf(() => scheme.assessAll(data))).toEqual(['b not-under-review'])
  })

  test('an incomplete unit may still be chosen', () => {
    const { results } = scheme.assessAll([unit('a', undefined), unit('b', 85)])
    expect(results[0]?.stages?.[1]).toMatchObject({ choice: 'open', reviewed: false, total: null, grade: null })
    expect(results[1]?.status).toBe('final')
  })

  test('by itself a unit is chosen by its grade alone', () => {
    expect(scheme.assess(unit('a', 95))).toMatchObject({ status: 'provisional', grade: 'A' })
    expect(scheme.assess(found(unit('a', 95), { score: 70 }))).toMatchObject({ status: 'final', grade: 'C' })
    expect(faultsOf(() => scheme.assess(found(unit('b', 85), {})))).toEqual(['b not-under-review'])
  })
})

test('a review of all units takes the incomplete ones too, and its findings may complete them', () => {
  const scheme = schemeWith([everyone])
  const assessment = scheme.assessAll([found(unit('a', undefined), { score: 85 }), found(unit('b', 95), {})])
  expect(standings(assessment)).toBe('a final B, b final A')
  expect(standings(scheme.assessAll([unit('a', undefined)]))).toBe('a incomplete -')
})

describe('a lot', () => {
  const scheme = schemeWith([byGrade, halfOfRest])
  const units = [unit('a', 95), unit('b', 85), unit('c', 70), unit('d', 60)]
  const withSeed = (seed: string, data: readonly UnitData[] = units): CohortData => ({
    units: data,
    lots: { 'review 1': seed },
  })

  /** The order of the lot as `sha256sum` gives it. */
  const inOrder = (seed: string, names: readonly string[]): readonly string[] =>
    names
      .map((name) => ({ name, hash: createHash('sha256').update(`${seed}\nreview 1\n${name}`, 'utf8').digest('hex') }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1))
      .map(({ name }) => name)

  test('without a seed those who might be drawn are provisional, and nobody is drawn', () => {
    const assessment = scheme.assessAll(units)
    expect(standings(assessment)).toBe('a provisional A, b provisional B, c provisional C, d provisional C')
    expect(assessment.results[1]?.stages?.[1]).toMatchObject({ choice: 'open', reviewed: false })
    expect(assessment.reviews[0]).toEqual({ review: 'review 1', chosen: ['a'], drawn: [], awaiting: ['a'], open: true })
  })

  test.each(['2026-11-20 09:00', '种子', 'x'])(
    'the seed %j draws the first of the published order, the share rounded up',
    (seed) => {
      const drawn = inOrder(seed, ['b', 'c', 'd']).slice(0, 2)
      const { reviews, results } = scheme.assessAll(withSeed(seed))
      expect([...(reviews[0]?.drawn ?? [])].sort()).toEqual([...drawn].sort())
      expect(reviews[0]?.awaiting).toEqual(['a', ...['b', 'c', 'd'].filter((name) => drawn.includes(name))])
      const undrawn = ['b', 'c', 'd'].find((name) => !drawn.includes(name))
      expect(results.find((result) => result.unit === undrawn)?.status).toBe('final')
    },
  )

  test('names are taken as names are compared, so a stray blank draws nobody else', () => {
    const stray = units.map((data) => ({ ...data, unit: ` ${data.unit}　` }))
    const drawn = scheme.assessAll(withSeed('x', stray)).reviews[0]?.drawn
    expect(drawn?.map((name) => name.trim())).toEqual(scheme.assessAll(withSeed('x')).reviews[0]?.drawn)
  })

  test('findings about who was not drawn, or before there is a seed, are faults', () => {
    const [first = '', , last = ''] = inOrder('x', ['b', 'c', 'd'])
    const about = (name: string) => units.map((data) => (data.unit === name ? found(data, {}) : data))
    expect(faultsOf(() => scheme.assessAll(withSeed('x', about(first))))).toEqual([])
    expect(faultsOf(() => scheme.assessAll(withSeed('x', about(last))))).toEqual([`${last} not-under-review`])
    expect(faultsOf(() => scheme.assessAll(about(first)))).toEqual([`${first} lot-not-drawn`])
  })

  test('where a share takes everyone there is nothing to draw', () => {
    const assessment = scheme.assessAll([unit('a', 95), unit('b', 85)])
    expect(assessment.reviews[0]).toMatchObject({ drawn: ['b'], open: false })
  })

  test('nothing is drawn while a unit is incomplete: it could take the place of one who was drawn', () => {
    const assessment = scheme.assessAll(withSeed('x', [...units, unit('e', undefined)]))
    expect(assessment.reviews[0]).toMatchObject({ drawn: [], open: false })
    expect(standings(assessment)).toBe(
      'a provisional A, b provisional B, c provisional C, d provisional C, e incomplete -',
    )
  })
})

test('a second review chooses by what the first one left', () => {
  const scheme = schemeWith([byGrade], [{ who: { kind: 'grades', grades: [1] }, sentence: 34 }])
  const waiting = scheme.assessAll([unit('a', 95), unit('b', 85)])
  expect(waiting.results[0]?.stages?.map(({ choice }) => choice)).toEqual([undefined, 'chosen', 'open'])
  const assessment = scheme.assessAll([
    found(unit('a', 95), { score: 85 }, { score: 81 }),
    found(unit('b', 85), undefined, { score: 75 }),
  ])
  expect(gradesOf(assessment)).toBe('a B, b C')
  expect(assessment.results[0]?.stages?.map(({ total }) => total)).toEqual(['95', '85', '81'])
})

test('while a unit awaits review, grades by rank are provisional for its whole kind', () => {
  const byRank = loadScheme(
    sample({
      lines: [top('A', 1), otherwise('B')],
      more: () => ({ reviews: [{ name: 'review 1', lines: [byGrade], sentence: 30 }] }),
    }),
  )
  const units = [unit('a', 95), unit('b', 85)]
  expect(standings(byRank.assessAll(units))).toBe('a provisional A, b provisional B')
  const reviewed = byRank.assessAll([found(unit('a', 95), { score: 10 }), unit('b', 85)])
  expect(standings(reviewed)).toBe('a final B, b final A')
})

test('the worked example of docs/lot.md', () => {
  const page = readFileSync(fileURLToPath(new URL('../../docs/lot.md', import.meta.url)), 'utf8')
  const rows = [...page.matchAll(/^\| (\S+) \| `([0-9a-f]{64})` \| (.*)\|$/gm)].map(
    ([, name = '', hash, mark = '']) => ({ name, hash, mark }),
  )
  expect(rows.map(({ name }) => name)).toEqual(['西苑社区', '南苑社区', '东苑社区'])
  const [seed = '', review = ''] = /Seed `(.*?)`, review `(.*?)`/.exec(page)?.slice(1) ?? []
  for (const { name, hash } of rows) {
    expect(createHash('sha256').update(`${seed}\n${review}\n${name}`, 'utf8').digest('hex')).toBe(hash)
  }
  const third = { numerator: 1, denominator: 3 }
  const own: Review = { name: review, lines: [{ who: { kind: 'all' }, draw: third, sentence: 32 }], sentence: 30 }
  const scheme = loadScheme(sample({ lines, more: () => ({ reviews: [own] }) }))
  const { reviews } = scheme.assessAll({ units: rows.map(({ name }) => unit(name, 50)), lots: { [review]: seed } })
  expect(reviews[0]?.drawn).toEqual(rows.filter(({ mark }) => mark.includes('抽中')).map(({ name }) => name))
})
