import { analyzeProblems } from './catalogue/analyze.js'
import { emitProblems } from './catalogue/emit.js'
import type { CatalogueEntry } from './catalogue/entry.js'
import { parseProblems } from './catalogue/parse.js'

/** Every code once: command line, editor, JSON and docs read the same entry. */
export const catalogue = { ...parseProblems, ...analyzeProblems, ...emitProblems } as const

export type ProblemCode = keyof typeof catalogue

export function entryOf(code: ProblemCode): CatalogueEntry {
  return catalogue[code]
}
