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
}

const joins = [
  ...[T.Comma, T.ListComma, T.Colon, T.And, T.Or, T.Is, T.Be, T.Plus, T.Minus, T.Times, T.Divided],
  ...[T.AtLeastSign, T.AtMostSign, T.AboveSign, T.BelowSign, T.EqualSign, T.DiffersSign],
]

/**
 * Cuts lines into sentences. A sentence ends with its line or a stop, and goes on after a comma, a colon, an operator or a
 * joining word, unless what follows is an empty line or clearly a header: then the sign was left hanging.
 */
export function splitSentences(lines: readonly TextLine[]): {
  readonly sentences: readonly RawSentence[]
  readonly problems: readonly Problem[]
} {
  const sentences: RawSentence[] = []
  const problems: Problem[] = []
  let open: Token[] = []
  let breaks: number[] = []
  let found: Problem[] = []

  const close = () => {
    if (open.length > 0) sentences.push({ tokens: open, lineBreaks: breaks, problems: found })
    else problems.push(...found)
    ;[open, breaks, found] = [[], [], []]
  }
  const closeHanging = () => {
    const last = open.at(-1)
    if (last !== undefined && is(last, ...joins)) {
      problems.push(hanging(last))
      open.pop()
    } else if (is(last, T.Semicolon)) open.pop()
    close()
  }

  for (const line of lines) {
    if (line.tokens.length === 0) {
      if (line.comment === undefined) closeHanging()
      continue
    }
    if (open.length > 0) {
      if (startsAnew(line.tokens)) closeHanging()
      else breaks.push(open.length)
    }
    found.push(...line.problems)
    for (const token of line.tokens) {
      if (dotsNumber(open, token)) continue
      if (is(token, T.Semicolon, T.FullStop) && !listsChoices(open, token)) close()
      else open.push(token)
    }
    if (!goesOn(open, breaks)) {
      if (is(open.at(-1), T.Semicolon)) open.pop()
      close()
    }
  }
  closeHanging()
  return { sentences, problems }
}

function startsAnew(tokens: readonly Token[]): boolean {
  return is(tokens[0], T.Raw) || beginsHeader(tokens)
}

function goesOn(tokens: readonly Token[], breaks: readonly number[]): boolean {
  const last = tokens.at(-1)
  if (last === undefined) return false
  if (is(last, T.Semicolon)) return laidOutByLine(tokens, breaks)
  if (!is(last, ...joins)) return false
  return !(is(last, T.Colon) && beginsHeader(tokens))
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

export function hanging(sign: Token): Problem {
  const span = spanOf(sign)
  return { code: 'hanging-sign', span, data: { sign: sign.image }, fix: { edits: [{ span, text: '' }] } }
}
