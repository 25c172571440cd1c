import type { Name, Num, SentenceBase } from './common.js'

/** `scheme "N" for 2026, version 1` · `方案 “N” 2026年度 第1版` */
export interface SchemeSentence extends SentenceBase {
  readonly kind: 'scheme'
  readonly title: Name
  readonly year: Num
  readonly version?: Num
}

export interface IssuerSentence extends SentenceBase {
  readonly kind: 'issuer'
  readonly name: Name
}

export interface ReplacesSentence extends SentenceBase {
  readonly kind: 'replaces'
  readonly title: Name
  readonly year: Num
  readonly version?: Num
}

export interface FullMarksSentence extends SentenceBase {
  readonly kind: 'full-marks'
  readonly points: Num
}

export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up'

/** `scores to 2 decimals, half up`; with `displayOnly` it is `scores shown to 2 decimals`. */
export interface RoundingSentence extends SentenceBase {
  readonly kind: 'rounding'
  readonly decimals: Num
  readonly mode?: RoundingMode
  readonly displayOnly: boolean
}

/** `unit kinds "a" (20 units), "b"` */
export interface UnitKindsSentence extends SentenceBase {
  readonly kind: 'unit-kinds'
  readonly kinds: readonly { readonly name: Name; readonly count?: Num }[]
}

/** `grades "x", "y", "z"`, best first */
export interface GradesSentence extends SentenceBase {
  readonly kind: 'grades'
  readonly grades: readonly Name[]
}

/** `not encoded "…" because "…"` */
export interface NotEncodedSentence extends SentenceBase {
  readonly kind: 'not-encoded'
  readonly what: Name
  readonly because: Name
}

/** `accepted "code" because "…"`, about the sentence before it */
export interface AcceptedSentence extends SentenceBase {
  readonly kind: 'accepted'
  readonly code: Name
  readonly because: Name
}

/** `> official wording`, raw to the end of its line, about the sentence before it */
export interface OfficialSentence extends SentenceBase {
  readonly kind: 'official'
  readonly text: string
}

/** `include "common/grades.merit"`: the sentences of another file, as if they stood here */
export interface IncludeSentence extends SentenceBase {
  readonly kind: 'include'
  readonly file: Name
}

/** `basis "…"`, about the sentence before it */
export interface BasisSentence extends SentenceBase {
  readonly kind: 'basis'
  readonly basis: Name
}
