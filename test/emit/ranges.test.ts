/** No unit's values ever leave the ranges that were proved for them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@merit/dsl'
import { rangesOf, type Range } from '@merit/engine/ranges'
import type { CompiledScheme, FactType } from '@merit/engine/scheme'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, type Reading } from './evaluate.js'
import { schemeText } from './scheme.js'

const root = join(import.meta.dirname, '../..')

/** Every form of division and choice that a scheme can have. */
const ratios = schemeText(`
full marks 100
facts
  "a": number from -20 to 100, 2 decimals
  "b": number from -5 to 5
  "new": yes or no
  "old": yes or no
  "marks": many numbers from 10 to 90
  "votes": many of "good", "fair", "poor"
  "prize": records
    with "matter": text
    with "level": one of "x", "y"
let "ratio" be "a" / "b"
part "A" out of 100
item 1 "X" 60 points
item 1.1 "Y" 25 points
  score is average of "marks" dropping the highest and the lowest
  not applicable when "new", left out
item 1.2 "Z" 35 points
  costs (the higher of "ratio" and 3)
  this item also earns ("b" * 0.5), at most 2
  not applicable when "old", left out
item 2 "V" 40 points
  score is if "new" then 40 * (share of "good" among "votes"), otherwise "ratio"
  not applicable when "old", full points
part "B" out of 50
  30% average of "marks"
  70% average of "votes": "good" 100, "fair" 60, "poor" 0
  an empty group is left out, its weight shared
total
  60% "A"
  40% "B"
bonus by "level" of "prize": "x" 7.5, "y" 2, highest only per "matter", capped at 10
penalty 2.5 when average of "marks" is below 50
total at least ("a" * 0.1)`)

const texts = [
  ['ratios', ratios],
  ...['tour.en', 'rounding.en'].map((name) => [name, readFileSync(join(root, `test/tours/${name}.merit`), 'utf8')]),
  ...readdirSync(join(root, 'schemes')).flatMap((folder) =>
    readdirSync(join(root, 'schemes', folder))
      .filter((name) => name.endsWith('.merit'))
      .map((name) => [name, readFileSync(join(root, 'schemes', folder, name), 'utf8')])
      .filter(([, text]) => compile(text ?? '').scheme !== undefined),
  ),
] as [string, string][]

describe.each(texts)('%s', (_, text) => {
  const { scheme } = compile(text)
  if (scheme === undefined) throw new Error('does not compile')

  it('every value lies in its range, every step below its peak', () => {
    const ranges = rangesOf(scheme)
    fc.assert(
      fc.property(factsOf(scheme), fc.nat(scheme.kinds.length - 1), (facts, kind) => {
        for (const [id, { value, peak }] of evaluate(scheme, facts, kind)) {
          const { range, peak: most } = ranges.get(id)!
          expect([id, isIn(range, value), peak <= most]).toEqual([id, true, true])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('every ratio lies in its own', () => {
    const ranges = rangesOf(scheme)
    const over = scheme.nodes.flatMap((node) =>
      node.kind === 'logic' && node.over !== undefined ? [[node.id, node.over] as const] : [],
    )
    fc.assert(
      fc.property(factsOf(scheme), fc.nat(scheme.kinds.length - 1), (facts, kind) => {
        const steps = evaluate(scheme, facts, kind)
        for (const [id, denominator] of over) {
          const [value, by] = [steps.get(id)!.value as bigint, steps.get(denominator)!.value as bigint]
          const { low, high } = ranges.get(id)!.quotient!
          if (by < 1n) continue
          expect([id, value * low.den >= low.num * by, value * high.den <= high.num * by]).toEqual([id, true, true])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('what is not marked big stays exact in doubles', () => {
    const safe = BigInt(Number.MAX_SAFE_INTEGER)
    for (const [id, { node, peak }] of rangesOf(scheme)) {
      const isBig = node.kind !== 'grade' && node.big === true
      expect([id, isBig]).toEqual([id, peak > safe])
    }
  })
})

function isIn(range: Range, value: bigint | boolean): boolean {
  if (range.kind === 'number') return BigInt(value) >= range.low && BigInt(value) <= range.high
  return range.kind === 'boolean' && (value === true ? range.canBeTrue : range.canBeFalse)
}

/** Facts as they read, reported or not. */
function factsOf(scheme: CompiledScheme): fc.Arbitrary<ReadonlyMap<string, Reading>> {
  const readings = scheme.facts.map(({ id, type }) =>
    fc
      .oneof({ weight: 5, arbitrary: readingOf(type, scheme) }, fc.constant(nothing(type)))
      .map((value) => [id, value] as const),
  )
  return fc.tuple(...readings).map((entries) => new Map(entries))
}

function nothing(type: FactType): Reading {
  if (type.kind === 'yes-no') return false
  return type.kind === 'many' || type.kind === 'records' ? [] : 0n
}

function readingOf(type: FactType, scheme: CompiledScheme): fc.Arbitrary<Reading> {
  switch (type.kind) {
    case 'yes-no':
      return fc.boolean()
    case 'count':
    case 'number':
    case 'percentage': {
      const most = Math.min(type.max, type.cut ?? type.max)
      const few = fc.integer({ min: type.min, max: Math.min(most, type.min + 20) })
      return fc.oneof(few, fc.integer({ min: type.min, max: most }), fc.constant(most)).map(BigInt)
    }
    case 'choice':
      return fc.nat(type.options.length - 1).map(BigInt)
    case 'grade':
      return fc.integer({ min: -1, max: scheme.grades.length - 1 }).map(BigInt)
    case 'date':
      return fc.integer({ min: 20_000, max: 21_000 }).map(BigInt)
    case 'text':
      return fc.constantFrom('', 'x', 'y')
    case 'many':
      return fc.array(readingOf(type.of, scheme), { maxLength: 8 })
    case 'records':
      return fc.array(fc.tuple(...type.fields.map((field) => readingOf(field.type, scheme))), { maxLength: 6 })
  }
}
