/** The schemes that samples and reports are tried on: the five of the project and the tours. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compile } from '@merit/dsl'
import { loadScheme, type Scheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'

const root = resolve(import.meta.dirname, '../..')

export const schemeFiles: readonly string[] = [
  ...readdirSync(join(root, 'schemes')).map((folder) => {
    const file = readdirSync(join(root, 'schemes', folder)).findLast((name) => name.endsWith('.merit'))
    return join('schemes', folder, file ?? '')
  }),
  ...['tour.zh', 'tour.en', 'rounding.zh', 'rounding.en'].map((name) => join('test/tours', `${name}.merit`)),
]

export function schemeAt(file: string): Scheme {
  return schemeOf(readFileSync(join(root, file), 'utf8'))
}

export function schemeOf(text: string): Scheme {
  const { scheme, problems } = compile(text)
  if (scheme === undefined) throw new Error(problems.map(({ code }) => code).join(', '))
  return loadScheme(scheme, { ranges })
}
