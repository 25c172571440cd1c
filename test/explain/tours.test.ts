import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { loadScheme, type UnitData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { explain, toHtml, toMarkdown, toText } from '@merit/engine/explain'

const tours = new URL('../tours/', import.meta.url)

/** The explanation's lines without their indentation. */
function linesOf(language: 'zh' | 'en', set: string, unit: string): readonly string[] {
  const { scheme } = compile(readFileSync(new URL(`tour.${language}.merit`, tours), 'utf8'))
  const units = JSON.parse(readFileSync(new URL(`${set}.${language}.json`, tours), 'utf8')) as readonly UnitData[]
  const result = loadScheme(scheme, { ranges })
    .assessAll(units)
    .results.find((each) => each.unit === unit)
  if (result === undefined) throw new Error(`no unit ${unit}`)
  return toText(explain(result, { language }))
    .split('\n')
    .map((line) => line.trim())
}

test('a town learns what each rule took and how its total came about', () => {
  const lines = linesOf('zh', 'units', '岭上镇')
  expect(lines).toEqual(
    expect.arrayContaining([
      '总分 99.87 分（满分 100 分）　第 1 名（共 6 名）　等次：良好',
      '板块“党建实绩”：85.7 分（满分 100 分，失 14.3 分）',
      '扣 1.5 分：每件“信访件”扣 0.5 分，最多扣 4 分（第 48 行）',
      '信访件 = 3 件',
      '得 8.1 分：按“服务完成率”比例计分（第 61 行）',
      '服务完成率 = 81%',
      '评议票：“好”4 个、“较好”7 个，共 11 个；合计 4 × 100 + 7 × 80 = 960；平均 960 ÷ 11 ≈ 87.2727',
      '960/11 → 87.27（保留 2 位小数，四舍五入）',
      '“党建实绩”占 60%（第 78 行）：85.7 ÷ 100 × 60% × 100 = 51.42',
      '事项 村部建设，级别 国家级，日期 2026-06-11：计 10',
      '事项 敬老院，级别 省级，日期 2026-07-01：计 6',
      // 17.454 + 16 + 51.42 = 84.874
      '84.874 + 15 = 99.874',
      '99.874 → 99.87（保留 2 位小数，四舍五入）',
      '第 8 步　有“违纪违法”的，不得评为“优秀”（第 99 行） → 不得评为“优秀”',
      '第 9 步　“优秀”：前 2 名（第 89 行） → 因第 8 步的限制不参加',
      '第 9 步　“良好”：其余（第 91 行） → 评为“良好”',
    ]),
  )
  expect(lines.find((line) => line.startsWith('加 15 分'))).toMatch(
    /^加 15 分（合计 16，最多 15）：本年度的“表彰”按“级别”加分/,
  )
  const [lost, full] = ['1.2 议事规则与领导决策', '满分：1.1'].map((start) =>
    lines.findIndex((line) => line.startsWith(start)),
  )
  expect(lost).toBeLessThan(full as number)
})

test('a bureau learns why it lost a point, in English', () => {
  expect(linesOf('en', 'units', 'Culture Bureau')).toEqual(
    expect.arrayContaining([
      'Total 76.75 of 100 · rank 5 of 6 · grade: average',
      'costs 4 (6 in all, at most 4): each "petition" costs 0.5, at most 4 (line 48)',
      'petition = 12 cases',
      '20 − 5 − 10 − 4 − 3 = −2; an item does not fall below 0: 0',
      '40% average of "leader ratings" (line 66): average 620/7 ÷ 100 × 40% × 100 = 248/7 ≈ 35.4286',
      'leader ratings: 85, 88, 89, 97, 77, 90, 94 (7 in all); sum 620; average 620 ÷ 7 ≈ 88.5714',
      '2902/35 → 82.91 (2 decimals, half up)',
      'Step 9 · "good": from 75 (line 95) → total 76.75: graded "good"',
      'Step 10 · downgrade on an "inspection finding" (line 100) → 1 down: "good" → "average"',
    ]),
  )
})

test('who is just outside learns where the edge lay', () => {
  // Shares of 50% of 6 units are 3 places; the third went to a total of 94.51.
  expect(linesOf('zh', 'units', '交通局')).toContain(
    '第 9 步　“优秀”：90 分以上，不超过 50%（第 94 行） → 总分 93.28，排第 4（共 4 个），名额 3 个（按 6 个单位计），界线 94.51 分，没有名额',
  )
  expect(linesOf('zh', 'units-edges', '雪松镇')).toEqual(
    expect.arrayContaining([
      '第 9 步　“优秀”：前 2 名（第 89 行） → 排第 2（共 7 个），前 2 名，界线 98.07 分，评为“优秀”',
      '等次为“优秀”的前 1 名，各类统一排名，授予“党建示范点”（第 103 行） → 未获“党建示范点”，排第 2（共 5 个），须在前 1 名，界线 98.37 分',
    ]),
  )
})

test('of one matter only the highest counts, and its records say so', () => {
  expect(linesOf('en', 'units', 'Riverside')).toEqual(
    expect.arrayContaining([
      'matter clean rivers, level provincial, date 2026-05-20: 6',
      'matter clean rivers, level municipal, date 2026-03-01: does not count (3), another record of "clean rivers" is higher',
    ]),
  )
})

test('who lacks facts learns which and what for; the others, that their grade may move', () => {
  const lines = linesOf('zh', 'units-incomplete', '海带局')
  expect(lines).toEqual(
    expect.arrayContaining([
      '数据不全，暂不计总分，不定等次。尚缺以下数据：',
      '“档案等次”（用于 2.2 档案管理）',
      '“职工评分”（用于 民主测评）',
      // 档案 0 to 20 points, 60% of the total; staff 0 to 100, 60% of a part that is 20%: 75.006 to 99.006.
      '总分在 75.01 至 99.01 分之间，等次可能为“优秀”或“良好”，名次在第 1 至 5 名之间；可能授予“党建示范点”；待补：“档案等次”（最多影响 12 分）、“职工评分”（最多影响 12 分）。',
      '2.2 档案管理：0 至 20 分',
    ]),
  )
  expect(lines.filter((line) => /^(板块|第 9 步)/.test(line))).toEqual([])
  expect(linesOf('zh', 'units-incomplete', '月桂局')).toEqual(
    expect.arrayContaining([
      '暂定：还有单位数据不全或尚待复核，但本单位等次不会再变；授予和结果运用待定。',
      '等次已定：“优秀”，名次在第 1 至 2 名之间；可能授予“党建示范点”。',
    ]),
  )
})

test('names with markup and control signs stay text, from the scheme to the page', () => {
  const name = '<img src=x onerror=alert(1)> **b** [l](x)'
  const { scheme } = compile(`方案 “${name}” 2026年度 第1版
满分 10 分
考核对象 “${name}”
数据
  “${name}”：有或无
指标 1 “${name}” 10 分
  缺少“${name}”扣 4 分`)
  const unit = `${name}\u0007\u202e`
  const result = loadScheme(scheme, { ranges }).assess({ unit, kind: name, facts: { [name]: false } })
  const explanation = explain(result, { language: 'zh' })
  const html = toHtml(explanation)
  expect(html.replaceAll('\n', '')).not.toMatch(/<img|<b>|[\p{Cc}\p{Cf}]/u)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; **b** [l](x)␇�')
  expect(toMarkdown(explanation)).not.toMatch(/(?<!\\)(<img|\*\*b\*\*|\[l\])/)
  expect(toText(explanation)).toContain(`${name}␇�`)
})
