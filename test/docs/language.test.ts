/** Every sample in the language reference compiles without a complaint, is written as the formatter writes it, and gives what it says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, compile, messageOf } from '@merit/dsl'
import { format } from '@merit/dsl/format'
import { runExamples } from '@merit/dsl/testing'
import { loadScheme, type CohortData, type UnitData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { describe, expect, it } from 'vitest'

/** Pages without samples of their own. */
const indexes = new Set(['README.md', 'patterns.md'])

const reference = join(import.meta.dirname, '../../docs/language')

interface Fence {
  readonly info: string
  readonly body: string
}

function fencesOf(page: string): Fence[] {
  return [...page.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({ info, body }))
}

function headOf(folder: string): string {
  const fence = fencesOf(readFileSync(join(folder, 'README.md'), 'utf8')).find(({ info }) => info === 'merit head')
  if (fence === undefined) throw new Error(`${folder}/README.md states no head for samples`)
  return fence.body
}

/** A sample with the units and results that follow it, if any. */
interface Sample {
  readonly text: string
  /** The files of the page that it can include, by name (a fence that is headed `merit file name.merit`). */
  readonly files: ReadonlyMap<string, string>
  /** A list of units, or all that data can hold. */
  readonly units?: readonly UnitData[] | CohortData
  readonly results?: Readonly<Record<string, object>>
}

function samplesOf(page: string, head: string): Sample[] {
  const samples: Sample[] = []
  const files = new Map<string, string>()
  for (const { info, body } of fencesOf(page)) {
    const [, file] = /^merit file (\S+)$/.exec(info) ?? []
    if (file !== undefined) files.set(file, body)
    else if (info === 'merit') samples.push({ text: /^(方案|scheme) /m.test(body) ? body : head + body, files })
    else if (info === 'json units')
      samples.push({ ...samples.pop()!, units: JSON.parse(body) as NonNullable<Sample['units']> })
    else if (info === 'json results')
      samples.push({ ...samples.pop()!, results: JSON.parse(body) as Record<string, object> })
  }
  return samples
}

for (const language of ['zh', 'en'] as const) {
  const folder = join(reference, language)
  const head = headOf(folder)
  describe(`docs/language/${language}`, () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && !indexes.has(name))) {
      const samples = samplesOf(readFileSync(join(folder, file), 'utf8'), head)
      it(`${file} has samples`, () => expect(samples.length).toBeGreaterThan(0))
      samples.forEach((sample, index) => it(`${file}, sample ${index + 1}`, () => holds(sample, language)))
    }
  })
}

function holds({ text, files, units, results }: Sample, language: 'zh' | 'en'): void {
  const compilation = compile(text, { read: (name) => files.get(name) })
  for (const own of files.values()) expect(format(own).text).toBe(own)
  const complaints = compilation.problems.filter(({ code }) => catalogue[code].severity !== 'info')
  expect(complaints.map((problem) => messageOf(problem, language))).toEqual([])
  expect(format(text).text).toBe(text)
  const scheme = loadScheme(JSON.parse(JSON.stringify(compilation.scheme)), { ranges })
  const outcomes = runExamples(compilation, loadScheme)
  expect(outcomes.length + Object.keys(units ?? {}).length, 'a sample shows a result').toBeGreaterThan(0)
  for (const outcome of outcomes) expect(outcome).toMatchObject({ passed: true })
  if (units === undefined) return
  const assessed = new Map(scheme.assessAll(units).results.map((result) => [result.unit, result]))
  for (const [unit, expected] of Object.entries(results ?? {})) expect(assessed.get(unit), unit).toMatchObject(expected)
}
