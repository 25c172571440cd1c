import { contextOf, DataError, loadScheme, UseError } from '@merit/engine'
import type { Award } from '@merit/engine/scheme'
import { inspect } from 'node:util'
import { ranges } from '@merit/engine/ranges'
import { describe, expect, test } from 'vitest'
import { from, otherwise, plain, sample, top, unit, type Sample } from './sample.js'

const lines = [from('A', 90), otherwise('B')]
const award: Award = { name: 'prize', kinds: [0], top: 1, grades: [0], scope: 'together', bars: [], sentence: 20 }

const alone = (scheme: Sample, data: unknown) => loadScheme(sample(scheme)).assess(data as never)

describe('one unit by itself', () => {
  test('by threshold its grade is final, as with the others', () => {
    const scheme = loadScheme(sample({ lines }))
    const [together] = scheme.assessAll([unit('a', 95)]).results
    expect(plain(scheme.assess(unit('a', 95)))).toEqual({ ...(plain(together!) as object), rank: null })
    expect(alone({ lines }, unit('a', '89.99')).grade).toBe('B')
  })

  test('by rank its scores are final and its grade needs the others', () => {
    expect(alone({ lines: [top('A', 1), otherwise('B')] }, unit('a', 95))).toMatchObject({
      total: '95',
      grade: null,
      rank: null,
      status: 'provisional',
      needs: 'cohort',
    })
  })

  test('unless the grade is decided, or it is not graded', () => {
    const scheme: Sample = {
      lines: [top('A', 1), otherwise('B')],
      flags: ['made', 'out'],
      more: (node) => ({
        makes: [{ when: node('made'), grade: 3, sentence: 2 }],
        notGraded: [{ when: node('out'), sentence: 1 }],
      }),
    }
    expect(alone(scheme, unit('a', 95, 'made'))).toMatchObject({ grade: 'D', status: 'final' })
    expect(alone(scheme, unit('a', 95, 'out'))).toMatchObject({ grade: null, status: 'final' })
  })

  test('an award with places needs the others, for who competes for it', () => {
    const scheme: Sample = { lines, more: () => ({ awards: [award] }) }
    expect(alone(scheme, unit('a', 95))).toMatchObject({
      grade: 'A',
      status: 'provisional',
      needs: 'cohort',
      awards: [],
    })
    const other = alone(scheme, unit('b', 50))
    expect(other).toMatchObject({ grade: 'B', status: 'final' })
    expect('needs' in other).toBe(false)
  })

  test('a kind without grading has final scores and no grade', () => {
    expect(alone({}, unit('a', 95))).toMatchObject({ total: '95', grade: null, status: 'final' })
  })

  test('an incomplete unit says what it lacks', () => {
    expect(alone({ lines }, unit('a', undefined))).toMatchObject({
      status: 'incomplete',
      missing: ['score'],
      total: null,
    })
  })

  test('faults are thrown, and the next unit is none the worse', () => {
    const scheme = loadScheme(sample({ lines }))
    expect(() => scheme.assess(unit('a', 'abc'))).toThrow(DataError)
    expect(scheme.assess(unit('a', 95)).grade).toBe('A')
  })
})

describe('a result', () => {
  const scheme = loadScheme(sample({ lines, flags: ['on'] }))

  const fields = 'unit kind version status items parts bonus penalty total rank grade awards outcomes missing'.split(
    ' ',
  )

  test('is frozen, with plain data for all but what is computed when it is read', () => {
    const result = scheme.assess(unit('a', 95))
    expect(Object.isFrozen(result)).toBe(true)
    expect(Object.isFrozen(result.items)).toBe(true)
    expect(Object.keys(result)).toEqual(fields.filter((field) => field !== 'items' && field !== 'parts'))
    const { items: _items, parts: _parts, ...others } = result.toJSON()
    expect({ ...result }).toEqual(others)
    expect(structuredClone(result)).toEqual(others)
  })

  test('gives all of it as plain data, to programs and to people', () => {
    const result = scheme.assess(unit('a', 95))
    const all = result.toJSON()
    expect(Object.keys(all)).toEqual(fields)
    expect(Object.getPrototypeOf(all)).toBe(Object.prototype)
    expect(all).toMatchObject({ unit: 'a', items: {}, parts: {}, total: '95', grade: 'A' })
    expect(structuredClone(all)).toEqual(plain(result))
    expect(inspect(result)).toBe(inspect(all))
    const open = loadScheme(sample({ lines }), { ranges }).assess(unit('a', undefined))
    expect(open.toJSON().range).toMatchObject({ grades: ['A', 'B'], waiting: [{ fact: 'score', points: '100' }] })
    expect(inspect(open)).toContain('waiting')
    expect(Object.keys(scheme.assess(unit('a', undefined)).toJSON())).not.toContain('range')
  })

  test('keeps what the unit had, whatever becomes of the data', () => {
    const data = unit('a', 95) as { facts: Record<string, unknown> }
    const result = scheme.assess(data as never)
    data.facts['score'] = 10
    expect(contextOf(result).value('n0')).toBe(9500)
    expect(contextOf(result).fact('f0')).toEqual({ value: 9500, reported: true })
    expect(contextOf(result).fact('f3')).toEqual({ value: false, reported: false })
  })

  test('a copy of it has no context', () => {
    expect(() => contextOf({ ...scheme.assess(unit('a', 95)) })).toThrow(UseError)
  })

  test('many results keep apart', () => {
    const results = Array.from({ length: 200 }, (_, index) => scheme.assess(unit(`u${index}`, index / 4)))
    expect(results.map((result) => contextOf(result).value('n0'))).toEqual(results.map((_, index) => index * 25))
  })
})
