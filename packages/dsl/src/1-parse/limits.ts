/** What a text may hold at most. Beyond, there is a problem instead of a long wait. */
export const limits = {
  /** UTF-16 code units. */
  text: 5_000_000,
  /** Brackets inside brackets. */
  depth: 50,
  /** Words of a sentence that may open a further level (`if`, `where`), with its brackets. */
  levels: 100,
  tokensInSentence: 5_000,
  /** Operators of one sentence: long chains make deep trees. */
  operators: 400,
  digits: 30,
  levelsOfNumbering: 12,
  problems: 200,
  /** Files that include files. */
  includes: 10,
  includedFiles: 100,
} as const
