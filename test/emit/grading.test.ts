import { describe, expect, it } from 'vitest'
import { compiled, resultOf, resultsOf } from './scheme.js'

const base = `
facts
  "score": number from 0 to 100, 1 decimal
  "a": yes or no, no if not reported
  "b": yes or no, no if not reported
  "c": count, 0 if not reported
  "last": grade, none if not reported
  "finding": records, none if not reported
    with "severity": one of "minor", "medium", "grave"
    with "day": date
item 1 "Work" 100 points
  score is "score"
grading by total
  "excellent": from 90
  "good": from 80
  "fair": from 70
  "poor": otherwise
`
const grade = (rules: string, facts: object): string | null => resultOf(base + rules, { score: 95, ...facts }).grade

describe('rules about grades', () => {
  it('blocks, only when, with exceptions', () => {
    expect(grade('"a" blocks "excellent"', { a: true })).toBe('good')
    expect(grade('"a" blocks "excellent", except when "b"', { a: true, b: true })).toBe('excellent')
    expect(grade('"excellent" only when "c" is at least 2', { c: 1 })).toBe('good')
    expect(grade('"excellent" only when "c" is at least 2', { c: 2 })).toBe('excellent')
    expect(grade('"excellent" only when "c" is at least 2, except when "b"', { c: 1, b: true })).toBe('excellent')
  })

  it('decided grades and not graded', () => {
    expect(grade('"a" makes it "poor"', { a: true })).toBe('poor')
    expect(grade('not graded when "a" or "b"', { b: true })).toBe(null)
    expect(grade('not graded when "a" or "b"', {})).toBe('excellent')
  })

  it('downgrades by steps, which add up', () => {
    const rules = 'downgrade on an "a"\ndowngrade by 2 on "b"'
    expect(grade(rules, { a: true })).toBe('good')
    expect(grade(rules, { b: true })).toBe('fair')
    expect(grade(rules, { a: true, b: true })).toBe('poor')
    expect(grade(`${rules}\ndowngrades: the gravest only`, { a: true, b: true })).toBe('fair')
  })

  it('downgrades by record, added up or the gravest only', () => {
    const rule = 'downgrade by "severity" of "finding": "minor" 0, "medium" 1, "grave" 2'
    const finding = ['medium', 'minor', 'medium'].map((severity) => ({ severity, day: '2026-03-01' }))
    expect(grade(rule, { finding })).toBe('fair')
    expect(grade(`${rule}\ndowngrades: the gravest only`, { finding })).toBe('good')
    expect(grade(rule, {})).toBe('excellent')
  })

  it('at most so much above last year', () => {
    const rule = 'grade at most 1 above "last"'
    expect(grade(rule, { last: 'poor' })).toBe('fair')
    expect(grade(rule, {})).toBe('excellent')
  })

  it('a fact that only they use is needed', () => {
    const body = (base + '"a" blocks "excellent"\ngrade at most 1 above "last"').replaceAll(
      /, (no|none) if not reported/g,
      '',
    )
    expect(resultOf(body, { score: 95 }).missing).toEqual(['a', 'last'])
  })
})

describe('lines of a grading', () => {
  const lines = (text: string): unknown =>
    compiled(`facts
  "score": number from 0 to 100
item 1 "Work" 100 points
  score is "score"
grading by rank of total
${text}`).kinds[0]?.grading?.lines.map(({ grade, criterion, limit }) => [grade, criterion, limit])

  it('thresholds, places and shares as fractions', () => {
    expect(
      lines(`  "excellent": from 90.5, at most 12.5% of units
  "good": from 80, 4 places
  "fair": 3 places
  "poor": otherwise`),
    ).toEqual([
      [
        0,
        { kind: 'band', low: { value: 905, unit: 10, included: true } },
        { kind: 'at-most', quota: { kind: 'share', numerator: 1, denominator: 8 } },
      ],
      [
        1,
        { kind: 'band', low: { value: 80, unit: 1, included: true } },
        { kind: 'places', quota: { kind: 'count', count: 4 } },
      ],
      [2, { kind: 'band' }, { kind: 'places', quota: { kind: 'count', count: 3 } }],
      [3, { kind: 'otherwise' }, undefined],
    ])
  })

  it('from the first and from the last', () => {
    expect(lines('  "excellent": top 30%\n  "poor": bottom 2\n  "good": otherwise')).toEqual([
      [0, { kind: 'top', quota: { kind: 'share', numerator: 3, denominator: 10 } }, undefined],
      [3, { kind: 'bottom', quota: { kind: 'count', count: 2 } }, undefined],
      [1, { kind: 'otherwise' }, undefined],
    ])
  })
})

describe('ties', () => {
  it('by a part, then by an item', () => {
    const body = `
full marks 100
facts
  "a": number from 0 to 50
  "b": number from 0 to 50
  "c": number from 0 to 50
part "A" out of 50
item 1 "X" 50 points
  score is "a"
part "B" out of 50
item 2 "Y" 25 points
  score is "b"
item 3 "Z" 25 points
  score is "c"
total
  "A"
  "B"
grading by rank of total
  "excellent": top 1
  "poor": otherwise
  ties by "A", item 2`
    const units = [
      { a: 10, b: 20, c: 10 },
      { a: 10, b: 21, c: 9 },
      { a: 9, b: 25, c: 6 },
    ]
    expect(resultsOf(body, units).map(({ total, grade }) => [total, grade])).toEqual([
      ['40', 'poor'],
      ['40', 'excellent'],
      ['40', 'poor'],
    ])
  })
})

describe('awards, outcomes, reviews', () => {
  it('an award with its competitors and what bars from it', () => {
    const rules = `award "model" to the top 2 graded "good" or better, of each kind
award "all" to all when "c" is above 1, except when "b"
"a" blocks award "model"`
    const { awards } = compiled(base + rules)
    expect(awards.map(({ name, top, grades, scope, bars }) => [name, top, grades, scope, bars.length])).toEqual([
      ['model', 2, [0, 1], 'each', 1],
      ['all', undefined, undefined, 'together', 0],
    ])
    const facts = { score: 95, c: 2 }
    expect(resultOf(base + rules, facts).awards).toEqual(['model', 'all'])
    expect(resultOf(base + rules, { ...facts, a: true, b: true }).awards).toEqual([])
  })

  it('a review with its shares', () => {
    const { reviews } = compiled(`${base}review "check"
  of units graded "fair" or worse
  of 12.5% of the rest, drawn by lot`)
    expect(reviews.map(({ name, lines }) => [name, lines.map(({ who, draw }) => [who, draw])])).toEqual([
      [
        'check',
        [
          [{ kind: 'grades', grades: [2, 3] }, undefined],
          [{ kind: 'rest' }, { numerator: 1, denominator: 8 }],
        ],
      ],
    ])
  })
})
