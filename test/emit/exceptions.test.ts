/** `except when` may end any rule: without the exception the rule acts, with it it does not. In both languages. */
import { compile } from '@merit/dsl'
import { format } from '@merit/dsl/format'
import { loadScheme, type UnitResult } from '@merit/engine'
import { describe, expect, it } from 'vitest'

const facts = `数据
  “G”：有或无
  “X”：有或无，未填视为无
  “N”：数量
  “R”：记录
    其中“级别”：“a”、“b”之一
`

/** Two items of 50 points; the rule of an item stands in the first. */
function textOf(inItem: string, rules: string): string {
  return `方案 “样例” 2026年度 第1版
考核对象 “单位”
等次 “优秀”、“良好”、“一般”
${facts}指标 1 “甲” 50 分
  ${inItem}
指标 2 “乙” 50 分
  “N”超过 100 的，扣 20 分
等次评定按总分
  “优秀”：90 分以上
  “良好”：70 分以上
  “一般”：其余
${rules}
`
}

/** What a result is looked at for: items, total, grade, awards and outcomes. */
function summary(result: UnitResult): string {
  const { items, total, bonus, penalty, grade, awards, outcomes, amounts } = result
  return [items['1'], bonus, penalty, total, grade, ...awards, ...outcomes, ...Object.values(amounts ?? {})].join(' ')
}

const plain = '有“G”的，扣 0 分'

/** The rule, what it gives, and what is given where the exception holds: G yes, N 4, two records a and b. */
const ofItems: readonly (readonly [string, string, string])[] = [
  ['有“G”的，扣 5 分', '45', '50'],
  ['“G”、“X”每缺一项扣 5 分', '45', '50'],
  ['每件“N”扣 0.5 分，最多扣 1 分', '49', '50'],
  ['扣“N”分', '46', '50'],
  ['就高扣分：有“G”的，扣 3 分；“N”超过 3 的，扣 5 分', '45', '50'],
  ['“N”高于 2 的，每高 1 扣 0.5 分，不足 1 的不计', '49', '50'],
  ['每开展 1 次“N”得 2.5 分', '10', '0'],
  ['“R”按“级别”扣分：“a”1 分，“b”2 分', '47', '50'],
]

const ofRules: readonly (readonly [string, string, string])[] = [
  ['每项“N”加 2 分，最高加 5 分', '50 5 0 105 优秀', '50 0 0 100 优秀'],
  ['有“G”的，加 3 分', '50 3 0 103 优秀', '50 0 0 100 优秀'],
  ['有“G”的，加“N”分，最高加 3 分', '50 3 0 103 优秀', '50 0 0 100 优秀'],
  ['“R”按“级别”加分：“a”3 分，“b”2 分', '50 5 0 105 优秀', '50 0 0 100 优秀'],
  ['每次“N”减 2 分，最多减 5 分', '50 0 5 95 优秀', '50 0 0 100 优秀'],
  ['每项“N”加 2 分\n加分合计最高 6 分', '50 6 0 106 优秀', '50 8 0 108 优秀'],
  ['每项“N”减 2 分\n减分合计最多 6 分', '50 0 6 94 优秀', '50 0 8 92 优秀'],
  ['总分最高 80 分', '50 0 0 80 良好', '50 0 0 100 优秀'],
  ['有“G”的，总分最高 80 分', '50 0 0 80 良好', '50 0 0 100 优秀'],
  ['有“G”的，总分计 0 分', '50 0 0 0 一般', '50 0 0 100 优秀'],
  ['有“G”的，不得评为“优秀”', '50 0 0 100 良好', '50 0 0 100 优秀'],
  ['评为“优秀”须 “N”超过 5', '50 0 0 100 良好', '50 0 0 100 优秀'],
  ['有“G”的，不确定等次', '50 0 0 100 ', '50 0 0 100 优秀'],
  ['有“G”的，定为“一般”', '50 0 0 100 一般', '50 0 0 100 优秀'],
  ['有“G”的，降 1 档', '50 0 0 100 良好', '50 0 0 100 优秀'],
  ['按“R”的“级别”降档：“a”不降，“b”降 2 档', '50 0 0 100 一般', '50 0 0 100 优秀'],
  ['有“G”的，授予“A”', '50 0 0 100 优秀 A', '50 0 0 100 优秀'],
  ['总分前 1 名，授予“A”', '50 0 0 100 优秀 A', '50 0 0 100 优秀'],
  ['总分前 1 名，授予“A”\n有“G”的，不得授予“A”', '50 0 0 100 优秀', '50 0 0 100 优秀 A'],
  ['有“G”的，予以“O”', '50 0 0 100 优秀 O', '50 0 0 100 优秀'],
  ['“报酬”为 800 × “N”', '50 0 0 100 优秀 3200', '50 0 0 100 优秀'],
]

