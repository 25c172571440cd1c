import { EmbeddedActionsParser, EOF, type IOrAlt, type ParserMethod, type TokenType } from 'chevrotain'
import type { Language, Name, Num, Span } from '../../ast/index.js'
import type { Problem } from '../../diagnostics/problem.js'
import { expectations } from '../expected.js'
import { allKinds, is, T, type Token } from '../tokens/kinds.js'
import type { Rules } from './rules.js'

/** `takeOne` numbers its steps from here, apart from those of `either` and `take`. */
const choices = 100

/**
 * The notation that grammar files are written in: a thin layer over Chevrotain's. As there, a step of a rule that is taken more
 * than once in it is told apart by its last argument.
 */
export class Notation extends EmbeddedActionsParser {
  readonly rules = Object.create(null) as Rules
  /** Found while building the sentence being read; the reader empties it. */
  found: Problem[] = []
  /** While the condition of `“R”中 C 的个数` is read, 的个数 belongs to R. */
  counting = false
  /** Below a definition in steps `C 的，加 1` is a step. */
  inSteps = false
  /** The language of the sentence being read. */
  language: Language = 'zh'

  constructor(checkGrammar: boolean) {
    super(allKinds, { maxLookahead: 3, skipValidations: !checkGrammar, errorMessageProvider: expectations })
  }

  define<K extends keyof Rules & string>(name: K, body: (...args: Parameters<Rules[K]>) => ReturnType<Rules[K]>): void {
    this.rules[name] = this.RULE(name, body) as unknown as Rules[K]
  }

  /** Takes a token of the kind. */
  take(kind: TokenType, place = 0): Token {
    return this.consume(place, kind) as Token
  }

  takeName(place = 0): Name {
    return this.take(T.Name, place).payload?.name as Name
  }

  takeNumber(place = 0): Num {
    return this.take(T.Number, place).payload?.number as Num
  }

  /** Takes a token of one of the kinds. */
  takeOne(kinds: readonly TokenType[], place = 0): Token {
    if (!this.RECORDING_PHASE) {
      const { tokenType } = this.LA(1)
      if (kinds.includes(tokenType)) return this.take(tokenType)
    }
    return this.or(
      choices + place,
      kinds.map((kind) => ({ ALT: () => this.take(kind, choices + place) })),
    )
  }

  sub<R>(rule: ParserMethod<[], R>, place = 0): R {
    return this.subrule(place, rule)
  }

  subWith<A, R>(rule: ParserMethod<[A], R>, argument: A, place = 0): R {
    return this.subrule(place, rule, { ARGS: [argument] })
  }

  /** Where it stands, or not; `gate` looks further ahead than the grammar does by itself. */
  optional<R>(body: () => R, place = 0, gate?: () => boolean): R | undefined {
    return this.option(place, gate === undefined ? body : { GATE: gate, DEF: body })
  }

  repeat(body: () => void, place = 0, gate?: () => boolean): void {
    this.many(place, gate === undefined ? body : { GATE: gate, DEF: body })
  }

  either<R>(alternatives: IOrAlt<R>[], place = 0): R {
    return this.or(place, alternatives) as R
  }

  /** What is done with what was read; left out while the grammar itself is being recorded. */
  act<R>(body: () => R): R {
    return this.ACTION(body)
  }

  peek(ahead: number): Token {
    return this.LA(ahead) as Token
  }

  /** Whether the next tokens are of these kinds, in this order; an entry may list several kinds. */
  next(...kinds: readonly (TokenType | readonly TokenType[])[]): boolean {
    return kinds.every((kind, i) => is(this.peek(i + 1), ...(Array.isArray(kind) ? kind : [kind as TokenType])))
  }

  /** Offset at which the next token starts. */
  here(): number {
    return this.peek(1).startOffset
  }

  /** From `start` to the last token taken. */
  since(start: number): Span {
    return { start, end: (this.peek(0).endOffset ?? start) + 1 }
  }

  /** Reads a part in which 的个数 belongs to what is counted outside it, or, in brackets, to itself. */
  whileCounting<R>(counting: boolean, body: () => R): R {
    const before = this.counting
    this.counting = counting
    const result = body()
    this.counting = before
    return result
  }

  /** Whether one of `kinds` comes before any of `others` in the rest of the sentence. */
  comesFirst(kinds: readonly TokenType[], others: readonly TokenType[]): boolean {
    for (let ahead = 1; ; ahead++) {
      const token = this.peek(ahead)
      if (is(token, ...kinds)) return true
      if (is(token, EOF, ...others)) return false
    }
  }

  /** Whether the name that comes next stands alone, as that of levels, and begins no table. */
  namesLevels(): boolean {
    return (
      this.next(T.Name) && is(this.peek(2), EOF, T.Close, T.Plus, T.Times, T.Divided, T.Comma) && !this.rowsFollow()
    )
  }

  /** Whether the names that come next, with commas between them, have a value behind them. */
  private rowsFollow(): boolean {
    let ahead = 2
    while (is(this.peek(ahead), T.Comma, T.ListComma) && is(this.peek(ahead + 1), T.Name)) ahead += 2
    return !is(this.peek(ahead), EOF, T.Close, T.Plus, T.Times, T.Divided, T.Comma)
  }

  atEnd(): boolean {
    return is(this.peek(1), EOF)
  }

  /** To be called once, after every rule is defined. */
  finish(): void {
    this.performSelfAnalysis()
  }

  report(problem: Problem): void {
    this.found.push(problem)
  }
}

/** The entries that have a value: for optional fields of the tree. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
