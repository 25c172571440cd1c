import type { Severity } from '../problem.js'

/**
 * Wording in both languages. `{name}` stands for the problem's data of that name; lists are joined with 、 or commas, and a list that
 * stands in quotes (`“{names}”`, `"{names}"`) has each of its words in quotes.
 */
export interface Wording {
  readonly zh: string
  readonly en: string
}

/** One code: its severity and everything a user reads about it. */
export interface CatalogueEntry {
  readonly severity: Severity
  readonly message: Wording
  /** The way out, where there is one to say. */
  readonly hint?: Wording
  /** What stands beside the marked place. */
  readonly label?: Wording
  /** What stands beside each related place, worded with that place's own data. */
  readonly related?: Wording
  /** What the sample unit shows. */
  readonly sample?: Wording
  /** The title of the fix. */
  readonly fix?: Wording
}
