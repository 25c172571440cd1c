import type { Problem } from '../diagnostics/problem.js'
import { beginsHeader } from './headers.js'
import type { TextLine } from './text.js'
import { is, spanOf, T, type Token } from './tokens/kinds.js'

/** The tokens of one sentence, without the sign that ends it. */
export interface RawSentence {
  readonly tokens: readonly Token[]
  /** Where a further line of the sentence begins, as places among the tokens. */
  readonly lineBreaks: readonly number[]
  /** Found while reading its tokens: an open quote, a day that does not exist. */
  readonly problems: readonly Problem[]
  /** A comma or the like at its end that nothing follows. */
  readonly hanging?: Token
  /** The stop that ended it, where it did not end with its line. */
  readonly stop?: Token
}

const joins = [
  [T.Comma, T.ListComma, T.Colon, T.And, T.Or, T.Is, T.Be, T.Plus, T.Minus, T.Times, T.Divided],
  [T.AtLeastSign, T.AtMostSign, T.AboveSign, T.BelowSign, T.EqualSign, T.DiffersSign],
].flat()

/**
 * Cuts lines into sentences, as they are asked for. A sentence ends with its line or a stop, and goes on after a comma, a colon, an
 * operator or a joining word, unless what follows is an empty line or clearly a header: then the sign was left hanging.
 */
export function* splitSentences(lines: Iterable<TextLine>): Generator<RawSentence> {
  let open = newSentence()
  for (const line of lines) {
    if (line.tokens.length === 0) {
      if (line.comment !== undefined || open.tokens.length === 0) continue
      yield ended(open)
      open = newSentence()
      continue
    }
    if (open.tokens.length > 0 && startsAnew(line.tokens)) {
      yield ended(open)
      open = newSentence()
    } else if (open.tokens.length > 0) open.lineBreaks.push(open.tokens.length)
    for (const problem of line.problems) open.problems.push(problem)
    for (const token of line.tokens) {
      if (dotsNumber(open.tokens, token)) continue
      if (!is(token, T.Semicolon, T.FullStop) || listsChoices(open.tokens, token)) open.tokens.push(token)
      else if (open.tokens.length > 0) {
        const rest = takeLater(open, token)
        yield { ...open, stop: token }
        open = newSentence(rest)
      }
    }
    if (goesOn(open.tokens, open.lineBreaks)) continue
    if (is(open.tokens.at(-1), T.Semicolon)) open.tokens.pop()
    if (open.tokens.length > 0) yield open
    open = newSentence()
  }
  if (open.tokens.length > 0) yield ended(open)
}

interface Growing extends RawSentence {
  readonly tokens: Token[]
  readonly lineBreaks: number[]
  readonly problems: Problem[]
}

function newSentence(problems: Problem[] = []): Growing {
  return { tokens: [], lineBreaks: [], problems }
}

/** Problems of a line belong each to its own sentence: takes out those behind the stop. */
function takeLater(sentence: Growing, stop: Token): Problem[] {
  const first = sentence.problems.findIndex(({ span }) => span.start > stop.startOffset)
  return first < 0 ? [] : sentence.problems.splice(first)
}

/** A sentence that ends where it wanted to go on: the sign at its end was left hanging. */
function ended(sentence: Growing): RawSentence {
  const last = sentence.tokens.at(-1)!
  if (!is(last, ...joins, T.Semicolon)) return sentence
  sentence.tokens.pop()
  return is(last, T.Semicolon) ? sentence : { ...sentence, hanging: last }
}

function startsAnew(tokens: readonly Token[]): boolean {
  return is(tokens[0], T.Raw) || beginsHeader(tokens)
}

function goesOn(tokens: readonly Token[], breaks: readonly number[]): boolean {
  const last = tokens.at(-1)
  if (last === undefined) return false
  if (is(last, T.Semicolon)) return laidOutByLine(tokens, breaks)
  if (!is(last, ...joins) || leadsNowhere(last)) return false
  return !(is(last, T.Colon) && beginsHeader(tokens))
}

/** Of the words for `is` only 为 leads on: 是 may be a value of its own (`“F”：是`). */
function leadsNowhere(token: Token): boolean {
  return is(token, T.Is) && token.image !== '为'
}

/** `就高扣分：…；…`: inside its list a semicolon parts the choices. */
function listsChoices(tokens: readonly Token[], stop: Token): boolean {
  return is(stop, T.Semicolon) && is(tokens[0], T.LargestOnly)
}

/** `指标 1. “N”`: the dot belongs to the number. */
function dotsNumber(tokens: readonly Token[], stop: Token): boolean {
  return is(stop, T.FullStop) && tokens.length === 2 && is(tokens[0], T.Item) && is(tokens[1], T.Number, T.Numbering)
}

/** Whether the choices stand one to a line: then a semicolon at a line's end leads on to the next. */
function laidOutByLine(tokens: readonly Token[], breaks: readonly number[]): boolean {
  return breaks.length > 0 && is(tokens[breaks[0]! - 1], T.Colon)
}

export function hangingSign(sign: Token): Problem {
  const span = spanOf(sign)
  return { code: 'hanging-sign', span, data: { sign: sign.image }, fix: { edits: [{ span, text: '' }] } }
}
