import { describe, expect, test } from 'vitest'
import { applyFix, compile } from '@merit/dsl'
import { enHead, found, messages, zhHead } from './problems.js'

const facts = `
facts
  "plan": yes or no
  "summary": yes or no
  "petition": count
  "rate": percentage to 1 decimal
  "level": one of "good", "fair", "poor"
`
const item = (lines: string) => `${enHead}${facts}
item 1 "All" 10 points
  missing "plan" costs 1
  missing "summary" costs 1
  each "petition" costs 1
  costs 1 when "rate" is below 50%
  costs 1 when "level" is "poor"
${lines}`

describe('sentences of an item that go together', () => {
  test.each([
    ['costs after a scored sentence', 'scored by "level": "good" full, otherwise 50%\n  missing "plan" costs 1'],
    ['several that earn', 'each "petition" earns 1\n  earns 2 when "plan"'],
    ['nothing but scores 0 when', 'scores 0 when missing "plan"'],
    [
      'a formula, what is on top, and nothing in a bad case',
      'score is 5\n  this item also earns 1 when "plan"\n  scores 0 when missing "summary"',
    ],
    [
      'two reasons not to apply that are treated alike',
      'missing "plan" costs 1\n  not applicable when missing "plan", left out\n  not applicable when missing "summary", left out',
    ],
  ])('%s', (_, lines) => {
    const text = `${enHead}${facts.replace('count', 'count, at most 9')}
item 1 "All" 10 points
  ${lines}
outcome "used" when "plan" and "summary" and "petition" and "rate" is above 0 and "level" is "good"
`
    expect(found(text)).toEqual([])
  })

  test.each([
    ['costs and earns', 'missing "plan" costs 1\n  each "petition" earns 1', 'each "petition" earns 1'],
    ['two scored sentences', 'score is 5\n  scored directly', 'scored directly'],
    ['earns and a formula', 'each "petition" earns 1\n  score is 5', 'score is 5'],
  ])('%s do not', (_, lines, marked) => {
    const text = `${enHead}${facts}
item 1 "All" 10 points
  ${lines}
outcome "used" when "plan" and "summary" and "petition" and "rate" is above 0 and "level" is "good"
`
    expect(found(text)).toEqual([`${marked}: scored-in-two-ways`])
  })
})

describe('an item above others', () => {
  const above = (line: string) => `${zhHead}
数据
  “计划”：有或无
  “事故”：数量（起）

指标 1 “基础” 10 分
${line}
指标 1.1 “计划” 10 分
  缺少“计划”扣 4 分
  每起“事故”扣 1 分
`
  test('may lose from the sum, get something on top, or nothing', () => {
    expect(found(above('  每起“事故”扣 1 分'))).toEqual([])
    expect(found(above('  本项另按每起“事故”加 1 分，最多加 2 分'))).toEqual([])
    expect(found(above('  有“事故”的，本项不得分'))).toEqual([])
  })

  test('is not scored in its own way', () => {
    expect(found(above('  每起“事故”得 1 分'))).toEqual(['每起“事故”得 1 分: rule-on-parent-item'])
  })
})

