/** The unit beside a proof shows what the proof says: it is scored by the engine, which knows nothing of proofs. */
import { compile, messageOf, renderProblem, sampleOf, type Problem, type ProblemCode } from '@merit/dsl'
import { loadScheme, type UnitResult } from '@merit/engine'
import { describe, expect, test } from 'vitest'
import { changed, schemeText, type SchemeName } from './schemes.js'

type Change = readonly [string, string]

function provedOf(code: ProblemCode, scheme: SchemeName, changes: readonly Change[]) {
  const text = changed(schemeText(scheme), changes)
  const { problems, scheme: compiled } = compile(text)
  const problem = problems.find((one) => one.code === code)
  if (problem?.sample === undefined || compiled === undefined) throw new Error(`${code} has no sample unit`)
  return { text, problem, result: loadScheme(compiled).assess(problem.sample) }
}

const cases: readonly [ProblemCode, SchemeName, readonly Change[], (result: UnitResult, problem: Problem) => void][] = [
  [
    'grade-out-of-reach',
    'tour',
    [['“优秀”：90 分以上，不超过 50%', '“优秀”：120 分以上，不超过 50%']],
    // 100 from the parts and the whole bonus of 15
    ({ total }, { data }) => expect([total, data['highest']]).toEqual(['115', '115']),
  ],
  [
    'grade-taken-by-better',
    'yujiang',
    [['“达标”：80 分以上', '“达标”：0 分以上']],
    ({ total, grade }, { data }) => expect([total, grade]).toEqual([data['lowest'], '达标']),
  ],
  [
    'all-cap-never-reached',
    'group',
    [['加分合计最高 4 分', '加分合计最高 6 分']],
    // 3 and 2, each by the cap of its own sentence
    ({ bonus }, { data }) => expect([bonus, data['most']]).toEqual(['5', '5']),
  ],
  [
    'points-out-of-reach',
    'tour',
    [['每开展 1 次“党课”得 2.5 分', '每开展 1 次“党课”得 2.5 分，最高得 8 分']],
    ({ items }, { data }) => expect([items['3.1'], data['most']]).toEqual(['8', '8']),
  ],
  [
    'blocked-falls-past',
    'dongcheng',
    [['“四星级”：80 分以上', '“四星级”：80 分以上不满 90 分']],
    ({ total, grade }) => {
      expect(Number(total)).toBeGreaterThanOrEqual(90)
      expect(grade).not.toBe('五星级')
    },
  ],
]

describe('the unit beside', () => {
  test.each(cases)('%s in %s', (code, scheme, changes, holds) => {
    const { text, problem, result } = provedOf(code, scheme, changes)
    expect(result.missing).toEqual([])
    holds(result, problem)
    const rendered = renderProblem(problem, { text, file: 's.merit', language: 'zh' })
    expect(rendered).toContain(messageOf(problem, 'zh'))
    expect(rendered).toContain(`样例：${sampleOf(problem, 'zh')}`)
  })
})
