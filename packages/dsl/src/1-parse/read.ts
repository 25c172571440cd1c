import type { IRecognitionException } from 'chevrotain'
import { EOF } from 'chevrotain'
import type { Language, Sentence } from '../ast/index.js'
import { entryOf } from '../diagnostics/catalogue.js'
import type { Problem } from '../diagnostics/problem.js'
import { decodeExpectation, expectedWords } from './expected.js'
import { createGrammar } from './grammar/grammar.js'
import type { Notation } from './grammar/notation.js'
import { languageOf } from './language.js'
import { limits } from './limits.js'
import { ruleFor, type OpenBlock } from './opening.js'
import type { RawSentence } from './sentences.js'
import { nearestWord } from './suggest.js'
import { is, spanOf, T, type Token } from './tokens/kinds.js'
import { shown } from './tokens/line.js'
import { concepts, isSign, vocabulary } from './tokens/vocabulary.js'

export interface ReadSentence {
  /** Left out where it could not be read. */
  readonly sentence?: Sentence
  readonly problems: readonly Problem[]
}

/** What is known where a sentence stands. */
export interface Surroundings {
  readonly block: OpenBlock
  readonly language: Language
}

let grammar: Notation | undefined

/** Reads one sentence. What is wrong in it stays in it. */
export function readSentence(raw: RawSentence, surroundings: Surroundings): ReadSentence {
  const problems = raw.problems.length > 0 ? raw.problems : tooMuch(raw.tokens)
  if (problems.length > 0) return { problems }
  return readTokens(raw.tokens, surroundings)
}

function readTokens(tokens: readonly Token[], { block, language }: Surroundings): ReadSentence {
  const first = tokens[0]!
  const last = tokens.at(-1)!
  const place = {
    span: { start: first.startOffset, end: last.endOffset + 1 },
    language: languageOf(tokens, language),
  }
  if (is(first, T.Raw))
    return { sentence: { kind: 'official', text: first.image.slice(1).trim(), ...place }, problems: [] }
  grammar ??= createGrammar()
  grammar.found = []
  grammar.language = place.language
  grammar.counting = false
  grammar.input = tokens as Token[]
  const bare = grammar.rules[ruleFor(tokens, block)].call(grammar)
  const error = grammar.errors[0]
  if (error !== undefined) return { problems: [unreadable(error, tokens, place.language)] }
  const problems = grammar.found
  const spoiled = problems.some((problem) => entryOf(problem.code).severity === 'error')
  return spoiled ? { problems } : { sentence: { ...bare, ...place } as Sentence, problems }
}

/** Brackets that do not pair, and sentences beyond every use: found before the grammar sees them. */
function tooMuch(tokens: readonly Token[]): readonly Problem[] {
  const open: Token[] = []
  let deciding = 0
  let operators = 0
  for (const token of tokens) {
    if (is(token, T.Open)) open.push(token)
    else if (is(token, T.Close) && open.pop() === undefined) {
      return [{ code: 'bracket-not-opened', span: spanOf(token), data: {} }]
    } else if (is(token, ...nesting)) deciding++
    else if (is(token, ...operations)) operators++
    if (open.length + deciding > limits.depth) {
      return [{ code: 'nested-too-deep', span: spanOf(token), data: { limit: limits.depth } }]
    }
    if (operators > limits.operators) return [{ code: 'sentence-too-long', span: spanOf(token), data: {} }]
  }
  if (open.length > 0) return [{ code: 'bracket-not-closed', span: spanOf(open.at(-1)!), data: {} }]
  const beyond = tokens[limits.tokensInSentence]
  return beyond === undefined ? [] : [{ code: 'sentence-too-long', span: spanOf(beyond), data: {} }]
}

const nesting = [T.If, T.WhereClause, T.Among, T.Any, T.All, T.Many]
const operations = [T.Plus, T.Minus, T.Times, T.Divided, T.And, T.Or, T.Not, T.Rounded, T.Keep]

function unreadable(error: IRecognitionException, tokens: readonly Token[], language: Language): Problem {
  const { ahead, kinds } = decodeExpectation(error.message)
  const at = error.token.tokenType === EOF ? tokens.length : tokens.indexOf(error.token as Token)
  const found = tokens[at + ahead]
  const expected = expectedWords(kinds, language)
  if (found === undefined) {
    const end = tokens.at(-1)!.endOffset + 1
    return { code: 'sentence-ends-early', span: { start: end, end }, data: { expected } }
  }
  const unknown = is(found, T.Unknown) ? found : undefined
  if (unknown !== undefined) return unknownWord(unknown, kinds)
  const data = { found: shown(found.image) }
  if (expected.length === 0) return { code: 'nothing-more-expected', span: spanOf(found), data }
  return { code: 'cannot-read-sentence', span: spanOf(found), data: { ...data, expected } }
}

function unknownWord(token: Token, expected: readonly string[]): Problem {
  const span = spanOf(token)
  const found = shown(token.image)
  const typed = token.image.toLowerCase()
  const word = typed.length > 30 ? undefined : (nearestWord(typed, wordsOf(expected)) ?? nearestWord(typed, allWords))
  if (word === undefined) return { code: 'unknown-word', span, data: { found } }
  return { code: 'misspelt-word', span, data: { found, word }, fix: { edits: [{ span, text: word }], data: { word } } }
}

function wordsOf(kinds: readonly string[]): readonly string[] {
  return concepts.filter((concept) => kinds.includes(concept)).flatMap((concept) => spellings(concept))
}

function spellings(concept: keyof typeof vocabulary): readonly string[] {
  return [...vocabulary[concept].zh, ...vocabulary[concept].en]
}

const allWords = concepts.filter((concept) => !isSign(concept)).flatMap(spellings)
