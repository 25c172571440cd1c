import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { format } from '@merit/dsl/format'
import { loadScheme, type Assessment, type CohortData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import { fieldCases, type FieldCase, type FieldModel } from './arbitrary-fields.js'
import { meaningOf } from './compiled.js'
import { numberOf, plain, settledOf } from './differences.js'
import { evaluateField } from './evaluate-fields.js'
import { compare } from './fraction.js'
import { patience, runs } from './settings.js'
import { fieldText } from './write-fields.js'

function compiledField(model: FieldModel, language: 'en' | 'zh') {
  const english = fieldText(model)
  const text = language === 'en' ? english : format(english, { to: 'zh' }).text
  const { scheme, problems } = compile(text)
  if (scheme === undefined) throw new Error(`${problems.map(({ code }) => code).join()}\n${text}`)
  return scheme
}

function dataOf({ units, ballots }: FieldCase): CohortData {
  return {
    units: units.map(({ unit, kind, a, ...facts }) => ({
      unit,
      kind,
      facts: { ...facts, ...(a === undefined ? {} : { a: `${Math.floor(a / 10)}.${a % 10}` }) },
    })),
    ballots: { m: ballots },
  }
}

test(
  'engine, reference and plain fractions see the same field, and count the same ballots',
  () => {
    fc.assert(
      fc.property(fieldCases, (one) => {
        const scheme = loadScheme(compiledField(one.model, 'en'), { ranges })
        const data = dataOf(one)
        const assessment = scheme.assessAll(data)
        expect(plain(referenceAssessAll(scheme.compiled, data))).toEqual(settledOf(plain(assessment)))
        const { totals, mustHold, isVoid } = evaluateField(one)
        const different = assessment.results.filter(({ unit, total, exact }) => {
          const [found, wanted] = [numberOf(exact?.['total'] ?? total), totals.get(unit)]
          return found === undefined || wanted === undefined ? found !== wanted : compare(found, wanted) !== 0
        })
        expect(different).toEqual([])
        expect((assessment.mustHold ?? []).map(({ holds }) => holds)).toEqual(mustHold)
        expect(assessment.ballots?.flatMap((box) => box.void.map(({ rater }) => rater))).toEqual(isVoid)
      }),
      runs(40),
    )
  },
  patience,
)

test(
  'both languages say the same, and the order of units and ballots changes nothing',
  () => {
    const shuffled = fieldCases.chain((one) =>
      fc
        .tuple(
          fc.shuffledSubarray([...one.units], { minLength: one.units.length }),
          fc.shuffledSubarray([...one.ballots], { minLength: one.ballots.length }),
        )
        .map(([units, ballots]) => ({ one, other: { ...one, units, ballots } })),
    )
    fc.assert(
      fc.property(shuffled, ({ one, other }) => {
        const [en, zh] = [compiledField(one.model, 'en'), compiledField(one.model, 'zh')]
        expect(meaningOf(zh)).toEqual(meaningOf(en))
        const byName = ({ results }: Assessment) =>
          new Map(results.map((result) => [result.unit, JSON.parse(JSON.stringify(result)) as unknown]))
        const [before, after] = [
          loadScheme(en, { ranges }).assessAll(dataOf(one)),
          loadScheme(zh, { ranges }).assessAll(dataOf(other)),
        ]
        expect(byName(after)).toEqual(byName(before))
        expect(after.mustHold).toEqual(before.mustHold)
      }),
      runs(15),
    )
  },
  patience,
)

test('the cases have fields of several levels, incomplete units, failed conditions and void ballots', () => {
  const met = new Set<string>()
  for (const one of fc.sample(fieldCases, { numRuns: 80, seed: 1 })) {
    const {
      results,
      mustHold = [],
      ballots = [],
    } = loadScheme(compiledField(one.model, 'en'), { ranges }).assessAll(dataOf(one))
    for (const { status, because } of results) {
      met.add(status)
      for (const { reason } of because ?? []) met.add(reason)
    }
    for (const { holds, figures } of mustHold) {
      met.add(`holds ${holds}`)
      if (figures.some(({ value }) => value === null)) met.add('of nobody')
    }
    if (ballots.some((box) => box.void.length > 0)) met.add('void')
    if (/average "a" of the kind among|below average/.test(fieldText(one.model))) met.add('two levels')
  }
  const wanted = ['final', 'provisional', 'incomplete', 'division-by-zero', 'empty-field', 'empty-average']
  const others = ['holds true', 'holds false', 'of nobody', 'void', 'two levels']
  expect([...wanted, ...others].filter((each) => !met.has(each))).toEqual([])
})
