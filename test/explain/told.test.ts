/** What an explanation says, in a scheme small enough to work out by hand. */
import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toText } from '@merit/engine/explain'
import { expect, test } from 'vitest'

const { scheme: compiled, problems } = compile(`方案 “S” 2026年度 第1版
满分 100 分
考核对象 “镇”
等次 “好”、“较好”、“一般”、“差”
数据
  “计划”：有或无
  “开放”：是或否，未填视为无
  “票”：多个 0 到 100 的数
  “违纪”：有或无，未填视为无
  “失信”：有或无，未填视为无
  “表彰”：记录，未填视为无
    其中“事项”：文字
    其中“级别”：“省级”、“市级”之一
    其中“说明”：文字
板块 “甲” 满分 100 分
  “票”的平均分
板块 “乙” 满分 100 分
指标 1 “乙一” 100 分
  缺少“计划”扣 40 分
  “开放”的，不涉及本项，不计入
总分
  “甲”占 60%
  “乙”占 40%
  每项“表彰”加 1 分，最多加 6 分
  加分合计最高 4 分
  有“失信”的，总分最高 80 分
等次评定按总分
  “好”：90 分以上，1 个名额
  “较好”：80 分以上
  “一般”：其余
  总分相同的，“甲”得分高者在前
  有“违纪”的，降 1 档
  有“失信”的，降 2 档
  降档就高，不累计
总分前 1 名，授予“奖”`)
if (compiled === undefined) throw new Error(problems.map(({ code }) => code).join(', '))
const record = { 事项: '修路', 级别: '省级', 说明: '' }
const { results } = loadScheme(compiled, { ranges }).assessAll([
  { unit: 'A', facts: { 计划: true, 票: [95] } },
  { unit: 'B', facts: { 计划: true, 票: [97], 开放: true } },
  { unit: 'C', facts: { 计划: true, 票: [95], 违纪: true, 失信: true } },
  { unit: 'D', facts: { 计划: true, 票: [50], 表彰: [record] } },
  { unit: 'E', facts: { 计划: true, 票: [50], 表彰: Array.from({ length: 5 }, () => record) } },
])

/** The lines with two blanks a level. */
function linesOf(unit: string, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const result = results.find((one) => one.unit === unit)
  if (result === undefined) throw new Error(`no unit ${unit}`)
  return toText(explain(result, { language })).split('\n')
}

/** The lines from the one that begins so, up to the last that is below it. */
function below(lines: readonly string[], start: string): readonly string[] {
  const from = lines.findIndex((line) => line.trim().startsWith(start))
  const depth = (line: string): number => line.length - line.trimStart().length
  const rest = lines.slice(from + 1)
  const end = rest.findIndex((line) => depth(line) <= depth(lines[from] ?? ''))
  return [lines[from] ?? '', ...rest.slice(0, end)].map((line) => line.trim())
}

test('what is true or false is said so', () => {
  expect(linesOf('B')).toContain('        开放 = 是')
  expect(linesOf('B', 'en')).toContain('        开放 = true')
  expect(linesOf('C')).toContain('    失信 = 有')
})

test('rules that came to nothing stand in a line each; a cap on all bonuses says what they come to, not of what', () => {
  expect(below(linesOf('D'), '未触发')).toEqual([
    '未触发的 2 条：',
    '加分合计最高 4 分（加分 = 1 分）',
    '有“失信”的，总分最高 80 分（失信未填，按“无”计）',
  ])
  expect(below(linesOf('D', 'en'), 'Did not apply')).toEqual([
    'Did not apply, 2 rules:',
    '加分合计最高 4 分 (bonus = 1)',
    '有“失信”的，总分最高 80 分 (失信 not reported, counts as no)',
  ])
  // Five at 1 point each, at most 4.
  expect(below(linesOf('E'), '加分合计最高 4 分')).toEqual(['加分合计最高 4 分（第 25 行）：5 → 4'])
})

test('one rule that came to nothing stands in one line', () => {
  expect(linesOf('E')).toContain('  未触发：有“失信”的，总分最高 80 分（失信未填，按“无”计）')
  expect(linesOf('E', 'en')).toContain('  Did not apply: 有“失信”的，总分最高 80 分 (失信 not reported, counts as no)')
})

test('a text that is not filled in is left out of its record', () => {
  expect(linesOf('D')).toContain('      事项 修路，级别 省级：计入')
})

test('a part that is left out has no calculation', () => {
  expect(linesOf('B')).toContain('  “乙”占 40%（第 23 行）：不涉及，不计入，权重由其他各项分摊')
  expect(linesOf('B', 'en')).toContain(
    '  “乙”占 40% (line 23): does not apply, left out; its weight is shared by the others',
  )
})

test('of several grounds to downgrade the ones that do not count are named, with the sentence that says so', () => {
  expect(below(linesOf('C'), '第 10 步').slice(1)).toEqual([
    '失信 = 有',
    '降档就高，不累计（第 34 行）：只按降得最多的一条降档，以下不再累计',
    '有“违纪”的，降 1 档（第 32 行）：本应降 1 档，不计',
  ])
  expect(linesOf('C', 'en').map((line) => line.trim())).toContain(
    '有“违纪”的，降 1 档 (line 32): 1 down by itself, does not count',
  )
  expect(linesOf('A').join()).not.toContain('降档就高')
})

test('who lost a tie-break is told by which score, and both figures', () => {
  // Both have 97: A 95 × 60% + 40, B 97 of the only part that counts.
  const tied = '总分相同，再比板块“甲”得分：本单位 95 分，界线 97 分'
  expect(linesOf('A').filter((line) => line.includes(tied))).toEqual([
    `  第 9 步　“好”：90 分以上，1 个名额（第 28 行） → 总分 97，排第 2（共 2 个），名额 1 个，界线 97 分，${tied}，没有名额`,
    `  总分前 1 名，授予“奖”（第 35 行） → 未获“奖”，排第 2（共 5 个），须在前 1 名，界线 97 分，${tied}`,
  ])
  expect(linesOf('A', 'en').join()).toContain('tied on the total, by part "甲" 95, edge 97')
  expect(linesOf('B').join()).not.toContain('再比')
  expect(linesOf('C').join()).not.toContain('再比')
})
