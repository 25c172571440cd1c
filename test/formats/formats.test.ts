/**
 * Every format that this engine has ever read, as it was then: documents that nobody may change, and what comes of them. They stay for ever:
 * a failure here is a scheme somewhere that a new engine reads otherwise.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats, loadScheme } from '@merit/engine'
import { describe, expect, it } from 'vitest'
import { plain, settledOf } from '../differential/differences.js'
import { validatorOf } from '../facts-schema/validator.js'
import { makeFixtures, type Fixture } from './make.js'

const here = import.meta.dirname
const wanted = process.env['MERIT_NEW_FORMAT']
if (wanted !== undefined) makeFixtures(join(here, wanted))

const folders = formats.map((format) => format.replace('/', '-'))
const read = (folder: string, name: string): string => readFileSync(join(here, folder, name), 'utf8')
const namesIn = (folder: string): readonly string[] =>
  existsSync(join(here, folder)) ? readdirSync(join(here, folder)).filter((name) => name !== 'hashes.json') : []

describe.each(folders)('%s', (folder) => {
  it('is as it was: no fixture is edited, taken away or added', () => {
    const hashes = Object.fromEntries(
      namesIn(folder).map((name) => [name, createHash('sha256').update(read(folder, name)).digest('hex')]),
    )
    const file = join(here, folder, 'hashes.json')
    if (wanted === folder && !existsSync(file)) writeFileSync(file, `${JSON.stringify(hashes, null, 2)}\n`)
    expect(hashes).toEqual(JSON.parse(read(folder, 'hashes.json')))
  })

  it.each(namesIn(folder))('%s loads, and comes to the same results', (name) => {
    const { scheme, data, assessment } = JSON.parse(read(folder, name)) as Fixture
    expect(settledOf(loadScheme(scheme).assessAll(data))).toEqual(plain(assessment))
  })

  it('has a published schema, which every document satisfies and uses in full', () => {
    const schema = JSON.parse(readFileSync(join(here, `../../docs/${folder}.schema.json`), 'utf8')) as Readonly<
      Record<string, unknown>
    >
    const invalid = validatorOf(schema)
    const used = new Set<string>()
    for (const name of namesIn(folder)) {
      const { scheme } = JSON.parse(read(folder, name)) as Fixture
      expect(invalid(scheme), name).toEqual([])
      addKeys(scheme, used)
    }
    expect([...fieldsOf(schema)].filter((field) => !used.has(field))).toEqual([])
  })
})

it('no format is forgotten: each that has fixtures is read', () => {
  const kept = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(kept.map(({ name }) => name).filter((name) => !folders.includes(name))).toEqual([])
})

/** Every name of a property anywhere in a JSON Schema. */
function fieldsOf(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return found
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') Object.keys(value as object).forEach((name) => found.add(name))
    fieldsOf(value, found)
  }
  return found
}

function addKeys(document: unknown, found: Set<string>): void {
  if (typeof document !== 'object' || document === null) return
  for (const [key, value] of Object.entries(document)) {
    if (!Array.isArray(document)) found.add(key)
    addKeys(value, found)
  }
}
