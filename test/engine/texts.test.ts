/** Texts that go with a result: remarks on items, whom an outcome concerns, and until when. */
import { compile } from '@merit/dsl'
import { loadScheme, type UnitData } from '@merit/engine'
import { explain, toText } from '@merit/engine/explain'
import { referenceAssessAll } from '@merit/engine/reference'
import { expect, it } from 'vitest'

const compiled = compile(`方案 “样例” 2026年度
考核对象 “镇”
等次 “合格”、“不合格”

数据
  “得分”：0 到 100 的数
  “点评”：文字
  “总评”：文字
  “责任人”：文字

板块 “业务” 满分 100 分
  评语 “总评”
指标 1 “工作” 100 分
  得分为 “得分”
  评语 “点评”

等次评定按总分
  “合格”：60 分以上
  “不合格”：其余

等次为“不合格”的，对“责任人”予以“约谈”，限 2027 年 1 月 31 日前完成
等次为“不合格”的，予以“通报”`).scheme!
const scheme = loadScheme(compiled)

const wording = '台账不全，（详见附件“一”）'
const units: readonly UnitData[] = [
  { unit: '甲', facts: { 得分: 50, 点评: ` ${wording} `, 责任人: '赵某' } },
  { unit: '乙', facts: { 得分: 59, 总评: '尚可' } },
  { unit: '丙', facts: { 得分: 60, 责任人: '孙某' } },
  { unit: '丁', facts: { 点评: '待补' } },
]
const [first, second, third, fourth] = scheme.assessAll(units).results

it('stand in the results as they were written', () => {
  expect(first).toMatchObject({
    status: 'final',
    outcomes: ['约谈', '通报'],
    outcomeDetails: { 约谈: { for: '赵某', by: '2027-01-31' } },
    remarks: { 1: [wording] },
  })
  expect(second).toMatchObject({
    outcomeDetails: { 约谈: { for: null, by: '2027-01-31' } },
    remarks: { 业务: ['尚可'] },
  })
})

it('are no data that a score waits for, and stand with what is incomplete', () => {
  expect(third).toMatchObject({ status: 'final', outcomes: [] })
  expect(third).not.toHaveProperty('outcomeDetails')
  expect(third).not.toHaveProperty('remarks')
  expect(fourth).toMatchObject({ status: 'incomplete', missing: ['得分'], remarks: { 1: ['待补'] } })
})

it('are told in the explanation, in both languages', () => {
  expect(toText(explain(first!, { language: 'zh' }))).toContain(`评语：${wording}`)
  expect(toText(explain(first!, { language: 'zh' }))).toContain('对赵某予以“约谈”，限 2027-01-31 前完成')
  expect(toText(explain(second!, { language: 'en' }))).toContain(
    '"约谈" follows for "责任人" (not reported), by 2027-01-31',
  )
})

it('are the same by the reference', () => {
  const { results } = referenceAssessAll(compiled, { units })
  expect(results.map(({ outcomeDetails, remarks }) => ({ outcomeDetails, remarks }))).toEqual(
    [first!, second!, third!, fourth!].map(({ outcomeDetails, remarks }) => ({ outcomeDetails, remarks })),
  )
})
