/** Every scheme that people have written here comes to the same, loaded by itself and from its printed module. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { loadScheme, type CohortData, type UnitData } from '@merit/engine'
import { samplesOf } from '@merit/engine/samples'
import { bothWays, outcomes } from './printed.js'

const root = new URL('../../', import.meta.url)

function textsUnder(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return textsUnder(`${folder}${entry.name}/`)
    return entry.name.endsWith('.merit') ? [`${folder}${entry.name}`] : []
  })
}

function compiledFrom(path: string): unknown {
  const { scheme } = compile(readFileSync(new URL(path, root), 'utf8'))
  return JSON.parse(JSON.stringify(scheme))
}

function dataOf(path: string): CohortData {
  const given = JSON.parse(readFileSync(new URL(path, root), 'utf8')) as readonly UnitData[] | CohortData
  return 'units' in given ? given : { units: given }
}

test.each([
  ...textsUnder('schemes/').map((path) => [path, path.replace(/[^/]+$/, 'units.json')] as const),
  ...['zh', 'en'].flatMap((language) =>
    ['units', 'units-edges', 'units-incomplete'].map(
      (set) => [`test/tours/tour.${language}.merit`, `test/tours/${set}.${language}.json`] as const,
    ),
  ),
])('%s with its units, %s', async (path, units) => {
  const { plain, printed, calls } = await bothWays(compiledFrom(path))
  const data = dataOf(units)
  expect(outcomes(printed, data)).toEqual(outcomes(plain, data))
  expect(calls.read).toBeGreaterThan(0)
})

// One of the two languages each: their graphs are alike.
const patterns = textsUnder('test/patterns/').filter((path, place) => path.includes(place % 4 < 2 ? '.zh.' : '.en.'))

test('every pattern, with sample units', { timeout: 120_000 }, async () => {
  expect(patterns.length).toBeGreaterThan(80)
  for (const path of patterns) {
    const compiled = compiledFrom(path)
    const data = samplesOf(loadScheme(compiled), { count: 3, seed: path })
    const { plain, printed, calls } = await bothWays(compiled)
    expect(outcomes(printed, data), path).toEqual(outcomes(plain, data))
    expect([path, calls.read > 0]).toEqual([path, true])
  }
})
