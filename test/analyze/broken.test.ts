import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile, positionOf, lineStarts } from '@merit/dsl'

const tour = readFileSync(join(import.meta.dirname, '..', 'tours', 'tour.zh.merit'), 'utf8')

/** Sentences of the Chinese tour, and the same broken: a wrong word, a missing quote, half a sentence. */
const broken: readonly (readonly [string, string])[] = [
  ['得分保留 2 位小数，四舍五入', '得分保留 2 位小树，四舍五入'],
  ['  “议事规则”：有或无', '  “议事规则”：有与无'],
  ['  “党课”：数量（次）', '  “党课”：数量（次'],
  ['  考核方式 “查阅资料”\n  缺少', '  考核方式 查阅资料\n  缺少'],
  ['  有“决策失误”的，扣 10 分', '  有“决策失误”的，口 10 分'],
  ['“优”满分，“良”得 85%，“中”得 70%，“差”0 分', '“优”满分，“良”得 85%，“中”得 70%，“差'],
  ['  直接评分，1 位小数', '  直接平分，1 位小数'],
  ['  “领导自评分”的平均分占 40%', '  “领导自评分”的平均分占'],
  ['  “良好”：75 分以上', '  “良好”：75 以上分上'],
  ['  总分应为 90.29 分', '  总分应为'],
]

test('ten broken sentences are ten problems, each in its place, and nothing else', () => {
  const { text, lines } = breakSentences(tour)
  expect(linesWithProblems(text)).toEqual(lines)
})

test('what is wrong elsewhere is reported beside them', () => {
  const { text, lines } = breakSentences(tour.replace('缺少“工作总结”扣 2.5 分', '缺少“工作总洁”扣 2.5 分'))
  const found = compile(text).problems
  expect(found.map(({ code }) => code).filter((code) => code === 'unknown-name')).toHaveLength(1)
  expect(found).toHaveLength(lines.length + 1)
})

test.each(broken)('%s, broken alone, is one problem', (sentence, instead) => {
  const text = tour.replace(sentence, instead)
  const { parsed, problems } = compile(text)
  expect(problems).toHaveLength(1)
  const { line } = positionOf(lineStarts(text), problems[0]!.span.start)
  expect(text.split('\n')[line]).toContain(instead.split('\n')[0])
  expect(parsed.sentences.length).toBeGreaterThanOrEqual(compile(tour).parsed.sentences.length - 1)
})

/** Each kind of header, misspelt: its block still opens, so nothing in it is orphaned. */
test.each([
  ['数据\n', '数居\n'],
  ['板块 “党建实绩” 满分 100 分', '版块 “党建实绩” 满分 100 分'],
  ['指标 1.1 “工作目标和规划” 10 分', '指示 1.1 “工作目标和规划” 10 分'],
  ['总分（“镇街”）\n', '总份（“镇街”）\n'],
  ['等次评定（“镇街”）按总分排名', '等次平定（“镇街”）按总分排名'],
  ['算例 “有问题的镇街”', '算列 “有问题的镇街”'],
])('a header %j misspelt is one problem', (header, instead) => {
  const text = tour.replace(header, instead)
  expect(text).not.toBe(tour)
  expect(compile(text).problems.map(({ code }) => code)).toHaveLength(1)
})

test('a comma left hanging before an item is one problem, on its own line', () => {
  const text = tour.replace('缺少“工作总结”扣 2.5 分\n', '缺少“工作总结”扣 2.5 分，\n')
  const { problems } = compile(text)
  expect(problems).toHaveLength(1)
  const { line } = positionOf(lineStarts(text), problems[0]!.span.start)
  expect(text.split('\n')[line]).toBe('  缺少“工作总结”扣 2.5 分，')
})

function breakSentences(text: string): { readonly text: string; readonly lines: readonly number[] } {
  const result = broken.reduce((before, [sentence, instead]) => before.replace(sentence, instead), text)
  const original = text.split('\n')
  const lines = result.split('\n').flatMap((line, place) => (line === original[place] ? [] : [place]))
  expect(lines).toHaveLength(broken.length)
  return { text: result, lines }
}

function linesWithProblems(text: string): readonly number[] {
  const starts = lineStarts(text)
  return compile(text).problems.map(({ span }) => positionOf(starts, span.start).line)
}

const head =
  '方案 “样例” 2026年度\n满分 10 分\n考核对象 “单位”\n等次 “优秀”、“良好”、“较差”\n数据\n  “f”：有或无\n  “n”：数量\n'

/** What no wording of the unreadable sentence could mend is still said. */
test.each([
  ['板块 “A” 满分 10 分\n指标 1 “B” 9 分\n  缺少“f”口 1 分\n总分\n  “A”占 100%\n', 'points-do-not-add-up'],
  ['板块 “A” 满分 10 分\n  得分为 “n”\n总分\n  “A”占 90%\n有“f”的，一票否决\n', 'weights-do-not-add-up'],
  ['等次评定按总分\n  “优秀”：90 分以上\n  “良好”：90 分以下\n  “较差”：其余\n有“f”的，一票否决\n', 'bands-overlap'],
  ['等次评定按总分\n  “优秀”：80 分以上\n  “良好”：8o 分左右\n  “较差”：85 分以上\n', 'thresholds-out-of-order'],
])('an unreadable sentence does not silence what it cannot have caused: %s', (text, code) => {
  expect(compile(head + text).problems.map((problem) => problem.code)).toContain(code)
})

/** What a right wording of it would mend waits for it. */
test.each([
  ['板块 “A” 满分 10 分\n指标 1 “B” 9 分\n  缺少“f”扣 1 分\n2 “C” 1 分\n  有“f”的，扣 1 分\n', 'points-do-not-add-up'],
  ['等次评定按总分\n  “优秀”：90 分以上\n  “良好”：70 至 90 分之间左右\n  “较差”：不满 70 分\n', 'grades-leave-a-gap'],
])('what an unreadable sentence may have caused is not said: %s', (text, code) => {
  expect(compile(head + text).problems.map((problem) => problem.code)).not.toContain(code)
})
