/** What is told of units that are not settled, held against every way in which the missing facts can come in. */
import { loadScheme, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import type { GradeLine } from '@merit/engine/scheme'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bottom, from, otherwise, top } from '../engine/sample.js'
import { plain } from '../differential/differences.js'
import { runs, patience } from '../differential/settings.js'
import { broken } from './broken.js'
import { completions, seenIn, smallScheme, someLines, someUnits } from './small.js'

const ties = fc.constantFrom('share', 'left-out', 'by')
const rules = fc.subarray(['out', 'made', 'bar', 'barOther', 'noPrize', 'down', 'last'], { maxLength: 4 })

test(
  'nothing ever happens outside of a range, and what is certain stays',
  () => {
    fc.assert(
      fc.property(someLines, ties, rules, fc.boolean(), someUnits, (lines, tie, some, gravest, units) => {
        const scheme = loadScheme(smallScheme(lines, tie, some, gravest), { ranges })
        const now = scheme.assessAll(units).results
        const every = completions(units).map((complete) => scheme.assessAll(complete))
        const faults = seenIn(every).flatMap(({ results }, place) =>
          results.flatMap((result) => broken(now[place]!, result)).concat(brokenFinal(now[place]!, results)),
        )
        expect(faults).toEqual([])
      }),
      runs(100),
    )
  },
  patience,
)

/** What is final keeps everything but its place by total. */
function brokenFinal(now: UnitResult, later: readonly UnitResult[]): readonly string[] {
  if (now.status !== 'final') return []
  return later.map(withoutPlace).filter((text) => text !== withoutPlace(now))
}

function withoutPlace(result: UnitResult): string {
  return JSON.stringify(Object.assign(plain(result) as UnitResult, { rank: null }))
}

const simple: readonly (readonly GradeLine[])[] = [
  [from('A', 3), from('B', 2), otherwise('C')],
  [top('A', 1), otherwise('B')],
  [top('A', 2), otherwise('B')],
  [bottom('D', 2), otherwise('B')],
]

test(
  'by bands, or by places where nobody is tied, nothing is left open that cannot happen',
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...simple), someUnits, (lines, units) => {
        const scheme = loadScheme(smallScheme(lines, 'share', []), { ranges })
        const every = completions(units).map((complete) => scheme.assessAll(complete))
        const now = scheme.assessAll(units).results
        const told = now.map(({ grade, range }) => new Set(range?.grades ?? [grade]))
        expect(told).toEqual(seenIn(every).map(({ grades }) => grades))
      }),
      runs(100),
    )
  },
  patience,
)
