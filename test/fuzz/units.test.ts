import { compile } from '@merit/dsl'
import { DataError, loadScheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { ranges } from '@merit/engine/ranges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './files.js'
import { damaged, fuzzing } from './mutate.js'

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
