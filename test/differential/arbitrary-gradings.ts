import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { GradeLine, Grading } from './model.js'

/** By total, with shares and places, or by rank from both ends. */
export function gradings(): Arbitrary<Grading> {
  const room = fc.oneof(
    fc.constant({}),
    fc.integer({ min: 20, max: 70 }).map((value) => ({ limit: { kind: 'at-most-percent' as const, value } })),
    fc.integer({ min: 1, max: 3 }).map((value) => ({ limit: { kind: 'places' as const, value } })),
  )
  const byTotal = fc
    .record({
      lows: fc.uniqueArray(fc.integer({ min: 20, max: 95 }), { minLength: 3, maxLength: 3 }),
      rooms: fc.tuple(room, room),
    })
    .map(({ lows, rooms }): readonly GradeLine[] => {
      const [a, b, c] = [...lows].sort((x, y) => y - x).map(String) as [string, string, string]
      return [
        { grade: 0, criterion: { kind: 'from', low: a }, ...rooms[0] },
        { grade: 1, criterion: { kind: 'from', low: b }, ...rooms[1] },
        { grade: 2, criterion: { kind: 'from', low: c } },
        { grade: 3, criterion: { kind: 'otherwise' } },
      ]
    })
  const byRank = fc
    .record({
      first: fc.oneof(
        fc.integer({ min: 1, max: 2 }).map((count) => ({ count })),
        fc.integer({ min: 20, max: 50 }).map((percent) => ({ percent })),
      ),
      last: fc.integer({ min: 1, max: 2 }),
      worst: fc.boolean(),
    })
    .map(({ first, last, worst }): readonly GradeLine[] => {
      const top: GradeLine = { grade: 0, criterion: Object.assign({ kind: 'top' as const }, first) }
      const bottom: GradeLine = { grade: 2, criterion: { kind: 'bottom', count: worst ? last + 1 : last } }
      const rest: GradeLine = { grade: 1, criterion: { kind: 'otherwise' } }
      return worst ? [top, bottom, { grade: 3, criterion: { kind: 'bottom', count: 1 } }, rest] : [top, bottom, rest]
    })
  return fc.record({
    lines: fc.oneof(byTotal, byRank),
    ties: fc.constantFrom('default' as const, 'left-out' as const, 'by-part' as const),
  })
}
