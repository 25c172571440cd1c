import { contextOf, DataError, loadScheme } from '@merit/engine'
import type { Award } from '@merit/engine/scheme'
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

  test('is frozen, and a plain object to every reader', () => {
    const result = scheme.assess(unit('a', 95))
    expect(Object.isFrozen(result)).toBe(true)
    expect(Object.isFrozen(result.items)).toBe(true)
    expect(Object.keys(plain(result) as object)).toEqual(
      'unit kind version status items parts bonus penalty total rank grade awards outcomes missing'.split(' '),
    )
    expect({ ...result }).toEqual(plain(result))
    expect(structuredClone(result)).toEqual(plain(result))
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
    expect(() => contextOf({ ...scheme.assess(unit('a', 95)) })).toThrow(TypeError)
  })

  test('many results keep apart', () => {
    const results = Array.from({ length: 200 }, (_, index) => scheme.assess(unit(`u${index}`, index / 4)))
    expect(results.map((result) => contextOf(result).value('n0'))).toEqual(results.map((_, index) => index * 25))
  })
})
