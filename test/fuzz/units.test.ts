import { compile } from '@merit/dsl'
import { DataError, loadScheme, type Assessment, type CohortData } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { ranges } from '@merit/engine/ranges'
import { referenceAssessAll } from '@merit/engine/reference'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiledCase, schemes } from '../corpus.js'
import { plain, settledOf } from '../differential/differences.js'
import { read } from './files.js'
import { damaged, fuzzing } from './mutate.js'

test.each(schemes)('$name: damaged units are refused, or come to what the reference makes of them', (one) => {
  const scheme = loadScheme(compiledCase(one))
  const { units, ...whole } = one.data()!
  const data = fc.array(fc.oneof(...units.slice(0, 6).map((unit) => damaged(unit))), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(data, (given) => {
      const cohort = { units: given, lots: whole.lots ?? {} } as CohortData
      const assessed: { assessment?: Assessment } = {}
      const outcome = outcomeOf(() => (assessed.assessment = scheme.assessAll(cohort)))
      expect(outcome).toMatch(/^(assessed|refused)$/)
      const { assessment } = assessed
      const reference = assessment === undefined ? undefined : plain(referenceAssessAll(scheme.compiled, cohort))
      expect(settledOf(assessment)).toEqual(reference)
    }),
    fuzzing(1000),
  )
})

test('damaged data are refused with every fault, or they are data', () => {
  const scheme = loadScheme(compile(read('../tours/tour.zh.merit')).scheme, { ranges })
  const units = JSON.parse(read('../tours/units.zh.json')) as readonly unknown[]
  const data = fc.oneof(damaged(units), damaged({ units: units.slice(0, 3), lots: {} }))
  fc.assert(
    fc.property(data, (given) => {
      expect(outcomeOf(() => scheme.assessAll(given as never))).toMatch(/^(assessed|refused)$/)
      const [first] = Array.isArray(given) ? (given as readonly unknown[]) : []
      expect(outcomeOf(() => scheme.assess(first as never))).toMatch(/^(assessed|refused)$/)
    }),
    fuzzing(),
  )
})

function outcomeOf(assess: () => unknown): string {
  try {
    return JSON.stringify(assess()) === '' ? 'nothing' : 'assessed'
  } catch (error) {
    if (!(error instanceof DataError) || error.problems.length === 0) throw error
    const words = error.problems.flatMap((problem) => [messageOf(problem, 'zh'), messageOf(problem, 'en')])
    return words.every((text) => text !== '' && !/undefined|\[object/.test(text)) ? 'refused' : words.join('\n')
  }
}
