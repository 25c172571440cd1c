/**
 * Every kind of rule that the language must be able to say has a folder: one small scheme as a Chinese author writes it and as an English
 * author writes it, with worked examples. A `units.json` beside them, in the words of the Chinese scheme, has units judged together:
 * the data as a host gives it, and under `expected` what some of their results must be.
 */
import { catalogue, compile, messageOf } from '@merit/dsl'
import { format } from '@merit/dsl/format'
import { runExamples } from '@merit/dsl/testing'
import { loadScheme } from '@merit/engine'
import { describe, expect, it } from 'vitest'
import { withoutWords } from '../tours/without-words.js'
import { folders, ids, schemeOf, unitsOf } from './patterns.js'

it('every folder is one of the patterns', () => {
  expect(folders.filter((folder) => !ids.includes(folder))).toEqual([])
})

it('every pattern has its folder', () => {
  expect(ids.filter((id) => !folders.includes(id))).toEqual([])
})

describe.each(folders)('%s', (id) => {
  describe.each(['zh', 'en'] as const)('%s', (language) => {
    const text = schemeOf(id, language)
    const compilation = compile(text)

    it('names its pattern in its first line', () => {
      expect(text).toMatch(new RegExp(`^# ${id} \\S`))
    })

    it('compiles without error or warning', () => {
      const complaints = compilation.problems.filter(({ code }) => catalogue[code].severity !== 'info')
      expect(complaints.map((problem) => messageOf(problem, language))).toEqual([])
      expect(compilation.scheme).toBeDefined()
    })

    it('is written as the formatter writes it', () => {
      expect(format(text).text).toBe(text)
    })

    it('has worked examples, and they hold', () => {
      const outcomes = runExamples(compilation, (scheme) => loadScheme(JSON.parse(JSON.stringify(scheme))))
      const failed = outcomes.filter(({ passed }) => !passed)
      expect(failed.map(({ name, checks }) => [name, checks.filter(({ passed }) => !passed)])).toEqual([])
      expect(outcomes.length).toBeGreaterThan(0)
    })
  })

  it('is one scheme in both languages', () => {
    const [zh, en] = [compile(schemeOf(id, 'zh')).scheme, compile(schemeOf(id, 'en')).scheme]
    expect(JSON.stringify(zh?.nodes)).toBe(JSON.stringify(en?.nodes))
    expect(withoutWords(zh)).toEqual(withoutWords(en))
    expect([zh?.language, en?.language]).toEqual(['zh', 'en'])
  })
})

describe('units judged together', () => {
  it.each(folders.filter((id) => unitsOf(id) !== undefined))('%s', (id) => {
    const { data, expected } = unitsOf(id)!
    const scheme = loadScheme(JSON.parse(JSON.stringify(compile(schemeOf(id, 'zh')).scheme)))
    const results = new Map(scheme.assessAll(data).results.map((result) => [result.unit, result]))
    for (const [unit, wanted] of Object.entries(expected)) expect(results.get(unit), unit).toMatchObject(wanted)
  })
})
