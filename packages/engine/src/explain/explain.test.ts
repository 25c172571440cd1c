import { expect, test } from 'vitest'
import type { GradeStep, ResultContext, UnitResult } from '../api.js'
import { reportedFacts, withDefaults } from '../reference/facts.js'
import { nodeValues } from '../reference/nodes.js'
import { referenceAssessAll } from '../reference/index.js'
import type { CompiledScheme, Expr, GraphNode, Sentence } from '../scheme/index.js'
import { explainWith, toText, type Explanation } from './index.js'

/** A town hall's scheme, compiled by hand: two items in a part, ratings in another, records that earn a bonus. */
const texts = [
  '“计划”：有或无', // 0
  '“信访件”：数量（件）', // 1
  '“收缴率”：百分比，1 位小数', // 2
  '“评议票”：多个“好”、“较好”之一', // 3
  '“表彰”：记录，未填视为无', // 4
  '“违纪”：有或无，未填视为无', // 5
  '板块 “实绩” 满分 20 分', // 6
  '指标 1 “规矩” 10 分', // 7
  '缺少“计划”扣 8 分', // 8
  '每件“信访件”扣 0.5 分，最多扣 4 分', // 9
  '指标 2 “收缴” 10 分', // 10
  '按“收缴率”计分：98% 以上满分，其余 0 分', // 11
  '板块 “评议” 满分 100 分', // 12
  '“评议票”的平均分：“好”100 分，“较好”80 分', // 13
  '总分', // 14
  '“实绩”占 60%', // 15
  '“评议”占 40%', // 16
  '本年度的“表彰”按“级别”加分：“省级”6 分，“市级”3 分，同一“事项”就高不就低，最高加 8 分', // 17
  '等次评定按总分排名', // 18
  '“优秀”：前 1 名', // 19
  '“一般”：其余', // 20
  '有“违纪”的，不得评为“优秀”', // 21
  '等次为“优秀”的，予以“通报表扬”', // 22
]

const sentences: readonly Sentence[] = texts.map((text, index) => {
  const place = { line: index + 1, column: 1, endLine: index + 1, endColumn: text.length + 1 }
  if (index !== 9) return Object.assign(place, { text })
  return Object.assign(place, { text, official: ['信访件以办结为准。'], basis: ['《办法》第三条'] })
})

const v = (name: string): Expr => ({ var: name })
const number = (id: string, sentence: number, unit: number, logic: Expr, over?: string): GraphNode => ({
  id,
  kind: 'logic',
  type: 'number',
  unit,
  sentence,
  logic,
  ...(over === undefined ? {} : { over }),
})
const boolean = (id: string, sentence: number, logic: Expr): GraphNode => ({
  id,
  kind: 'logic',
  type: 'boolean',
  sentence,
  logic,
})
const round = (id: string, sentence: number, of: string): GraphNode => ({
  id,
  kind: 'round',
  sentence,
  of,
  unit: 100,
  mode: 'half-up',
})

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const inYear: Expr = { and: [{ '>=': [v('e2'), day('2026-01-01')] }, { '<=': [v('e2'), day('2026-12-31')] }] }
const worth: Expr = { if: [{ '===': [v('e1'), 0] }, 6, 3] }

