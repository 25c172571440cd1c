/** On the five schemes and the tours every bound is exact, and the unit that is shown reaches it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@merit/dsl'
import { loadScheme, type Scheme, type UnitData, type UnitResult } from '@merit/engine'
import { possibilitiesOf, type Bound } from '@merit/engine/ranges'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const texts = [
  ...readdirSync(join(root, 'schemes')).map((folder) => {
    const file = readdirSync(join(root, 'schemes', folder)).find((name) => name.endsWith('.merit')) ?? ''
    return join('schemes', folder, file)
  }),
  ...['tour.zh', 'tour.en', 'rounding.zh', 'rounding.en'].map((name) => join('test/tours', `${name}.merit`)),
]

describe.each(texts)('%s', (file) => {
  const { scheme: compiled } = compile(readFileSync(join(root, file), 'utf8'))
  // Reviews replace facts: what a unit comes to is what its facts come to in the end.
  const scheme = loadScheme(JSON.parse(JSON.stringify({ ...compiled, reviews: [] })))
  const { kinds, items, parts } = scheme.compiled

  it.each(kinds.map(({ name }, kind) => [name, kind] as const))('of %s every score', (_, place) => {
    const possible = possibilitiesOf(scheme.compiled, place)
    const kind = kinds[place]!
    const asked = [
      ...kind.items.map(
        (item) => [items[item]!.score, (result: UnitResult) => result.items[items[item]!.key]] as const,
      ),
      ...kind.parts.map(
        (part) => [parts[part]!.score, (result: UnitResult) => result.parts[parts[part]!.name]] as const,
      ),
      [kind.bonus, (result: UnitResult) => result.bonus] as const,
      [kind.penalty, (result: UnitResult) => result.penalty] as const,
      [kind.total, (result: UnitResult) => result.total] as const,
    ]
    for (const [node, scoreOf] of asked) {
      const { least, greatest } = possible.numbers(node)
      for (const bound of [least, greatest]) {
        expect(bound.exact, `${node} has an exact end`).toBe(true)
        expect(reached(scheme, bound, scoreOf)).toBe(scoreText(bound))
      }
    }
  })

  // Thresholds of these schemes are whole points, and totals are rounded to hundredths: the smallest step below is 0.01.
  it.each(kinds.map(({ name }, kind) => [name, kind] as const))(
    'of %s every threshold, met and just missed',
    (_, place) => {
      const possible = possibilitiesOf(scheme.compiled, place)
      const { grading, total } = kinds[place]!
      for (const { criterion } of grading?.lines ?? []) {
        if (criterion.kind !== 'band' || criterion.low === undefined) continue
        const { value, unit } = criterion.low
        const met = { num: BigInt(value) * 100n, den: BigInt(unit) * 100n }
        for (const wanted of [met, { num: met.num - BigInt(unit), den: met.den }]) {
          const verdict = possible.meet([{ node: total, atLeast: wanted, atMost: wanted }])
          expect(verdict.kind).toBe('possible')
          const { witness } = verdict as { readonly witness: UnitData }
          expect(scheme.assess(witness).total).toBe(String(Number(wanted.num) / Number(wanted.den)))
        }
      }
    },
  )

  it.each(kinds.map(({ name }, kind) => [name, kind] as const))('of %s every grade', (_, place) => {
    const verdicts = possibilitiesOf(scheme.compiled, place).grades()
    const ranked = kinds[place]!.grading?.lines.some(({ criterion, limit }) => limit ?? criterion.kind !== 'band')
    for (const [grade, verdict] of verdicts) {
      if (verdict.kind !== 'possible') continue
      const result = scheme.assess(verdict.witness)
      expect(result.status).not.toBe('incomplete')
      // Where others decide, a unit by itself has no grade yet.
      expect(ranked === true ? grade : (scheme.compiled.grades.indexOf(result.grade ?? '') as number)).toBe(grade)
    }
    expect([...verdicts.values()].map(({ kind }) => kind)).not.toContain('open')
  })
})

function reached(scheme: Scheme, { witness }: Bound, scoreOf: (result: UnitResult) => string | null | undefined) {
  return witness === undefined ? undefined : scoreOf(scheme.assess(witness))
}

/** Scores of these schemes are decimals. */
function scoreText({ value: { num, den } }: Bound): string {
  const scaled = (num * 1_000_000n) / den
  return String(Number(scaled) / 1_000_000)
}
