/** What a host catches: errors with code and data, typed, that say what to do, in either language. */
import { contextOf, DataError, formats, loadScheme, SchemeError, UseError, type DataProblem } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { explain, toHtml, toText } from '@merit/engine/explain'
import { describe, expect, it } from 'vitest'
import { sample } from './sample.js'

const compiled = sample({})
const scheme = loadScheme(compiled)

function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

describe('errors', () => {
  it('of a scheme tell the type of their data by their code', () => {
    const error = thrownBy(() => loadScheme({ ...compiled, format: 'merit/1.1' }))
    if (!(error instanceof SchemeError) || error.code !== 'later-format') throw error
    // Compiles only where the code has told the compiler what the data are.
    const { format, formats: read } = error.data
    expect([format, read]).toEqual(['merit/1.1', ['merit/1']])
    expect([error.name, error.problems[0]?.path, error.problems.length]).toEqual(['SchemeError', 'format', 1])
  })

  it('of data likewise, for each of their problems', () => {
    const error = thrownBy(() => scheme.assess({ unit: 'A', facts: { score: '101', tie: 1.234 } }))
    if (!(error instanceof DataError)) throw error
    expect(error.code).toBe('out-of-range')
    const texts = error.problems.map((problem: DataProblem) => {
      switch (problem.code) {
        case 'out-of-range':
          return `${problem.fact} ≤ ${problem.data.greatest}`
        case 'too-precise':
          return `${problem.fact} has ${problem.data.decimals} decimals`
        default:
          return problem.code
      }
    })
    expect(texts).toEqual(['score ≤ 100', 'tie has 2 decimals'])
  })
})

describe('a later format', () => {
  it.each(['merit/1.1', 'merit/2', 'merit/2.3'])('%s is refused as later, with what this engine reads', (format) => {
    const error = thrownBy(() => loadScheme({ ...compiled, format, fieldFromTheFuture: 1 }))
    if (!(error instanceof SchemeError)) throw error
    expect(error.problems).toEqual([{ code: 'later-format', path: 'format', data: { format, formats } }])
    expect(messageOf(error.problems[0]!, 'zh')).toContain('请更新 @merit/engine')
    expect(messageOf(error.problems[0]!, 'en')).toContain('this engine reads "merit/1". Update @merit/engine.')
    expect(error.message).toBe(`format: later-format {"format":"${format}","formats":["merit/1"]}`)
  })

  it.each(['merit/0', 'merit/1.0', 'merit/01', 'merit/1.', 'merit/', 'merit', '1', 1, null])(
    '%s is no format that there is',
    (format) => {
      const error = thrownBy(() => loadScheme({ ...compiled, format }))
      expect(error instanceof SchemeError && error.code).toBe('unknown-format')
    },
  )
})

describe('wrong use', () => {
  it.each([
    ['the text of a compiled scheme', () => loadScheme(JSON.stringify(compiled)), 'text-not-parsed'],
    ['the source of a scheme', () => loadScheme('scheme "S" for 2026'), 'not-a-scheme'],
    ['nothing', () => loadScheme(undefined), 'not-a-scheme'],
    ['a language that is not spoken', () => explain(result(), { language: 'fr' as 'en' }), 'unknown-language'],
    ['the same for a message', () => messageOf({ code: 'no-units', data: {} }, 'EN' as 'en'), 'unknown-language'],
    ['no language', () => messageOf({ code: 'no-units', data: {} }, undefined as never), 'unknown-language'],
    ['a copy of a result', () => explain({ ...result() }, { language: 'en' }), 'not-a-result'],
    ['no result', () => contextOf(null as never), 'not-a-result'],
    [
      'what was made for another',
      () => loadScheme(compiled, { ahead: { of: '1:0', kinds: [] } }),
      'ahead-of-another-scheme',
    ],
    ['nothing made', () => loadScheme(compiled, { ahead: null as never }), 'ahead-of-another-scheme'],
    ['no options for an explanation', () => explain(result(), undefined as never), 'unknown-language'],
    ['a result for its explanation', () => toText(result() as never), 'not-an-explanation'],
    ['no explanation', () => toHtml(undefined as never), 'not-an-explanation'],
    ['an option of old', () => loadScheme(compiled, { ranges: false as never }), 'wrong-option'],
    ['an option that there is not', () => loadScheme(compiled, { range: {} } as never), 'wrong-option'],
    ['no options', () => loadScheme(compiled, null as never), 'wrong-option'],
    ['no unit', () => scheme.assess(undefined as never), 'unit-not-an-object'],
    ['a list for a unit', () => scheme.assess([] as never), 'unit-not-an-object'],
    ['no units', () => scheme.assessAll(undefined as never), 'units-not-a-list'],
    ['one unit for all', () => scheme.assessAll({ unit: 'A', facts: {} } as never), 'unknown-data-key'],
  ] as const)('of %s throws %s', (_, call, code) => {
    const error = thrownBy(call)
    if (!(error instanceof SchemeError || error instanceof DataError || error instanceof UseError)) throw error
    expect(error.code).toBe(code)
    for (const problem of error.problems) {
      expect(messageOf(problem, 'zh')).toMatch(/[\u4e00-\u9fff].*[。？]$/s)
      expect(messageOf(problem, 'en')).toMatch(/[.?]$/)
    }
    expect(error.message).toContain(error.problems[0]!.code)
  })
})

function result() {
  return scheme.assess({ unit: 'A', facts: { score: 90 } })
}
