import { contextOf, loadScheme, type GradeStep } from '@merit/engine'
import type { Award } from '@merit/engine/scheme'
import { expect, test } from 'vitest'
import { atMost, bottom, from, otherwise, sample, top, unit, type Sample } from './sample.js'

const award: Award = { name: 'prize', kinds: [0], top: 1, grades: [0], scope: 'together', bars: [], sentence: 20 }

function stepsOf(scheme: Sample, units: readonly ReturnType<typeof unit>[], name: string): readonly GradeStep[] {
  const { results } = loadScheme(sample(scheme)).assessAll(units)
  return contextOf(results.find((result) => result.unit === name)!).gradeSteps
}

test('a share that has no room: places, position, who competed, of how many, the total of the last one in', () => {
  const scheme: Sample = { lines: [from('A', 90, atMost(50)), from('B', 80), otherwise('C')] }
  const units = [unit('a', 99), unit('b', 95), unit('c', 95), unit('d', 70)]
  expect(stepsOf(scheme, units, 'c')).toEqual([
    {
      step: 'line',
      sentence: 10,
      grade: 0,
      outcome: 'no-room',
      places: 2,
      position: 2,
      competing: 3,
      base: 4,
      edge: '99',
    },
    { step: 'line', sentence: 11, grade: 1, outcome: 'taken' },
  ])
})

test('by rank: from the first, from the last, and what is left', () => {
  const scheme: Sample = { lines: [top('A', 1), bottom('D', 1), otherwise('B')] }
  const units = [unit('a', 99), unit('b', 95), unit('c', 70)]
  expect(stepsOf(scheme, units, 'b')).toEqual([
    { step: 'line', sentence: 10, grade: 0, outcome: 'not-in-place', places: 1, position: 2, competing: 3, edge: '99' },
    { step: 'line', sentence: 13, grade: 3, outcome: 'not-in-place', places: 1, position: 2, competing: 3, edge: '70' },
    { step: 'line', sentence: 11, grade: 1, outcome: 'taken' },
  ])
})

test('blocks, floors that are missed, and the next lower grade', () => {
  const scheme: Sample = {
    lines: [from('A', 90), otherwise('B')],
    flags: ['bar'],
    more: (node) => ({ blocks: [{ when: node('bar'), grade: 1, sentence: 5 }] }),
  }
  expect(stepsOf(scheme, [unit('a', 50, 'bar')], 'a')).toEqual([
    { step: 'blocked', sentence: 5, grade: 1 },
    { step: 'line', sentence: 10, grade: 0, outcome: 'outside-band' },
    { step: 'line', sentence: 11, grade: 1, outcome: 'blocked' },
    { step: 'line', sentence: 11, grade: 2, outcome: 'taken' },
  ])
})

test('decided grades, with what bars one', () => {
  const scheme: Sample = {
    lines: [from('A', 90), otherwise('B')],
    flags: ['bar', 'low', 'lower'],
    more: (node) => ({
      blocks: [{ when: node('bar'), grade: 3, sentence: 5 }],
      makes: [
        { when: node('low'), grade: 2, sentence: 6 },
        { when: node('lower'), grade: 3, sentence: 7 },
      ],
    }),
  }
  expect(stepsOf(scheme, [unit('a', 50, 'bar', 'low', 'lower')], 'a')).toEqual([
    { step: 'makes', sentence: 6, grade: 2 },
    { step: 'makes', sentence: 7, grade: 3, barredBy: 5 },
    { step: 'blocked', sentence: 5, grade: 3 },
  ])
})

test('not graded', () => {
  const scheme: Sample = {
    lines: [otherwise('B')],
    flags: ['out'],
    more: (node) => ({ notGraded: [{ when: node('out'), sentence: 4 }] }),
  }
  expect(stepsOf(scheme, [unit('a', 50, 'out')], 'a')).toEqual([{ step: 'not-graded', sentence: 4 }])
})

test('limits against last year', () => {
  const scheme: Sample = {
    lines: [otherwise('A')],
    more: () => ({ gradeLimits: [{ steps: 1, above: 'f2', sentence: 6 }] }),
  }
  expect(stepsOf(scheme, [unit('a', 50, { last: 'D' })], 'a').slice(1)).toEqual([
    { step: 'limit', sentence: 6, from: 0, to: 2 },
  ])
})

test('awards and outcomes: granted, no room, barred', () => {
  const scheme: Sample = {
    lines: [otherwise('A')],
    flags: ['bar', 'on'],
    more: (node) => ({
      awards: [{ ...award, bars: [{ when: node('bar'), sentence: 21 }] }],
      outcomes: [{ name: 'follows', when: node('on'), sentence: 22 }],
    }),
  }
  const units = [unit('a', 99), unit('b', 95, 'on'), unit('c', 90, 'bar')]
  const last = (name: string) => stepsOf(scheme, units, name).slice(1)
  const contest = { places: 1, competing: 2, edge: '99' }
  expect(last('a')).toEqual([
    { step: 'award', sentence: 20, award: 'prize', outcome: 'granted', position: 1, ...contest },
    { step: 'outcome', sentence: 22, outcome: 'follows', follows: false },
  ])
  expect(last('b')).toEqual([
    { step: 'award', sentence: 20, award: 'prize', outcome: 'no-room', position: 2, ...contest },
    { step: 'outcome', sentence: 22, outcome: 'follows', follows: true },
  ])
  expect(last('c')[0]).toEqual({ step: 'award', sentence: 20, award: 'prize', outcome: 'barred', barredBy: 21 })
})

test('one unit by itself has the steps that do not need the others', () => {
  const scheme = loadScheme(sample({ lines: [from('A', 90), otherwise('B')] }))
  expect(contextOf(scheme.assess(unit('a', 50))).gradeSteps).toEqual([
    { step: 'line', sentence: 10, grade: 0, outcome: 'outside-band' },
    { step: 'line', sentence: 11, grade: 1, outcome: 'taken' },
  ])
  const byRank = loadScheme(sample({ lines: [top('A', 1)] }))
  expect(contextOf(byRank.assess(unit('a', 50))).gradeSteps).toEqual([])
})
