/** The fifty evaluation points of the communities' scheme, written by hand from the rule book: points and how each is scored. */
import {
  compare,
  exactly,
  higher,
  lower,
  minus,
  over,
  plus,
  sum,
  times,
  toHundredths,
  whole,
  zero,
} from './fraction.js'
import type { Fraction } from './fraction.js'

export type Facts = Readonly<Record<string, unknown>>
type Score = (facts: Facts) => Fraction
type Item = readonly [number: string, points: number, score: Score, alsoEarns?: Score]

const count = (facts: Facts, fact: string): number => (facts[fact] as number | undefined) ?? 0
const yes = (facts: Facts, fact: string): boolean => (facts[fact] as boolean | undefined) ?? false
const value = (facts: Facts, fact: string): Fraction => exactly(facts[fact] as string | number)
const without = (facts: Facts, ...names: readonly string[]): number => names.filter((name) => !yes(facts, name)).length

/** From so many points, so much less for each, at most so much. */
const lessPer =
  (points: number, fact: string, amount: string, most = '1000'): Score =>
  (facts) =>
    minus(exactly(points), lower(times(exactly(amount), exactly(count(facts, fact))), exactly(most)))

/** From so many points, so much less for each name that is absent. */
const lessWithout =
  (points: number, amount: string, ...names: readonly string[]): Score =>
  (facts) =>
    minus(exactly(points), times(exactly(amount), exactly(without(facts, ...names))))

/** From so many points, so much less for each full step below 100%. */
const lessPerStep =
  (points: number, fact: string, step: number, amount: string): Score =>
  (facts) =>
    minus(exactly(points), times(exactly(amount), whole(over(minus(exactly(100), value(facts, fact)), exactly(step)))))

const perTime =
  (fact: string, amount: string): Score =>
  (facts) =>
    times(exactly(amount), exactly(count(facts, fact)))

const also =
  (fact: string, amount: string, most: string): Score =>
  (facts) =>
    lower(perTime(fact, amount)(facts), exactly(most))

const word =
  (fact: string, points: Readonly<Record<string, string>>): Score =>
  (facts) =>
    exactly(points[facts[fact] as string]!)

const band =
  (fact: string, ...bounds: readonly (readonly [from: number, points: string])[]): Score =>
  (facts) =>
    exactly(bounds.find(([from]) => compare(value(facts, fact), exactly(from)) >= 0)?.[1] ?? '0')

const proportion =
  (points: number, fact: string): Score =>
  (facts) =>
    over(times(exactly(points), value(facts, fact)), exactly(100))

const nothingWhen =
  (fact: string, score: Score): Score =>
  (facts) =>
    yes(facts, fact) ? zero : score(facts)

const wordsOf = (facts: Facts, fact: string): readonly string[] => facts[fact] as string[]
const good = { 好: '2', 较好: '1.6', 一般: '1', 差: '0' }

