import { loadScheme } from '@merit/engine'
import { describe, expect, test } from 'vitest'
import {
  atMost,
  bottom,
  from,
  gradesOf,
  open,
  otherwise,
  places,
  ranksOf,
  sample,
  top,
  topShare,
  unit,
  type Sample,
} from './sample.js'

function graded(scheme: Sample, ...units: readonly ReturnType<typeof unit>[]): string {
  return gradesOf(loadScheme(sample(scheme)).assessAll(units))
}

const five = [unit('a', 95), unit('b', 90), unit('c', 90), unit('d', 85), unit('e', 80)]

describe('by rank', () => {
  test('units tied across the edge of `top 2` share the place', () => {
    expect(graded({ lines: [top('A', 2), otherwise('B')] }, ...five)).toBe('a A, b A, c A, d B, e B')
  })

  test('`ties left out`: they stay out, and nobody behind them moves up', () => {
    expect(graded({ lines: [top('A', 2), otherwise('B')], ties: 'left-out' }, ...five)).toBe('a A, b B, c B, d B, e B')
  })

  test('`ties by` a score: the higher first; who is still tied shares the place', () => {
    const units = [
      unit('a', 90, { tie: 1 }),
      unit('b', 90, { tie: 3 }),
      unit('c', 90, { tie: 2 }),
      unit('d', 90, { tie: 2 }),
    ]
    expect(graded({ lines: [top('A', 1), otherwise('B')], ties: 'by' }, ...units)).toBe('a B, b A, c B, d B')
    expect(graded({ lines: [top('A', 2), otherwise('B')], ties: 'by' }, ...units)).toBe('a B, b A, c A, d A')
  })

  test('`top 4` below `top 2` counts from the first of all, those graded already included', () => {
    const lines = [top('A', 2), top('B', 4), otherwise('C')]
    const units = [95, 94, 93, 92, 91].map((score, index) => unit('abcde'[index] ?? '', score))
    expect(graded({ lines }, ...units)).toBe('a A, b A, c B, d B, e C')
  })

  test('`bottom 2` counts from the last of all, those graded already included', () => {
    expect(
      graded({ lines: [top('A', 2), bottom('D', 2), otherwise('B')] }, unit('a', 90), unit('b', 80), unit('c', 70)),
    ).toBe('a A, b A, c D')
  })

  test('units tied across the edge of `bottom 1` share the place', () => {
    const units = [unit('a', 90), unit('b', 70), unit('c', 70)]
    expect(graded({ lines: [bottom('D', 1), otherwise('B')] }, ...units)).toBe('a B, b D, c D')
    expect(graded({ lines: [bottom('D', 1), otherwise('B')], ties: 'left-out' }, ...units)).toBe('a B, b B, c B')
  })

  test('lines are tried from the best down, then from the worst up, then `otherwise`, wherever they stand', () => {
    const lines = [otherwise('C'), bottom('D', 1), top('B', 2), top('A', 1)]
    expect(graded({ lines }, ...five)).toBe('a A, b B, c B, d C, e D')
  })

  test('a share is rounded down and never exceeded: units tied across its edge stay out', () => {
    expect(graded({ lines: [topShare('A', 50), otherwise('B')] }, ...five)).toBe('a A, b B, c B, d B, e B')
    expect(graded({ lines: [topShare('A', 60), otherwise('B')] }, ...five)).toBe('a A, b A, c A, d B, e B')
    expect(graded({ lines: [topShare('A', 19), otherwise('B')] }, ...five)).toBe('a B, b B, c B, d B, e B')
  })

  test('fewer units than places', () => {
    expect(graded({ lines: [top('A', 10), bottom('D', 10), otherwise('B')] }, unit('a', 1), unit('b', 2))).toBe(
      'a A, b A',
    )
  })

  test('places by total: ties share them, those who do not compete have none', () => {
    const scheme = loadScheme(
      sample({
        lines: [from('A', 50), otherwise('B')],
        flags: ['out', 'made'],
        more: (node) => ({
          notGraded: [{ when: node('out'), sentence: 1 }],
          makes: [{ when: node('made'), sentence: 2, grade: 3 }],
        }),
      }),
    )
    const units = [
      unit('a', 70),
      unit('b', 90),
      unit('c', 70),
      unit('d', 60),
      unit('e', 80, 'out'),
      unit('f', 85, 'made'),
    ]
    expect(ranksOf(scheme.assessAll([...units, unit('g', undefined)]))).toBe('a 2, b 1, c 2, d 4, e -, f -, g -')
  })
})

