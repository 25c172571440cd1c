/** What is found of all units together reaches the explanation of the units that it concerns. */
import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toText } from '@merit/engine/explain'
import { expect, test } from 'vitest'

const { scheme: compiled, problems } = compile(`方案 “S” 2026年度 第1版
满分 100 分
考核对象 “镇”、“局”
等次 “好”、“差”
数据
  “逾期”：数量（件），未填视为 0
  “局评分”：0 到 100 的数
测评票 “互评”：0 到 100 的数
  “互评”中 90 分以上的个数超过 1 的，作废
板块 “镇分” 满分 100 分，适用于“镇”
  “互评”的平均分
板块 “局分” 满分 100 分，适用于“局”
  得分为 “局评分”
总分（“镇”）
  “镇分”占 100%
总分（“局”）
  “局分”占 100%
等次评定按总分
  “好”：50 分以上
  “差”：其余
须 同类中“逾期”高于 0 的占比不超过 10%`)

function scheme() {
  if (compiled === undefined) throw new Error(problems.map(({ code }) => code).join(', '))
  return loadScheme(compiled, { ranges })
}

const data = {
  units: [
    { unit: '东', kind: '镇', facts: { 逾期: 1 } },
    { unit: '西', kind: '镇', facts: {} },
    { unit: '财', kind: '局', facts: { 局评分: 80 } },
  ],
  ballots: {
    互评: [
      { rater: '甲', marks: { 东: 95, 西: 96 } },
      { rater: '乙', marks: { 东: 80, 西: 60 } },
    ],
  },
}

function told(unit: string, language: 'zh' | 'en'): string {
  const result = scheme()
    .assessAll(data)
    .results.find((one) => one.unit === unit)
  return toText(explain(result!, { language }))
}

test('a unit hears of a condition that its kind does not meet, and of ballots on it that are void', () => {
  // One of two towns has something overdue: a half.
  const [, section = ''] = told('西', 'zh').split('同类单位和测评票的情况')
  expect(
    section
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual([
    '须 同类中“逾期”高于 0 的占比不超过 10%（第 21 行）：同类单位不符合，实际为 0.5（2 个中的 1 个）；不影响得分',
    '测评票“互评”：共 2 张，作废 1 张，不计入得分',
    '作废：甲：“互评”中 90 分以上的个数超过 1 的，作废（第 9 行）',
  ])
  const [, english = ''] = told('西', 'en').split('The kind as a whole, and ballots')
  expect(english).toContain('does not hold for the kind, it is 0.5 (1 of 2); scores stay')
  expect(english).toContain('ballots "互评": 2 cast, 1 void and not counted')
})

test('a unit of another kind, without marks, does not', () => {
  expect(told('财', 'zh')).not.toContain('同类单位和测评票的情况')
})

test('a unit by itself waits for its grade, and where scores look at the others for its scores too', () => {
  const alone = (score: string, grading: string): string => {
    const { scheme: one } = compile(`方案 “S” 2026年度 第1版
满分 100 分
考核对象 “局”
等次 “好”、“差”
数据
  “评分”：1 到 100 的数
指标 1 “事” 100 分
  得分为 ${score}
等次评定按总分${grading}
  “差”：其余`)
    const result = loadScheme(one, { ranges }).assess({ unit: '财', kind: '局', facts: { 评分: 80 } })
    return (['zh', 'en'] as const).map((language) => toText(explain(result, { language }))).join('')
  }
  const byRank = alone('“评分”', '排名\n  “好”：前 1 名')
  expect(byRank).toContain('\n等次要与同类单位一起评定，此处只有本单位。')
  expect(byRank).toContain('\nThe grade needs all units of the kind together')
  const overField = alone('“评分” ÷ 同类“评分”的最高值 × 100', '\n  “好”：50 分以上')
  expect(overField).toContain('\n得分和等次要与同类单位一起评定，此处只有本单位。')
  expect(overField).toContain('\nScores and grade need all units of the kind together')
})