export const items: readonly Item[] = [
  ['1.1.1', 2, lessWithout(2, '0.5', '年度工作计划', '阶段工作计划', '工作措施', '半年工作总结', '年度工作总结')],
  [
    '1.1.2',
    3,
    (facts) => exactly(3 - without(facts, '议事规则') - (without(facts, '未参与决策', '决策不正确') < 2 ? 2 : 0)),
  ],
  ['1.1.3', 2, lessPer(2, '未经集体研究的重大事项', '1')],
  ['1.1.4', 2, word('各类组织领导情况', good)],
  ['1.1.5', 3, lessPerStep(3, '重点任务完成率', 1, '0.1')],
  ['1.2.1', 2, lessPer(2, '班子缺额', '0.5', '1.5')],
  ['1.2.2', 2, perTime('班子集中学习', '0.2')],
  ['1.2.3', 2, (facts) => exactly(!yes(facts, '民主生活会') ? 0 : !yes(facts, '民主生活会整改清单') ? 1 : 2)],
  ['1.2.4', 2, nothingWhen('班子成员违纪', lessPer(2, '作风问题反映', '0.5', '1'))],
  ['2.1.1', 2, lessPer(2, '应建未建党支部', '1')],
  ['2.1.2', 2, nothingWhen('逾期未换届', () => exactly(2))],
  ['2.1.3', 2, band('新经济组织和新社会组织党组织覆盖率', [90, '2'], [80, '1.5'], [70, '1'])],
  ['2.2.1', 3, lessPer(3, '三会一课缺开', '0.5')],
  ['2.2.2', 2, lessPerStep(2, '党费收缴率', 1, '0.2')],
  ['2.2.3', 2, proportion(2, '党员参学率')],
  [
    '2.2.4',
    2,
    (facts) => minus(lessPer(2, '失去联系党员', '0.5', '1')(facts), exactly(without(facts, '流动党员台账'))),
  ],
  ['2.3.1', 2, lessWithout(2, '1', '积极分子培养计划', '积极分子考察记录')],
  [
    '2.3.2',
    2,
    (facts) =>
      count(facts, '发展党员计划数') === 0
        ? exactly(2)
        : over(exactly(2 * count(facts, '发展党员数')), exactly(count(facts, '发展党员计划数'))),
  ],
  ['2.3.3', 1, nothingWhen('发展程序不规范', () => exactly(1))],
  ['2.4.1', 2, band('设岗定责覆盖率', [80, '2'], [60, '1.2'])],
  ['2.4.2', 2, perTime('党员志愿服务', '0.2'), also('志愿服务品牌', '0.5', '1')],
  ['2.4.3', 1, proportion(1, '在职党员报到率')],
  ['3.1.1', 2, lessWithout(2, '1', '党建责任分工', '党建责任书')],
  ['3.1.2', 2, lessPer(2, '党建例会缺开', '0.5')],
  ['3.1.3', 2, (facts) => exactly(!yes(facts, '内部考核制度') ? '1' : !yes(facts, '内部考核记录') ? '1.5' : '2')],
  ['3.2.1', 2, perTime('党建联席会', '0.5')],
  ['3.2.2', 2, band('共建协议履行率', [90, '2'], [75, '1.5'], [60, '1'])],
  ['3.2.3', 2, word('资源共享情况', good), also('共建创新项目', '1', '2')],
  ['3.2.4', 1, lessWithout(1, '1', '民主协商记录')],
  ['3.3.1', 2, band('活动场所面积', [200, '2'], [100, '1.2'])],
  ['3.3.2', 2, nothingWhen('工作经费挪用', lessWithout(2, '1', '经费台账'))],
  ['3.3.3', 2, lessPer(2, '应公开未公开事项', '0.5')],
  ['3.3.4', 1, word('档案等次', { 优: '1', 良: '0.8', 中: '0.5', 差: '0' })],
  ['4.1.1', 2, proportion(2, '年度目标完成率')],
  ['4.1.2', 2, (facts) => value(facts, '重点工作现场考评')],
  ['4.1.3', 2, band('驻区单位满意率', [95, '2'], [85, '1.5'], [75, '1'])],
  ['4.2.1', 2, lessPerStep(2, '困难家庭走访率', 2, '0.1')],
  ['4.2.2', 2, word('便民服务等次', { 优: '2', 良: '1.6', 中: '1', 差: '0' }), also('便民服务创新', '0.5', '1')],
  ['4.2.3', 2, band('诉求按期办结率', [95, '2'], [90, '1.6'], [80, '1'])],
  ['4.2.4', 2, perTime('社区文体活动', '0.2')],
  ['4.3.1', 2, proportion(2, '矛盾调解成功率')],
  ['4.3.2', 2, lessPer(2, '治安案件', '0.5', '1.5')],
  ['4.3.3', 1, nothingWhen('环境卫生通报', () => exactly(1))],
  ['4.3.4', 1, word('文明创建', { 市级: '1', 区级: '0.8', 未创建: '0.5' })],
  [
    '5.1.1',
    4,
    (facts) => {
      const worth: Readonly<Record<string, number>> = { 满意: 4, 基本满意: 3, 不满意: 0 }
      const talks = wordsOf(facts, '居民访谈评价')
      return over(sum(talks.map((talk) => exactly(worth[talk]!))), exactly(talks.length))
    },
  ],
  [
    '5.1.2',
    3,
    (facts) => {
      const talks = wordsOf(facts, '班子认可访谈')
      return over(exactly(3 * talks.filter((talk) => talk === '认可').length), exactly(talks.length))
    },
  ],
  ['5.1.3', 2, band('书记群众公认度', [90, '2'], [80, '1.5'], [70, '1'])],
  ['5.2.1', 3, (facts) => minus(lessPer(3, '有效投诉', '0.5', '2')(facts), exactly(yes(facts, '集体上访') ? 1 : 0))],
  ['5.2.2', 1, lessPer(1, '负面报道', '0.5')],
  [
    '5.2.3',
    2,
    (facts) => (count(facts, '群众意见未整改') > 0 ? minus(exactly(2), value(facts, '意见整改')) : exactly(2)),
  ],
]

export const stars = ['五星级', '四星级', '三星级', '二星级', '一星级']
const departments = ['信访办否决意见', '综治办否决意见', '610办否决意见', '计生委否决意见']

/** Scores item by item, total and stars for these facts. */
export function workedOut(facts: Facts) {
  const scores = items.map(([number, points, score, alsoEarns]) => {
    const kept = toHundredths(lower(exactly(points), higher(zero, score(facts))))
    return [number, alsoEarns === undefined ? kept : plus(kept, alsoEarns(facts))] as const
  })
  const total = lower(exactly(100), sum(scores.map(([, score]) => score)))
  const byTotal = [90, 80, 70, 60].filter((from) => compare(total, exactly(from)) < 0).length
  const vetoed = departments.some((department) => yes(facts, department))
  return { scores, total, grade: stars[vetoed ? Math.max(2, byTotal) : byTotal]! }
}
