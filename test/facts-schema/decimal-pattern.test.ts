/** Bounds of decimal text as a pattern, held against the engine's reader of numbers. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimalPattern } from '../../packages/engine/src/facts-schema/decimal-pattern.js'
import { decimalUnits } from '../../packages/engine/src/number/decimal.js'
import { runs } from '../differential/settings.js'

const most = Number.MAX_SAFE_INTEGER
const size = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -most, max: most }))
const digits = fc.stringMatching(/^[+-]?\d{0,4}(\.\d{0,5})?$/)

it('matches exactly what lies within the bounds', () => {
  const cases = fc.record({
    ends: fc.tuple(size, size),
    decimals: fc.nat(6),
    steps: fc.array(fc.integer({ min: -3, max: 3 })),
    text: digits,
  })
  fc.assert(
    fc.property(cases, ({ ends, decimals, steps, text }) => {
      const [least, greatest] = [Math.min(...ends), Math.max(...ends)]
      const pattern = new RegExp(`^(?:${decimalPattern({ least, greatest, decimals })})$`)
      const near = steps.flatMap((step) => [textOf(least + step, decimals), textOf(greatest + step, decimals)])
      for (const one of [text, ...near, ...near.map((each) => `${each}00`)]) {
        const units = decimalUnits(one, 10 ** decimals)
        const isWithin = typeof units === 'number' && units >= least && units <= greatest
        expect(pattern.test(one), `${one} from ${least} to ${greatest}`).toBe(isWithin)
      }
    }),
    runs(2000),
  )
})

it('takes no longer for long text', () => {
  const pattern = new RegExp(`^(?:${decimalPattern({ least: -12_345, greatest: 6_789_012, decimals: 3 })})$`)
  expect(pattern.test(`${'0'.repeat(100_000)}x`)).toBe(false)
  expect(pattern.test(`1.1${'0'.repeat(100_000)}x`)).toBe(false)
})

/** With a point, so that zeros behind it change nothing. */
function textOf(units: number, decimals: number): string {
  const all = String(Math.abs(units)).padStart(decimals + 1, '0')
  const cut = all.length - decimals
  return `${units < 0 ? '-' : ''}${all.slice(0, cut)}.${all.slice(cut) || '0'}`
}
