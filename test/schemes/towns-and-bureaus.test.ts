/** The towns' and bureaus' scheme: what the source states, and all 117 sample units worked out by hand-written rules. */
import type { UnitData } from '@merit/engine'
import { describe, expect, it } from 'vitest'
import { average, compare, exactly, over, plus, sum, textOf, times, toHundredths, type Fraction } from './fraction.js'
import { readScheme } from './read-scheme.js'

type Facts = Readonly<Record<string, unknown>>
type Projects = readonly Readonly<Record<string, string>>[]

const { problems, examples, compilation, units, results } = readScheme('towns-and-bureaus', 'towns-and-bureaus-2018')

const ofTowns = [
  '镇街组织体系建设',
  '镇街党员教育管理',
  '镇街组织生活落实',
  '镇街党建责任落实',
  '镇街阵地建设',
  '后进党组织整顿',
  '村（社区）干部队伍建设',
  '两新组织党建',
  '党建引领基层治理',
  '镇街党员服务群众',
]
const ofBureaus = [
  '机关组织体系建设',
  '机关党员教育管理',
  '机关组织生活落实',
  '机关党建责任落实',
  '模范机关建设',
  '行业系统党建指导',
  '机关与基层结对共建',
  '机关作风建设',
]

const numbers = (facts: Facts, fact: string): readonly number[] => facts[fact] as number[]

/** The mean over the bodies that scored an item, then over the items that anybody scored. */
function workOf(facts: Facts, items: readonly string[]): Fraction {
  const means = items
    .map((item) => numbers(facts, item))
    .filter((marks) => marks.length > 0)
    .map(average)
  return toHundredths(over(sum(means), exactly(means.length)))
}

function votesOf(facts: Facts): Fraction {
  const worth: Readonly<Record<string, number>> = { 好: 100, 较好: 80, 一般: 60, 差: 40 }
  return toHundredths(average((facts['述职评议票'] as string[]).map((vote) => worth[vote]!)))
}

function evaluationOf(facts: Facts): Fraction {
  const leaders = times(average(numbers(facts, '领导自评')), exactly('0.4'))
  const staff = times(average(numbers(facts, '民主评议')), exactly('0.6'))
  return toHundredths(plus(leaders, staff))
}

const prizeOf = (facts: Facts): Fraction =>
  exactly({ 一等奖: 100, 二等奖: 90, 其他等次奖: 80 }[facts['年度工作综合奖'] as string]!)

/** Five points for each project declared by 31 March, approved, and on a ground that counts; fifteen at most. */
function bonusOf(facts: Facts): number {
  const grounds = new Set(['市级以上表彰', '市级以上领导批示肯定', '作为经验推广'])
  const counted = ((facts['自选创新工作'] ?? []) as Projects).filter(
    (project) =>
      project['上报日期']! <= '2018-03-31' && project['年底评定'] === '通过' && grounds.has(project['认定依据']!),
  )
  return Math.min(15, 5 * counted.length)
}

function workedOut({ unit, kind, facts }: UnitData) {
  const town = kind === '镇街'
  const opinion = town ? votesOf(facts) : evaluationOf(facts)
  const work = workOf(facts, town ? ofTowns : ofBureaus)
  const prize = prizeOf(facts)
  const bonus = bonusOf(facts)
  const weighted = [times(opinion, exactly('0.2')), times(prize, exactly('0.2')), times(work, exactly('0.6'))]
  const parts = town
    ? { 述职评议: opinion, 年度工作考评: prize, 镇街党建实绩: work }
    : { 民主测评: opinion, 年度工作考评: prize, 市直单位党建实绩: work }
  return { unit, kind, parts, bonus, total: toHundredths(plus(sum(weighted), exactly(bonus))) }
}

const all = units.map(workedOut)

/** Rank from either end decides: so many from the top are excellent, so many from the bottom average, the rest good. */
function gradeOf(one: (typeof all)[number]): string {
  const places = one.kind === '镇街' ? 10 : 30
  const field = all.filter(({ kind }) => kind === one.kind)
  if (field.filter(({ total }) => compare(total, one.total) > 0).length < places) return '优秀'
  return field.filter(({ total }) => compare(total, one.total) < 0).length < places ? '一般' : '良好'
}

const outcomes: Readonly<Record<string, readonly string[]>> = {
  优秀: ['通报表扬', '选树典型和经验推广优先考虑'],
  良好: [],
  一般: ['提醒', '列为下一年度班子建设督导重点'],
}

describe('what the source states', () => {
  it('has no problems, and its examples hold', () => {
    expect(problems).toEqual([])
    expect(examples).toHaveLength(3)
    for (const example of examples) expect(example).toMatchObject({ passed: true })
  })

  it('each kind has three parts, 20%, 20% and 60%', () => {
    const weights = compilation.parsed.scheme.totals.map(({ sentence, lines }) => [
      sentence.kinds.map(({ raw }) => raw),
      lines.map(({ weight }) => weight?.text),
    ])
    expect(weights).toEqual([
      [['镇街'], ['20', '20', '60']],
      [['市直单位'], ['20', '20', '60']],
    ])
  })
})

describe('32 towns and 85 bureaus, worked out apart from the engine', () => {
  it('are as many as the scheme says', () => {
    expect(['镇街', '市直单位'].map((kind) => all.filter((one) => one.kind === kind).length)).toEqual([32, 85])
  })

  for (const one of all) {
    it(`${one.unit}`, () => {
      const grade = gradeOf(one)
      expect(results.get(one.unit)).toMatchObject({
        parts: Object.fromEntries(Object.entries(one.parts).map(([part, score]) => [part, textOf(score)])),
        bonus: String(one.bonus),
        penalty: '0',
        total: textOf(one.total),
        rank: all.filter(({ kind, total }) => kind === one.kind && compare(total, one.total) > 0).length + 1,
        grade,
        awards: [],
        outcomes: outcomes[grade],
        missing: [],
        status: 'final',
      })
    })
  }
})

describe('where the samples were meant to stand', () => {
  const of = (unit: string) => {
    const { total, rank, grade } = results.get(unit)!
    return [total, rank, grade]
  }
  const graded = (kind: string, grade: string) =>
    [...results.values()].filter((result) => result.kind === kind && result.grade === grade).length

  it('two towns share the tenth place: eleven are excellent', () => {
    expect(of('高坪镇')).toEqual(['95.07', 10, '优秀'])
    expect(of('横山镇')).toEqual(['95.07', 10, '优秀'])
    expect(of('凤岗山镇')).toEqual(['92.56', 12, '良好'])
    expect(['优秀', '良好', '一般'].map((grade) => graded('镇街', grade))).toEqual([11, 11, 10])
  })

  it('two bureaus share the thirtieth place from the end: thirty-one are average', () => {
    expect(of('市文化广电新闻出版局')).toEqual(['90.15', 55, '一般'])
    expect(of('市委政研室')).toEqual(['90.15', 55, '一般'])
    expect(of('市机关事务管理局')).toEqual(['90.2', 54, '良好'])
    expect(['优秀', '良好', '一般'].map((grade) => graded('市直单位', grade))).toEqual([30, 24, 31])
  })

  it('the bonus lies on top of the full marks and stops at 15', () => {
    expect(of('市财政局')).toEqual(['109.19', 1, '优秀'])
    expect(results.get('市委政法委')?.bonus).toBe('15')
  })

  it('an item that nobody scored leaves its weight to the others', () => {
    expect(units.find(({ unit }) => unit === '高坪镇')?.facts['两新组织党建']).toEqual([])
    expect(results.get('高坪镇')?.status).toBe('final')
  })
})
