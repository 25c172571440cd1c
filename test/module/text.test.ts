/** The text of a printed module: safe whatever a scheme calls things, the same for the same scheme, and not made at run time. */
import { describe, expect, it, test } from 'vitest'
import { compile } from '@merit/dsl'
import { loadScheme, type UnitData } from '@merit/engine'
import { printModule } from '@merit/engine/module'
import type { CompiledScheme } from '@merit/engine/scheme'
import { sample } from '../engine/sample.js'
import { bothWays, imported, outcome, outcomes } from './printed.js'

const attack = 'globalThis.attacked = true'
const hostile = [
  `'); ${attack}; ('`,
  `"]; ${attack}; ["`,
  `*/ ${attack} /*`,
  `\n${attack}; 1\n`,
  `\r${attack}; 2`,
  `\u2028${attack}; 3\u2029`,
  `\${${attack}}`,
  '</script><script>',
  '<!-- --!>',
  '\\',
  '\\u0022',
  '__proto__',
  'constructor',
  'toString',
  'arguments',
  'facts',
  'row',
  'at',
  'slots',
  'compute1',
  'read1',
  'table1',
  'n0',
  'let',
  'await',
  'eval',
  '2026 goals',
  'a b',
  'aB',
  '计划',
  '𠮷',
  '👩‍👧',
  '\u202e\u2066evil',
  '\ufeff',
  '\u0000',
  'x'.repeat(3000),
]

describe('names and sentences that try to get out of the text', () => {
  const base = sample({ flags: hostile, kinds: [`unit */ ${attack}`] })
  const compiled: CompiledScheme = {
    ...base,
    title: `*/ ${attack}\n${attack}`,
    blocks: hostile.map((_, at) => ({ when: `n${at + 3}`, grade: at % 4, sentence: at })),
    sentences: base.sentences.map(({ line }, at) => {
      return { text: hostile[at % hostile.length]!, line, column: 1, endLine: line, endColumn: 2 }
    }),
  }

  it('are read and computed as ever, and run nothing', async () => {
    const { plain, printed, calls } = await bothWays(compiled)
    const units = hostile.map((name, at): UnitData => {
      const facts = JSON.parse(`{ "score": ${at}, ${JSON.stringify(name)}: true }`) as Record<string, unknown>
      return { unit: `unit ${at}`, kind: `unit */ ${attack}`, facts }
    })
    expect(outcomes(printed, { units })).toEqual(outcomes(plain, { units }))
    expect(calls.computed).toBeGreaterThan(hostile.length)
    expect('attacked' in globalThis).toBe(false)
  })

  it('leave nothing in the text that a page or an editor could take for something else', () => {
    const text = printModule(compiled)
    expect(text).not.toMatch(/<\/|<!--|[\u2028-\u202e\u2066-\u2069\ufeff\r]/)
    expect(text).not.toContain('\u0000')
    expect(text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/.*/g, '')).not.toContain('attacked')
  })
})

test('the same scheme gives the same text, which makes no code from text', () => {
  const text = printModule(sample({ flags: ['a', 'b'] }))
  expect(printModule(JSON.parse(JSON.stringify(sample({ flags: ['a', 'b'] }))))).toBe(text)
  expect(text).not.toMatch(/\beval\b|\bFunction\b|import\(["'](?!@merit)/)
  expect(text.match(/^import .*$/gm)).toEqual(['import { loadScheme } from "@merit/engine"'])
})

test('what was made for one scheme is refused with another', async () => {
  const { ahead } = await imported(printModule(sample({ flags: ['a'] })))
  expect(() => loadScheme(sample({ flags: ['b'] }), { ahead })).toThrow(/ahead-of-another-scheme/)
  expect(loadScheme(sample({ flags: ['a'] }), { ahead }).facts).toHaveLength(4)
})

test('what is no scheme is not printed', () => {
  expect(() => printModule({ ...sample({}), nodes: [] })).toThrow(/unknown-reference|later-reference/)
})

/** One long sum, a table, a rounding and a condition for each of 1,000 items. */
const large = [
  'scheme "Large" for 2026, version 1',
  'scores to 2 decimals, half up',
  'unit kinds "office"',
  'facts',
  ...Array.from({ length: 500 }, (_, at) => `  "plan ${at}": yes or no\n  "rate ${at}": percentage, 1 decimal`),
  ...Array.from({ length: 500 }, (_, at) =>
    [
      `item ${2 * at + 1} "Plan ${at}" 1 points\n  missing "plan ${at}" costs 0.5`,
      `item ${2 * at + 2} "Rate ${at}" 2 points\n  scored in proportion to "rate ${at}"`,
    ].join('\n'),
  ),
  'grading by total',
  '  "good": from 1000',
  '  "poor": otherwise',
  '',
].join('\n')

test('a scheme of 1,000 items is printed in pieces that a compiler takes', { timeout: 60_000 }, async () => {
  const { scheme, problems } = compile(large)
  if (scheme === undefined) throw new Error(problems.map(({ code }) => code).join())
  const { plain, printed, calls, text } = await bothWays(scheme)
  const lengths = text.split(/^function /m).map((body) => body.length)
  expect(Math.max(...lengths.slice(1, -1))).toBeLessThan(40_000)
  const units = Array.from({ length: 3 }, (_, at): UnitData => {
    const facts = scheme.facts.map(({ name }, place) => [name, name.startsWith('plan') ? (place + at) % 3 > 0 : (place * 7 + at) % 1000 / 10]) // prettier-ignore
    return { unit: `${at}`, kind: 'office', facts: Object.fromEntries(facts) as Record<string, unknown> }
  })
  for (const unit of units) expect(outcome(() => printed.assess(unit))).toEqual(outcome(() => plain.assess(unit)))
  expect(calls.computed).toBe(3)
})