describe('by threshold', () => {
  test('a floor is met exactly, or missed by the smallest step', () => {
    const lines = [from('A', 90), from('B', 80), otherwise('C')]
    expect(graded({ lines }, unit('a', '90.00'), unit('b', '89.99'), unit('c', 80), unit('d', '79.99'))).toBe(
      'a A, b B, c B, d C',
    )
  })

  test('who finds no room goes on to the next line; ties across the edge stay out; places left over lapse', () => {
    const lines = [from('A', 90, atMost(50)), from('B', 80), otherwise('C')]
    const units = [unit('a', 99), unit('b', 95), unit('c', 95), unit('d', 70)]
    expect(graded({ lines }, ...units)).toBe('a A, b B, c B, d C')
  })

  test('who stands behind a tie that found no room finds none either', () => {
    const lines = [from('A', 90, places(2)), otherwise('B')]
    expect(graded({ lines }, unit('a', 99), unit('b', 98), unit('c', 98), unit('d', 97))).toBe('a A, b B, c B, d B')
  })

  test('`4 places` counts those left', () => {
    const lines = [top('A', 1), open('B', places(2)), otherwise('C')]
    expect(graded({ lines }, unit('a', 99), unit('b', 98), unit('c', 97), unit('d', 96))).toBe('a A, b B, c B, d C')
  })

  test('no line fits: no grade, and the result is final', () => {
    const { results } = loadScheme(sample({ lines: [from('A', 90)] })).assessAll([unit('a', 95), unit('b', 10)])
    expect(results.map(({ grade, status }) => [grade, status])).toEqual([
      ['A', 'final'],
      [null, 'final'],
    ])
  })

  test('an upper end, included or not', () => {
    const band = (low: number, high: number, included: boolean) =>
      ({
        grade: 1,
        criterion: {
          kind: 'band',
          low: { value: low, unit: 1, included: false },
          high: { value: high, unit: 1, included },
        },
        sentence: 10,
      }) as const
    const units = [unit('a', 60), unit('b', '60.01'), unit('c', 80), unit('d', '80.01')]
    expect(graded({ lines: [band(60, 80, true)] }, ...units)).toBe('a -, b B, c B, d -')
    expect(graded({ lines: [band(60, 80, false)] }, ...units)).toBe('a -, b B, c -, d -')
  })
})

describe('blocks', () => {
  const blocking =
    (grade: number): NonNullable<Sample['more']> =>
    (node) => ({ blocks: [{ when: node('bar'), grade, sentence: 1 }] })

  test('a blocked unit does not count for the grade, and competes for the others', () => {
    const scheme: Sample = { lines: [top('A', 2), otherwise('B')], flags: ['bar'], more: blocking(0) }
    expect(graded(scheme, unit('a', 99, 'bar'), unit('b', 98), unit('c', 97), unit('d', 96))).toBe('a B, b A, c A, d B')
  })

  test('a blocked unit counts in the base of shares', () => {
    const scheme: Sample = { lines: [from('A', 90, atMost(50)), otherwise('B')], flags: ['bar'], more: blocking(0) }
    const units = [unit('a', 99, 'bar'), unit('b', 98), unit('c', 97), unit('d', 96)]
    expect(graded(scheme, ...units)).toBe('a B, b A, c A, d B')
  })

  test('a unit blocked from the grade of the last ones does not count among them', () => {
    const scheme: Sample = { lines: [bottom('D', 1), otherwise('B')], flags: ['bar'], more: blocking(3) }
    expect(graded(scheme, unit('a', 99), unit('b', 98), unit('c', 1, 'bar'))).toBe('a B, b D, c B')
  })

  test('who is kept out of what is left gets the next lower grade', () => {
    const scheme: Sample = { lines: [from('A', 90), otherwise('B'), bottom('D', 1)], flags: ['bar'], more: blocking(1) }
    expect(graded(scheme, unit('a', 95), unit('b', 80, 'bar'), unit('c', 70))).toBe('a A, b C, c D')
  })

  test('and none where there is no lower one', () => {
    const scheme: Sample = { lines: [from('A', 90), otherwise('D')], flags: ['bar'], more: blocking(3) }
    expect(graded(scheme, unit('a', 95), unit('b', 80, 'bar'))).toBe('a A, b -')
  })
})

describe('not graded, and decided grades', () => {
  const scheme: Sample = {
    lines: [topShare('A', 50), otherwise('B')],
    flags: ['out', 'low', 'lower', 'bar'],
    more: (node) => ({
      notGraded: [{ when: node('out'), sentence: 1 }],
      makes: [
        { when: node('low'), grade: 2, sentence: 2 },
        { when: node('lower'), grade: 3, sentence: 3 },
      ],
      blocks: [{ when: node('bar'), grade: 3, sentence: 4 }],
    }),
  }

  test('not graded counts in no share; a decided grade does, and holds no place', () => {
    const units = [unit('a', 99, 'out'), unit('b', 98, 'low'), unit('c', 97), unit('d', 96)]
    expect(graded(scheme, ...units)).toBe('a -, b C, c A, d B')
  })

  test('of two decided grades the lower', () => {
    expect(graded(scheme, unit('a', 99, 'low', 'lower'), unit('b', 98))).toBe('a D, b A')
  })

  test('a decided grade that a block bars is void: the other one counts, or the unit competes', () => {
    expect(graded(scheme, unit('a', 99, 'low', 'lower', 'bar'), unit('b', 98))).toBe('a C, b A')
    expect(graded(scheme, unit('a', 99, 'lower', 'bar'), unit('b', 98))).toBe('a A, b B')
  })

  test('not graded comes before a decided grade', () => {
    expect(graded(scheme, unit('a', 99, 'out', 'low'))).toBe('a -')
  })
})

