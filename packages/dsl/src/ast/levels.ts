import type { Name, Num, SentenceBase, Span } from './common.js'

/** One of the words, with what it counts; without a value the levels are a type only. */
export interface Level {
  readonly word: Name
  readonly value?: Num
  readonly span: Span
}

/** `levels "L": "good" 100, "fair" 80, "poor" 40` · `档次“L”：“好”100，“较好”80，“差”40`: words used as a type, or as a table */
export interface LevelsSentence extends SentenceBase {
  readonly kind: 'levels'
  readonly name: Name
  readonly levels: readonly Level[]
}
