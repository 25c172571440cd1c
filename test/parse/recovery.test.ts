import { describe, expect, it } from 'vitest'
import { withoutPlaces } from './bare.js'
import { parse } from '../../packages/dsl/src/1-parse/index.js'

/** Problems as `line:column code`, and what they mark. */
function problemsOf(text: string): string[] {
  return parse(text).problems.map(({ code, span }) => {
    const before = text.slice(0, span.start).split('\n')
    return `${before.length}:${before.at(-1)!.length + 1} ${code} ${text.slice(span.start, span.end)}`.trim()
  })
}

const kinds = (text: string) => parse(text).parsed.sentences.map(({ kind }) => kind)

/** The condition of the only rule, brackets left out. */
const plain = ({ parsed }: ReturnType<typeof parse>) =>
  JSON.parse(JSON.stringify(withoutPlaces(parsed.sentences.at(-1))), (_, value) =>
    value?.kind === 'brackets' ? value.inner : value,
  )

const item = '指标 1 “N” 10 分\n'

describe('a broken sentence spoils only itself', () => {
  it('gives ten problems for ten broken sentences, each at its place, and reads the rest', () => {
    const good = '  缺少“a”扣 1 分'
    const broken = [
      '  缺少“a”口 1 分',
      '  缺少“a扣 1 分',
      '  有“a”的，扣 （1 分',
      '  每件“a”扣 分',
      '  costs when "a"',
      '  “a”扣 1 分 2 分',
      '  按“a”计分：“b”满分，“c”',
      '  缺少“”扣 1 分',
      '  hello world',
      '  有“a”的，一票否决',
    ]
    const text = item + broken.flatMap((line) => [line, good]).join('\n')
    const { parsed, problems } = parse(text)
    expect(parsed.scheme.items[0]!.lines).toHaveLength(10)
    const lines = problems.map(({ span }) => text.slice(0, span.start).split('\n').length)
    expect(lines).toEqual(broken.map((_, i) => 2 + 2 * i))
  })

  it.each([
    ['数居\n“a”：有或无', '1:1 misspelt-header 数居', 'facts fact'],
    ['grding of "town" by total\n"x": from 90', '1:1 misspelt-header grding', 'grading grade-line'],
    ['itme 1.1 "x" 10 points\nmissing "a" costs 1', '1:1 misspelt-header itme', 'item adjustment'],
    ['指示 1.1 “x” 10 分\n缺少“a”扣 1 分', '1:1 misspelt-header 指示', 'item adjustment'],
    ['板快 “x” 满分 100 分\n“a”的平均分', '1:1 misspelt-header 板快', 'part weighted-line'],
    ['example "e"\n"F": 3\nexmaple "f"\n"F": 3', '3:1 misspelt-header exmaple', 'example given example given'],
  ])('reads a misspelt header and opens its block: %s', (text, problem, read) => {
    expect(problemsOf(text)).toEqual([problem])
    expect(kinds(text).join(' ')).toBe(read)
  })

  it.each([
    ['缺少“a”扣 1 分，\n指标 2 “M” 10 分\n缺少“b”扣 1 分', '2:11 hanging-sign ，'],
    ['缺少“a”扣 1 分，\n\n有“b”的，扣 1 分\n缺少“b”扣 1 分', '2:11 hanging-sign ，'],
    ['缺少“a”扣 1 分，\n缺少“b”扣 1 分\n缺少“c”扣 1 分', '2:11 hanging-sign ，'],
    ['缺少“a”扣 1 分，\n> 文\n缺少“b”扣 1 分\n缺少“c”扣 1 分', '2:11 hanging-sign ，'],
    ['缺少“b”扣 1 分\n缺少“c”扣 1 分\n有“b”的，扣 1 分，', '4:12 hanging-sign ，'],
  ])('reports a hanging comma on its own line and reads what follows: %s', (text, problem) => {
    expect(problemsOf(item + text)).toEqual([problem])
    expect(kinds(item + text).filter((kind) => kind !== 'official')).toHaveLength(4)
  })

  it.each([
    ['总分（“k”\n“P”占 100%', '1:3 bracket-not-closed （', 'total weighted-line'],
    ['指标 1 “N” （10 分\n缺少“a”扣 1 分', '1:10 bracket-not-closed （', 'item adjustment'],
    ['指标 1 “N 10 分\n缺少“a”扣 1 分', '1:6 quote-not-closed “N 10 分', 'item adjustment'],
    ['等次评定（“k” 按总分\n“x”：其余', '1:5 bracket-not-closed （', 'grading grade-line'],
    ['part "P" out of 100, fro "k"\n"a"', '1:22 misspelt-word fro', 'part weighted-line'],
  ])('opens the block of a header with a mistake in it: %s', (text, problem, read) => {
    expect(problemsOf(text)).toEqual([problem])
    expect(kinds(text).join(' ')).toBe(read)
  })

  it.each([
    ['缺少“a”扣 1 分', []],
    ['考核方式 “a”', ['1:1 line-without-block 考核方式 “a”']],
    ['“a”：有或无', ['1:1 line-without-block “a”：有或无']],
    ['其中“a”：文字', ['1:1 line-without-block 其中“a”：文字']],
    ['> text', ['1:1 note-without-sentence > text']],
    ['“x”：90 分以上', ['1:1 line-without-block “x”：90 分以上']],
    ['总分应为 90 分', ['1:1 line-without-block 总分应为 90 分']],
    ['“P”占 20%', ['1:1 line-without-block “P”占 20%']],
    ['本板块另加“F”分', ['1:1 line-without-block 本板块另加“F”分']],
    ['数据\n“a”：有或无\n定义 “N” 为 3\n“b”：有或无', ['4:1 line-without-block “b”：有或无']],
  ])('reports what stands in no block: %s', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  it.each([
    ['有“a”且“b”超过 2 或有“c”的，扣 1 分', '有“a”且', '（有“a”且“b”超过 2）或有“c”'],
    ['缺少“a”且“b”或“c”的，扣 1 分', '', '（缺少“a”且“b”）或缺少“c”'],
    ['缺少“a”或“b”且“c”超过 2 的，扣 1 分', '', '缺少“a”或（缺少“b”且“c”超过 2）'],
    ['costs 1 when missing "a" or "b" and "c" is above 2', '', 'missing "a" or (missing "b" and "c" is above 2)'],
    ['costs 1 when "a" or "b" is above 2 and "c"', '"b" is', '"a" or ("b" is above 2 and "c")'],
  ])('warns of and beside or without brackets: %s', (line, _, mended) => {
    const text = item + line
    const { problems, parsed } = parse(text)
    expect(problems.map(({ code }) => code)).toEqual(['mixed-and-or'])
    expect(parsed.sentences).toHaveLength(2)
    let fixed = text
    for (const edit of [...problems[0]!.fix!.edits].reverse()) {
      fixed = fixed.slice(0, edit.span.start) + edit.text + fixed.slice(edit.span.end)
    }
    expect(fixed.replace(/(?<=）) /g, '')).toContain(mended)
    expect(parse(fixed).problems).toEqual([])
    expect(plain(parse(fixed))).toEqual(plain(parse(text)))
  })

  it.each([
    ['“a”：90 分以上（不含）', 'inclusion-contradicts'],
    ['“a”：超过 90 分（含）', 'inclusion-contradicts'],
    ['“a”：90 分（不含）以下', 'inclusion-contradicts'],
    ['“a”：第 3 至 5 名', 'places-from-first'],
    ['“a”：80 分以上，超过 90 分', 'two-ends-on-one-side'],
  ])('finds a grade line that contradicts itself: %s', (line, code) => {
    expect(parse(`等次评定按总分\n${line}`).problems.map((problem) => problem.code)).toEqual([code])
  })

  it.each([
    ['有“a”的，一票否决', 'veto-says-nothing'],
    ['一票否决', 'veto-says-nothing'],
    ['有“a”的', 'no-consequence'],
    ['costs 2 when 3', 'not-a-condition'],
    ['得分为 有“a”', 'not-a-value'],
    ['就高扣分：缺少“a”扣 5 分', 'largest-of-one'],
    ['就高扣分：缺少“a”扣 5 分；有“b”的，得 3 分', 'largest-of-one-kind'],
    ['有“a”的，每低 1 个百分点扣 1 分', 'step-needs-threshold'],
    ['scores 3 when "a"', 'scores-only-zero'],
    ['有“a”的，本项不得分，最多扣 3 分', 'no-cap-here'],
    ['每件“a”扣 1 分，最多扣 3 分，最多扣 4 分', 'said-twice'],
    ['costs 1 when "a" is 2026-02-30', 'no-such-date'],
    ['costs 1234567890123456789012345678901234567890', 'number-too-long'],
    ['“a”扣 1 分）', 'bracket-not-opened'],
  ])('names the mistake: %s', (line, code) => {
    expect(parse(item + line).problems.map((problem) => problem.code)).toEqual([code])
  })
})
