import type { ScoreReference } from './expression.js'
import type { DateLiteral, Name, Num, SentenceBase, Span } from './common.js'

/** `example "a flawed town"` · `算例 “有问题的镇街”` */
export interface ExampleSentence extends SentenceBase {
  readonly kind: 'example'
  readonly name: Name
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

/** `"F": 3` · `"votes": "good", "good"` · `"commendation": "matter" "x", "level" "y"` (a line per record) */
export interface GivenSentence extends SentenceBase {
  readonly kind: 'given'
  /** One name, or two for a fact of a rubric's part: `"年终检查" "工作计划"：有` */
  readonly path: readonly Name[]
  readonly given:
    | { readonly kind: 'values'; readonly values: readonly GivenValue[] }
    | {
        readonly kind: 'record'
        readonly fields: readonly { readonly field: Name; readonly value: GivenValue; readonly span: Span }[]
      }
}

/** `expect total to be 90.29` · `总分应为 90.29 分` */
export interface ExpectSentence extends SentenceBase {
  readonly kind: 'expect'
  readonly expectation:
    | { readonly kind: 'score'; readonly of: ScoreReference; readonly value: Num }
    /** `expect grade to be "x"`; without a grade: `expect no grade` · `应不确定等次` */
    | { readonly kind: 'grade'; readonly grade?: Name }
    | { readonly kind: 'award'; readonly award: Name; readonly granted: boolean }
    | { readonly kind: 'outcome'; readonly outcome: Name; readonly follows: boolean }
}
