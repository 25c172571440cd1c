import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { compile } from '@merit/dsl'
import { describe, expect, it } from 'vitest'
import { compiled, problemsOf, resultOf, schemeText } from './scheme.js'

const tour = readFileSync(join(import.meta.dirname, '../tours/tour.en.merit'), 'utf8')

describe('the compiled scheme', () => {
  it('is the same bytes every time', () => {
    const once = JSON.stringify(compile(tour).scheme)
    expect(once.length).toBeGreaterThan(1000)
    expect(JSON.stringify(compile(tour).scheme)).toBe(once)
  })

  it('holds the hash of its text, whatever the line ends', () => {
    const hash = createHash('sha256').update(tour.replaceAll('\r\n', '\n')).digest('hex')
    expect(compile(tour).scheme?.sourceHash).toBe(hash)
    expect(compile(`\uFEFF${tour.replaceAll('\n', '\r\n')}`).scheme?.sourceHash).toBe(hash)
  })

  it('says which scheme it is', () => {
    const { scheme } = compile(tour)
    expect(scheme).toMatchObject({
      format: 'merit/1',
      title: 'Grassroots Party-building appraisal',
      year: 2026,
      version: 1,
      language: 'en',
      issuer: 'Municipal Organisation Department',
      replaces: { title: 'Grassroots Party-building appraisal', year: 2025 },
      fullMarks: { value: 100, unit: 1 },
      grades: ['excellent', 'good', 'average', 'poor'],
    })
  })

  it('quotes sentences with their places, official wording and basis', () => {
    const text = schemeText(`facts
  "plan": yes or no # said in article 3
item 1 "Work" 10 points
  > A plan is to be there.
  basis "Rules, article 3"
  costs 1 when missing "plan" and
    missing "plan"
  not encoded "care" because "no measure"`)
    const { scheme } = compile(text)
    const item = scheme?.items[0]
    expect(scheme?.sentences[item?.sentence ?? -1]).toEqual({
      text: 'item 1 "Work" 10 points',
      line: 6,
      column: 1,
      endLine: 6,
      endColumn: 24,
      official: ['A plan is to be there.'],
      basis: ['Rules, article 3'],
    })
    expect(scheme?.sentences[item?.lines[0]?.sentence ?? -1]).toEqual({
      text: 'costs 1 when missing "plan" and missing "plan"',
      line: 9,
      column: 3,
      endLine: 10,
      endColumn: 19,
    })
    expect(scheme?.notEncoded).toMatchObject([{ what: 'care', because: 'no measure' }])
  })

  it('has the facts as they are entered', () => {
    const { facts } = compiled(`
facts
  "plan" (work_plan): yes or no, no if not reported, reported by "office", with evidence
  "rate": percentage to 2 decimals, counted to at most 100%
  "case": count (pieces), at most 50, 3 if not reported, asked as "How many?"
  "level": one of "a", "b", "b" if not reported
  "since": date
  "last": grade, "good" if not reported
  "votes": many of "yes", "no", none if not reported
item 1 "Work" 10 points
  missing "plan" costs 1
  costs 1 when "rate" is below 90%
  each "case" costs 1
  costs 1 when "level" is "a"
  costs 1 when "since" in the scheme's year
  costs 1 when share of "no" among "votes" is above 50%
  costs 1 when "last" is "poor"`)
    expect(facts.map(({ id: _id, sentence: _sentence, ...fact }) => fact)).toEqual([
      {
        name: 'plan',
        machineName: 'work_plan',
        type: { kind: 'yes-no' },
        default: false,
        reportedBy: 'office',
        evidence: true,
      },
      { name: 'rate', type: { kind: 'percentage', unit: 100, min: 0, max: expect.any(Number), cut: 10_000 } },
      {
        name: 'case',
        type: { kind: 'count', unit: 1, min: 0, max: 50, word: 'pieces' },
        default: 3,
        askedAs: 'How many?',
      },
      { name: 'level', type: { kind: 'choice', options: ['a', 'b'] }, default: 1 },
      { name: 'since', type: { kind: 'date' } },
      { name: 'last', type: { kind: 'grade' }, default: 1 },
      {
        name: 'votes',
        type: { kind: 'many', of: { kind: 'choice', options: ['yes', 'no'] }, max: 100_000 },
        default: [],
      },
    ])
  })

  it('computes each aggregate once', () => {
    const { nodes } = compiled(`
facts
  "marks": many numbers from 0 to 100
item 1 "A" 100 points
  score is average of "marks"
item 2 "B" 100 points
  costs 5 when average of "marks" is below 60
  costs 1 when count of "marks" is above 3`)
    expect(nodes.filter(({ kind }) => kind === 'aggregate')).toHaveLength(2)
  })

  it('emits a definition once, with its own sentence', () => {
    const { nodes, sentences } = compiled(`
facts
  "a": count
let "double" be 2 * "a" + 1
item 1 "A" 10 points
  costs "double"
item 2 "B" 10 points
  costs "double" when "double" is above 3`)
    const own = nodes.filter(
      ({ kind, ...node }) =>
        kind === 'logic' && sentences[(node as { sentence?: number }).sentence ?? 0]?.text.startsWith('let'),
    )
    expect(own).toHaveLength(1)
  })
})

