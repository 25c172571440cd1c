/** The county organs' scheme: what the source states, and all 72 sample organisations worked out by hand-written rules. */
import type { UnitData } from '@merit/engine'
import { describe, expect, it } from 'vitest'
import {
  average,
  compare,
  exactly,
  higher,
  lower,
  minus,
  over,
  sum,
  textOf,
  times,
  toHundredths,
  whole,
  zero,
  type Fraction,
} from './fraction.js'
import { readScheme } from './read-scheme.js'

type Facts = Readonly<Record<string, unknown>>

const { compilation, problems, examples, units, results } = readScheme(
  'yujiang-county-organs',
  'yujiang-county-organs-2023',
)

const commendation = '全县基层党建工作先进党支部'
const title = '机关党建工作示范点'
const visits = ['重大节日走访', '生病住院走访', '遭遇灾祸走访', '病逝走访', '生产生活困难走访']

const count = (facts: Facts, fact: string): number => (facts[fact] as number | undefined) ?? 0
const yes = (facts: Facts, fact: string): boolean => (facts[fact] as boolean | undefined) ?? false
const absent = (facts: Facts, ...names: readonly string[]): number => names.filter((name) => !yes(facts, name)).length
const percent = (facts: Facts, fact: string): Fraction => exactly(facts[fact] as string)
const worth = (facts: Facts, fact: string, points: Readonly<Record<string, string>>): Fraction =>
  exactly(points[facts[fact] as string]!)

/** The points of one check, half-year or year-end, item by item. */
function checkOf(facts: Facts): Readonly<Record<string, Fraction>> {
  const plans = 8 - (yes(facts, '党建工作计划') ? 0 : 3) - ([5, 2][count(facts, '班子专题研究')] ?? 0)
  const fees = percent(facts, '党费收缴率')
  const stepsBelow95 = whole(higher(zero, minus(exactly(95), percent(facts, '服务对象满意率'))))
  return {
    '1.1': exactly(plans),
    '1.2': exactly(12 - 3 * absent(facts, '活动场所', '活动经费', '活动时间', '党务干部')),
    '2.1': lower(exactly(10), times(exactly('2.5'), exactly(count(facts, '集中学习')))),
    '2.2': worth(facts, '主题实践活动', { 好: '10', 较好: '8.5', 一般: '6', 差: '0' }),
    '3.1': exactly(10 - Math.min(8, count(facts, '三会一课缺开'))),
    '3.2': exactly(5 - 3 * absent(facts, '党员设岗定责') - 2 * absent(facts, '结对帮扶')),
    '3.3': exactly(5 - absent(facts, ...visits)),
    '3.4': compare(fees, exactly(98)) >= 0 ? exactly(5) : compare(fees, exactly(90)) >= 0 ? exactly(3) : zero,
    '4.1': higher(zero, minus(exactly(8), times(exactly('0.5'), stepsBelow95))),
    '4.2': exactly(Math.max(0, 4 - count(facts, '党务公开缺项'))),
    '4.3': exactly(Math.min(4, 2 * count(facts, '廉政文化活动'))),
    '4.4': worth(facts, '文明单位', { 省级: '4', 市级: '3.4', 县级: '2.8', 未创建: '1.6' }),
    '5.1': over(percent(facts, '四项工程任务完成率'), exactly(10)),
    '5.2': exactly(facts['工程现场检查'] as number),
  }
}

/** The four conditions under which an organisation takes no part in the commendation. */
const isBarred = (facts: Facts): boolean =>
  yes(facts, '党员违纪违法') ||
  yes(facts, '综治一票否决') ||
  yes(facts, '计生一票否决') ||
  facts['领导班子年度考核'] === '差' ||
  (!yes(facts, '党费按时足额上缴') && count(facts, '党费拖欠月数') >= 3)

function workedOut({ unit, facts }: UnitData) {
  const checks = { 半年检查: checkOf(facts['半年检查'] as Facts), 年终检查: checkOf(facts['年终检查'] as Facts) }
  const parts = {
    半年检查: sum(Object.values(checks.半年检查)),
    年终检查: sum(Object.values(checks.年终检查)),
    平时抽查: toHundredths(average(facts['抽查得分'] as number[])),
  }
  const weighted = [
    times(parts.半年检查, exactly('0.3')),
    times(parts.年终检查, exactly('0.5')),
    times(parts.平时抽查, exactly('0.2')),
  ]
  const total = toHundredths(sum(weighted))
  const grade = compare(total, exactly(92)) >= 0 ? '先进' : compare(total, exactly(80)) >= 0 ? '达标' : '不达标'
  return { unit, checks, parts, total, grade, barred: isBarred(facts), titled: yes(facts, '上年示范点') }
}

const all = units.map(workedOut)
const competing = all.filter(({ grade, barred }) => grade === '先进' && !barred)
/** The five best of those who compete, all kinds together, and whoever is tied with the fifth. */
const isCommended = (one: (typeof all)[number]): boolean =>
  competing.includes(one) && competing.filter((other) => compare(other.total, one.total) > 0).length < 5