function judged(text: string, excepted: boolean): UnitResult {
  const { scheme, problems } = compile(text)
  expect(scheme, JSON.stringify(problems)).toBeDefined()
  const rows = [{ 级别: 'a' }, { 级别: 'b' }]
  const unit = { unit: '甲', kind: '单位', facts: { G: true, X: excepted, N: 4, R: rows } }
  return loadScheme(JSON.parse(JSON.stringify(scheme))).assessAll([unit]).results[0]!
}

/** The text itself, and in English and back. */
function bothWays(text: string): readonly string[] {
  const english = format(text, { to: 'en' }).text
  expect(english).toContain('except when "X"')
  expect(format(english, { to: 'zh' }).text).toBe(format(text).text)
  return [text, english]
}

describe('except when', () => {
  it.each(ofItems)('ends `%s` in an item', (rule, acting, excepted) => {
    for (const text of bothWays(textOf(`${rule}，有“X”的除外`, ''))) {
      expect([judged(text, false).items['1'], judged(text, true).items['1']]).toEqual([acting, excepted])
    }
  })

  it.each(ofRules)('ends `%s`', (rule, acting, excepted) => {
    for (const text of bothWays(textOf(plain, `${rule}，有“X”的除外`))) {
      expect([summary(judged(text, false)), summary(judged(text, true))]).toEqual([acting, excepted])
    }
  })

  it.each([
    ['“N”超过 3 的，扣 1 分\n  有“G”的，本项不得分', '0', '49'],
    ['扣“N”分\n  有“G”的，不涉及本项，计满分', '50', '46'],
    ['扣“N”分\n  有“G”的，本项另加 2 分', '48', '46'],
    ['扣“N”分\n  本项另按每项“N”加 2 分，最多加 5 分', '51', '46'],
  ])('ends `%s` beside another rule', (rules, acting, excepted) => {
    for (const text of bothWays(textOf(`${rules}，有“X”的除外`, ''))) {
      expect([judged(text, false).items['1'], judged(text, true).items['1']]).toEqual([acting, excepted])
    }
  })

  it.each([
    ['按“级”计分：“a”满分，“b”得 85%', ''],
    ['按“率”比例计分', ''],
    ['直接评分', ''],
    ['得分为 40', ''],
    [plain, '降档就高，不累计'],
    [plain, '等次最多比“上年”高 1 档'],
  ])('after `%s` `%s` it is a mistake that is named', (inItem, rule) => {
    const end = '，有“X”的除外'
    const text = textOf(rule === '' ? inItem + end : inItem, rule === '' ? '' : rule + end)
    for (const one of [text, text.replaceAll(end, ' except when "X"')]) {
      expect(compile(one).problems.map(({ code }) => code)).toContain('no-exception-here')
    }
  })
})

describe('加 1 分 below a definition in steps', () => {
  const below = (gap: string): string =>
    textOf(plain, `定义 “D” 为 3，每步保持在 1 至 5\n  有“G”的，加 1\n${gap}  有“X”的，加 1 分\n总分最高“D”分`)

  it('is warned of, with the step as the fix; an empty line says that it is meant', () => {
    const text = below('')
    const problem = compile(text).problems.find(({ code }) => code === 'bonus-below-steps')
    const [edit] = problem!.fix!.edits
    const fixed = text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end)
    expect(fixed).toContain('有“X”的，加 1\n')
    // 3 and a step, then two: the limit on the total.
    expect([judged(fixed, false).total, judged(fixed, true).total]).toEqual(['4', '5'])
    expect(compile(fixed).problems.map(({ code }) => code)).not.toContain('bonus-below-steps')
    expect(compile(below('\n')).problems.map(({ code }) => code)).not.toContain('bonus-below-steps')
  })
})
