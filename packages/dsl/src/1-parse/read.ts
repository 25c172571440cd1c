import type { Language, Sentence } from '../ast/index.js'
import { entryOf } from '../diagnostics/catalogue.js'
import type { Problem } from '../diagnostics/problem.js'
import { createGrammar } from './grammar/grammar.js'
import type { Notation } from './grammar/notation.js'
import { groupedDigits } from './grouped.js'
import { languageOf } from './language.js'
import { limits } from './limits.js'
import { ruleFor, type OpenBlock } from './opening.js'
import type { RawSentence } from './sentences.js'
import { is, spanOf, T, type Token } from './tokens/kinds.js'
import { unreadable } from './unreadable.js'

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
  grammar.inSteps = block === 'steps'
  grammar.input = tokens as Token[]
  const rule = ruleFor(tokens, block)
  const grouped = groupedDigits(tokens, rule)
  if (grouped.length > 0) return { problems: grouped }
  const bare = grammar.rules[rule].call(grammar)
  const error = grammar.errors[0]
  if (error !== undefined) return { problems: [unreadable(error, tokens, place.language)] }
  const problems = grammar.found.filter(isFirstOfItsKind)
  const spoiled = problems.some(isError)
  return spoiled ? { problems } : { sentence: { ...bare, ...place } as Sentence, problems }
}

/** One mistake shows once, however many levels it runs through; warnings each have their own place. */
function isFirstOfItsKind(problem: Problem, at: number, all: readonly Problem[]): boolean {
  return !isError(problem) || all.findIndex(({ code }) => code === problem.code) === at
}

function isError({ code }: Problem): boolean {
  return entryOf(code).severity === 'error'
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
    if (open.length > limits.depth || open.length + deciding > limits.levels) {
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
