import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { loadScheme, type CohortData, type UnitData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toHtml, toMarkdown, toText } from '@merit/engine/explain'
import { referenceAssessAll } from '@merit/engine/reference'
import { mistakesIn } from './adds-up.js'
import { plain, settledOf } from './differences.js'

const root = new URL('../../', import.meta.url)

/** Scheme and data of every folder of schemes, and of every set of units of the tours. */
function cases(): readonly (readonly [name: string, scheme: URL, units: URL])[] {
  const schemes = readdirSync(new URL('schemes/', root)).flatMap((name) => {
    const folder = new URL(`schemes/${name}/`, root)
    const files = readdirSync(folder)
    const text = files.find((file) => file.endsWith('.merit'))
    return text === undefined ? [] : [[name, new URL(text, folder), new URL('units.json', folder)] as const]
  })
  const tours = new URL('test/tours/', root)
  const sets = ['units', 'units-edges', 'units-incomplete'].flatMap((set) =>
    ['zh', 'en'].map(
      (language) =>
        [
          `${set} of the tour in ${language}`,
          new URL(`tour.${language}.merit`, tours),
          new URL(`${set}.${language}.json`, tours),
        ] as const,
    ),
  )
  return [...schemes, ...sets]
}

test.each(cases())('%s: engine and reference agree, and every explanation adds up', (_, text, data) => {
  const { scheme: compiled } = compile(readFileSync(text, 'utf8'))
  const scheme = loadScheme(compiled, { ranges })
  const given = JSON.parse(readFileSync(data, 'utf8')) as readonly UnitData[] | CohortData
  const cohort: CohortData = 'units' in given ? given : { units: given }
  const assessment = scheme.assessAll(cohort)
  expect(plain(referenceAssessAll(scheme.compiled, cohort))).toEqual(settledOf(assessment))
  for (const language of ['zh', 'en'] as const) {
    const explanations = assessment.results.map((result) => explain(result, { language }))
    expect(explanations.flatMap(mistakesIn)).toEqual([])
    const texts = explanations.flatMap((each) => [toText(each), toMarkdown(each), toHtml(each)])
    expect(texts.filter((each) => /undefined|NaN|\[object/.test(each))).toEqual([])
  }
})
