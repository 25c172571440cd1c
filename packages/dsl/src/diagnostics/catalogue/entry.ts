import type { Severity } from '../problem.js'

/** Wording in both languages. `{name}` stands for the problem's data of that name; lists are joined with 、 or commas. */
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
  /** What stands beside the marked place, and beside each related place. */
  readonly label?: Wording
  /** The title of the fix. */
  readonly fix?: Wording
}