const scheme: CompiledScheme = {
  format: 'merit/1',
  title: '考核',
  year: 2026,
  version: 1,
  language: 'zh',
  sourceHash: '0'.repeat(64),
  fullMarks: { value: 100, unit: 1 },
  rounding: { decimals: 2, mode: 'half-up', sentence: 0 },
  shown: { decimals: 2, all: false },
  grades: ['优秀', '一般'],
  facts: [
    { id: 'f0', name: '计划', type: { kind: 'yes-no' }, sentence: 0 },
    { id: 'f1', name: '信访件', type: { kind: 'count', unit: 1, min: 0, max: 1e9, word: '件' }, sentence: 1 },
    { id: 'f2', name: '收缴率', type: { kind: 'percentage', unit: 10, min: 0, max: 1000 }, sentence: 2 },
    {
      id: 'f3',
      name: '评议票',
      type: { kind: 'many', of: { kind: 'choice', options: ['好', '较好'] }, max: 100 },
      sentence: 3,
    },
    {
      id: 'f4',
      name: '表彰',
      type: {
        kind: 'records',
        fields: [
          { name: '事项', type: { kind: 'text' } },
          { name: '级别', type: { kind: 'choice', options: ['省级', '市级'] } },
          { name: '日期', type: { kind: 'date' } },
        ],
        max: 100,
      },
      default: [],
      sentence: 4,
    },
    { id: 'f5', name: '违纪', type: { kind: 'yes-no' }, default: false, sentence: 5 },
  ],
  nodes: [
    boolean('n0', 8, { '!': [v('f0')] }),
    number('n1', 8, 1, { if: [v('n0'), 8, 0] }),
    number('n2', 9, 2, v('f1')),
    number('n3', 9, 2, { min: [v('n2'), 8] }),
    number('n4', 7, 2, { max: [{ '-': [20, { '+': [{ '*': [v('n1'), 2] }, v('n3')] }] }, 0] }),
    number('n5', 11, 1, { if: [{ '>=': [v('f2'), 980] }, 10, 0] }),
    number('n6', 6, 2, { '+': [v('n4'), { '*': [v('n5'), 2] }] }),
    {
      id: 'n7',
      kind: 'aggregate',
      sentence: 13,
      of: 'f3',
      value: { if: [{ '===': [v('e0'), 0] }, 100, 80] },
      take: 'sum',
      unit: 1,
    },
    { id: 'n8', kind: 'aggregate', sentence: 13, of: 'f3', value: 1, take: 'count', unit: 1 },
    number('n9', 13, 1, v('n7'), 'n8'),
    round('n10', 12, 'n9'),
    number('n11', 15, 2, { '*': [v('n6'), 3] }),
    number('n12', 16, 1000, { '*': [v('n10'), 4] }),
    {
      id: 'n13',
      kind: 'aggregate',
      sentence: 17,
      of: 'f4',
      where: inYear,
      value: worth,
      groupBy: v('e0'),
      take: 'sum',
      unit: 1,
    },
    number('n14', 17, 1, { min: [v('n13'), 8] }),
    number('n15', 14, 1000, { '+': [{ '*': [v('n11'), 500] }, v('n12')] }),
    number('n16', 14, 1, 0),
    number('n17', 14, 1000, { '+': [v('n15'), { '*': [v('n14'), 1000] }] }),
    round('n18', 14, 'n17'),
    boolean('n19', 21, v('f5')),
    { id: 'n20', kind: 'grade' },
    boolean('n21', 22, { '===': [v('n20'), 0] }),
  ],
  items: [
    {
      number: '1',
      name: '规矩',
      key: '1',
      points: { value: 10, unit: 1 },
      part: 0,
      score: 'n4',
      lines: [
        { effect: 'costs', sentence: 8, amount: 'n1', fires: 'n0' },
        { effect: 'costs', sentence: 9, amount: 'n3', uncapped: 'n2' },
      ],
      sentence: 7,
    },
    {
      number: '2',
      name: '收缴',
      key: '2',
      points: { value: 10, unit: 1 },
      part: 0,
      score: 'n5',
      lines: [{ effect: 'scored', sentence: 11, amount: 'n5' }],
      sentence: 10,
    },
  ],
  parts: [
    { name: '实绩', full: { value: 20, unit: 1 }, score: 'n6', lines: [], sentence: 6 },
    {
      name: '评议',
      full: { value: 100, unit: 1 },
      score: 'n10',
      lines: [{ effect: 'weighted', sentence: 13, amount: 'n9' }],
      sentence: 12,
    },
  ],
  kinds: [
    {
      name: '镇',
      needs: ['f0', 'f1', 'f2', 'f3'].map((fact) => ({ fact })),
      requires: [{ node: 'n8', reason: 'empty-average', fact: 'f3', sentence: 13 }],
      parts: [0, 1],
      items: [0, 1],
      total: 'n18',
      base: 'n15',
      bonus: 'n14',
      penalty: 'n16',
      lines: [
        { effect: 'weighted', sentence: 15, amount: 'n11', weight: { value: 6, unit: 10 }, part: 0 },
        { effect: 'weighted', sentence: 16, amount: 'n12', weight: { value: 4, unit: 10 }, part: 1 },
        { effect: 'bonus', sentence: 17, amount: 'n14', uncapped: 'n13' },
      ],
      grading: {
        lines: [
          { grade: 0, criterion: { kind: 'top', quota: { kind: 'count', count: 1 } }, sentence: 19 },
          { grade: 1, criterion: { kind: 'otherwise' }, sentence: 20 },
        ],
        ties: { kind: 'share' },
        sentence: 18,
      },
      totalSentence: 14,
    },
  ],
  notGraded: [],
  makes: [],
  blocks: [{ when: 'n19', grade: 0, sentence: 21 }],
  downgrades: [],
  gradeLimits: [],
  awards: [],
  outcomes: [{ name: '通报表扬', when: 'n21', sentence: 22 }],
  reviews: [],
  notEncoded: [],
  sentences,
}

const facts = {
  计划: false,
  信访件: 9,
  收缴率: '98.6',
  评议票: ['好', '较好', '好'],
  表彰: [
    { 事项: '河道', 级别: '市级', 日期: '2026-03-01' },
    { 事项: '河道', 级别: '省级', 日期: '2026-05-20' },
    { 事项: '村部', 级别: '市级', 日期: '2026-06-11' },
    { 事项: '旧年', 级别: '省级', 日期: '2025-12-31' },
  ],
}

