import type { ScoreReference } from './expression.js'
import type { DateLiteral, Name, Num, SentenceBase, Span } from './common.js'

/** `example "a flawed town"` · `算例 “有问题的镇街”`; `several`: `example "N" of units` · `算例 “N”（多单位）` */
export interface ExampleSentence extends SentenceBase {
  readonly kind: 'example'
  readonly name: Name
  readonly several: boolean
}

/**
 * In an example of several units: `unit "A"` · `单位 “A”`, where wanted with its kind and with facts behind a colon:
 * `unit "A", kind "town": "score" 90, "petition" 2` · `单位 “A”，对象 “镇街”：“得分”为 90，“信访件”为 2`.
 */
export interface ExampleUnitSentence extends SentenceBase {
  readonly kind: 'example-unit'
  readonly unit: Name
  readonly unitKind?: Name
  readonly facts: readonly GivenField[]
}

/** `kind "town"` · `对象 “镇街”` */
export interface ExampleKindSentence extends SentenceBase {
  readonly kind: 'example-kind'
  readonly unitKind: Name
}

export type GivenValue =
  | { readonly kind: 'yes' | 'no'; readonly span: Span }
  | { readonly kind: 'number'; readonly value: Num; readonly span: Span }
  | { readonly kind: 'word'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'date'; readonly value: DateLiteral; readonly span: Span }

/** `"level" "municipal"` · `“级别”为“市级”`: a field of a record, or a fact behind a unit's name. */
export interface GivenField {
  readonly field: Name
  readonly value: GivenValue
  readonly span: Span
}

export type Given =
  | { readonly kind: 'values'; readonly values: readonly GivenValue[] }
  | { readonly kind: 'record'; readonly fields: readonly GivenField[] }

/** `"F": 3` · `"votes": "good", "good"` · `"commendation": "matter" "x", "level" "y"` (a line per record) */
export interface GivenSentence extends SentenceBase {
  readonly kind: 'given'
  /**
   * One name, two for a fact of a rubric's part (`"年终检查" "工作计划"：有`), three for one of its periods (`"月度" "2026-01" "工作计划"：有`).
   * Of a part by period two names give every period that is not given by itself, or say that nothing is reported of one (`"月度" "2026-03"：无`).
   */
  readonly path: readonly Name[]
  readonly given: Given
}

/** What a review found: `review "R" "F": no` · `复核“R”“F”：无`; without a fact: `review "R": unchanged` · `复核“R”：无变动` */
export interface FindingSentence extends SentenceBase {
  readonly kind: 'finding'
  readonly review: Name
  /** Left out where the review changed nothing. */
  readonly found?: { readonly path: readonly Name[]; readonly given: Given }
}

/** The seed of a review's lot: `lot "R": "seed"` · `抽签 “R”：“种子”` */
export interface LotSentence extends SentenceBase {
  readonly kind: 'lot'
  readonly review: Name
  readonly seed: Name
}

/** `override grade to be "good", by "board", because "…"` · `等次改定为“良好”，决定人“…”，原因“…”`: a decision that leaves the rules. */
export interface OverrideSentence extends SentenceBase {
  readonly kind: 'override'
  readonly decided:
    | { readonly kind: 'score'; readonly of: ScoreReference; readonly value: Num }
    /** Without a grade: `override no grade` · `改定为不确定等次` */
    | { readonly kind: 'grade'; readonly grade?: Name }
  readonly by: Name
  /** Left out where the day is not said: no result depends on it. */
  readonly on?: DateLiteral
  readonly because: Name
}

/**
 * Which value of a score or grade is meant, where it is not the last: before any review (`before reviews` · `复核前`), after one of them
 * (`after review "R"` · `经“R”后`), or what the rules give for what was decided otherwise (`computed` · `算得`).
 */
export type Stage =
  | { readonly kind: 'reported'; readonly span: Span }
  | { readonly kind: 'after-review'; readonly review: Name; readonly span: Span }
  | { readonly kind: 'computed'; readonly span: Span }

/** `other facts at their best` · `其余数据取最优`: what the example leaves out is as good as it can be. */
export interface AtBestSentence extends SentenceBase {
  readonly kind: 'at-best'
}

/** `expect total to be 90.29` · `总分应为 90.29 分`; of one of several units: `expect total of "A" to be 90` · `“A”的总分应为 90 分` */
export interface ExpectSentence extends SentenceBase {
  readonly kind: 'expect'
  /** The unit that is meant; left out: the one above, or the only one. */
  readonly unit?: Name
  readonly stage?: Stage
  readonly expectation:
    | { readonly kind: 'score'; readonly of: ScoreReference; readonly value: Num }
    /** `expect rank to be 1` · `名次应为 1` */
    | { readonly kind: 'rank'; readonly value: Num }
    /** `expect grade to be "x"`; without a grade: `expect no grade` · `应不确定等次` */
    | { readonly kind: 'grade'; readonly grade?: Name }
    /** `expect outcome "pay" to be 640` · `“报酬”应为 640` */
    | { readonly kind: 'amount'; readonly outcome: Name; readonly value: Num }
    | { readonly kind: 'award'; readonly award: Name; readonly granted: boolean }
    | { readonly kind: 'outcome'; readonly outcome: Name; readonly follows: boolean }
}
