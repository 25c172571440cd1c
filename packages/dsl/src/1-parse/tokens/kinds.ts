import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain'
import type { DateLiteral, Name, Num, Span } from '../../ast/index.js'
import { concepts, type Concept } from './vocabulary.js'

/** Kinds of token that are not words: what authors fill in, and what could not be read. */
const otherKinds = ['Name', 'Number', 'Numbering', 'DateValue', 'Per', 'Raw', 'Identifier', 'Unknown'] as const

export type KindName = Concept | (typeof otherKinds)[number]

/** One token category per concept; both languages' words of a concept are the same token. */
export const T = Object.fromEntries(
  [...concepts, ...otherKinds].map((name) => [name, createToken({ name, pattern: Lexer.NA })]),
) as Readonly<Record<KindName, TokenType>>

export const allKinds: TokenType[] = Object.values(T)

/** What a token carries besides its text; each kind of token has its own field. */
export interface Payload {
  readonly name?: Name
  readonly number?: Num
  readonly date?: DateLiteral
  /** After 每: how many (`每开展 2 次`), where that is said. */
  readonly every?: Num
  /** A word's language; none for signs, names and numbers. */
  readonly language?: 'zh' | 'en'
}

export interface Token extends IToken {
  readonly endOffset: number
  readonly payload: Payload
}

export function token(kind: TokenType, image: string, start: number, payload: Payload): Token {
  return {
    image,
    startOffset: start,
    endOffset: start + image.length - 1,
    tokenType: kind,
    tokenTypeIdx: kind.tokenTypeIdx!,
    payload,
  }
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 }
}

export function is(token: IToken | undefined, ...kinds: readonly TokenType[]): boolean {
  return token !== undefined && kinds.includes(token.tokenType)
}
