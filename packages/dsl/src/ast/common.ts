/** The language a sentence was written in; a file may hold both. */
export type Language = 'zh' | 'en'

/** Offsets into the source text in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What an author put in quotes. */
export interface Name {
  /** Folded for comparison: full width to half width, NFC, quotes of every shape alike, inner blanks made one. */
  readonly text: string
  /** As typed, without the outer quotes: what results, explanations and the formatter show. */
  readonly raw: string
  readonly span: Span
}

/** A number as written. `text` is plain decimal text ("0.5", "-3"), never a binary float; -0 is "0". */
export interface Num {
  readonly text: string
  readonly percent: boolean
  readonly span: Span
}

/** A calendar date; `text` is YYYY-MM-DD and valid. */
export interface DateLiteral {
  readonly text: string
  readonly span: Span
}

/** An item's number as written, e.g. "1.2.1", half width. */
export interface ItemNumber {
  readonly text: string
  readonly span: Span
}

/** A comment with its mark (`#`, `//` or `注：`). */
export interface Comment {
  /** What follows the mark, trimmed at the end. */
  readonly text: string
  readonly span: Span
  /** True when nothing but blanks stands before it on its line. */
  readonly ownLine: boolean
}

/** What every sentence has. */
export interface SentenceBase {
  readonly span: Span
  readonly language: Language
}
