/** Weighted groups of marks, the empty ones left out: the ends worked out by hand, and by trying what the missing groups can be. */
import { compile } from '@merit/dsl'
import { loadScheme, type UnitData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const weights = [10, 15, 20, 5, 30, 8, 12]
const names = weights.map((_, index) => `g${index}`)

const { scheme: compiled, problems } = compile(`scheme "S" for 2026
full marks 100
unit kinds "u"
facts
${names.map((name) => `  "${name}": many numbers from 0 to 100`).join('\n')}
part "P" out of 100
${names.map((name, index) => `  ${weights[index]}% average of "${name}"`).join('\n')}
  an empty group is left out, its weight shared
total
  100% "P"`)
if (compiled === undefined) throw new Error(problems.map(({ code }) => code).join(', '))
const scheme = loadScheme(compiled, { ranges })

function unit(facts: Readonly<Record<string, readonly number[]>>): UnitData {
  return { unit: 'a', kind: 'u', facts }
}

test('what is known holds the mean where it is: two groups at 90 and 60, a third may be empty, five are', () => {
  const { range } = scheme.assess(unit({ g0: [], g1: [90], g2: [60], g3: [], g5: [], g6: [] }))
  // Shown to 2 decimals. g4 weighs 30: (15 × 90 + 20 × 60 + 30 × 0) ÷ 65 = 39.23…, with 100: (2550 + 3000) ÷ 65 = 85.38…; without it 2550 ÷ 35 = 72.85…
  expect(range?.total).toMatchObject({ least: '39.23', greatest: '85.38' })
})

test('a group that would only pull the mean away from an end is empty there', () => {
  // All but three are there, at 100 each: together they weigh 63. The least has three groups at 0: 6300 ÷ 100; the most is 100.
  const { range } = scheme.assess(unit({ g0: [100], g1: [100], g5: [100], g4: [100] }))
  expect(range?.total).toMatchObject({ least: '63', greatest: '100' })
})

test('the ends are those of all that the missing groups can be', () => {
  const marks = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 })
  const groups = fc.array(marks, { minLength: names.length, maxLength: names.length })
  const open = fc.subarray(names, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(groups, open, (given, missing) => {
      const facts = Object.fromEntries(names.map((name, index) => [name, given[index]!]))
      const known = Object.fromEntries(Object.entries(facts).filter(([name]) => !missing.includes(name)))
      const { range } = scheme.assess(unit(known))
      // A mean is moved most by a group at an end of its marks, or by none.
      const filled = missing.reduce<readonly Readonly<Record<string, readonly number[]>>[]>(
        (so, name) => [[], [0], [100]].flatMap((mark) => so.map((one) => Object.assign({}, one, { [name]: mark }))),
        [known],
      )
      const totals = filled.flatMap((one) => scheme.assess(unit(one)).total ?? []).map(Number)
      const least = Object.values(known).some((mark) => mark.length > 0) ? Math.min(...totals) : 0
      expect([range?.total.least, range?.total.greatest].map(Number)).toEqual([least, Math.max(...totals)])
    }),
    { numRuns: 25 },
  )
})