const steps: readonly GradeStep[] = [
  {
    step: 'line',
    sentence: 19,
    grade: 0,
    outcome: 'not-in-place',
    places: 1,
    position: 3,
    competing: 7,
    edge: '95.37',
  },
  { step: 'line', sentence: 20, grade: 1, outcome: 'taken' },
  { step: 'outcome', sentence: 22, outcome: '通报表扬', follows: false },
]

function explained(
  given: Record<string, unknown>,
  gradeSteps: readonly GradeStep[] = steps,
  language: 'zh' | 'en' = 'zh',
): Explanation {
  const unit = { unit: '临河镇', kind: '镇', facts: given }
  const { results } = referenceAssessAll(scheme, { units: [unit] })
  const result = results[0] as UnitResult
  const reported = reportedFacts(scheme, given)
  const all = withDefaults(scheme, reported)
  const values = nodeValues(scheme, 0, all, 1)
  const context: ResultContext = {
    scheme,
    kind: scheme.kinds[0] as CompiledScheme['kinds'][number],
    unit,
    value: (node) => values.value(node),
    fact: (id) => {
      const value = all.get(id)
      return value === undefined ? undefined : { value, reported: reported.has(id) }
    },
    gradeSteps,
    ranked: 7,
  }
  return explainWith(result, context, language)
}

const lineOf = (text: string, start: string): string | undefined =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith(start))

test('the tree says what each rule took, from what, and where its cap bound', () => {
  const [part] = explained(facts).parts
  const [item] = part?.items ?? []
  expect(part).toMatchObject({ name: '实绩', score: { text: '10' }, outOf: { text: '20' }, lost: { text: '10' } })
  expect(item).toMatchObject({ key: '1', score: { text: '0' }, lost: { text: '10' } })
  // 10 − 8 − 4 = −2: an item does not fall below 0
  expect(item?.bounded).toEqual({ from: { text: '-2' }, at: 'floor' })
  expect(item?.lines).toEqual([
    {
      effect: 'costs',
      sentence: { text: '缺少“计划”扣 8 分', line: 9, column: 1, official: [], basis: [] },
      state: 'acts',
      amount: { text: '8' },
      evidence: [{ kind: 'fact', name: '计划', shown: '无', from: 'reported' }],
    },
    {
      effect: 'costs',
      sentence: expect.objectContaining({ line: 10, official: ['信访件以办结为准。'], basis: ['《办法》第三条'] }),
      state: 'acts',
      // 9 × 0.5 = 4.5, at most 4
      amount: { text: '4' },
      uncapped: { text: '4.5' },
      evidence: [{ kind: 'fact', name: '信访件', shown: '9 件', from: 'reported' }],
    },
  ])
})

test('a rule that does not apply is in the tree, and in one line of the text', () => {
  const explanation = explained({ ...facts, 计划: true })
  expect(explanation.parts[0]?.items[0]?.lines[0]).toMatchObject({ state: 'off', evidence: [{ shown: '有' }] })
  expect(toText(explanation)).toContain('未触发：缺少“计划”扣 8 分（计划 = 有）\n')
})

test('an average shows how often each word was given, the sum and the count', () => {
  const [votes] = explained(facts).parts[1]?.lines[0]?.evidence ?? []
  expect(votes).toEqual({
    kind: 'values',
    name: '评议票',
    from: 'reported',
    count: 3,
    counted: 3,
    shown: ['好', '较好', '好'],
    words: [
      { word: '好', times: 2, worth: { text: '100' } },
      { word: '较好', times: 1, worth: { text: '80' } },
    ],
    greatest: { text: '100' },
    sum: { text: '280' },
    average: { text: '93.3333', ratio: '280/3' },
  })
  expect(explained(facts).parts[1]?.rounding).toEqual({
    from: { text: '93.3333', ratio: '280/3' },
    to: { text: '93.33' },
    decimals: 2,
    mode: 'half-up',
  })
})

test('every record says what it counts, or why it does not', () => {
  const bonus = explained(facts).total?.lines.find(({ effect }) => effect === 'bonus')
  expect(bonus).toMatchObject({ amount: { text: '8' }, uncapped: { text: '9' } })
  const [records] = bonus?.evidence ?? []
  expect(
    records?.kind === 'records' &&
      records.records.map(({ counts, worth, why, because }) => ({ counts, worth: worth?.text, why, because })),
  ).toEqual([
    { counts: false, worth: '3', why: 'not-highest', because: ['河道'] },
    { counts: true, worth: '6', why: undefined, because: undefined },
    { counts: true, worth: '3', why: undefined, because: undefined },
    { counts: false, worth: undefined, why: 'another-year', because: ['日期'] },
  ])
})

