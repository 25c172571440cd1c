/**
 * Schemes that are meant to take long: each is checked, and asked what it can come to, in moments. Nothing is timed; what grew beyond
 * bounds would not come to an end here.
 */
import { describe, expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { possibilitiesOf } from '@merit/engine/ranges'

function times(count: number, line: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => line(index))
}

function scheme(facts: readonly string[], rules: readonly string[], after: readonly string[] = []): string {
  return [
    '方案 “难题” 2026年度 第1版',
    '满分 100 分',
    '考核对象 “单位”',
    '等次 “优秀”、“合格”',
    '数据',
    ...facts,
    '指标 1 “指标” 100 分',
    ...rules,
    ...after,
    '等次评定按总分',
    '“优秀”：90 分以上',
    '“合格”：其余',
    '',
  ].join('\n')
}

/** Definitions, each of the one before it. */
function chain(count: number, first: string, next: (before: string, index: number) => string): string[] {
  return times(count, (index) => `定义 “步${index}” 为 ${index === 0 ? first : next(`“步${index - 1}”`, index)}`)
}

function nested(depth: number, inside: (inner: string, index: number) => string): string {
  return Array.from({ length: depth }).reduce<string>((inner, _, index) => `（${inside(inner, index)}）`, '“数0”')
}

const words = (name: string): string[] => times(30, (index) => `“${name}${index}”`)
const numbers = times(40, (index) => `“数${index}”：1 到 1000 的数`)

const computed: Record<string, string> = {
  '400 conditions over the same ten counts': scheme(
    times(10, (index) => `“事${index}”：数量（件）`),
    times(
      400,
      (index) =>
        `“事${index % 10}”超过 ${index % 7} 且“事${(index * 3 + 1) % 10}”低于 ${(index % 11) + 2} 且“事${(index * 7 + 2) % 10}” + “事${(index + 5) % 10}” 不超过 ${index % 13} 的，扣 0.1 分`,
    ),
  ),
  '400 conditions over the same twelve answers': scheme(
    times(12, (index) => `“事${index}”：有或无`),
    times(
      400,
      (index) =>
        `有“事${index % 12}”且没有“事${(index * 5 + 1) % 12}”且（有“事${(index * 7 + 3) % 12}”或有“事${(index * 11 + 4) % 12}”）的，扣 0.1 分`,
    ),
  ),
  'definitions that go up and down, one after the other': scheme(
    [
      '“数”：0 到 100 的数',
      ...chain(100, '“数”', (one, index) => `若 ${one} 超过 ${index} 则 ${one} - 1，否则 ${one} + 1`),
    ],
    ['得分为 “步99”'],
  ),
  'definitions that divide, one after the other': scheme(
    [...numbers, ...chain(40, '“数0”', (one, index) => `${one} ÷ “数${index}” + 1`)],
    ['得分为 “步39”'],
  ),
  'definitions that divide by one thing or another': scheme(
    [
      ...numbers,
      ...chain(
        40,
        '“数0”',
        (one, index) => `若 “数${index}” 超过 3 则 ${one} ÷ “数${index}”，否则 ${index} ÷ “数${index - 1}”`,
      ),
    ],
    ['得分为 “步39”'],
  ),
  'choices inside each other, each divided': scheme(numbers, [
    `得分为 ${nested(20, (inner, index) => `若 “数${index}” 超过 ${index + 1} 则 ${inner} ÷ “数${index}”，否则 ${index}`)}`,
  ]),
  'a list that 100 aggregates look at': scheme(
    ['“票”：多个 0 到 100 的数，1 位小数'],
    times(100, (index) => `“票”中 ${index % 100} 分以上的个数超过 ${index % 7} 的，扣 0.1 分`),
  ),
  'records that 100 aggregates look at': scheme(
    ['“奖”：记录', '其中“级别”：“甲”、“乙”、“丙”之一', '其中“数”：0 到 100 的数'],
    times(
      100,
      (index) =>
        `“奖”中“数”超过 ${index % 100} 且“级别”为“${'甲乙丙'[index % 3]}”的个数超过 ${index % 5} 的，扣 0.1 分`,
    ),
  ),
  'records that 100 bonuses count once for each matter': scheme(
    ['“奖”：记录', '其中“事项”：文字', '其中“级别”：“甲”、“乙”、“丙”之一'],
    ['直接评分'],
    times(
      100,
      (index) => `“奖”按“级别”加分：“甲”${index + 3} 分，“乙”2 分，“丙”1 分，同一“事项”就高不就低，最高加 5 分`,
    ),
  ),
  'a table of 30 by 30': scheme(
    [
      `“横”：${words('行').join('、')}之一`,
      `“纵”：${words('列').join('、')}之一`,
      `定义 “表” 为 按“横”和“纵”：${words('行')
        .flatMap((row, x) => words('列').map((column, y) => `${row}${column}${(x * 7 + y * 11) % 100}`))
        .join('，')}，其余 0`,
    ],
    ['得分为 “表”'],
  ),
  'averages of 60 lists': scheme(
    times(60, (index) => `“票${index}”：多个 0 到 100 的数`),
    [`得分为 （${times(60, (index) => `“票${index}”的平均分`).join(' + ')}） ÷ 60`],
  ),
  'a sum of products over a sum of products': scheme(numbers, [
    `得分为 （${times(40, (index) => `“数${index}” × “数${(index * 7 + 1) % 40}”`).join(' + ')}） ÷ （${times(40, (index) => `“数${index}” × “数${(index * 11 + 3) % 40}”`).join(' + ')}）`,
  ]),
  'fractions whose denominators have nothing in common': scheme(numbers, [
    `得分为 ${times(40, (index) => `${index + 1} ÷ “数${index}”`).join(' + ')}`,
  ]),
}

