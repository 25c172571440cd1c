/** I6: what one compiled scheme gives is what another is given, to the last digit. */
import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { expect, it } from 'vitest'
import { schemeOf } from './patterns.js'

const county = compile(
  [
    '方案 “县级考核” 2026年度',
    '满分 100 分',
    '得分保留 2 位小数，四舍五入',
    '考核对象 “乡镇”',
    '等次 “优秀”、“合格”、“不合格”',
    '数据',
    '  “评议”：多个 0 到 100 的数',
    '指标 1 “评议” 100 分',
    '  得分为 “评议”的平均分',
    '等次评定按总分',
    '  “优秀”：90 分以上',
    '  “合格”：60 分以上',
    '  “不合格”：其余',
  ].join('\n'),
)

it('the score and grade of one appraisal are facts of the next', () => {
  // (86 + 87 + 87) ÷ 3 = 86.666…, rounded to 86.67 by the county's own sentence.
  const first = loadScheme(county.scheme).assessAll([{ unit: '临河镇', facts: { 评议: [86, 87, 87] } }])
  const [{ unit, total, grade }] = first.results as [(typeof first.results)[number]]
  expect([total, grade]).toEqual(['86.67', '合格'])
  const facts = { 县级考核得分: total ?? '', 县级考核等次: grade, 群众满意度: '99.5' }
  const second = loadScheme(compile(schemeOf('I6', 'zh')).scheme).assessAll([{ unit, facts }])
  // 86.67 × 60% + 40 × 99.5% = 52.002 + 39.8; excellent needs the county's excellent.
  expect(second.results[0]).toMatchObject({ total: '91.802', grade: '合格' })
})
