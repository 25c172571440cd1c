/** Decided scores on random schemes: the engine makes their integers finer, the reference computes in fractions; both must agree. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DataError, loadScheme, type OverrideData, type UnitData, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import type { CompiledScheme } from '@merit/engine/scheme'
import { models } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import { plain, settledOf } from './differences.js'
import { patience, runs } from './settings.js'

const entered = { by: 'board', on: '2026-12-20', why: 'appeal upheld' }

/** Overrides of up to two scores and perhaps the grade, by the dice; none outside what the score can be. */
function overridesFor(scheme: CompiledScheme, kind: number, dice: readonly number[]): readonly OverrideData[] {
  const { items, parts } = scheme.kinds[kind]!
  const named = [
    ...items.map((index) => ({ of: scheme.items[index]!.key, full: scheme.items[index]!.points })),
    ...parts.map((index) => ({ of: scheme.parts[index]!.name, full: scheme.parts[index]!.full })),
    { of: 'total', full: scheme.fullMarks ?? { value: 1, unit: 1 } },
  ]
  const [first = 0, second = 0, size = 0, grade = 0] = dice
  const chosen = new Map([first, second].map((die) => [die % named.length, named[die % named.length]!]))
  const scores = [...chosen.values()].flatMap(({ of, full }, index) => {
    const most = Math.floor((full.value * 1000) / full.unit)
    return [{ of, value: String(((size + index * 77) % (most + 1)) / 1000), ...entered }]
  })
  const decided =
    grade % 4 === 0 ? [{ of: 'grade', value: scheme.grades[grade % scheme.grades.length]!, ...entered }] : []
  return [...scores, ...decided]
}

/** Undefined where the data is refused: an item's number may be another's too, and what is compared over the field cannot be decided. */
function accepted<T>(assess: () => T): T | undefined {
  try {
    return assess()
  } catch (error) {
    if (error instanceof DataError) return undefined
    throw error
  }
}

const dice = fc.array(fc.nat(99_999), { minLength: 4, maxLength: 4 })

test(
  'engine and reference decide scores and grades alike, and what rests on them',
  () => {
    fc.assert(
      fc.property(
        withUnits(models, { missing: true, most: 4 }),
        fc.array(dice, { minLength: 1, maxLength: 3 }),
        ({ model, units }, picks) => {
          const scheme = loadScheme(compiled(model, 'en'), { ranges })
          const data: readonly UnitData[] = units.map((unit, index) => {
            const kind = scheme.compiled.kinds.findIndex(({ name }) => name === unit.kind)
            const pick = picks[index]
            return pick === undefined ? unit : { ...unit, overrides: overridesFor(scheme.compiled, kind, pick) }
          })
          const results = accepted(() => scheme.assessAll(data).results)
          if (results === undefined) return
          expect(plain(referenceAssessAll(scheme.compiled, { units: data }).results)).toEqual(settledOf(results))
          for (const [index, { overrides }] of data.entries()) {
            expect(results[index]!.overrides?.map(({ of }) => of)).toEqual(overrides?.map(({ of }) => of))
          }
        },
      ),
      runs(80),
    )
  },
  patience,
)

/** Without the overrides, and what is given only where there are none. */
function byRules(result: UnitResult): unknown {
  const { overrides: _, range: _range, certain: _certain, ...others } = plain(result) as UnitResult
  return result.status === 'incomplete' ? { ...others, items: {}, parts: {} } : others
}

test(
  'a score decided as it is changes nothing',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: false, most: 4 }), fc.nat(999), ({ model, units }, die) => {
        const scheme = loadScheme(compiled(model, 'en'), { ranges })
        const before = scheme.assessAll(units).results
        const [first] = before
        if (first === undefined || first.status === 'incomplete' || first.total === null) return
        const scores = { ...first.items, ...first.parts, total: first.total }
        const keys = Object.keys(scores).filter((key) => first.exact === undefined && !Object.hasOwn(scores, `${key} `))
        const key = keys[die % Math.max(1, keys.length)]
        if (key === undefined) return
        const override = { of: key, value: scores[key as keyof typeof scores], ...entered }
        const decided = units.map((unit, index) => (index === 0 ? { ...unit, overrides: [override] } : unit))
        const after = accepted(() => scheme.assessAll(decided).results)
        expect((after ?? before).map(byRules)).toEqual(before.map(byRules))
      }),
      runs(60),
    )
  },
  patience,
)
