import { loadScheme, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import type { Award } from '@merit/engine/scheme'
import { describe, expect, test } from 'vitest'
import {
  atMost,
  awardsOf,
  from,
  gradeNode,
  gradesOf,
  ofKind,
  otherwise,
  sample,
  top,
  unit,
  type Sample,
} from './sample.js'

const lines = [from('A', 90), otherwise('B')]
const award: Award = { name: 'prize', kinds: [0], top: 1, grades: [0], scope: 'together', bars: [], sentence: 20 }

const awarded = (scheme: Sample, ...units: readonly ReturnType<typeof unit>[]): string =>
  awardsOf(loadScheme(sample(scheme)).assessAll(units))

describe('awards', () => {
  test('to the top of those graded so; ties share the place', () => {
    const scheme: Sample = { lines, more: () => ({ awards: [award] }) }
    expect(awarded(scheme, unit('a', 95), unit('b', 99), unit('c', 99), unit('d', 80))).toBe('b c')
    expect(awarded(scheme, unit('a', 80))).toBe('')
  })

  test('within one kind the scores that decide ties decide here too', () => {
    const scheme: Sample = { lines, ties: 'by', more: () => ({ awards: [award] }) }
    expect(awarded(scheme, unit('b', 99), unit('c', 99, { tie: 1 }))).toBe('c')
  })

  test('who is barred does not compete, and the next moves up; the grade stays', () => {
    const scheme: Sample = {
      lines,
      flags: ['bar'],
      more: (node) => ({ awards: [{ ...award, bars: [{ when: node('bar'), sentence: 21 }] }] }),
    }
    const assessment = loadScheme(sample(scheme)).assessAll([unit('a', 99, 'bar'), unit('b', 98), unit('c', 97)])
    expect(awardsOf(assessment)).toBe('b')
    expect(gradesOf(assessment)).toBe('a A, b A, c A')
  })

  test('of each kind, or all kinds together', () => {
    const kinds = ['x', 'y']
    const both = { ...award, kinds: [0, 1] }
    const units = [
      ofKind('x', unit('a', 95)),
      ofKind('x', unit('b', 94)),
      ofKind('y', unit('c', 93)),
      ofKind('y', unit('d', 92)),
    ]
    expect(awarded({ kinds, lines, more: () => ({ awards: [both] }) }, ...units)).toBe('a')
    expect(awarded({ kinds, lines, more: () => ({ awards: [{ ...both, scope: 'each' }] }) }, ...units)).toBe('a c')
    expect(awarded({ kinds, lines, more: () => ({ awards: [{ ...both, kinds: [1] }] }) }, ...units)).toBe('c')
  })

  test('to all who meet a condition, which may ask for the grade', () => {
    const isA = { '===': [gradeNode([]), 0] } as const
    const { top: _, grades: __, ...toAll } = award
    const scheme: Sample = { lines, late: { isA }, more: (node) => ({ awards: [{ ...toAll, when: node('isA') }] }) }
    expect(awarded(scheme, unit('a', 95), unit('b', 94), unit('c', 10))).toBe('a b')
  })

  test('whatever the grade; who is not graded does not compete', () => {
    const { grades: _, ...anyGrade } = award
    const scheme: Sample = {
      lines,
      flags: ['out'],
      more: (node) => ({ awards: [anyGrade], notGraded: [{ when: node('out'), sentence: 1 }] }),
    }
    expect(awarded(scheme, unit('a', 95, 'out'), unit('b', 20), unit('c', 10))).toBe('b')
  })

  test('a decided grade competes like any other, a downgraded unit with the grade it ends with', () => {
    const scheme: Sample = {
      lines,
      flags: ['made'],
      more: (node) => ({ awards: [award], makes: [{ when: node('made'), grade: 0, sentence: 2 }] }),
    }
    expect(awarded(scheme, unit('a', 95), unit('b', 99, 'made'))).toBe('b')
  })
})

describe('outcomes', () => {
  test('may ask for the grade and for last year’s; there is none where there is no grade', () => {
    const better = {
      and: [{ '>=': [{ var: 'n4' }, 0] }, { '>=': [{ var: 'f2' }, 0] }, { '<': [{ var: 'n4' }, { var: 'f2' }] }],
    } as const
    const scheme = loadScheme(
      sample({
        lines,
        flags: ['out'],
        late: { better },
        more: (node) => ({
          outcomes: [{ name: 'promoted', when: node('better'), sentence: 22 }],
          notGraded: [{ when: node('out'), sentence: 1 }],
        }),
      }),
    )
    const units = [
      unit('a', 95, { last: 'B' }),
      unit('b', 95, { last: 'A' }),
      unit('c', 95),
      unit('d', 95, { last: 'B' }, 'out'),
    ]
    const { results } = scheme.assessAll(units)
    expect(results.map(({ outcomes }) => outcomes)).toEqual([['promoted'], [], [], []])
  })
})

describe('while a unit is incomplete', () => {
  const lacking = unit('z', undefined)
  const states = (scheme: Sample, ...units: readonly ReturnType<typeof unit>[]): string =>
    loadScheme(sample(scheme))
      .assessAll(units)
      .results.map(({ unit: name, status, grade, rank }) => `${name} ${status} ${grade ?? '-'} ${rank ?? '-'}`)
      .join(', ')

  test('a kind that is graded by threshold alone stays final', () => {
    expect(states({ lines }, unit('a', 95), lacking)).toBe('a final A 1, z incomplete - -')
  })

  test.each([
    ['rank', [top('A', 1), otherwise('B')]],
    ['a share', [from('A', 90, atMost(50)), otherwise('B')]],
  ])('a kind that is graded by %s is provisional, its grades counted among the complete ones', (_, by) => {
    expect(states({ lines: by }, unit('a', 95), unit('b', 94), lacking)).toBe(
      'a provisional A 1, b provisional B 2, z incomplete - -',
    )
  })

  test('the other kinds are not', () => {
    const by = { x: [top('A', 1), otherwise('B')], y: [top('A', 1), otherwise('B')] }
    const units = [ofKind('x', unit('a', 95)), ofKind('y', unit('b', 94)), ofKind('y', lacking)]
    expect(states({ kinds: ['x', 'y'], lines: by }, ...units)).toBe('a final A 1, b provisional A 1, z incomplete - -')
  })

  test('awards and outcomes of provisional units are withheld', () => {
    const scheme: Sample = {
      lines: [top('A', 1), otherwise('B')],
      flags: ['on'],
      more: (node) => ({ awards: [award], outcomes: [{ name: 'follows', when: node('on'), sentence: 22 }] }),
    }
    const { results } = loadScheme(sample(scheme)).assessAll([unit('a', 95, 'on'), lacking])
    expect(results.map(({ awards, outcomes }) => [awards, outcomes])).toEqual([
      [[], []],
      [[], []],
    ])
  })

  test('who competes for the places of an award waits for those who may still compete; the others do not', () => {
    const scheme: Sample = { lines, more: () => ({ awards: [award] }) }
    expect(states(scheme, unit('a', 95), unit('b', 50), lacking)).toBe(
      'a provisional A 1, b final B 2, z incomplete - -',
    )
  })

  test('so do kinds that compete for one award together', () => {
    const units = [ofKind('x', unit('a', 95)), ofKind('x', unit('b', 50)), ofKind('y', lacking)]
    const together: Sample = { kinds: ['x', 'y'], lines, more: () => ({ awards: [{ ...award, kinds: [0, 1] }] }) }
    expect(states(together, ...units)).toBe('a provisional A 1, b final B 2, z incomplete - -')
    const each: Sample = {
      kinds: ['x', 'y'],
      lines,
      more: () => ({ awards: [{ ...award, kinds: [0, 1], scope: 'each' }] }),
    }
    expect(states(each, ...units)).toBe('a final A 1, b final B 2, z incomplete - -')
  })

  test('the incomplete unit has no total, says what it lacks and between what it lies', () => {
    const [result] = loadScheme(sample({ lines }), { ranges }).assessAll([lacking]).results
    const { range: _, ...others } = JSON.parse(JSON.stringify(result)) as UnitResult
    expect(result?.range).toMatchObject({
      total: { least: '0', greatest: '100' },
      grades: ['A', 'B'],
      rank: { best: 1, worst: 1 },
      waiting: [{ fact: 'score', points: '100' }],
    })
    expect(others).toEqual({
      unit: 'z',
      kind: 'unit',
      version: { title: 'Sample', year: 2026, version: 1 },
      status: 'incomplete',
      items: {},
      parts: {},
      bonus: null,
      penalty: null,
      total: null,
      rank: null,
      grade: null,
      awards: [],
      outcomes: [],
      missing: ['score'],
    })
  })
})
