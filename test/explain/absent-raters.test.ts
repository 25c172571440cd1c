import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toText } from '@merit/engine/explain'

/** What the explanation of a branch says of its marks: three of five delegates, then none; the fact says how many members there are. */
function marksOf(language: 'zh' | 'en', facts: Readonly<Record<string, unknown>>): readonly string[] {
  const { scheme } = compile(readFileSync(new URL('../patterns/C1/scheme.zh.merit', import.meta.url), 'utf8'))
  const result = loadScheme(scheme, { ranges }).assess({
    unit: '甲',
    facts: { 班子评分: [90], 党员评分: [80, 90], ...facts },
  })
  return toText(explain(result, { language }))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(党员|代表)评分/.test(line))
}

test('an average says how many raters were absent, what they counted, and what all came to', () => {
  expect(marksOf('zh', { 党员人数: 3, 代表评分: [80, 90, 100] })).toEqual([
    '党员评分：80、90，共 2 个；合计 170；缺评 1 人按 0 分计，共 170；平均 170 ÷ 3 ≈ 56.6667',
    '代表评分：80、90、100，共 3 个；合计 270；缺评 2 人按 60 分计，共 390；平均 390 ÷ 5 = 78',
  ])
})

test('nothing is said of absent raters where all have marked, and all are absent where none has', () => {
  expect(marksOf('en', { 党员人数: 2, 代表评分: [] })).toEqual([
    '党员评分: 80, 90 (2 in all); sum 170; average 170 ÷ 2 = 85',
    '代表评分: none; sum 0; 5 absent, counted as 60 each: 300 in all; average 300 ÷ 5 = 60',
  ])
})
