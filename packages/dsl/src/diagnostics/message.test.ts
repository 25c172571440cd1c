import { describe, expect, test } from 'vitest'
import { catalogue, entryOf, type ProblemCode } from './catalogue.js'
import type { Wording } from './catalogue/entry.js'
import { fill, messageOf } from './message.js'
import { terms } from './terms.js'

describe('filling a wording', () => {
  const wording: Wording = { zh: '没有说“{words}”怎么算', en: 'nothing is said of "{words}"' }

  test('a list that stands in quotes has each word in quotes', () => {
    const data = { words: ['好', '差'] }
    expect(fill(wording, data, 'zh')).toBe('没有说“好”、“差”怎么算')
    expect(fill(wording, data, 'en')).toBe('nothing is said of "好", "差"')
  })

  test('words of the source that bring their own quotes get no others', () => {
    expect(fill({ zh: '读到“{found}”', en: 'at "{found}"' }, { found: '“计划”' }, 'zh')).toBe('读到“计划”')
    expect(fill({ zh: '读到“{found}”', en: 'at "{found}"' }, { found: '分' }, 'zh')).toBe('读到“分”')
  })

  test('a number has blanks around it in Chinese, a Chinese word has none', () => {
    const worth: Wording = { zh: '{subject}为{points}分', en: '' }
    expect(fill(worth, { subject: '指标 1.1', points: '10' }, 'zh')).toBe('指标 1.1 为 10 分')
    expect(fill(worth, { subject: '板块“实绩”', points: '10' }, 'zh')).toBe('板块“实绩”为 10 分')
  })

  test('a long list is cut short', () => {
    const words = Array.from({ length: 40 }, (_, index) => `w${index}`)
    expect(fill({ zh: '', en: '{words}' }, { words }, 'en')).toBe('w0, w1, w2, w3, w4, w5, w6, …')
  })

  test('words of the language come in the language of the reader', () => {
    const subject = { term: 'part-named', with: { name: '党建实绩' } } as const
    const both: Wording = { zh: '{subject}没有内容', en: '{subject} is empty' }
    expect(fill(both, { subject }, 'zh')).toBe('板块“党建实绩”没有内容')
    expect(fill(both, { subject }, 'en')).toBe('part "党建实绩" is empty')
  })

  test('names of the author are never read as places', () => {
    expect(fill({ zh: '', en: '"{name}" and "{other}"' }, { name: '{other}', other: 'x' }, 'en')).toBe(
      '"{other}" and "x"',
    )
    expect(messageOf({ code: 'unknown-name', span: { start: 0, end: 0 }, data: { name: '__proto__' } }, 'en')).toBe(
      'there is no fact named "__proto__"',
    )
    expect(fill({ zh: '', en: '{constructor}!' }, {}, 'en')).toBe('!')
  })
})

describe('the catalogue', () => {
  const codes = Object.keys(catalogue) as ProblemCode[]
  const wordings = codes.flatMap((code) => {
    const { message, hint, label, related, fix } = entryOf(code)
    return [message, hint, label, related, fix].flatMap((wording) =>
      wording === undefined ? [] : [[code, wording] as const],
    )
  })

  test.each(wordings)(
    '%s: both languages name the same things, and Chinese is not left in English',
    (_, { zh, en }) => {
      const places = (text: string) => [...new Set(text.match(/\{[\w-]+\}/g))].sort()
      expect(places(zh)).toEqual(places(en))
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
      expect(zh.replace(/\{[\w-]+\}/g, '')).toMatch(/[\u4e00-\u9fff]|^[ =%]*$/)
    },
  )

  test('codes are words with hyphens', () => {
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test('terms name the same things in both languages', () => {
    const places = (text: string) => text.match(/\{\w+\}/g) ?? []
    for (const { zh, en } of Object.values(terms)) expect(places(zh)).toEqual(places(en))
  })
})
