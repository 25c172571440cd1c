/**
 * Parts by period and levels: random rubrics over random months, quarters and half-years, some of which are missing, computed by the
 * engine, by the reference and by fractions from the model alone.
 */
import * as fc from 'fast-check'
import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import { expect, test } from 'vitest'
import { plain, settledOf } from './differences.js'
import { compare, dividedBy, fraction, minus, plus, rounded, sumOf, times, zero, type Fraction } from './fraction.js'
import { patience, runs } from './settings.js'

const units = { month: 12, quarter: 4, 'half-year': 2 } as const
type Each = keyof typeof units

/** A rubric out of 20: up to 10 points by a level, 10 less so many for each error. */
interface Model {
  readonly each: Each
  /** In percent; they make 100. */
  readonly weights: readonly number[] | undefined
  readonly missing: 'counts 0' | 'is left out' | undefined
  readonly levels: readonly number[]
  readonly cost: number
  readonly decimals: number | undefined
}

/** What a unit reports of a period; undefined: nothing. */
type Entry = { readonly level: number; readonly errors: number } | undefined

/** So many whole percentages that make 100. */
function shares(count: number): fc.Arbitrary<readonly number[]> {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: count - 1, maxLength: count - 1 })
  return cuts.map((some) => {
    const edges = [0, ...some.toSorted((a, b) => a - b), 100]
    return edges.slice(1).map((edge, index) => edge - edges[index]!)
  })
}

const models: fc.Arbitrary<Model> = fc.constantFrom<Each>('month', 'quarter', 'half-year').chain((each) =>
  fc.record({
    each: fc.constant(each),
    weights: fc.option(shares(units[each]), { nil: undefined }),
    missing: fc.constantFrom('counts 0', 'is left out', undefined),
    levels: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 4 }),
    cost: fc.integer({ min: 1, max: 40 }),
    decimals: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  }),
)

const cases = models.chain((model) =>
  fc.record({
    model: fc.constant(model),
    entries: fc.array(
      fc.array(
        fc.option(
          fc.record({ level: fc.nat(model.levels.length - 1), errors: fc.nat(12) }),
          model.missing === undefined ? { freq: 1000, nil: undefined } : { freq: 3, nil: undefined },
        ),
        { minLength: units[model.each], maxLength: units[model.each] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
)

function written({ each, weights, missing, levels, cost, decimals }: Model): string {
  const how = weights === undefined ? '' : `: ${weights.map((weight) => `${weight}%`).join(', ')}`
  return [
    'scheme "S" for 2026',
    'full marks 100',
    ...(decimals === undefined ? [] : [`scores to ${decimals} decimals, half up`]),
    'unit kinds "u"',
    `levels "L": ${levels.map((percent, index) => `"w${index}" ${percent}%`).join(', ')}`,
    'rubric "R" out of 20',
    'facts',
    '"level": one of "L"',
    '"errors": count',
    'item 1 "I" 10 points',
    'scored by "level"',
    'item 2 "J" 10 points',
    `each "errors" costs ${(cost / 10).toFixed(1)}`,
    `part "P" by rubric "R" each ${each}${how}${missing === undefined ? '' : `, a missing ${each} ${missing}`}`,
    'total',
    '100% "P"',
  ].join('\n')
}

function keyOf(each: Each, place: number): string {
  if (each === 'month') return `2026-${String(place + 1).padStart(2, '0')}`
  return `2026-${each === 'quarter' ? 'Q' : 'H'}${place + 1}`
}

/** The total out of 100; undefined where the unit is incomplete. */
function totalOf({ weights, missing, levels, cost, decimals }: Model, entries: readonly Entry[]) {
  const round = (score: Fraction) => (decimals === undefined ? score : rounded(score, decimals, 'half-up'))
  const scored = entries.map((entry, place) => {
    const weight = fraction(BigInt(weights?.[place] ?? 1))
    if (entry === undefined) return { weight, score: missing === 'counts 0' ? zero : undefined }
    const byLevel = round(fraction(BigInt(levels[entry.level]!), 10n))
    const left = minus(fraction(10n), fraction(BigInt(cost * entry.errors), 10n))
    return { weight, score: plus(byLevel, round(compare(left, zero) < 0 ? zero : left)) }
  })
  if (missing === undefined && scored.some(({ score }) => score === undefined)) return undefined
  const counted = scored.flatMap(({ weight, score }) => (score === undefined ? [] : [{ weight, score }]))
  if (counted.length === 0) return undefined
  const whole = sumOf(counted.map(({ weight }) => weight))
  const part = dividedBy(sumOf(counted.map(({ weight, score }) => times(weight, score))), whole)
  return round(times(round(part), fraction(5n)))
}

test(
  'engine, reference and fractions agree on parts by period',
  () => {
    fc.assert(
      fc.property(cases, ({ model, entries }) => {
        const { scheme: document, problems } = compile(written(model))
        expect(problems.filter(({ code }) => code === 'cannot-read-sentence')).toEqual([])
        const scheme = loadScheme(JSON.parse(JSON.stringify(document)), { ranges })
        const given = entries.map((own, index) => ({
          unit: `u${index}`,
          facts: {
            P: Object.fromEntries(
              own.flatMap((entry, place) =>
                entry === undefined
                  ? []
                  : [[keyOf(model.each, place), { level: `w${entry.level}`, errors: entry.errors }]],
              ),
            ),
          },
        }))
        const { results } = scheme.assessAll(given)
        expect(plain(referenceAssessAll(scheme.compiled, { units: given }).results)).toEqual(settledOf(results))
        for (const [index, result] of results.entries()) {
          const total = totalOf(model, entries[index]!)
          expect(result.status === 'incomplete').toBe(total === undefined)
          if (total === undefined) continue
          const [num = '', den = '1'] = (result.exact?.['total'] ?? `${result.total}`).split('/')
          const [digits = '', decimals = ''] = num.split('.')
          const got = dividedBy(
            fraction(BigInt(digits + decimals), 10n ** BigInt(decimals.length)),
            fraction(BigInt(den)),
          )
          expect(got).toEqual(total)
        }
      }),
      runs(60),
    )
  },
  patience,
)
