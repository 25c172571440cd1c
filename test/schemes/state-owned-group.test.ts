/** The group's scheme: its structure as the source counts it, and every sample unit worked out by hand-written rules. */
import type { ItemBlock } from '@merit/dsl'
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
  plus,
  sum,
  textOf,
  times,
  toHundredths,
  whole,
  zero,
  type Fraction,
} from './fraction.js'
import { quotedSentences } from './quoted-sentences.js'
import { readScheme } from './read-scheme.js'

type Facts = Readonly<Record<string, unknown>>
type Entries = readonly Readonly<Record<string, string>>[]
type Score = (facts: Facts, points: number) => Fraction
type Items = readonly (readonly [number: string, points: number, score: Score])[]

const { text, compilation, problems, examples, units, results } = readScheme(
  'state-owned-group',
  'state-owned-group-2022',
)

const count = (facts: Facts, fact: string): number => (facts[fact] as number | undefined) ?? 0
const yes = (facts: Facts, fact: string): boolean => (facts[fact] as boolean | undefined) ?? false
const percentOf = (points: number, percent: Fraction): Fraction => times(exactly(points), over(percent, exactly(100)))

const word =
  (fact: string, percents: Readonly<Record<string, number>> = { 好: 100, 较好: 85, 一般: 60, 差: 30 }): Score =>
  (facts, points) =>
    percentOf(points, exactly(percents[facts[fact] as string]!))

/** Less so much for each, at most so much, never below 0. */
const lessPer =
  (fact: string, amount: string, most = '1000'): Score =>
  (facts, points) =>
    higher(zero, minus(exactly(points), lower(times(exactly(amount), exactly(count(facts, fact))), exactly(most))))

const lessEach =
  (amount: string, ...names: readonly string[]): Score =>
  (facts, points) =>
    minus(exactly(points), times(exactly(amount), exactly(names.filter((name) => !yes(facts, name)).length)))

const perTime =
  (fact: string, amount: string): Score =>
  (facts, points) =>
    lower(times(exactly(amount), exactly(count(facts, fact))), exactly(points))

const proportion =
  (fact: string): Score =>
  (facts, points) =>
    percentOf(points, lower(exactly(facts[fact] as string), exactly(100)))

/** Full, 80%, 60% from these percentages on; else 0. */
const band =
  (fact: string, ...bounds: readonly number[]): Score =>
  (facts, points) => {
    const reached = bounds.findIndex((bound) => compare(exactly(facts[fact] as string), exactly(bound)) >= 0)
    return percentOf(points, exactly([100, 80, 60, 0].at(reached)!))
  }

/** Less so much for each full step below 100%. */
const lessPerStep =
  (fact: string, step: number, amount: string): Score =>
  (facts, points) => {
    const steps = whole(over(minus(exactly(100), exactly(facts[fact] as string)), exactly(step)))
    return higher(zero, minus(exactly(points), times(exactly(amount), steps)))
  }

const fee = band('党费收缴率', 100, 98, 95)
const admission =
  (amount: string): Score =>
  (facts, points) =>
    yes(facts, '没有发展党员任务') ? exactly(points) : lessPer('发展党员差错', amount)(facts, points)

