import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile, entryOf } from '@merit/dsl'
import { loadScheme, type Scheme, type UnitData, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { describe, expect, test } from 'vitest'

const sets = { tour: ['', '-edges', '-incomplete'], rounding: ['-rounding'] } as const

/** The tours are the language by example: they compile as they stand, and every set of units scores digit for digit. */
describe.each(['zh', 'en'])('in the words of %s', (language) => {
  describe.each(['tour', 'rounding'] as const)('%s', (name) => {
    test('compiles without error or warning and loads', () => {
      expect(schemeOf(name, language).compiled.language).toBe(language)
    })

    test.each(sets[name])('units%s score as expected', (set) => {
      const scheme = schemeOf(name, language)
      const units = json(`units${set}.${language}.json`) as readonly UnitData[]
      const expected = json(`expected${set}.${language}.json`) as Readonly<Record<string, Partial<UnitResult>>>
      const { results } = scheme.assessAll(units)
      expect(results.map(({ unit }) => unit).sort()).toEqual(Object.keys(expected).sort())
      for (const result of results) expect(plain(result)).toMatchObject({ unit: result.unit, ...expected[result.unit] })
      expect(scheme.assessAll({ units: units.toReversed() }).results.map(plain)).toEqual(results.map(plain).reverse())
    })
  })
})

function schemeOf(name: string, language: string): Scheme {
  const { scheme, problems } = compile(text(`${name}.${language}.merit`))
  expect(problems.filter(({ code }) => entryOf(code).severity !== 'info')).toEqual([])
  return loadScheme(JSON.parse(JSON.stringify(scheme)), { ranges })
}

function plain(result: UnitResult): unknown {
  return JSON.parse(JSON.stringify(result))
}

function json(name: string): unknown {
  return JSON.parse(text(name))
}

function text(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
}
