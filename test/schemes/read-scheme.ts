import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, entryOf, messageOf } from '@merit/dsl'
import { runExamples } from '@merit/dsl/testing'
import { loadScheme, type CohortData, type UnitData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'

const schemes = join(import.meta.dirname, '../../schemes')

/** A scheme of `schemes/` compiled, with its errors and warnings as people read them, its examples run and its sample units scored. */
export function readScheme(folder: string, name: string) {
  const text = readFileSync(join(schemes, folder, `${name}.merit`), 'utf8')
  const data = JSON.parse(readFileSync(join(schemes, folder, 'units.json'), 'utf8')) as CohortData | UnitData[]
  const units: readonly UnitData[] = 'units' in data ? data.units : data
  const compilation = compile(text)
  const mistakes = compilation.problems.filter(({ code }) => entryOf(code).severity !== 'info')
  const problems = mistakes.map((problem) => `${problem.code}: ${messageOf(problem, 'zh')}`)
  if (compilation.scheme === undefined) throw new Error(problems.join('\n'))
  const scheme = loadScheme(JSON.parse(JSON.stringify(compilation.scheme)), { ranges })
  const examples = runExamples(compilation, loadScheme)
  const assessment = scheme.assessAll(data)
  const results = new Map(assessment.results.map((result) => [result.unit, result]))
  return { text, compilation, problems, examples, units, results, assessment }
}
