import type { Language } from '../ast/index.js'
import { entryOf } from './catalogue.js'
import type { Wording } from './catalogue/entry.js'
import type { Problem, ProblemData, Term } from './problem.js'
import { terms } from './terms.js'

/** What is wrong, in the author's words and numbers. One line, safe to print. */
export function messageOf(problem: Problem, language: Language): string {
  return fill(entryOf(problem.code).message, problem.data, language)
}

/** The way out, where the catalogue has one to say. */
export function hintOf(problem: Problem, language: Language): string | undefined {
  return optional(entryOf(problem.code).hint, problem.data, language)
}

/** What stands beside the marked place. */
export function labelOf(problem: Problem, language: Language): string | undefined {
  return optional(entryOf(problem.code).label, problem.data, language)
}

/** What stands beside each related place, in their order. */
export function relatedLabelsOf(problem: Problem, language: Language): readonly string[] {
  const wording = entryOf(problem.code).related
  return (problem.related ?? []).map(({ data }) => optional(wording, data, language) ?? '')
}

/** The title of the fix, where the problem has one. */
export function fixTitleOf(problem: Problem, language: Language): string | undefined {
  if (problem.fix === undefined) return undefined
  return optional(entryOf(problem.code).fix, { ...problem.data, ...problem.fix.data }, language)
}

/** A wording that speaks of something the problem does not have is left out. */
function optional(wording: Wording | undefined, data: ProblemData, language: Language): string | undefined {
  if (wording === undefined) return undefined
  const spoken = [...wording[language].matchAll(places)].map(([, , key]) => key!)
  return spoken.every((key) => Object.hasOwn(data, key)) ? fill(wording, data, language) : undefined
}

/** A unit that shows it, in one line, where the problem has one: what it shows, and its first facts. */
export function sampleOf({ code, sample }: Problem, language: Language): string | undefined {
  const wording = entryOf(code).sample
  if (sample === undefined || wording === undefined) return undefined
  const facts = Object.entries(sample.facts ?? {}).flatMap(([name, value]) => factIn(name, value, language) ?? [])
  const shown = facts.length > mostNamed ? [...facts.slice(0, mostNamed - 1), '…'] : facts
  return language === 'zh' ? `${wording.zh}（${shown.join('，')}）` : `${wording.en} (${shown.join(', ')})`
}

const factWords = {
  zh: { yes: '有', no: '无', entries: ' 条' },
  en: { yes: 'yes', no: 'no', entries: ' in the list' },
} as const

/** What stands under a part is left out. */
function factIn(name: string, value: unknown, language: Language): string | undefined {
  const words = factWords[language]
  const quoted = language === 'zh' ? `“${printable(name)}”` : `"${printable(name)}" `
  const apart = language === 'zh' ? ' ' : ''
  if (typeof value === 'boolean') return quoted + (value ? words.yes : words.no)
  if (typeof value === 'number' || typeof value === 'string') return quoted + apart + printable(String(value))
  return Array.isArray(value) ? `${quoted}${apart}${value.length}${words.entries}` : undefined
}

/** The wording with the data in its places. A list that stands in quotes has each of its words in quotes. */
export function fill(wording: Wording, data: ProblemData, language: Language): string {
  const template = wording[language]
  return template.replace(places, (whole, open: string, key: string, close: string, at: number) => {
    const value = Object.hasOwn(data, key) ? data[key] : undefined
    const comma = language === 'zh' ? '、' : ', '
    const between = open !== '' && close !== '' ? close + comma + open : comma
    const plain = worded(value ?? '', between, language)
    const words = isQuoted(plain) ? plain : open + plain + close
    return language === 'zh' ? apart(template.slice(0, at), words, template.slice(at + whole.length)) : words
  })
}

const places = /([“"]?)\{([\w-]+)\}([”"]?)/g

/** Words of the source that bring their own quotes need no others. */
function isQuoted(words: string): boolean {
  return /^["“「『][^"”」』]*["”」』]$/.test(words)
}

/** In Chinese a number or Latin word has a blank between it and the signs around it. */
function apart(before: string, words: string, after: string): string {
  const left = /\p{Script=Han}$/u.test(before) && /^[\w+-]/.test(words) ? ' ' : ''
  const right = /[\w%]$/.test(words) && /^\p{Script=Han}/u.test(after) ? ' ' : ''
  return left + words + right
}

function worded(value: ProblemData[string], between: string, language: Language): string {
  if (Array.isArray(value)) {
    const all = value as readonly (string | Term)[]
    const named = all.length > mostNamed ? [...all.slice(0, mostNamed - 1), '…'] : all
    return named.map((one) => worded(one, between, language)).join(between)
  }
  if (typeof value === 'object') {
    const { term, with: places = {} } = value as Term
    return fill(terms[term], places, language)
  }
  return printable(String(value))
}

const longest = 80
const mostNamed = 8

/** Text of the author as it may stand in a message: no control signs, no signs that turn the line round, not endless. */
export function printable(text: string): string {
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text
  return shown.replace(/\s/g, ' ').replace(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
}