const outcomesOf = ({ grade, titled }: (typeof all)[number]): string[] => [
  ...(grade === '不达标' ? ['上报县委组织部通报批评'] : []),
  ...(titled ? [{ 先进: '继续保留示范点', 达标: '示范点限期整改', 不达标: '示范点摘牌' }[grade]!] : []),
]

describe('what the source states', () => {
  it('has no problems, and its examples hold', () => {
    expect(problems).toEqual([])
    expect(examples).toHaveLength(4)
    for (const example of examples) expect(example).toMatchObject({ passed: true })
  })

  it('1 committee, 6 general branches, 65 branches', () => {
    const sizes = ['机关党委', '机关党总支', '机关党支部'].map(
      (kind) => units.filter((unit) => unit.kind === kind).length,
    )
    expect(sizes).toEqual([1, 6, 65])
    expect(compilation.scheme!.kinds.map(({ count }) => count)).toEqual([1, 6, 65])
  })

  it('five areas, in points that make 100', () => {
    const { items } = compilation.parsed.scheme.rubrics[0]!
    expect(items.map(({ sentence }) => sentence.name.raw)).toEqual([
      '组织领导',
      '思想政治建设',
      '机关党组织和党员队伍建设',
      '作风建设和机关精神文明建设',
      '党建“四项工程”建设',
    ])
    expect(items.map(({ sentence }) => Number(sentence.points.text)).reduce((a, b) => a + b)).toBe(100)
  })
})

describe('72 organisations, worked out apart from the engine', () => {
  for (const one of all) {
    it(`${one.unit}`, () => {
      const result = results.get(one.unit)!
      expect(result).toMatchObject({
        parts: Object.fromEntries(Object.entries(one.parts).map(([part, score]) => [part, textOf(score)])),
        bonus: '0',
        penalty: '0',
        total: textOf(one.total),
        grade: one.grade,
        outcomes: outcomesOf(one),
        missing: [],
        status: 'final',
      })
      for (const [part, items] of Object.entries(one.checks)) {
        for (const [number, score] of Object.entries(items)) {
          expect([number, result.items[`${part} ${number}`]]).toEqual([number, textOf(score)])
        }
      }
      expect(result.awards).toEqual([
        ...(isCommended(one) ? [commendation] : []),
        ...(one.grade === '先进' && !one.barred && !one.titled ? [title] : []),
      ])
    })
  }

  it('as many of each grade as worked out: 19, 48 and 5', () => {
    const of = (grade: string) => [...results.values()].filter((result) => result.grade === grade).length
    expect(['先进', '达标', '不达标'].map(of)).toEqual([19, 48, 5])
  })
})

describe('where the samples were meant to stand', () => {
  const of = (unit: string) => [results.get(unit)?.total, results.get(unit)?.grade]
  const commended = [...results.values()].filter(({ awards }) => awards.includes(commendation))

  it('on and beside the thresholds', () => {
    expect(of('县商务局党支部')).toEqual(['92', '先进'])
    expect(of('县公积金办事处党支部')).toEqual(['91.99', '达标'])
    expect(of('县发展和改革委员会党支部')).toEqual(['80', '达标'])
    expect(of('县人力资源和社会保障局党支部')).toEqual(['79.99', '不达标'])
  })

  it('two are tied for the fifth place: six are commended, a general branch among them', () => {
    expect(new Set(commended.map(({ unit }) => unit))).toEqual(
      new Set([
        '县市场监督管理局党支部',
        '县审计局党支部',
        '县委党校党支部',
        '县财政局党总支',
        '县总工会党支部',
        '县供电公司党支部',
      ]),
    )
    expect([of('县总工会党支部'), of('县供电公司党支部')]).toEqual([
      ['93.8', '先进'],
      ['93.8', '先进'],
    ])
  })

  it('each condition bars from the commendation and leaves score and grade', () => {
    for (const [unit, total] of [
      ['县公安局机关党委', '97.86'],
      ['县统计局党支部', '96.24'],
      ['团县委党支部', '95.38'],
      ['县医疗保障局党支部', '94.1'],
      ['县残联党支部', '94.04'],
    ] as const) {
      expect(of(unit)).toEqual([total, '先进'])
      expect(results.get(unit)?.awards).toEqual([])
    }
    // Two months behind with the dues is not yet a grave case.
    expect(results.get('县审计局党支部')?.awards).toEqual([commendation])
  })

  it('a demonstration title is kept, put on notice or lost', () => {
    expect(results.get('县委党校党支部')?.outcomes).toEqual(['继续保留示范点'])
    expect(results.get('县公积金办事处党支部')?.outcomes).toEqual(['示范点限期整改'])
    expect(results.get('县委宣传部党支部')?.outcomes).toEqual(['上报县委组织部通报批评', '示范点摘牌'])
  })
})
