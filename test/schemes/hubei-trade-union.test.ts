/** The trade union's scheme: its structure as the source counts it, and every sample unit worked out by hand-written rules. */
import { describe, expect, it } from 'vitest'
import {
  average,
  compare,
  exactly,
  lower,
  minus,
  over,
  plus,
  sum,
  textOf,
  times,
  toHundredths,
  whole,
  type Fraction,
} from './fraction.js'
import { quotedSentences } from './quoted-sentences.js'
import { readScheme } from './read-scheme.js'

type Facts = Readonly<Record<string, unknown>>
type Entries = readonly Readonly<Record<string, string>>[]

const { text, compilation, problems, examples, units, results } = readScheme(
  'hubei-trade-union',
  'hubei-trade-union-2023',
)

/** Score of one standard from the facts of one use of the rubric. */
type Standard = readonly [number: string, points: number, score: (facts: Facts, points: number) => Fraction]

const count = (facts: Facts, fact: string): number => (facts[fact] as number | undefined) ?? 0
const yes = (facts: Facts, fact: string): boolean => (facts[fact] as boolean | undefined) ?? false
const times1 = (amount: string, n: number): Fraction => times(exactly(amount), exactly(n))

/** 好 100%, 较好 85%, 一般 70%, 差 50% of the points. */
const byWord = (fact: string) => (facts: Facts, points: number) =>
  times(exactly(points), over(exactly({ 好: 100, 较好: 85, 一般: 70, 差: 50 }[facts[fact] as string]!), exactly(100)))

/** So much for each time, at most so much. */
const lessPer = (fact: string, amount: string, most: string) => (facts: Facts, points: number) =>
  minus(exactly(points), lower(times1(amount, count(facts, fact)), exactly(most)))

/** So much for each of the things that is not there. */
const lessEach = (amounts: Readonly<Record<string, string>>) => (facts: Facts, points: number) =>
  Object.entries(amounts).reduce(
    (score, [fact, amount]) => (yes(facts, fact) ? score : minus(score, exactly(amount))),
    exactly(points),
  )

/** Full, 85%, 70% from these percentages on; else 50%. */
const byBand = (fact: string, bounds: readonly number[]) => (facts: Facts, points: number) => {
  const reached = bounds.findIndex((bound) => compare(exactly(facts[fact] as string), exactly(bound)) >= 0)
  return times(exactly(points), over(exactly([100, 85, 70, 50].at(reached)!), exactly(100)))
}

/** A percentage of the points, counted to at most 100%. */
const inProportion = (fact: string) => (facts: Facts, points: number) =>
  times(exactly(points), over(lower(exactly(facts[fact] as string), exactly(100)), exactly(100)))

const perTime = (fact: string, amount: string) => (facts: Facts, points: number) =>
  lower(times1(amount, count(facts, fact)), exactly(points))

/** On top of the points, at most so much. */
const andAlso = (score: Standard[2], fact: string, amount: string, most: string) => (facts: Facts, points: number) =>
  plus(toHundredths(score(facts, points)), lower(times1(amount, count(facts, fact)), exactly(most)))

