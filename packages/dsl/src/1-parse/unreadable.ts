import { EOF, type IRecognitionException } from 'chevrotain'
import type { Language, Span } from '../ast/index.js'
import type { Fix, Problem } from '../diagnostics/problem.js'
import { decodeExpectation, expectedWords } from './expected.js'
import { nearestWord } from './suggest.js'
import { is, spanOf, T, type Token } from './tokens/kinds.js'
import { shown } from './tokens/line.js'
import { concepts, isSign, vocabulary } from './tokens/vocabulary.js'

/** Why a sentence cannot be read, in its author's words: what was found, and what may stand there. */
export function unreadable(error: IRecognitionException, tokens: readonly Token[], language: Language): Problem {
  const { ahead, kinds } = decodeExpectation(error.message)
  const at = (error.token.tokenType === EOF ? tokens.length : tokens.indexOf(error.token as Token)) + ahead
  const found = tokens[at]
  if (found === undefined) {
    const end = tokens.at(-1)!.endOffset + 1
    return {
      code: 'sentence-ends-early',
      span: { start: end, end },
      data: { expected: expectedWords(kinds, language) },
    }
  }
  return misspelt(tokens, at, kinds) ?? unknown(tokens, at, kinds, language) ?? misplaced(tokens, at, kinds, language)
}

/** A word of the language that means nothing here. */
function misplaced(tokens: readonly Token[], at: number, kinds: readonly string[], language: Language): Problem {
  const found = tokens[at]!
  const span = spanOf(found)
  if (is(found, T.Veto)) return { code: 'veto-says-nothing', span, data: {} }
  const data = { found: shown(found.image) }
  const exception = exceptionFrom(tokens, at)
  if (exception !== undefined) return { code: 'no-exception-here', span: exception, data: {} }
  if (at === 0 && !is(found, T.Name)) return { code: 'no-sentence-begins-so', span, data }
  const expected = expectedWords(kinds, language)
  if (expected.length === 0) return { code: 'nothing-more-expected', span, data }
  return { code: 'cannot-read-sentence', span, data: { ...data, expected } }
}

/** `except when C`, `，C 的除外` behind a sentence that is complete without it. */
function exceptionFrom(tokens: readonly Token[], at: number): Span | undefined {
  const rest = tokens.slice(at)
  const isLast = is(rest.at(-1), T.ExceptWhen) && !rest.slice(1).some((token) => is(token, T.Comma))
  const isBehind = at > 0 && is(tokens[is(rest[0], T.Comma) ? at : at - 1], T.Comma)
  if (!is(rest[0], T.ExceptWhen) && !(isLast && isBehind)) return undefined
  const first = is(rest[0], T.Comma) ? rest[1] : rest[0]
  return first === undefined ? undefined : { start: first.startOffset, end: tokens.at(-1)!.endOffset + 1 }
}

/** A word that is none of the language, but near one: first of those that may stand here. */
function misspelt(tokens: readonly Token[], at: number, kinds: readonly string[]): Problem | undefined {
  const run = runOfWords(tokens, at)
  if (!run.tokens.some((token) => is(token, T.Unknown))) return undefined
  for (const { text, span } of [run, { text: tokens[at]!.image, span: spanOf(tokens[at]!) }]) {
    const typed = text.toLowerCase()
    const word = typed.length > 30 ? undefined : (nearestWord(typed, wordsOf(kinds)) ?? nearestWord(typed, clearWords))
    if (word === undefined) continue
    const data = { found: text, word }
    return { code: 'misspelt-word', span, data, fix: { edits: [{ span, text: word }], data: { word } } }
  }
  return undefined
}

/** A word that is none of the language: a name without its quotes, if a name may stand here. */
function unknown(
  tokens: readonly Token[],
  at: number,
  kinds: readonly string[],
  language: Language,
): Problem | undefined {
  const found = tokens[at]!
  if (!is(found, T.Unknown)) return undefined
  let last = at
  while (is(tokens[last + 1], T.Unknown)) last++
  const span: Span = { start: found.startOffset, end: tokens[last]!.endOffset + 1 }
  const quotes = language === 'zh' ? ['“', '”'] : ['"', '"']
  const fix: Fix = {
    edits: [
      { span: { start: span.start, end: span.start }, text: quotes[0]! },
      { span: { start: span.end, end: span.end }, text: quotes[1]! },
    ],
  }
  const data = {
    found: shown(
      tokens
        .slice(at, last + 1)
        .map((token) => token.image)
        .join(' '),
    ),
  }
  return { code: 'unknown-word', span, data, ...(at > 0 && kinds.includes('Name') ? { fix } : {}) }
}

/** Chinese words that touch, or one word of another script: what the author may have meant as one word. */
function runOfWords(tokens: readonly Token[], at: number) {
  let last = at
  const touches = (token: Token | undefined) =>
    token !== undefined &&
    token.startOffset === tokens[last]!.endOffset + 1 &&
    /^\p{Script=Han}{1,8}$/u.test(token.image)
  while (touches(tokens[last + 1]) && last - at < 8) last++
  const run = tokens.slice(at, last + 1)
  const span = { start: run[0]!.startOffset, end: run.at(-1)!.endOffset + 1 }
  return { tokens: run, text: run.map((token) => token.image).join(''), span }
}

function wordsOf(kinds: readonly string[]): readonly string[] {
  return concepts.filter((concept) => kinds.includes(concept)).flatMap((concept) => spellings(concept))
}

function spellings(concept: keyof typeof vocabulary): readonly string[] {
  return [...vocabulary[concept].zh, ...vocabulary[concept].en]
}

/** Short Chinese words resemble too many: they are named only where they may stand. */
const clearWords = concepts
  .filter((concept) => !isSign(concept))
  .flatMap(spellings)
  .filter((word) => word.length > 2)
