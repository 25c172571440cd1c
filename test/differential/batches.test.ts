import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buffersOf, loadScheme, type CohortData, type Judged, type Scheme, type UnitBlock } from '@merit/engine'
import { explain } from '@merit/engine/explain'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import { models, reviewedModels } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import { plain, settledOf } from './differences.js'
import { patience, runs } from './settings.js'

/** How many units each thread reads before it hands them on. */
const cuts = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 5 })

/** The data read in parts by other threads, each with a scheme of its own, and judged by this one: what `postMessage` does, done here. */
function judgedInParts(
  json: unknown,
  scheme: Scheme,
  { units, ...about }: CohortData,
  sizes: readonly number[],
): Judged {
  const batch = scheme.batch()
  const rest = [...units]
  for (const size of [...sizes, rest.length]) {
    const own = loadScheme(json).batch()
    for (const unit of rest.splice(0, size)) own.add(unit)
    batch.join(handedOver(own.take()))
  }
  return batch.judge(about)
}

function handedOver(blocks: readonly UnitBlock[]): readonly UnitBlock[] {
  return structuredClone(blocks, { transfer: buffersOf(blocks) })
}

/** The results that other threads make, each of the block that it has. */
function madeElsewhere(json: unknown, judged: Judged, units: CohortData['units'], sizes: readonly number[]): unknown[] {
  const own = loadScheme(json).batch()
  const found: unknown[] = []
  let start = 0
  for (const size of [...sizes, units.length]) {
    for (const unit of units.slice(start, start + size)) own.add(unit)
    for (const block of own.take()) {
      const standings = structuredClone(judged.standings(start, start + block.length))
      for (const result of own.results(block, standings)) found.push(result)
      start += block.length
    }
  }
  return found
}

test(
  'units read in any parts and judged together have the results of assessAll, reviews included, in whichever thread they are made',
  () => {
    const cohorts = withUnits(fc.oneof(models, reviewedModels), { missing: true, most: 7 })
    fc.assert(
      fc.property(cohorts, fc.constantFrom(undefined, 'a', 'b'), cuts, ({ model, units }, seed, sizes) => {
        const json = compiled(model, 'en')
        const scheme = loadScheme(json, { ranges })
        const hasLot = seed !== undefined && scheme.compiled.reviews.length > 0
        const data = { units, ...(hasLot ? { lots: { R: seed } } : {}) }
        const all = scheme.assessAll(data)
        const judged = judgedInParts(json, scheme, data, sizes)
        expect(judged.length).toBe(units.length)
        expect(plain([...judged])).toEqual(plain(all.results))
        expect(judged.reviews).toEqual(all.reviews)
        expect(plain(madeElsewhere(json, judged, units, sizes))).toEqual(plain(all.results))
      }),
      runs(20),
    )
  },
  patience,
)

test(
  'another thread makes the same results of blocks and their standings, as plain data',
  () => {
    const cohorts = withUnits(fc.oneof(models, reviewedModels), { missing: true, most: 7 })
    fc.assert(
      fc.property(cohorts, cuts, ({ model, units }, sizes) => {
        const json = compiled(model, 'zh')
        const scheme = loadScheme(json, { ranges })
        const all = plain(scheme.assessAll({ units }).results)
        const batch = scheme.batch()
        const rest = [...units]
        const blocks = [...sizes, rest.length].flatMap((size) => {
          for (const unit of rest.splice(0, size)) batch.add(unit)
          return batch.take()
        })
        batch.join(blocks)
        const judged = batch.judge()
        // Their buffers go with the blocks: what is asked of this thread is asked before.
        const lines = Array.from(judged, (result) => JSON.stringify(result))
        const other = loadScheme(json).batch()
        let from = 0
        const results = blocks.flatMap((block) => {
          const standings = structuredClone(judged.standings(from, from + block.length))
          from += block.length
          return Array.from(other.results(handedOver([block])[0]!, standings))
        })
        expect(plain(results)).toEqual(all)
        expect(results.map((result) => JSON.stringify(result))).toEqual(lines)
        expect(judged.open).toBe(results.filter(({ status }) => status !== 'final').length)
      }),
      runs(40),
    )
  },
  patience,
)

test(
  'they are the results of the reference',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: true, most: 7 }), cuts, ({ model, units }, sizes) => {
        const json = compiled(model, 'zh')
        const scheme = loadScheme(json)
        const judged = judgedInParts(json, scheme, { units }, sizes)
        expect(settledOf([...judged])).toEqual(plain(referenceAssessAll(scheme.compiled, { units }).results))
      }),
      runs(20),
    )
  },
  patience,
)

test(
  'a result of a batch is explained like one of assessAll, though the unit itself is not kept',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: true, most: 5 }), cuts, ({ model, units }, sizes) => {
        const json = compiled(model, 'zh')
        const scheme = loadScheme(json)
        const { results } = scheme.assessAll(units)
        const judged = judgedInParts(json, scheme, { units }, sizes)
        expect([...judged].map((result) => explain(result, { language: 'zh' }))).toEqual(
          results.map((result) => explain(result, { language: 'zh' })),
        )
      }),
      runs(12),
    )
  },
  patience,
)