const standards: readonly Standard[] = [
  ['1.1', 4, byWord('责任清单落实评价')],
  ['1.2', 4, lessPer('专题研究缺次', '1', '3')],
  ['1.3', 4, byWord('书记履责评价')],
  ['1.4', 3, byWord('一岗双责评价')],
  ['1.5', 4, byBand('重点任务完成率', [98, 90, 80])],
  ['1.6', 3, lessPerFullFive('交办任务按期办结率')],
  ['2.1', 3, lessPer('第一议题缺次', '0.5', '2')],
  ['2.2', 4, byWord('部署落实评价')],
  ['2.3', 3, lessEach({ 政治生态分析报告: '1.5', 问题整改清单: '1' })],
  ['2.4', 3, lessEach({ 民主生活会或组织生活会: '1', 民主评议党员: '1' })],
  ['2.5', 2, byWord('意识形态评价')],
  ['3.1', 5, andAlso(byWord('主题教育评价'), '主题教育典型案例', '0.5', '1')],
  ['3.2', 3, inProportion('集中学习完成率')],
  ['3.3', 3, byBand('学时达标率', [100, 95, 90])],
  ['3.4', 2, byWord('宣传引导评价')],
  ['3.5', 3, lessPer('思想动态分析缺次', '0.5', '2')],
  ['4.1', 4, byWord('支部规范化评价')],
  ['4.2', 3, (facts) => exactly(yes(facts, '超期未换届') ? 1 : 3)],
  ['4.3', 4, lessPer('三会一课缺次', '0.5', '3')],
  [
    '4.4',
    2,
    (facts) => (yes(facts, '没有发展党员任务') ? exactly(2) : lessPer('发展党员差错', '0.5', '1.5')(facts, 2)),
  ],
  ['4.5', 3, byBand('党费收缴率', [100, 98, 95])],
  ['4.6', 2, byWord('党员管理评价')],
  ['4.7', 2, lessEach({ 专兼职党务干部: '0.5', 党建活动经费: '0.5' })],
  ['5.1', 3, lessPer('八项规定问题', '1', '2')],
  ['5.2', 2, byWord('作风评价')],
  ['5.3', 2, andAlso(perTime('一下三民活动', '0.5'), '为民实事', '0.2', '0.6')],
  ['5.4', 2, inProportion('职工满意率')],
  ['6.1', 4, byWord('廉政责任评价')],
  ['6.2', 3, perTime('纪律教育', '1')],
  ['6.3', 2, lessEach({ 廉政风险清单: '0.5', 防控措施: '0.5' })],
  ['6.4', 3, byBand('监督问题整改率', [100, 90, 80])],
  ['7.1', 3, byWord('文明创建评价')],
  ['7.2', 3, perTime('志愿服务', '1')],
]

/** Half a point for every full 5 percentage points below 100%, at most 2 points. */
function lessPerFullFive(fact: string) {
  return (facts: Facts, points: number) => {
    const steps = whole(over(minus(exactly(100), exactly(facts[fact] as string)), exactly(5)))
    return minus(exactly(points), lower(times(exactly('0.5'), steps), exactly(2)))
  }
}

const awards = {
  '国家级 集体': '2',
  '国家级 个人': '1.5',
  '省部级 集体': '1.2',
  '省部级 个人': '0.8',
  '省直机关级 集体': '0.6',
  '省直机关级 个人': '0.4',
} as Readonly<Record<string, string>>

const promotions = { 国家级: '1.5', 省部级: '1', 省直机关级: '0.5' } as Readonly<Record<string, string>>

const sanctions = {
  '省级以上 党纪政务处分': '3',
  '省级以上 组织处理': '2',
  '省级以上 通报批评': '1.5',
  '省直机关级 党纪政务处分': '2',
  '省直机关级 组织处理': '1.5',
  '省直机关级 通报批评': '1',
  '省总机关级 党纪政务处分': '1.5',
  '省总机关级 组织处理': '1',
  '省总机关级 通报批评': '0.5',
} as Readonly<Record<string, string>>

/** The negative list, by aspect: its register, the most that it takes and what each situation takes. */
const negativeList: readonly (readonly [fact: string, most: number, Readonly<Record<string, string>>])[] = [
  [
    '主体责任负面情形',
    3,
    {
      未研究年度党建工作: '1',
      未制定责任清单: '1',
      书记未带头讲党课: '0.5',
      '班子成员未落实“一岗双责”': '0.5',
      述职评议走过场: '0.5',
      重点任务无故未完成: '1',
      上级交办任务逾期: '0.5',
    },
  ],
  [
    '政治建设负面情形',
    3,
    {
      贯彻上级部署不及时: '1',
      '未落实“第一议题”制度': '0.5',
      未开展政治生态分析研判: '1',
      民主生活会质量不高: '0.5',
      意识形态阵地失管: '2',
      请示报告不及时: '0.5',
    },
  ],
  [
    '思想建设负面情形',
    2,
    {
      主题教育任务未落实: '1',
      理论学习无计划: '0.5',
      学习记录不实: '0.5',
      党员学时不达标: '0.3',
      思想动态未分析: '0.3',
    },
  ],
  [
    '组织建设负面情形',
    3,
    {
      支部无故不按期换届: '1',
      支部委员长期空缺: '0.5',
      '未按规定开展“三会一课”': '0.5',
      组织生活记录造假: '2',
      发展党员程序不规范: '1',
      党费收缴不及时: '0.3',
      党员信息管理差错: '0.2',
    },
  ],
  [
    '作风建设负面情形',
    3,
    {
      违反中央八项规定精神: '2',
      形式主义问题被指出: '1',
      服务职工态度生硬: '0.5',
      '未按要求参加“一下三民”': '0.5',
      调研走过场: '0.5',
    },
  ],
  [
    '纪律建设负面情形',
    3,
    {
      未开展纪律教育: '1',
      廉政风险未排查: '0.5',
      问题线索瞒报漏报: '2',
      监督检查问题未整改: '1',
      党员违纪受查处: '1',
    },
  ],
  ['精神文明负面情形', 1, { 文明创建任务未完成: '0.5', 发生不文明行为被通报: '0.5', 群团工作无人负责: '0.3' }],
]