describe('words for what a rule acts on', () => {
  test('a bonus among the rules of an item is the mistake, not the rules after it', () => {
    const text = `${zhHead}
数据
  “计划”：有或无
  “党课”：数量（次）

指标 1 “党课” 10 分
  每次“党课”加 2 分
  每次“党课”得 1 分
缺少“计划”的，总分最高 9 分
`
    const { problems } = compile(text)
    expect(found(text)).toEqual(['每次“党课”加 2 分: wrong-effect-word'])
    expect(messages(text, 'zh')).toEqual(['“加”不能用在指标 1 上，应当用“得”'])
    expect(found(applyFix(text, problems[0]!.fix!))).toEqual([])
  })

  test('a bonus below an item without any rule was meant to fill it', () => {
    const text = `${zhHead}
数据
  “党课”：数量（次）
  “表彰”：数量（项）
指标 1 “党课” 10 分
  考核方式 “查阅资料”
  每次“党课”加 2 分，最高加 10 分
每项“表彰”加 5 分
`
    const { problems } = compile(text)
    expect(found(text)).toEqual(['每次“党课”加 2 分，最高加 10 分: wrong-effect-word'])
    expect(found(applyFix(text, problems[0]!.fix!))).toEqual([])
  })

  test('a bonus below the last item is one on the total', () => {
    expect(found(`${item('')}\nbonus 1 per "petition", capped at 3\npenalty 1 when missing "plan"\n`)).toEqual([])
  })

  test.each([
    ['missing "plan" costs 4', 'penalty 4 when missing "plan"'],
    ['costs 4 when missing "plan"', 'penalty 4 when missing "plan"'],
    ['each "petition" costs 0.5, at most 2', 'penalty 0.5 per "petition", capped at 2'],
    ['each "petition" earns 0.5', 'bonus 0.5 per "petition"'],
  ])('in English the words change their order: %s', (wrong, right) => {
    const text = `${item('')}\ntotal at least 0\n${wrong}\n`
    const [problem] = compile(text).problems
    expect(problem?.code).toBe('wrong-effect-word')
    expect(applyFix(text, problem!.fix!)).toBe(`${item('')}\ntotal at least 0\n${right}\n`)
    expect(found(applyFix(text, problem!.fix!))).toEqual([])
  })

  test.each([
    ['penalty 4 when missing "plan"', 'costs 4 when missing "plan"'],
    ['bonus 2 per "petition", capped at 4', 'each "petition" earns 2, at most 4'],
  ])('and back, among the rules of an item: %s', (wrong, right) => {
    const text = `${enHead}${facts}\nitem 1 "All" 10 points\n  ${wrong}\n  checked by "documents"\n`
    const problem = compile(text).problems.find(({ code }) => code === 'wrong-effect-word')
    expect(applyFix(text, problem!.fix!)).toContain(`\n  ${right}\n`)
  })

  test('words inside names are left alone by the fix', () => {
    const text = `${zhHead}
数据
  “扣分事项”：数量（件）
  “落实“一岗双责”扣分”：数量（次）

指标 1 “其他” 10 分
  直接评分
总分最低 0 分
每次“落实“一岗双责”扣分”减 1 分
每件“扣分事项”扣 1 分，最多扣 3 分
每次“落实“一岗双责”扣分”扣 1 分
`
    const [first, second] = compile(text).problems
    expect(applyFix(text, first!.fix!)).toContain('每件“扣分事项”减 1 分，最多减 3 分')
    expect(applyFix(text, second!.fix!)).toMatch(/每次“落实“一岗双责”扣分”减 1 分\n$/)
  })
})

describe('points and numbering', () => {
  test('the sum is exact: ten times 0.1 is 1', () => {
    const tenths = Array.from(
      { length: 10 },
      (_, place) => `item 1.${place + 1} "n${place}" 0.1 points\n  scored directly, to 1 decimal\n`,
    )
    const text = `${enHead.replace('full marks 10', 'full marks 1')}\nitem 1 "All" 1 points\n${tenths.join('')}`
    expect(found(text)).toEqual([])
  })

  test('each level is checked by itself', () => {
    const text = `${enHead}
item 1 "a" 6 points
item 1.1 "b" 2 points
  scored directly
item 1.2 "c" 3 points
  scored directly
item 2 "d" 3 points
  scored directly
`
    expect(messages(text, 'en')).toEqual([
      'the scheme is worth 10 points, its parts 9',
      'item 1 is worth 6 points, its parts 5',
    ])
  })

  test('parts start again from 1 or go on', () => {
    const parts = (second: number) => `${enHead}
part "a" out of 5
item 1 "x" 5 points
  scored directly
part "b" out of 5
item ${second} "y" 5 points
  scored directly
total
  "a"
  "b"
`
    expect(found(parts(1))).toEqual([])
    expect(found(parts(2))).toEqual([])
    expect(found(parts(3))).toEqual(['3: numbering-gap'])
  })

  test('a number under a missing parent is reported once, not for each', () => {
    const text = `${enHead}
item 1 "a" 4 points
  scored directly
item 2.1 "b" 3 points
  scored directly
item 2.2 "c" 3 points
  scored directly
`
    expect(found(text)).toEqual(['2.1: parent-item-missing'])
  })
})

describe('weights', () => {
  const total = (lines: string, head = enHead) => `${head}
part "a" out of 5
item 1 "x" 5 points
  scored directly
part "b" out of 50
item 1 "y" 50 points
  scored directly
total
${lines}`

  test('parts in points beside parts that weigh a share of the full marks', () => {
    expect(found(total('  "a"\n  50% "b"\n'))).toEqual([])
    expect(messages(total('  "a"\n  40% "b"\n'), 'en')).toEqual(['the scheme is worth 10 points, its parts 9'])
  })

  test('fractions of a percent', () => {
    expect(found(total('  33.3% "a"\n  66.7% "b"\n'))).toEqual([])
    expect(messages(total('  33.3% "a"\n  66.6% "b"\n'), 'en')).toEqual([
      'the weights of the total make 99.9%, not 100%',
    ])
  })
})
