import type { DataFaults, DataPlace, SchemeFaults, UseFaults } from '../problems/shapes.js'

/** The wording of every problem in one language. */
export interface ProblemWords {
  readonly scheme: { readonly [C in keyof SchemeFaults]: (data: SchemeFaults[C]) => string }
  readonly data: { readonly [C in keyof DataFaults]: (data: DataFaults[C]) => string }
  readonly use: { readonly [C in keyof UseFaults]: (data: UseFaults[C]) => string }
  /** Where in the scheme: before its message. */
  readonly schemePlace: (path: string) => string
  /** Where in the data: before its message; empty where the fault is the data's as a whole. */
  readonly dataPlace: (place: DataPlace) => string
}

/** The first few words of a list, and whether there are more. */
export function firstFew(
  words: readonly string[],
  most = 8,
): { readonly few: readonly string[]; readonly more: boolean } {
  return { few: words.slice(0, most), more: words.length > most }
}
