import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareScores, newColumn, type Column } from '../assess/score.js'
import { orderOf } from './order.js'
import type { Field } from './field.js'

const shown = { decimals: 2, all: false }
const most = Number.MAX_SAFE_INTEGER

/** A column of scores: whole numbers, or over others. */
function columnOf(nums: readonly number[], overs: readonly number[] | undefined): Column {
  const base = overs === undefined ? undefined : { slot: 1, isBig: false }
  const column = newColumn({ slot: 0, isBig: false, unit: 100, over: base, base }, nums.length, shown)
  column.nums.set(nums)
  column.overs?.set(overs ?? [])
  return column
}

/** All that the order looks at. */
function fieldWith(total: Column, ties: readonly Column[], isOut: readonly boolean[]): Field {
  const size = isOut.length
  const out = Int32Array.from(isOut, (is) => (is ? 1 : 0))
  return { size, total, ties, out, complete: new Uint8Array(size).fill(1) } as unknown as Field
}

/** Few values, so that there are ties; values too far apart to be counted; values as far apart as they can be. */
const scores = (size: number): fc.Arbitrary<readonly number[]> =>
  fc
    .constantFrom<readonly [number, number]>([0, 3], [-2, 2], [0, 1_000_000], [most - 2, most], [-most, most])
    .chain(([min, max]) =>
      fc.array(fc.oneof(fc.integer({ min, max }), fc.constant(min)), { minLength: size, maxLength: size }),
    )

const columns = (size: number): fc.Arbitrary<Column> =>
  fc
    .tuple(scores(size), fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: size, maxLength: size })))
    .map(([nums, overs]) => columnOf(nums, overs ?? undefined))

test('units stand by total, then by what decides ties: for each as many before it as compare higher', () => {
  const fields = fc.integer({ min: 0, max: 12 }).chain((size) =>
    fc.record({
      total: columns(size),
      ties: fc.array(columns(size), { maxLength: 2 }),
      isOut: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    }),
  )
  fc.assert(
    fc.property(fields, ({ total, ties, isOut }) => {
      const isBefore = (a: number, b: number): boolean => {
        for (const column of [total, ...ties]) {
          const order = compareScores(column, a, column, b)
          if (order !== 0) return order > 0
        }
        return false
      }
      const graded = [...isOut.keys()].filter((unit) => !isOut[unit]!)
      const { sorted, before } = orderOf(fieldWith(total, ties, isOut))
      expect([...sorted].sort((a, b) => a - b)).toEqual(graded)
      for (const unit of graded) expect(before[unit]).toBe(graded.filter((other) => isBefore(other, unit)).length)
      for (let at = 1; at < sorted.length; at += 1) expect(isBefore(sorted[at]!, sorted[at - 1]!)).toBe(false)
    }),
  )
})
