import { foldName } from '@merit/engine/scheme'
import type { Comment } from '../../ast/index.js'
import type { Problem } from '../../diagnostics/problem.js'
import { limits } from '../limits.js'
import { englishWordAt, isArticle, longestChinese, longestEnglish } from './dictionary.js'
import { isSign } from './vocabulary.js'
import { T, token, type Token } from './kinds.js'
import { opensName, quotedNameAt } from './names.js'
import { chineseNumeral, dateLiteral, num } from './numbers.js'

/** One line of the text as tokens. */
export interface Line {
  readonly tokens: readonly Token[]
  readonly comment?: Comment
  readonly problems: readonly Problem[]
  /** Names on it that do not close, or marks that open nothing. */
  readonly unbalanced: boolean
}

/** Where a line stands, folded and as typed, and the unit words that the text's facts declare. */
export interface LineSource {
  readonly folded: string
  readonly typed: string
  /** Offset of the line in the text. */
  readonly start: number
  readonly unitWords: readonly string[]
}

const number = /\d+(?:\.\d+)*/y
const percent = / *%/y
const isoDate = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y
const chineseDate = /(\d{4}) *年 *(\d{1,2}) *月 *(\d{1,2}) *[日号]/y
const numeral = /[零〇一二两三四五六七八九十百]+/y
const commentMark = /#|\/\/|(?:备)?注:/y
const machineName = /\( *[a-z_][a-z0-9_]* *\)(?= *:)/y
const han = /[\p{Script=Han}]/u
const hanRun = /[\p{Script=Han}]+/uy
/** 每 with a verb, a number and a measure word, up to what is counted: 每件“F”, 每开展 1 次“F”, 每项本年度的“F”. */
const per =
  /每 *([\p{Script=Han}]{0,6}?) *(\d+|[一二两三四五六七八九十百]*) *([\p{Script=Han}]{0,3}?) *(?=(?:本年度的?)? *["“”「『《(])/uy
const notCounting = /^[缺少低高超]|^步|[扣加减得]/

/** Reads one line. Quotes nest first; where they do not balance so, they are taken in turn as opening and closing. */
export function readLine(source: LineSource): Line {
  const nested = scan(source, false)
  if (!nested.unbalanced) return nested
  const alternate = scan(source, true)
  return alternate.unbalanced ? nested : alternate
}

interface Scan {
  readonly source: LineSource
  readonly alternate: boolean
  readonly tokens: Token[]
  readonly problems: Problem[]
  comment?: Comment
  unbalanced: boolean
}

/** Reads what stands at `at` and gives the place after it; undefined where it is not of that kind. */
type Reader = (scan: Scan, at: number) => number | undefined

/** What may begin with a sign of each class, in the order in which it is tried. */
const readers = {
  quote: [readName],
  digit: [readDate, readNumber],
  letter: [readMeasure, readEnglish],
  sign: [readComment, readMachineName, readChinese],
  han: [readComment, readMeasure, readPer, readChinese, readNumeral],
} as const satisfies Record<string, readonly Reader[]>

function classOf(sign: string): keyof typeof readers {
  if (sign >= '0' && sign <= '9') return 'digit'
  if ((sign >= 'a' && sign <= 'z') || sign === '_') return 'letter'
  if (opensName(sign)) return 'quote'
  return sign < '\u2e80' ? 'sign' : 'han'
}

function scan(source: LineSource, alternate: boolean): Line {
  const state: Scan = { source, alternate, tokens: [], problems: [], unbalanced: false }
  const line = source.folded
  let sentenceFrom = 0
  for (let at = 0; at < line.length;) {
    if (line[at] === ' ') {
      at++
      continue
    }
    at = readAt(state, at)
    const last = state.tokens.at(-1)
    if (last?.tokenType === T.Semicolon || last?.tokenType === T.FullStop) sentenceFrom = state.tokens.length
    else if (state.tokens.length - sentenceFrom > limits.tokensInSentence) return cutShort(state, at)
  }
  return state
}

/** The rest of a line that is one endless sentence is not read. */
function cutShort(state: Scan, at: number): Line {
  const span = { start: state.source.start + at, end: state.source.start + state.source.folded.length }
  const tooLong: Problem = { code: 'sentence-too-long', span, data: {} }
  return { ...state, problems: [tooLong], unbalanced: false }
}

function readAt(state: Scan, at: number): number {
  for (const read of readers[classOf(state.source.folded[at]!)]) {
    const end = read(state, at)
    if (end !== undefined) return end
  }
  return readUnknown(state, at)
}

function readComment(state: Scan, at: number): number | undefined {
  const { folded, typed, start } = state.source
  const mark = matchAt(commentMark, folded, at)
  if (mark === undefined) return undefined
  const text = typed.slice(at + mark[0].length).trimEnd()
  const ownLine = folded.slice(0, at).trim() === ''
  state.comment = { text, span: { start: start + at, end: start + at + mark[0].length + text.length }, ownLine }
  return folded.length
}

function readName(state: Scan, at: number): number | undefined {
  const { folded, typed, start } = state.source
  if (!opensName(folded[at]!)) return undefined
  const quoted = quotedNameAt(folded, at, state.alternate)
  if (quoted === undefined) {
    state.unbalanced = true
    return undefined
  }
  const span = { start: start + at, end: start + quoted.end }
  const keepsMarks = folded[at] === '《'
  const raw = keepsMarks
    ? typed.slice(at, quoted.end)
    : typed.slice(at + 1, quoted.closed ? quoted.end - 1 : quoted.end)
  if (!quoted.closed) {
    state.unbalanced = true
    state.problems.push({ code: 'quote-not-closed', span, data: { name: shown(raw) } })
  } else if (foldName(raw) === '') state.problems.push({ code: 'empty-name', span, data: {} })
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(raw)) {
    state.problems.push({ code: 'control-character', span, data: { name: shown(raw) } })
  }
  add(state, T.Name, at, quoted.end, { name: { text: foldName(raw), raw, span } })
  return quoted.end
}

function readMachineName(state: Scan, at: number): number | undefined {
  if (state.source.folded[at] !== '(' || state.tokens.at(-1)?.tokenType !== T.Name) return undefined
  const match = matchAt(machineName, state.source.folded, at)
  return match === undefined ? undefined : add(state, T.Identifier, at, at + match[0].length, {})
}

function readDate(state: Scan, at: number): number | undefined {
  const { folded, start } = state.source
  if (!isDigit(folded[at]!)) return undefined
  const match = matchAt(isoDate, folded, at) ?? matchAt(chineseDate, folded, at)
  if (match === undefined) return undefined
  const end = at + match[0].length
  const span = { start: start + at, end: start + end }
  const date = dateLiteral(match[1]!, match[2]!, match[3]!, span)
  if (date === undefined) state.problems.push({ code: 'no-such-date', span, data: { date: match[0] } })
  return add(state, T.DateValue, at, end, { date: date ?? { text: '2000-01-01', span } })
}

function readNumber(state: Scan, at: number): number | undefined {
  const { folded, start } = state.source
  if (!isDigit(folded[at]!)) return undefined
  const text = matchAt(number, folded, at)![0]
  const end = at + text.length
  if (text.split('.', 3).length > 2) return add(state, T.Numbering, at, end, {})
  const sign = matchAt(percent, folded, end)
  return addNumber(state, at, end + (sign?.[0].length ?? 0), text, sign !== undefined, start)
}

function readNumeral(state: Scan, at: number): number | undefined {
  const match = matchAt(numeral, state.source.folded, at)
  const value = match === undefined ? undefined : chineseNumeral(match[0])
  if (match === undefined || value === undefined) return undefined
  const afterPercentOf = state.tokens.at(-1)?.tokenType === T.PercentOf
  return addNumber(state, at, at + match[0].length, value, afterPercentOf, state.source.start)
}

function addNumber(state: Scan, at: number, end: number, text: string, isPercent: boolean, start: number): number {
  const percentOf = state.tokens.at(-1)?.tokenType === T.PercentOf ? state.tokens.pop() : undefined
  const from = percentOf === undefined ? at : percentOf.startOffset - start
  const span = { start: start + from, end: start + end }
  const digits = text.replace('.', '').length
  if (digits > limits.digits) {
    state.problems.push({ code: 'number-too-long', span, data: { digits, limit: limits.digits } })
  }
  const value = digits > limits.digits ? '0' : text
  return add(state, T.Number, from, end, { number: num(value, isPercent || percentOf !== undefined, span) })
}

/** 每 and its measure word before what is counted, as one token; whatever the measure word. */
function readPer(state: Scan, at: number): number | undefined {
  const { folded, start } = state.source
  if (folded[at] !== '每') return undefined
  const match = matchAt(per, folded, at)
  if (match === undefined || notCounting.test(match[1]! + match[3]!)) return undefined
  const end = at + match[0].trimEnd().length
  const count = match[2] === '' ? '1' : /^\d/.test(match[2]!) ? match[2]! : (chineseNumeral(match[2]!) ?? '1')
  const every = num(count, false, { start: start + at, end: start + end })
  return add(state, T.Per, at, end, every.text === '1' ? { language: 'zh' } : { every, language: 'zh' })
}

/** After a number any measure word may stand: one that the facts declare, or one or two signs that say nothing else. */
function readMeasure(state: Scan, at: number): number | undefined {
  const { folded, unitWords } = state.source
  if (state.tokens.at(-1)?.tokenType !== T.Number) return undefined
  const declared = unitWords.find((word) => folded.startsWith(word, at) && !startsLongerWord(folded, at, word))
  if (declared !== undefined) return add(state, T.Measure, at, at + declared.length, { language: languageOf(declared) })
  if (!han.test(folded[at]!) || longestChinese(folded, at) !== undefined) return undefined
  const run = matchAt(hanRun, folded, at)![0]
  let length = 1
  while (length < run.length && longestChinese(folded, at + length) === undefined) length++
  return length > 2 || chineseNumeral(run[0]!) !== undefined
    ? undefined
    : add(state, T.Measure, at, at + length, { language: 'zh' })
}

function startsLongerWord(line: string, at: number, word: string): boolean {
  const found = longestChinese(line, at) ?? longestEnglish(line, at)
  if (found !== undefined && found.end - at > word.length) return true
  return /[a-z]$/.test(word) && /[a-z]/.test(line[at + word.length] ?? '')
}

function readEnglish(state: Scan, at: number): number | undefined {
  const word = englishWordAt(state.source.folded, at)
  if (word === undefined) return undefined
  const found = longestEnglish(state.source.folded, at)
  if (found !== undefined) return add(state, found.kind, at, found.end, { language: 'en' })
  if (!isArticle(word)) add(state, T.Unknown, at, at + word.length, { language: 'en' })
  return at + word.length
}

function readChinese(state: Scan, at: number): number | undefined {
  const { folded } = state.source
  const found = longestChinese(folded, at)
  if (found === undefined) return undefined
  if (found.kind === T.AboveSign && state.tokens.length === 0) return add(state, T.Raw, at, folded.length, {})
  // A point inside a number never comes here: it ends a sentence unless a digit follows.
  if (folded[at] === '.' && isDigit(folded[at + 1] ?? '')) return undefined
  return add(
    state,
    found.kind,
    at,
    found.end,
    isSign(found.kind.name) ? {} : { language: languageOf(folded.slice(at, at + 2)) },
  )
}

/** What is no word of the language: signs that touch are one token, and what goes on without end is passed over. */
function readUnknown(state: Scan, at: number): number {
  const { folded, start } = state.source
  const sign = String.fromCodePoint(folded.codePointAt(at)!)
  const before = state.tokens.at(-1)
  const joins = before?.tokenType === T.Unknown && before.endOffset + 1 === start + at
  if (!joins) return add(state, T.Unknown, at, at + sign.length, han.test(sign) ? { language: 'zh' } : {})
  state.tokens.pop()
  const blank = before.image.length < 100 ? -1 : folded.indexOf(' ', at)
  const end = before.image.length < 100 ? at + sign.length : blank < 0 ? folded.length : blank
  return add(state, T.Unknown, before.startOffset - start, end, before.payload)
}

function add(state: Scan, kind: Token['tokenType'], at: number, end: number, payload: Token['payload']): number {
  const { typed, start } = state.source
  state.tokens.push(token(kind, typed.slice(at, end), start + at, payload))
  return end
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(line) ?? undefined
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9' && sign.length === 1
}

function languageOf(word: string): 'zh' | 'en' {
  return /^\(?[a-z]/.test(word) ? 'en' : 'zh'
}

/** A name as messages show it: never longer than a few words. */
export function shown(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29)}…` : name
}
