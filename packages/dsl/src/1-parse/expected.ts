import type { IParserErrorMessageProvider, TokenType } from 'chevrotain'
import type { Language } from '../ast/index.js'
import { T, type KindName } from './tokens/kinds.js'
import { isConcept, isSign, vocabulary } from './tokens/vocabulary.js'

const otherKinds: Readonly<Partial<Record<KindName, Readonly<Record<Language, string>>>>> = {
  Name: { zh: '引号中的名称', en: 'a name in quotes' },
  Number: { zh: '数字', en: 'a number' },
  Numbering: { zh: '编号', en: 'a number such as 1.2' },
  DateValue: { zh: '日期', en: 'a date' },
  Per: { zh: '“每项”', en: '"each"' },
  EOF: { zh: '句末', en: 'the end of the sentence' },
} as Partial<Record<KindName, Readonly<Record<Language, string>>>>

/** At most this many alternatives are named: more help nobody. */
const atMost = 6

/** What may stand at a place, in the author's words. */
export function expectedWords(expected: readonly string[], language: Language): readonly string[] {
  const kinds = inOrderOfUse(expected)
  const words = kinds.map((kind) => wordFor(kind, language)).filter((word) => word !== undefined)
  const unique = [...new Set(words)]
  if (unique.length > 0) return unique.slice(0, atMost)
  const other = kinds.map((kind) => wordFor(kind, language === 'zh' ? 'en' : 'zh')).filter((word) => word !== undefined)
  return [...new Set(other)].slice(0, atMost)
}

const often = new Set(['Number', 'Name', 'DateValue'])
/** Said only where nothing else may stand: a minus before a number, a unit behind one. */
const seldom = new Set([
  'Minus',
  'At',
  'Measure',
  'PlaceUnit',
  'PercentagePoints',
  'Days',
  'PointUnit',
  'AtMostSign',
  'AtLeastSign',
])

/** What authors most often want comes first. */
function inOrderOfUse(kinds: readonly string[]): readonly string[] {
  const rank = (kind: string) => (often.has(kind) ? 0 : seldom.has(kind) ? 2 : 1)
  const sorted = kinds.toSorted((a, b) => rank(a) - rank(b))
  const usual = sorted.filter((kind) => !seldom.has(kind))
  return usual.length > 0 ? usual : sorted
}

function wordFor(kind: string, language: Language): string | undefined {
  if (!isConcept(kind)) return otherKinds[kind as KindName]?.[language]
  const word = vocabulary[kind][language][0]
  if (word === undefined) return undefined
  if (language === 'en') return `"${word}"`
  return `“${isSign(kind) ? fullWidth(word) : word.replaceAll(' ', '')}”`
}

function fullWidth(sign: string): string {
  return sign.replace(/[,:;()]/g, (half) => String.fromCharCode(half.charCodeAt(0) + 0xfee0))
}

/** Chevrotain's messages as data: how many tokens ahead the trouble lies, and the kinds expected there. */
export interface Expectation {
  readonly ahead: number
  readonly kinds: readonly string[]
}

export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => encode({ ahead: 0, kinds: [expected.name] }),
  buildNotAllInputParsedMessage: () => encode({ ahead: 0, kinds: [] }),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) => encode(nearestPath(expectedPathsPerAlt.flat(), actual)),
  buildEarlyExitMessage: ({ expectedIterationPaths, actual }) => encode(nearestPath(expectedIterationPaths, actual)),
}

export function decodeExpectation(message: string): Expectation {
  const [ahead, ...kinds] = message.split(' ')
  return { ahead: Number.parseInt(ahead ?? '0', 10) || 0, kinds: kinds.filter((kind) => kind !== '') }
}

function encode({ ahead, kinds }: Expectation): string {
  return [String(ahead), ...kinds].join(' ')
}

/** Of all the ways on, those that agree longest with what was typed, and what they want next. */
function nearestPath(paths: readonly (readonly TokenType[])[], actual: unknown): Expectation {
  const typed = (Array.isArray(actual) ? actual : [actual]) as { tokenType: TokenType }[]
  let ahead = 0
  let kinds = new Set<string>()
  for (const path of paths) {
    let agreed = 0
    while (agreed < path.length - 1 && path[agreed] === typed[agreed]?.tokenType) agreed++
    if (agreed > ahead) [ahead, kinds] = [agreed, new Set()]
    const wanted = path[agreed]
    if (agreed === ahead && wanted !== undefined && wanted !== T.Unknown) kinds.add(wanted.name)
  }
  return { ahead, kinds: [...kinds] }
}