const ofTheYear = (facts: Facts, fact: string): Entries =>
  ((facts[fact] ?? []) as Entries).filter((entry) => entry['日期']!.startsWith('2023-'))

/** The highest of each matter, added up. */
function highestPerMatter(entries: Entries, worth: (entry: Entries[number]) => Fraction): Fraction {
  const best = new Map<string, Fraction>()
  for (const entry of entries) {
    const matter = entry['事项']!
    const known = best.get(matter)
    if (known === undefined || compare(worth(entry), known) > 0) best.set(matter, worth(entry))
  }
  return sum([...best.values()])
}

const rubricOf = (facts: Facts): Fraction =>
  sum(standards.map(([, points, score]) => toHundredths(score(facts, points))))

function bonusOf(facts: Facts): Fraction {
  const all = sum([
    lower(
      highestPerMatter(ofTheYear(facts, '奖励'), (entry) => exactly(awards[`${entry['级别']} ${entry['类别']}`]!)),
      exactly(2),
    ),
    lower(
      highestPerMatter(ofTheYear(facts, '经验推广'), (entry) => exactly(promotions[entry['级别']!]!)),
      exactly('1.5'),
    ),
    lower(times1('0.3', count(facts, '获评调研成果')), exactly('0.9')),
    lower(times1('0.2', count(facts, '职工急难愁盼实事')), exactly('0.6')),
    exactly(yes(facts, '急难险重任务表现突出') ? 1 : 0),
  ])
  return lower(all, exactly(4))
}

function penaltyOf(facts: Facts): Fraction {
  const all = sum([
    lower(
      highestPerMatter(ofTheYear(facts, '惩戒'), (entry) => exactly(sanctions[`${entry['级别']} ${entry['类别']}`]!)),
      exactly(5),
    ),
    lower(times1('1', count(facts, '负面舆情')), exactly(2)),
    lower(times1('0.5', count(facts, '查实信访举报')), exactly('1.5')),
    lower(times1('0.5', count(facts, '上级督办未办结事项')), exactly('1.5')),
    ...negativeList.map(([fact, most, situations]) =>
      lower(sum(ofTheYear(facts, fact).map((entry) => exactly(situations[entry['情形']!]!))), exactly(most)),
    ),
  ])
  return lower(all, exactly(15))
}

const grades = [
  ['优秀', 90],
  ['良好', 80],
  ['合格', 70],
  ['基本合格', 60],
  ['不合格', 0],
] as const

const preference = ['优先推荐先进基层党组织和红旗党支部', '表彰党员和党务工作者时优先考虑']
const bars = [
  '党组织不得参评先进基层党组织和红旗党支部',
  '书记及相关责任人不得评优评先',
  '书记及相关责任人不得提拔任用',
  '书记及相关责任人年度考核不得评优秀',
]
const duties = ['约谈相关责任人', '追责相关责任人', '督促整改']

function workedOut(facts: Facts) {
  const self = exactly({ 优秀: 100, 良好: 85, 合格: 70, 基本合格: 60 }[facts['自评等次'] as string]!)
  const daily = rubricOf(facts['日常考评'] as Facts)
  const yearEnd = rubricOf(facts['年终检查'] as Facts)
  const marks = (fact: string) => average(facts[fact] as readonly number[])
  const report = toHundredths(
    plus(times(marks('领导班子评分'), exactly('0.6')), times(marks('书记互评分'), exactly('0.4'))),
  )
  const weighted = sum([
    times(self, exactly('0.1')),
    times(daily, exactly('0.2')),
    times(yearEnd, exactly('0.2')),
    times(report, exactly('0.5')),
  ])
  const bonus = bonusOf(facts)
  const penalty = penaltyOf(facts)
  const total = toHundredths(lower(minus(plus(weighted, bonus), penalty), exactly(100)))
  const grade = grades.find(([, from]) => compare(total, exactly(from)) >= 0)![0]
  return {
    parts: { 自查自评: textOf(self), 日常考评: textOf(daily), 年终检查: textOf(yearEnd), 述职评议: textOf(report) },
    bonus: textOf(bonus),
    penalty: textOf(penalty),
    total: textOf(total),
    grade,
    awards: [],
    outcomes: [
      ...(grade === '优秀' ? preference : []),
      ...(grade === '不合格' ? bars : []),
      ...(yes(facts, '抓党建工作不力') ? duties : []),
    ],
    missing: [],
    status: 'final',
  }
}

