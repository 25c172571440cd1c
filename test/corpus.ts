/** Every real scheme of the project with data for it: the schemes, the tours, and a scheme for each kind of rule. */
import { readdirSync, readFileSync } from 'node:fs'
import { compile } from '@merit/dsl'
import type { CohortData, UnitData } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'
import { folders, schemeOf, unitsOf } from './patterns/patterns.js'

export interface Case {
  readonly name: string
  readonly text: () => string
  readonly data: () => CohortData | undefined
}

const root = new URL('../', import.meta.url)

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

function dataOf(path: string): CohortData {
  const given = JSON.parse(read(path)) as readonly UnitData[] | CohortData
  return 'units' in given ? given : { units: given }
}

/** The five schemes, with their samples. */
export const schemes: readonly Case[] = readdirSync(new URL('schemes/', root)).flatMap((name) => {
  const file = readdirSync(new URL(`schemes/${name}/`, root)).find((one) => one.endsWith('.merit'))
  return file === undefined
    ? []
    : [{ name, text: () => read(`schemes/${name}/${file}`), data: () => dataOf(`schemes/${name}/units.json`) }]
})

/** One scheme with every kind of sentence, in either language, with each of its sets of units. */
export const tours: readonly Case[] = (['zh', 'en'] as const).flatMap((language) =>
  ['units', 'units-edges', 'units-incomplete'].map((set) => ({
    name: `${set} of the tour in ${language}`,
    text: () => read(`test/tours/tour.${language}.merit`),
    data: () => dataOf(`test/tours/${set}.${language}.json`),
  })),
)

export const patterns: readonly Case[] = folders.map((id) => ({
  name: `pattern ${id}`,
  text: () => schemeOf(id, 'zh'),
  data: () => unitsOf(id)?.data,
}))

export function compiledCase({ name, text }: Case): CompiledScheme {
  const { scheme } = compile(text())
  if (scheme === undefined) throw new Error(`${name} does not compile`)
  return JSON.parse(JSON.stringify(scheme)) as CompiledScheme
}