/** Too deep, or too large: told, and not computed. */
const refused: Record<string, readonly [code: string, text: string]> = {
  'a number that is squared again and again': [
    'number-without-end',
    scheme(['“数”：0 到 100 的数', ...chain(60, '“数”', (one) => `${one} × ${one}`)], ['得分为 “步59”']),
  ],
  'a number that is doubled again and again': [
    'too-many-steps-deep',
    scheme(['“数”：0 到 100 的数', ...chain(300, '“数”', (one) => `${one} + ${one}`)], ['得分为 “步299”']),
  ],
  'conditions that stand on conditions without end': [
    'too-many-steps-deep',
    scheme(
      [
        '“数”：0 到 100 的数',
        ...chain(
          300,
          '“数”超过 3',
          (one, index) => `（${one} 且 “数”超过 ${index % 90}） 或 （${one} 且 “数”低于 ${(index % 90) + 1}）`,
        ),
      ],
      ['“步299”的，扣 1 分'],
    ),
  ],
}

describe('a scheme that is meant to take long comes to an end', () => {
  test.each(Object.keys(computed))('%s', (name) => {
    const { scheme: compiled, problems } = compile(computed[name] ?? '')
    expect(compiled, problems.map(({ code }) => code).join()).toBeDefined()
    const possible = possibilitiesOf(compiled!, 0)
    const { least, greatest } = possible.numbers(compiled!.kinds[0]!.total)
    // Sound, whatever the effort: no total is below 0, and none above the points of the one item and its bonuses.
    expect(least.value.num >= 0n).toBe(true)
    expect(greatest.value.num <= 1_000n * greatest.value.den).toBe(true)
    expect([...possible.grades().keys()]).toEqual([0, 1, -1])
    expect(possible.effects(compiled!.kinds[0]!.total).length).toBeGreaterThan(0)
  })

  test.each(Object.keys(refused))('%s is refused', (name) => {
    const [code, text] = refused[name]!
    const { scheme: compiled, problems } = compile(text)
    expect(compiled).toBeUndefined()
    expect(problems.map((problem) => problem.code)).toContain(code)
  })

  test('80 grades, each with places, a block and a downgrade', () => {
    const grades = times(80, (index) => `“等${index}”`)
    const text = [
      '方案 “难题” 2026年度 第1版',
      '满分 100 分',
      '考核对象 “单位”',
      `等次 ${grades.join('、')}`,
      '数据',
      ...times(12, (index) => `“事${index}”：有或无`),
      '“分”：0 到 100 的数',
      '指标 1 “指标” 100 分',
      '得分为 “分”',
      '等次评定按总分',
      ...times(79, (index) => `${grades[index]}：${99 - index / 2} 分以上，${(index % 3) + 1} 个名额`),
      `${grades[79]}：其余`,
      ...times(80, (index) => `有“事${index % 12}”且没有“事${(index + 5) % 12}”的，不得评为${grades[index]}`),
      ...times(80, (index) => `有“事${(index * 7 + 1) % 12}”的，降 1 档`),
      '',
    ].join('\n')
    const { scheme: compiled, problems } = compile(text)
    expect(compiled, problems[0]?.code).toBeDefined()
    const found = possibilitiesOf(compiled!, 0, { effort: 3_000 }).grades()
    // The best grade is there for a unit with 100 points and nothing reported, whether or not it is found.
    expect(found.get(0)?.kind).not.toBe('impossible')
    expect(found.size).toBe(81)
  })
})