describe('names of what assessors enter', () => {
  const entries = (body: string): unknown =>
    compiled(body)
      .facts.filter(({ assessed }) => assessed !== undefined)
      .map(({ name, aliases, under, assessed, type }) => [
        name,
        aliases,
        under,
        assessed,
        type.kind === 'number' ? [type.unit, type.min, type.max] : type.kind,
      ])

  it('the item, its number, part and number', () => {
    expect(
      entries(`
part "A" out of 20
item 1 "Visit" 10 points
  scored directly, to 1 decimal
item 2 "Talk" 10 points
  scored directly by several assessors
part "B" out of 10
item 1 "Talk" 10 points
  scored directly
total
  "A"
  "B"`),
    ).toEqual([
      ['Visit', ['A 1'], undefined, 'score', [10, 0, 100]],
      ['2', ['A 2'], undefined, 'score', 'many'],
      ['B 1', undefined, undefined, 'score', [1, 0, 10]],
    ])
  })

  it('an amount as finely as scores are, or as its bounds', () => {
    expect(
      entries(`
scores to 1 decimals, half up
item 1 "Visit" 10 points
  costs 1 to 3, as assessed
item 2 "Talk" 10 points
  costs 0.125 to 1, as assessed as "noise"`),
    ).toEqual([
      ['Visit', ['1'], undefined, 'amount', [10, 10, 30]],
      ['noise', undefined, undefined, 'amount', [1000, 125, 1000]],
    ])
  })
})

describe('how large integers can get', () => {
  const groups = (decimals: number, rounding: string): string => `${rounding}
facts
  "a": many numbers from 0 to 100, ${decimals} decimals
  "b": many numbers from 0 to 100, ${decimals} decimals
  "c": many numbers from 0 to 100, ${decimals} decimals
part "R" out of 100
  40% average of "a"
  30% average of "b"
  30% average of "c"`
  const big = (body: string): number => compiled(body).nodes.filter((node) => 'big' in node && node.big).length

  it('three weighted averages of 100,000 marks pass 2^53', () => {
    expect(big(groups(2, 'full marks 100'))).toBeGreaterThan(0)
  })

  it('and are exact all the same', () => {
    const marks = Array.from({ length: 100_000 }, (_, at) => (at === 0 ? '99.98' : '99.99'))
    const { total, exact } = resultOf(groups(2, 'full marks 100'), { a: marks, b: ['100', '99.99'], c: ['0.01'] })
    // 0.4 × (99.99 − 0.0000001) + 0.3 × 99.995 + 0.3 × 0.01
    expect([total, exact]).toEqual(['69.99749996', undefined])
  })

  it('the tours do not', () => {
    for (const name of ['tour.en', 'tour.zh', 'rounding.en']) {
      const { scheme } = compile(readFileSync(join(import.meta.dirname, `../tours/${name}.merit`), 'utf8'))
      expect(scheme?.nodes.filter((node) => 'big' in node && node.big)).toEqual([])
    }
  })

  it('parts that are rounded go on small', () => {
    const body = `scores to 2 decimals, half up
full marks 100
facts
${['a', 'b', 'c', 'd'].map((name) => `  "${name}": many numbers from 0 to 100, 2 decimals`).join('\n')}
${['a', 'b', 'c', 'd'].map((name) => `part "${name}" out of 100\n  average of "${name}"`).join('\n')}
total
${['a', 'b', 'c', 'd'].map((name) => `  25% "${name}"`).join('\n')}`
    expect(big(body)).toBe(0)
  })
})

describe('schemes without end', () => {
  it('many parts by a large rubric are refused, soon', () => {
    const items = Array.from({ length: 400 }, (_, at) => `item ${at + 1} "I${at}" 1 point\n  costs 1 to 2, as assessed`)
    const parts = Array.from({ length: 400 }, (_, at) => `part "P${at}" by rubric "R"`)
    const body = `rubric "R" out of 400\n${items.join('\n')}\n${parts.join('\n')}`
    expect(compile(schemeText(body)).problems.every(({ span }) => span.end <= schemeText(body).length)).toBe(true)
    expect(compile(schemeText(body)).scheme).toBe(undefined)
  })

  it('scores that rest on each other a thousand deep are refused', () => {
    const count = 1500
    const lets = Array.from({ length: count }, (_, at) => `let "d${at}" be "d${at + 1}" + 1`)
    const body = `facts\n  "a": count\n${lets.join('\n')}\nlet "d${count}" be "a"\nitem 1 "Work" 10 points\n  costs "d0"`
    expect(problemsOf(body)).toContain('too-many-steps-deep')
  })

  it('a few hundred deep are not', () => {
    const lets = Array.from({ length: 150 }, (_, at) => `let "d${at}" be "d${at + 1}" + 1`)
    const body = `facts\n  "a": count\n${lets.join('\n')}\nlet "d150" be "a"\nitem 1 "Work" 10 points\n  costs "d0"`
    expect(compiled(body).nodes.length).toBeGreaterThan(150)
  })
})