describe('downgrades and limits', () => {
  const moving = (more: Partial<ReturnType<typeof sample>>): Sample => ({
    lines: [from('A', 90), from('B', 80), otherwise('C')],
    flags: ['one', 'two', 'barB', 'barC', 'barD', 'made'],
    more: (node) => ({
      blocks: [
        { when: node('barB'), grade: 1, sentence: 1 },
        { when: node('barC'), grade: 2, sentence: 1 },
        { when: node('barD'), grade: 3, sentence: 1 },
      ],
      makes: [{ when: node('made'), grade: 0, sentence: 5 }],
      ...more,
    }),
  })
  /** Steps are numbers: 1 for `one`, 2 for `two`. */
  function scheme(more: Partial<ReturnType<typeof sample>> = {}): ReturnType<typeof sample> {
    const base = sample(moving(more))
    const steps = [1, 2].map((by, index) => ({
      id: `n${base.nodes.length + index}`,
      kind: 'logic' as const,
      type: 'number' as const,
      unit: 1,
      logic: { if: [{ var: `n${3 + index}` }, by, 0] },
    }))
    return {
      ...base,
      nodes: [...base.nodes, ...steps],
      downgrades: steps.map(({ id }, index) => ({ steps: id, sentence: 2 + index })),
    }
  }
  const after = (compiled: ReturnType<typeof sample>, ...units: readonly ReturnType<typeof unit>[]): string =>
    gradesOf(loadScheme(compiled).assessAll(units))

  test('several add up and stop at the end of the ladder', () => {
    const units = [unit('a', 95, 'one'), unit('b', 95, 'one', 'two'), unit('c', 85, 'one', 'two'), unit('d', 10, 'two')]
    expect(after(scheme(), ...units)).toBe('a B, b D, c D, d D')
  })

  test('the gravest only', () => {
    const gravest = scheme({ downgradesGravestOnly: { sentence: 4 } })
    expect(after(gravest, unit('a', 95, 'one', 'two'), unit('b', 95, 'one'))).toBe('a C, b B')
  })

  test('a downgrade into a blocked grade goes on to the next lower one', () => {
    expect(after(scheme(), unit('a', 95, 'one', 'barB'), unit('b', 95, 'one', 'barB', 'barC'))).toBe('a C, b D')
    expect(after(scheme(), unit('a', 95, 'one', 'two', 'barB'))).toBe('a D')
  })

  test('where all lower grades are blocked, it ends at the lowest open one', () => {
    expect(after(scheme(), unit('a', 85, 'two', 'barD', 'barC'), unit('b', 95, 'two', 'one', 'barD'))).toBe('a B, b C')
  })

  test('a place that a downgrade frees is not filled again', () => {
    const freed = { ...scheme(), kinds: sample({ lines: [top('A', 1), otherwise('B')] }).kinds }
    expect(after(freed, unit('a', 95, 'one'), unit('b', 90))).toBe('a B, b B')
  })

  test('a decided grade ends where it was decided', () => {
    expect(
      after(
        scheme({ gradeLimits: [{ steps: 0, above: 'f2', sentence: 6 }] }),
        unit('a', 10, 'made', 'two', { last: 'D' }),
      ),
    ).toBe('a A')
  })

  test('at most one above last year; no last year, no limit', () => {
    const limited = scheme({ gradeLimits: [{ steps: 1, above: 'f2', sentence: 6 }] })
    const units = [
      unit('a', 95, { last: 'C' }),
      unit('b', 95, { last: 'B' }),
      unit('c', 95),
      unit('d', 95, { last: null }),
      unit('e', 85, { last: 'A' }),
      unit('f', 95, { last: 'D' }, 'barC'),
    ]
    expect(after(limited, ...units)).toBe('a B, b A, c A, d A, e B, f D')
  })

  test('downgrades come before the limit', () => {
    const limited = scheme({ gradeLimits: [{ steps: 1, above: 'f2', sentence: 6 }] })
    expect(after(limited, unit('a', 95, 'one', { last: 'D' }), unit('b', 95, 'one', { last: 'C' }))).toBe('a C, b B')
  })
})