const committee: Items = [
  ['1.1.1', 3, lessPer('中心组学习缺次', '0.5', '2')],
  ['1.1.2', 2, lessPer('第一议题缺次', '0.5', '1.5')],
  ['1.2.1', 3, word('前置研究评价')],
  ['1.2.2', 3, proportion('决策部署完成率')],
  ['1.3.1', 2, lessEach('0.6', '会前征求意见', '班子对照检查', '整改措施清单')],
  ['1.3.2', 2, lessEach('2', '政治生态分析报告')],
  ['2.1.1', 3, word('书记履责评价')],
  ['2.1.2', 2, word('直接责任与一岗双责评价')],
  [
    '2.2.1',
    2,
    (facts, points) =>
      minus(lessPer('三重一大程序问题', '0.5', '1')(facts, points), exactly(yes(facts, '三重一大制度') ? 0 : 1)),
  ],
  ['2.2.2', 2, lessEach('2', '议事规则')],
  ['2.3.1', 2, band('班子测评优良率', 95, 90, 80)],
  ['2.3.2', 2, perTime('基层联系点调研', '0.5')],
  [
    '3.1.1',
    3,
    (facts, points) => (yes(facts, '超期未换届') ? zero : lessPer('党组织应建未建', '1', '2')(facts, points)),
  ],
  ['3.1.2', 2, proportion('专职党务人员配备率')],
  ['3.2.1', 2, admission('0.5')],
  ['3.2.2', 3, fee],
  ['3.3.1', 2, lessPer('三会一课缺次', '0.2', '1.6')],
  ['3.3.2', 2, lessPerStep('主题党日按期率', 5, '0.2')],
  ['3.4.1', 4, word('业绩考核等级', { A: 100, B: 85, C: 60, D: 0 })],
  ['3.4.2', 2, word('重大任务评价')],
  ['4.1.1', 3, (facts) => exactly(yes(facts, '选人用人违规') ? 0 : yes(facts, '选人用人程序瑕疵') ? 2 : 3)],
  ['4.1.2', 3, word('年轻干部培养评价')],
  ['4.2.1', 2, proportion('人才计划完成率')],
  ['4.2.2', 2, word('人才激励评价')],
  ['5.1.1', 3, lessEach('1', '意识形态责任清单', '意识形态分析研判', '意识形态阵地排查')],
  ['5.1.2', 2, lessPer('处置不力舆情', '1')],
  ['5.2.1', 3, word('形势任务教育评价')],
  ['5.2.2', 2, perTime('上级媒体采用稿件', '0.4')],
  ['6.1.1', 2, lessEach('2', '文化建设规划')],
  ['6.1.2', 3, word('文化落地评价')],
  ['6.2.1', 2, word('文明单位层级', { 全国: 100, 省级: 85, 集团: 60, 无: 0 })],
  ['6.2.2', 2, proportion('职工提案办结率')],
  ['7.1.1', 2, lessEach('1', '职工代表大会')],
  ['7.1.2', 2, band('职工满意率', 95, 90, 80)],
  ['7.2.1', 2, word('团青工作评价')],
  // Without united-front work the 4 points of 7.2 go by 7.2.1 alone: what it has, twice.
  ['7.2.2', 2, (facts, points) => word(yes(facts, '没有统战对象') ? '团青工作评价' : '统战工作评价')(facts, points)],
  ['8.1.1', 2, lessPer('廉政专题研究缺次', '1')],
  ['8.1.2', 2, proportion('巡视巡察整改率')],
  ['8.1.3', 2, perTime('廉政教育', '0.5')],
  ['8.2.1', 3, word('日常监督评价')],
  ['8.2.2', 2, lessPerStep('问题线索按期办结率', 10, '0.5')],
  ['8.3.1', 2, lessPer('八项规定问题', '1')],
  ['8.3.2', 2, word('作风整治评价')],
]

const organ: Items = [
  ['1.1', 10, lessPer('理论学习缺次', '1', '6')],
  ['1.2', 8, word('模范机关创建评价')],
  ['1.3', 7, lessEach('3.5', '组织生活会', '民主评议党员')],
  ['2.1', 10, proportion('基层满意率')],
  ['2.2', 8, perTime('调研指导基层', '2')],
  ['2.3', 7, lessPerStep('督办事项按期办结率', 5, '1')],
  ['3.1', 10, word('内设支部规范化评价')],
  [
    '3.2',
    8,
    (facts, points) =>
      minus(lessPer('三会一课缺次', '0.5', '6')(facts, points), exactly(yes(facts, '超期未换届') ? 2 : 0)),
  ],
  ['3.3', 7, fee],
  ['4.1', 8, (facts) => exactly(facts['作风效能'] as number)],
  ['4.2', 7, proportion('文会压减完成率')],
  ['5.1', 4, perTime('廉政教育', '1')],
  ['5.2', 6, lessPer('党员违纪', '3')],
]

const branch: Items = [
  ['1.1', 16, lessPer('三会一课缺次', '2', '12')],
  ['1.2', 8, perTime('党课', '2')],
  ['1.3', 8, proportion('主题党日按期率')],
  ['1.4', 8, lessEach('8', '民主评议党员')],
  ['2.1', 12, band('学时达标率', 100, 90, 80)],
  ['2.2', 10, fee],
  ['2.3', 8, admission('2')],
  ['3.1', 8, perTime('党员示范岗', '2')],
  ['3.2', 12, proportion('生产任务完成率')],
  ['4.1', 6, proportion('职工满意率')],
  ['4.2', 4, lessPer('党员违纪', '4')],
]

