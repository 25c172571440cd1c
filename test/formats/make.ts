/**
 * Makes the fixtures of a format: compiled schemes that between them use every field that the format has, each with units and what comes of
 * them. Results are the reference evaluator's. `MERIT_NEW_FORMAT=merit-2 npx vitest run test/formats` writes those of a new format; what is there
 * is never written again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadScheme, type CohortData } from '@merit/engine'
import { referenceAssessAll } from '@merit/engine/reference'
import { samplesOf } from '@merit/engine/samples'
import type { CompiledScheme } from '@merit/engine/scheme'
import { compiledCase, patterns, schemes, tours } from '../corpus.js'
import { everything } from '../facts-schema/everything.js'

export interface Fixture {
  readonly scheme: CompiledScheme
  readonly data: CohortData
  /** What `assessAll` gives, without ranges. */
  readonly assessment: unknown
}

/** Vectors whose schemes have what the tour has not. */
const vectors = [
  'absent-raters',
  'aggregate-drop',
  'amounts-over-field',
  'awards',
  'ballots',
  'downgrades-gravest',
  'field-late',
  'field-values',
  'grade-limits',
  'graph-big',
  'graph-operators',
  'graph-rounding',
  'items-left-out',
  'outcomes',
  'overrides',
  'periods',
  'review-by-lot',
  'steps-in-order',
  'ties-by',
  'total-limits',
]

/** Schemes of the repository that have what neither has. */
const others = new Set(['state-owned-group', 'yujiang-county-organs', 'pattern B4', 'pattern F2'])

export function makeFixtures(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const tour of tours.slice(0, 3)) write(folder, tour.name.split(' ')[0]!, compiledCase(tour), tour.data()!)
  const more = [...schemes, ...patterns].filter(({ name }) => others.has(name))
  for (const one of more) {
    const scheme = compiledCase(one)
    const sampled = () => samplesOf(loadScheme(scheme), { seed: '1', count: 4 })
    write(folder, one.name.replace(' ', '-'), scheme, one.data() ?? sampled())
  }
  const all = everything()
  // As if the sentence stood in an included file.
  const sentences = all.sentences.map((one, at) => (at === 0 ? Object.assign(one, { file: 'common.merit' }) : one))
  const scheme = { ...all, sentences }
  write(folder, 'everything', scheme, samplesOf(loadScheme(scheme), { seed: '1', count: 6 }))
  for (const name of vectors) {
    const vector = JSON.parse(readFileSync(join(import.meta.dirname, `../conformance/${name}.json`), 'utf8')) as Fixture
    write(folder, name, vector.scheme, vector.data)
  }
}

function write(folder: string, name: string, scheme: CompiledScheme, data: CohortData): void {
  const file = join(folder, `${name}.json`)
  if (existsSync(file)) return
  const fixture: Fixture = { scheme, data, assessment: referenceAssessAll(scheme, data) }
  writeFileSync(file, `${JSON.stringify(fixture)}\n`)
}