test('the text can be recomputed by hand', () => {
  const text = toText(explained(facts))
  expect(lineOf(text, '扣 4 分')).toBe('扣 4 分（合计 4.5，最多 4）：每件“信访件”扣 0.5 分，最多扣 4 分（第 10 行）')
  expect(lineOf(text, '10 − 8')).toBe('10 − 8 − 4 = −2，扣完为止，计 0 分')
  expect(lineOf(text, '评议票')).toBe(
    '评议票：“好”2 个、“较好”1 个，共 3 个；合计 2 × 100 + 1 × 80 = 280；平均 280 ÷ 3 ≈ 93.3333',
  )
  expect(lineOf(text, '280/3 →')).toBe('280/3 → 93.33（保留 2 位小数，四舍五入）')
  expect(lineOf(text, '“评议”占')).toBe('“评议”占 40%（第 17 行）：93.33 ÷ 100 × 40% × 100 = 37.332')
  expect(lineOf(text, '加 8 分')).toMatch(/^加 8 分（合计 9，最多 8）：本年度的“表彰”/)
  expect(lineOf(text, '67.332 +')).toBe('67.332 + 8 = 75.332')
  expect(lineOf(text, '75.332 →')).toBe('75.332 → 75.33（保留 2 位小数，四舍五入）')
  expect(lineOf(text, '第 9 步　“优秀”')).toBe(
    '第 9 步　“优秀”：前 1 名（第 20 行） → 排第 3（共 7 个），前 1 名，界线 95.37 分，未进入',
  )
  expect(lineOf(text, '满分：')).toBe('满分：2 收缴 10 分')
})

test("the same in English words, with the scheme's own names", () => {
  const text = toText(explained(facts, steps, 'en'))
  expect(lineOf(text, 'costs 4')).toBe('costs 4 (4.5 in all, at most 4): 每件“信访件”扣 0.5 分，最多扣 4 分 (line 10)')
  expect(lineOf(text, '75.332')).toBe('75.332 → 75.33 (2 decimals, half up)')
  expect(lineOf(text, 'Step 9 · “优秀”')).toBe(
    'Step 9 · “优秀”：前 1 名 (line 20) → rank 3 of 7, top 1, edge 95.37: not among them',
  )
})

test('grade steps keep their order, their number and what was looked at', () => {
  const blocked: GradeStep = { step: 'blocked', sentence: 21, grade: 0 }
  const barred: GradeStep = { step: 'line', sentence: 19, grade: 0, outcome: 'blocked' }
  const explanation = explained({ ...facts, 违纪: true }, [blocked, barred, ...steps.slice(1)])
  expect(explanation.gradeSteps.map(({ number, step }) => [number, step])).toEqual([
    [8, 'blocked'],
    [9, 'line'],
    [9, 'line'],
  ])
  const text = toText(explanation)
  expect(text).toContain('第 8 步　有“违纪”的，不得评为“优秀”（第 22 行） → 不得评为“优秀”\n    违纪 = 有\n')
  expect(text).toContain('第 9 步　“优秀”：前 1 名（第 20 行） → 因第 8 步的限制不参加\n')
})

test('units tied across the edge of the places learn why they stay out', () => {
  const tied: GradeStep = {
    step: 'line',
    sentence: 19,
    grade: 0,
    outcome: 'no-room',
    places: 3,
    position: 2,
    competing: 4,
    base: 6,
  }
  const [step] = explained(facts, [tied]).gradeSteps
  expect(step).toMatchObject({ tied: true, places: 3, position: 2, base: 6 })
  expect(toText(explained(facts, [tied]))).toContain('前 3 名（按 6 个单位计），同分者超出名额，均不列入')
})

test('an incomplete unit learns what is missing, what needs it, and nothing is scored', () => {
  const explanation = explained({ 计划: true, 信访件: 1, 评议票: [] }, [])
  expect(explanation).toMatchObject({ status: 'incomplete', parts: [], items: [], gradeSteps: [] })
  expect(explanation.total).toBeUndefined()
  expect(explanation.missing).toEqual([{ name: '收缴率', for: ['2 收缴'] }])
  expect(toText(explanation)).toContain('  “收缴率”（用于 2 收缴）\n')

  const unmet = explained({ 计划: true, 信访件: 1, 收缴率: 98, 评议票: [] }, [])
  expect(unmet.unmet).toMatchObject([{ reason: 'empty-average', fact: '评议票', sentence: { line: 14 } }])
})

test('defaults are named as such', () => {
  const { 表彰: _, ...without } = facts
  expect(toText(explained(without))).toContain('表彰未填，按“无”计')
})

test('an explanation is plain JSON', () => {
  const explanation = explained(facts)
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
})