const kinds: Readonly<Record<string, { readonly part: string; readonly items: Items; readonly weight: string }>> = {
  单位党委: { part: '党建工作评分（单位）', items: committee, weight: '0.7' },
  机关党委: { part: '党建工作评分（机关）', items: organ, weight: '0.7' },
  基层党支部: { part: '党建工作评分（支部）', items: branch, weight: '0.8' },
}

/** 40%, 30%, 30%; the weight of a group that gave no marks is shared by the others. */
function reportOf(facts: Facts): Fraction {
  const groups = (['集团领导评分', '部门代表评分', '职工代表评分'] as const)
    .map((fact, index) => ({ marks: facts[fact] as readonly number[], weight: exactly([40, 30, 30][index]!) }))
    .filter(({ marks }) => marks.length > 0)
  const weighted = sum(groups.map(({ marks, weight }) => times(average(marks), weight)))
  return toHundredths(over(weighted, sum(groups.map(({ weight }) => weight))))
}

/** Claims of the year that were verified, the highest of each matter, at most so much. */
function claimed(facts: Facts, fact: string, worth: Readonly<Record<string, string>>, most: string): Fraction {
  const best = new Map<string, Fraction>()
  for (const entry of (facts[fact] ?? []) as Entries) {
    if (!entry['日期']!.startsWith('2022-') || entry['核实'] !== '属实') continue
    best.set(entry['事项']!, higher(best.get(entry['事项']!) ?? zero, exactly(worth[entry['级别']!]!)))
  }
  return lower(sum([...best.values()]), exactly(most))
}

function bonusOf(facts: Facts): Fraction {
  const commended = claimed(facts, '上级表彰申报', { 国家级: '3', 省部级: '2', 集团级: '1' }, '3')
  const promoted = claimed(facts, '经验推广申报', { 国家级: '2', 省部级: '1.5', 集团级: '1' }, '2')
  return lower(plus(commended, promoted), exactly(4))
}

/** Grades down: the gravest matter of the year, as the group's committee decided it. */
function downgradeOf(facts: Facts): number {
  const steps = ((facts['降档事项'] ?? []) as Entries)
    .filter((entry) => entry['日期']!.startsWith('2022-'))
    .map((entry) => ({ 待审定: 0, 较轻: 1, 较重: 2, 严重: 3 })[entry['情节']!]!)
  return Math.max(0, ...steps)
}

function workedOut({ unit, kind, facts }: UnitData) {
  const { part, items, weight } = kinds[kind!]!
  const work = sum(items.map(([, points, score]) => toHundredths(score(facts, points))))
  const report = reportOf(facts)
  const bonus = bonusOf(facts)
  const weighted = plus(times(work, exactly(weight)), times(report, minus(exactly(1), exactly(weight))))
  return { unit, part, work, report, bonus, total: toHundredths(plus(weighted, bonus)), steps: downgradeOf(facts) }
}

const ladder = ['优秀', '良好', '一般', '较差']

/** Grade of every unit of a kind: floors, at most half excellent by total then report, then the grades down. */
function gradesOf(kind: string): (readonly [string, string])[] {
  const field = units.filter((unit) => unit.kind === kind).map(workedOut)
  const ahead = (a: (typeof field)[number], b: (typeof field)[number]) =>
    compare(a.total, b.total) || compare(a.report, b.report)
  const places = Math.floor(field.length / 2)
  return field.map((one) => {
    // Room for it only if all who are as good or better fit in the places: ties across the edge stay out.
    const asGood = field.filter((other) => compare(other.total, exactly(90)) >= 0 && ahead(other, one) >= 0).length
    const reaches = (from: number) => compare(one.total, exactly(from)) >= 0
    const index = reaches(90) && asGood <= places ? 0 : reaches(80) ? 1 : reaches(70) ? 2 : 3
    return [one.unit, ladder[Math.min(index + one.steps, 3)]!]
  })
}

const grades = new Map(Object.keys(kinds).flatMap(gradesOf))

