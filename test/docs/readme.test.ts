/** What the two READMEs show is what the program does. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, messageOf } from '@merit/dsl'
import { format } from '@merit/dsl/format'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

const readmes = [
  {
    file: 'README.md',
    facts: (plan: boolean, complaints: number) => ({ 'work plan': plan, complaint: complaints }),
    head: 'scheme "S" for 2026\nunit kinds "unit"\ngrades "excellent", "good"',
    around: [
      'facts',
      '"work plan": yes or no',
      '"disciplinary violation": yes or no',
      '"municipal commendation": count',
      '"inspection finding": yes or no',
      'item 1 "Plans" 2 points',
    ],
    grading: ['grading by total', '"excellent": from 2', '"good": otherwise'],
    grades: ['good', 'poor'],
  },
  {
    file: 'README.zh.md',
    facts: (plan: boolean, complaints: number) => ({ 工作计划: plan, 投诉: complaints }),
    head: '方案 “样例” 2026年度\n考核对象 “单位”\n等次 “优秀”、“良好”',
    around: [
      '数据',
      '“工作计划”：有或无',
      '“违纪违法”：有或无',
      '“市级表彰”：数量（项）',
      '“巡察问题”：有或无',
      '指标 1 “计划” 2 分',
    ],
    grading: ['等次评定按总分', '“优秀”：2 分以上', '“良好”：其余'],
    grades: ['优秀', '较差'],
  },
]

describe.each(readmes)('$file', ({ file, facts, head, around, grading, grades }) => {
  const readme = readFileSync(join(root, file), 'utf8')

  it('shows a scheme that is formatted, has no problem, and gives the results it states', () => {
    const text = /^```merit\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? ''
    const { problems, scheme } = compile(text)
    expect(problems.map((problem) => messageOf(problem, 'en'))).toEqual([])
    expect(format(text).text).toBe(text)
    const { results } = loadScheme(JSON.parse(JSON.stringify(scheme)), { ranges }).assessAll([
      { unit: 'a', facts: facts(true, 7) },
      { unit: 'b', facts: facts(false, 3) },
    ])
    expect(results.map(({ total, grade }) => [total, grade])).toEqual([
      ['70', grades[0]],
      ['65', grades[1]],
    ])
  })

  it('shows four sentences that work', () => {
    const sentences = [...readme.matchAll(/^- `(.*)`$/gm)].map(([, sentence = '']) => sentence)
    expect(sentences).toHaveLength(4)
    const [costs = '', ...rules] = sentences
    const { problems } = compile(
      [head, ...around, costs, ...rules.slice(1, 2), ...grading, rules[0], rules[2]].join('\n'),
    )
    expect(problems.map((problem) => messageOf(problem, 'en'))).toEqual([])
  })

  it('links to what is there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([])
  })
})
