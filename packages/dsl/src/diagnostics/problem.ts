import type { Bound } from '@merit/engine/ranges'
import type { Span } from '../ast/index.js'
import type { ProblemCode } from './catalogue.js'
import type { TermName } from './terms.js'

export type Severity = 'error' | 'warning' | 'info'

/** A word of the language itself in a message, put in the reader's language; `with` fills its own places. */
export interface Term {
  readonly term: TermName
  readonly with?: Readonly<Record<string, string | number>>
}

/** Words and numbers that a message names; numbers come as decimal text, never as floats. */
export type ProblemData = Readonly<Record<string, string | number | Term | readonly string[] | readonly Term[]>>

/** A change of the text that mends a problem. */
export interface Fix {
  /** `file` as of a problem. */
  readonly edits: readonly { readonly file?: string; readonly span: Span; readonly text: string }[]
  /** Words and numbers for the fix's title; the catalogue has its wording. */
  readonly data?: ProblemData
}

/** A unit as hosts give it, complete and valid: one that shows what a problem says. */
export type SampleUnit = NonNullable<Bound['witness']>

/**
 * A problem as data: what a pass reports. Severity and wording come from the catalogue, by code.
 */
export interface Problem {
  readonly code: ProblemCode
  /** The included file in which it stands, by its path from the text's folder; left out: the text itself. */
  readonly file?: string
  readonly span: Span
  readonly data: ProblemData
  readonly related?: readonly { readonly file?: string; readonly span: Span; readonly data: ProblemData }[]
  readonly fix?: Fix
  /** A unit to look at; the catalogue says what it shows. */
  readonly sample?: SampleUnit
}
