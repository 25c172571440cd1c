/** The communities' scheme: its structure as the source counts it, the outcome as the source publishes it, every unit by hand. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { items, stars, workedOut, type Facts } from './dongcheng-rules.js'
import { compare, exactly, textOf } from './fraction.js'
import { readScheme } from './read-scheme.js'

const review = '区委复审'
const { compilation, problems, examples, units, results, assessment } = readScheme(
  'dongcheng-communities',
  'dongcheng-communities-2008',
)

const all = units.map(({ unit, facts, reviews }) => {
  const found = reviews?.[review]?.facts
  return { unit, reported: workedOut(facts), final: workedOut({ ...facts, ...found } as Facts), found }
})

describe('structure, as the source counts it', () => {
  const first = compilation.parsed.scheme.items
  const second = first.flatMap(({ children }) => children)
  const third = second.flatMap(({ children }) => children)
  const pointsOf = (blocks: typeof first) => blocks.map(({ sentence }) => Number(sentence.points.text))

  it('has no problems, and its examples hold', () => {
    expect(problems).toEqual([])
    expect(examples).toHaveLength(3)
    for (const example of examples) expect(example).toMatchObject({ passed: true })
  })

  it('5 first-level indicators, 14 of the second level, 50 evaluation points that make 100', () => {
    expect([first.length, second.length, third.length]).toEqual([5, 14, 50])
    for (const level of [first, second, third]) expect(pointsOf(level).reduce((a, b) => a + b)).toBe(100)
    expect(first.map(({ sentence }) => sentence.name.raw)).toEqual([
      '领导班子建设',
      '党组织和党员队伍建设',
      '工作机制',
      '工作业绩',
      '群众反映',
    ])
    expect(third.map(({ sentence }) => sentence.number.text)).toEqual(items.map(([number]) => number))
    expect(pointsOf(third)).toEqual(items.map(([, points]) => points))
  })

  it('the core role of the leadership has five evaluation points of 2 to 3', () => {
    const core = second.find(({ sentence }) => sentence.name.raw === '领导核心作用')!
    expect(core.children).toHaveLength(5)
    for (const points of pointsOf(core.children)) expect([2, 3]).toContain(points)
  })

  it('each evaluation point is checked in one to three of the three ways', () => {
    const ways = third.map(({ lines }) => lines.flatMap((line) => (line.kind === 'checked-by' ? line.ways : [])))
    for (const each of ways) {
      expect(each.length).toBeGreaterThanOrEqual(1)
      for (const way of each) expect(['查阅资料', '听取汇报', '随机访谈']).toContain(way.raw)
    }
  })
})

describe('the outcome that the source publishes', () => {
  const counts = (grades: readonly (string | null | undefined)[]) =>
    stars.map((star) => grades.filter((grade) => grade === star).length)

  it('49 communities: 11 five-star, 26 four-star and 12 lower as reported', () => {
    const grades = units.map(({ unit }) => results.get(unit)!.stages?.[0]?.grade)
    const [five, four, ...lower] = counts(grades)
    expect([units.length, five, four, lower.reduce((a, b) => a + b)]).toEqual([49, 11, 26, 12])
  })

  it('4 five-star and 12 four-star after the review', () => {
    const [five, four] = counts([...results.values()].map(({ grade }) => grade))
    expect([five, four]).toEqual([4, 12])
    expect([...results.values()].filter(({ awards }) => awards.includes('区委表彰和奖励'))).toHaveLength(16)
  })
})

describe('the review', () => {
  const seed = '区委组织部 2008-12-15 公开抽签 071934'
  const number = (unit: string) => createHash('sha256').update(`${seed}\n${review}\n${unit}`).digest('hex')
  const lower = all.filter(({ reported }) => stars.indexOf(reported.grade) > 1).map(({ unit }) => unit)
  // A fifth of the twelve is 2.4: three, in the order of their numbers in the lot.
  const drawn = lower.sort((a, b) => (number(a) < number(b) ? -1 : 1)).slice(0, 3)

  it('looks at all that were reported with four or five stars, and at three of the rest by lot', () => {
    expect(assessment.reviews).toEqual([
      {
        review,
        chosen: all.filter(({ unit }) => !lower.includes(unit)).map(({ unit }) => unit),
        drawn: expect.arrayContaining(drawn),
        awaiting: [],
        open: false,
      },
    ])
    expect(assessment.reviews[0]!.drawn).toHaveLength(3)
    expect(all.filter(({ found }) => found !== undefined)).toHaveLength(37 + 3)
  })

  it('departments object to five communities whose score would still be enough', () => {
    const enough = all.filter(({ final }) => compare(final.total, exactly(80)) >= 0 && final.grade === '三星级')
    expect(enough).toHaveLength(5)
  })
})

describe('49 communities, worked out apart from the engine', () => {
  for (const { unit, reported, final } of all) {
    it(`${unit}`, () => {
      const result = results.get(unit)!
      const goodEnough = ['五星级', '四星级'].includes(final.grade)
      expect(result).toMatchObject({
        status: 'final',
        total: textOf(final.total),
        grade: final.grade,
        awards: goodEnough ? ['区委表彰和奖励'] : [],
        outcomes: final.grade === '一星级' ? ['分析原因并限期改进'] : [],
        missing: [],
      })
      for (const [number, score] of final.scores)
        expect([number, result.items[number]]).toEqual([number, textOf(score)])
      expect(result.stages?.map(({ total, grade }) => [total, grade])).toEqual([
        [textOf(reported.total), reported.grade],
        [textOf(final.total), final.grade],
      ])
    })
  }
})
