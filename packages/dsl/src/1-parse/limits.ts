/** What a text may hold at most. Beyond, there is a problem instead of a long wait. */
export const limits = {
  /** UTF-16 code units. */
  text: 5_000_000,
  /** Signs of a sentence that open something: brackets, `if`, `where`. */
  depth: 50,
  tokensInSentence: 5_000,
  /** Operators of one sentence: long chains make deep trees. */
  operators: 400,
  digits: 30,
  levelsOfNumbering: 12,
  problems: 200,
} as const
