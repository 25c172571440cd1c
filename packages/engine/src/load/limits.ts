/** What a compiled scheme may hold at most: far beyond any real one, and small enough that loading takes bounded time. */
export const limits = {
  /** Levels of lists and objects. */
  depth: 200,
  /** Entries of one list: nodes, facts, items … */
  list: 200_000,
  /** Entries of lists that others are gone through for again and again: kinds, grades, reviews, ballots, what must hold. */
  shortList: 1000,
  /** Elements of a list that is a fact. */
  elements: 1_000_000,
  /** Values in the whole document. */
  values: 10_000_000,
  /** Values over the field that stand behind each other: each takes all units once more. */
  fieldLevels: 10,
  /** Units of one kind, where something is computed over the field. */
  unitsOfField: 100_000,
  /** Binary digits of a number that a node can come to. */
  bits: 4096,
  /** So many digits are sure to be exact in doubles, however roughly they were counted. */
  sureBits: 50,
  /** Values that the proof of ranges may look up: in all, and more for every node. */
  steps: 1_000_000,
  stepsPerNode: 100,
  /** Problems that are listed. */
  problems: 1000,
} as const
