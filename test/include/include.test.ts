/** Schemes that include files: the same rules as in one text, and every place in its own file. */
import { createHash } from 'node:crypto'
import { compile, renderProblems, includedTexts } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toText } from '@merit/engine/explain'
import { expect, it } from 'vitest'

const head = ['方案 “样例” 2026年度', '考核对象 “单位”', '满分 10 分', '']
const facts = ['数据', '  “差错”：数量（处）']
const items = ['指标 1 “质量” 10 分', '  每处“差错”扣 1 分']
const rule = ['有“差错”的，总分最高 8 分']

const files: Readonly<Record<string, string>> = {
  '通用/数据.merit': facts.join('\n'),
  '通用/规则.merit': ['# 共用的规则', ...rule].join('\n'),
  '通用/全部.merit': ['引用 “数据.merit”', '引用 “规则.merit”'].join('\n'),
}
const read = (name: string) => (Object.hasOwn(files, name) ? files[name] : undefined)
const text = [...head, '引用 “通用/全部.merit”', '', ...items].join('\n')

it('an included file means what its sentences mean in its place', () => {
  const included = compile(text, { read })
  const spliced = compile([...head, ...facts, '', ...rule, '', ...items].join('\n'))
  expect(included.problems).toEqual([])
  expect(included.scheme?.kinds[0]?.needs).toEqual(spliced.scheme?.kinds[0]?.needs)
  expect(included.scheme?.sentences.map((one) => one.text)).toEqual(
    expect.arrayContaining(spliced.scheme?.sentences.map((one) => one.text) ?? ['none']),
  )
  const unit = { unit: '甲', facts: { 差错: 1 } }
  expect(loadScheme(included.scheme, { ranges }).assess(unit)).toMatchObject({ total: '8', items: { '1': '9' } })
})

it('facts may go on in an included file, and after it', () => {
  const parts = { '一.merit': '  “甲”：有或无', '二.merit': '# 没有句子' }
  const going = [...head, '数据', '引用 “一.merit”', '引用 “二.merit”', '  “乙”：有或无', '']
  const scoring = ['指标 1 “质量” 10 分', '  “甲”、“乙”每缺一项扣 5 分']
  const { problems, scheme } = compile([...going, ...scoring].join('\n'), {
    read: (name) => parts[name as keyof typeof parts],
  })
  expect(problems).toEqual([])
  expect(scheme?.facts.map(({ name }) => name)).toEqual(['甲', '乙'])
})

it('sentences carry their file, and lines count in it', () => {
  const { scheme } = compile(text, { read })
  const places = scheme?.sentences.map(({ file, line, column }) => [file, line, column])
  expect(places).toContainEqual(['通用/规则.merit', 2, 1])
  expect(places).toContainEqual(['通用/数据.merit', 2, 3])
  expect(places).toContainEqual([undefined, 7, 1])
})

it('explanations name the file', () => {
  const { scheme } = compile(text, { read })
  const result = loadScheme(scheme, { ranges }).assess({ unit: '甲', facts: { 差错: 1 } })
  expect(toText(explain(result, { language: 'zh' }))).toContain('有“差错”的，总分最高 8 分（通用/规则.merit 第 2 行）')
})

it('the hash covers the included texts', () => {
  const { scheme } = compile(text, { read })
  const names = ['通用/全部.merit', '通用/数据.merit', '通用/规则.merit']
  const whole = text + names.map((name) => `\n\u0000${name}\n${files[name]}`).join('')
  expect(scheme?.sourceHash).toBe(createHash('sha256').update(whole, 'utf8').digest('hex'))
})

it('problems stand in their own file, related places too', () => {
  const broken: Readonly<Record<string, string>> = {
    ...files,
    '通用/规则.merit': '有“错误”的，总分最高 8 分\n定义 “差错” 为 1',
  }
  const { problems, parsed } = compile(text, { read: (name) => broken[name] })
  const shown = renderProblems(problems, { text, file: 'a/b.merit', included: includedTexts(parsed), language: 'zh' })
  expect(problems.map(({ code, file, span }) => [code, file, span])).toEqual([
    ['unknown-name', '通用/规则.merit', { start: 1, end: 5 }],
    ['defined-twice', '通用/规则.merit', { start: 19, end: 23 }],
  ])
  expect(shown).toContain('a/通用/规则.merit:2:4')
  expect(shown).toContain('a/通用/数据.merit:2:3')
})

it.each(['../x.merit', '/x.merit', 'a/../x.merit', 'c:x.merit', 'a\\x.merit', './x.merit', 'a//x.merit', ''])(
  'never asks for %j',
  (name) => {
    const asked: string[] = []
    compile(`${head.join('\n')}\n引用 “${name}”\n`, {
      read: (file) => {
        asked.push(file)
        return ''
      },
    })
    expect(asked).toEqual([])
  },
)

it('a reader that throws is a file that is not there', () => {
  const { problems } = compile(text, {
    read: () => {
      throw new Error('no access')
    },
  })
  expect(problems.map(({ code }) => code)).toContain('include-missing')
})
