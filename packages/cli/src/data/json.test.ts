import { describe, expect, it } from 'vitest'
import { offsetsOf, readJson } from './json.js'

describe('reading JSON', () => {
  it.each([
    '[]',
    '{}',
    ' [1, -2.5, 1e3, 0.10] ',
    '{"a": {"b": [true, false, null, "x\\n\\u4e2d"]}}',
    '"中文 “引号” 😀"',
    '{"__proto__": 1, "constructor": 2}',
  ])('gives what any JSON reader gives: %s', (text) => {
    expect(readJson(text)).toEqual({ value: JSON.parse(text) as unknown, faults: [] })
  })

  it('keeps __proto__ as a key like any other', () => {
    const { value } = readJson('{"__proto__": {"polluted": true}}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value as object)).toEqual(['__proto__'])
  })

  it.each([
    ['', 'expected', 0],
    ['[1, 2', 'expected', 5],
    ['{"a" 1}', 'expected', 5],
    ['{a: 1}', 'expected', 1],
    ['["a', 'bad-text', 1],
    ['["a\nb"]', 'bad-text', 1],
    ['["\\x"]', 'bad-text', 1],
    ['[1] 2', 'trailing', 4],
    ['[1,]', 'expected', 3],
  ])('says where the structure of %j breaks', (text, code, offset) => {
    const { value, faults } = readJson(text)
    expect(value).toBe(undefined)
    expect(faults.map((fault) => [fault.code, fault.offset])).toEqual([[code, offset]])
  })

  it.each(['NaN', 'Infinity', '1e400', '-1e999', '01', '+5', '.5', '5.', 'yes', '0x10'])(
    'names %s, which is no value, and reads on',
    (word) => {
      const { value, faults } = readJson(`[{"unit": "甲", "facts": {"信访件": ${word}}}, 7]`)
      expect(value).toEqual([{ unit: '甲', facts: { 信访件: null } }, 7])
      expect(faults).toEqual([{ offset: 32, path: [0, 'facts', '信访件'], code: 'not-a-value', found: word }])
    },
  )

  it('names a key that is given twice', () => {
    const { faults } = readJson('{"a": 1, "b": 2, "a": 3}')
    expect(faults).toEqual([{ offset: 17, path: ['a'], code: 'duplicate-key', found: 'a' }])
  })

  it('refuses endless nesting without running out of stack', () => {
    for (const text of ['['.repeat(10_000_000), '{"a":'.repeat(1_000_000)]) {
      expect(readJson(text).faults.map(({ code }) => code)).toEqual(['too-deep'])
    }
  })
})

describe('places in JSON', () => {
  const text = '[\n {"unit": "甲", "facts": {"计划": true,\n  "表彰": [{"级别": "省级"},\n   {"级别": "x"}]}}\n]'

  it('are found by path', () => {
    const paths = [[0], [0, 'facts', '计划'], [0, 'facts', '表彰', 1, '级别']]
    expect(offsetsOf(text, paths).map((offset) => text.slice(offset, offset + 4))).toEqual(['{"un', 'true', '"x"}'])
  })

  it('are those of the nearest value around where there is none', () => {
    const [offset = -1] = offsetsOf(text, [[0, 'facts', '总结']])
    expect(text.slice(offset, offset + 5)).toBe('{"计划"')
  })
})
