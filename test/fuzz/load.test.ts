import { compile } from '@merit/dsl'
import { contextOf, DataError, loadScheme, SchemeError, type Scheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { ranges } from '@merit/engine/ranges'
import { explain, toText } from '@merit/engine/explain'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './files.js'
import { damaged, fuzzing } from './mutate.js'

test('a damaged scheme is refused with problems, or it is a scheme', () => {
  const { scheme } = compile(read('../tours/tour.en.merit'))
  const units = JSON.parse(read('../tours/units.en.json')) as never
  fc.assert(
    fc.property(damaged(scheme), (json) => {
      expect(outcomeOf(json, units)).toMatch(/^(refused|loaded|data refused)$/)
    }),
    fuzzing(),
  )
})

function outcomeOf(json: unknown, units: never): string {
  let scheme: Scheme
  try {
    scheme = loadScheme(json, { ranges })
  } catch (error) {
    if (!(error instanceof SchemeError) || error.problems.length === 0) throw error
    const words = error.problems.flatMap((problem) => [messageOf(problem, 'zh'), messageOf(problem, 'en')])
    return words.every((text) => text !== '' && !/undefined|\[object/.test(text)) ? 'refused' : words.join('\n')
  }
  try {
    for (const result of scheme.assessAll(units).results) {
      const { gradeSteps, value } = contextOf(result)
      for (const { id } of scheme.compiled.nodes) value(id)
      const text = toText(explain(result, { language: 'zh' }))
      if (gradeSteps === undefined || JSON.stringify(result) === '' || text === '') return 'no result'
    }
    return 'loaded'
  } catch (error) {
    if (error instanceof DataError && error.problems.length > 0) return 'data refused'
    throw error
  }
}