describe('structure, as the source counts it', () => {
  const { parts, gradings } = compilation.parsed.scheme
  const numbersAndPoints = (items: readonly ItemBlock[]): (readonly [string, number])[] =>
    items.flatMap(({ sentence, children }) =>
      children.length > 0
        ? numbersAndPoints(children)
        : [[sentence.number.text, Number(sentence.points.text)] as const],
    )

  it('has no problems, and its examples hold', () => {
    expect(problems).toEqual([])
    expect(examples).toHaveLength(4)
    for (const example of examples) expect(example).toMatchObject({ passed: true })
  })

  it('its README quotes sentences as they stand', () => {
    const quoted = quotedSentences('state-owned-group')
    expect(quoted.length).toBeGreaterThan(20)
    expect(quoted.filter((sentence) => !text.includes(sentence))).toEqual([])
  })

  it('8 first-level indicators, 21 of the second level, 43 evaluation points', () => {
    const first = parts.find(({ sentence }) => sentence.name.text === '党建工作评分(单位)')!.items
    const second = first.flatMap(({ children }) => children)
    const third = second.flatMap(({ children }) => children)
    expect([first.length, second.length, third.length]).toEqual([8, 21, 43])
    expect(third.every(({ children }) => children.length === 0)).toBe(true)
  })

  it('each kind is assessed by items of its own', () => {
    for (const [kind, { part, items }] of Object.entries(kinds)) {
      const block = parts.find(({ sentence }) => sentence.name.raw === part)!
      expect(block.sentence.kinds.map(({ text }) => text)).toEqual([kind])
      expect(numbersAndPoints(block.items)).toEqual(items.map(([number, points]) => [number, points]))
    }
  })

  it('four grades, at most half excellent', () => {
    expect(compilation.scheme!.grades).toEqual(ladder)
    expect(gradings[0]!.lines[0]!.quota).toMatchObject({ kind: 'at-most', count: { text: '50', percent: true } })
    for (const kind of Object.keys(kinds)) {
      const field = units.filter((unit) => unit.kind === kind)
      const excellent = field.filter(({ unit }) => results.get(unit)?.grade === '优秀')
      expect(excellent.length * 2).toBeLessThanOrEqual(field.length)
    }
  })
})

describe('70 party organisations, worked out apart from the engine', () => {
  it('are as many of each kind as the scheme says', () => {
    const sizes = Object.keys(kinds).map((kind) => units.filter((unit) => unit.kind === kind).length)
    expect(sizes).toEqual([18, 12, 40])
  })

  for (const data of units) {
    const { unit } = data
    it(`${unit}`, () => {
      const { part, work, report, bonus, total } = workedOut(data)
      const grade = grades.get(unit)!
      expect(results.get(unit)).toMatchObject({
        parts: { [part]: textOf(work), 书记述职评议: textOf(report) },
        bonus: textOf(bonus),
        penalty: '0',
        total: textOf(total),
        grade,
        awards: [],
        outcomes: grade === '一般' || grade === '较差' ? ['反馈问题并限期整改'] : [],
        missing: [],
        status: 'final',
      })
    })
  }

  it('stand where the samples were meant to', () => {
    const of = (unit: string) => [results.get(unit)?.total, results.get(unit)?.grade]
    // The 9th and 10th of 18 have the same total; the better report takes the last place.
    expect(of('勘察测绘院党委')).toEqual(['91.6', '优秀'])
    expect(of('物流公司党委')).toEqual(['91.6', '良好'])
    // The 6th and 7th of 12 are tied in everything: both stay out.
    expect(of('能源公司机关党委')).toEqual(['93.71', '良好'])
    expect(of('市政建设公司机关党委')).toEqual(['93.71', '良好'])
    expect(of('第一工程公司东站枢纽项目部党支部')).toEqual(['80', '良好'])
    expect(of('第二工程公司钢结构车间党支部')).toEqual(['79.99', '一般'])
    expect(of('装备制造公司售后服务部党支部')).toEqual(['70', '一般'])
    expect(of('第三工程公司轨道五标项目部党支部')).toEqual(['69.99', '较差'])
    // One grade down and the place not filled again; the gravest of two; not yet decided; last year's.
    expect(of('贸易公司党委')).toEqual(['94.15', '良好'])
    expect(of('建材公司党委')).toEqual(['89.84', '较差'])
    expect(of('第三工程公司党委')).toEqual(['96.73', '优秀'])
    expect(of('集团总部机关党委')).toEqual(['95.82', '优秀'])
    expect(of('路桥公司拌和站党支部')).toEqual(['96.92', '较差'])
    expect(of('能源公司党委')).toEqual(['64.66', '较差'])
  })
})