describe('structure, as the source counts it', () => {
  const { rubrics, rules, totals, facts } = compilation.parsed.scheme
  const aspects = rubrics[0]!.items
  const adjustments = rules.filter((rule) => rule.kind === 'adjustment')
  const ofNegativeList = adjustments.filter(
    ({ measure }) => measure.kind === 'by-level' && negativeList.some(([fact]) => fact === measure.of.text),
  )

  it('has no problems, and its examples hold', () => {
    expect(problems).toEqual([])
    expect(examples).toHaveLength(3)
    for (const example of examples) expect(example).toMatchObject({ passed: true })
  })

  it('its README quotes sentences as they stand', () => {
    const quoted = quotedSentences('hubei-trade-union')
    expect(quoted.length).toBeGreaterThan(20)
    expect(quoted.filter((sentence) => !text.includes(sentence))).toEqual([])
  })

  it('7 aspects, 33 standards and 9 situations: 42 contents', () => {
    expect(aspects).toHaveLength(7)
    const leaves = aspects.flatMap(({ children }) => children)
    expect(leaves.map(({ sentence }) => [sentence.number.text, Number(sentence.points.text)])).toEqual(
      standards.map(([number, points]) => [number, points]),
    )
    expect(leaves).toHaveLength(33)
    expect(adjustments.length - ofNegativeList.length).toBe(9)
    expect(33 + 9).toBe(42)
  })

  it('a negative list of 38 in 7 aspects, each with its deduction', () => {
    const kinds = negativeList.flatMap(([fact]) => {
      const type = facts
        .find(({ sentence }) => sentence.name.text === fact)!
        .fields.find(({ name }) => name.text === '情形')!.type
      return type.kind === 'choice' ? type.options.map(({ text }) => text) : []
    })
    const deducted = ofNegativeList.flatMap(({ measure }) =>
      measure.kind === 'by-level' ? measure.rows.flatMap(({ cases }) => cases.flat().map(({ text }) => text)) : [],
    )
    expect(kinds).toHaveLength(38)
    expect(ofNegativeList).toHaveLength(7)
    expect(deducted).toEqual(kinds)
  })

  it('every amount taken or added is kept in a range', () => {
    const inItems = aspects.flatMap(({ children }) => children.flatMap(({ lines }) => lines))
    const open = [...inItems, ...adjustments].filter(
      (line) => line.kind === 'adjustment' && line.measure.kind === 'per' && line.effect !== 'earns' && !line.cap,
    )
    expect(open).toEqual([])
    expect(ofNegativeList.every(({ cap }) => cap !== undefined)).toBe(true)
  })

  it('weighs 10, 20, 20 and 50 percent', () => {
    expect(totals[0]!.lines.map(({ weight }) => weight?.text)).toEqual(['10', '20', '20', '50'])
  })
})

describe('26 party organisations, worked out apart from the engine', () => {
  it('are as many as the scheme says', () => expect(units).toHaveLength(26))
  for (const { unit, facts } of units) {
    it(`${unit}`, () => expect(results.get(unit)).toMatchObject(workedOut(facts)))
  }

  it('stand where the samples were meant to', () => {
    const of = (unit: string) => [results.get(unit)?.total, results.get(unit)?.grade]
    expect(of('干部学校党委')).toEqual(['90', '优秀'])
    expect(of('职工技术协会党支部')).toEqual(['89.99', '良好'])
    expect(of('财务部党支部')).toEqual(['80', '良好'])
    expect(of('工人文化宫党总支')).toEqual(['70', '合格'])
    expect(of('离退休干部党支部')).toEqual(['60', '基本合格'])
    expect(of('劳动和经济工作部党支部')).toEqual(['59.99', '不合格'])
    expect([results.get('组织部党支部')?.rank, results.get('财贸轻纺产业工会党支部')?.rank]).toEqual([17, 17])
  })
})
