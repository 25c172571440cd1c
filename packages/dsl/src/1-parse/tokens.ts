import type { Language, Span } from '../ast/index.js'
import { readLines } from './text.js'
import { T, spanOf, type Token } from './tokens/kinds.js'
import { isConcept, isSign, type Concept } from './tokens/vocabulary.js'

/** A token of the text as an editor shows it: what sort of thing it is, and where it stands. */
export interface TextToken {
  readonly sort: 'word' | 'name' | 'number' | 'date' | 'sign' | 'official' | 'comment' | 'unknown'
  /** The concept of a word or sign, whatever the language. */
  readonly concept?: Concept
  readonly language?: Language
  readonly span: Span
}

/** The tokens of a text in their order, comments among them; every sign but blanks belongs to one. */
export function* tokensOf(text: string): Generator<TextToken> {
  for (const line of readLines(text)) {
    for (const token of line.tokens) yield textToken(token)
    if (line.comment !== undefined) yield { sort: 'comment', span: line.comment.span }
  }
}

function textToken(token: Token): TextToken {
  const span = spanOf(token)
  const { name } = token.tokenType
  const language = token.payload.language === undefined ? {} : { language: token.payload.language }
  if (isConcept(name)) return { sort: isSign(name) ? 'sign' : 'word', concept: name, ...language, span }
  switch (token.tokenType) {
    case T.Name:
    case T.Identifier:
      return { sort: 'name', span }
    case T.Number:
    case T.Numbering:
      return { sort: 'number', span }
    case T.DateValue:
      return { sort: 'date', span }
    case T.Raw:
      return { sort: 'official', span }
    case T.Per:
      return { sort: 'word', ...language, span }
    default:
      return { sort: 'unknown', ...language, span }
  }
}
