import { analyzeProblems } from './catalogue/analyze.js'
import { emitProblems } from './catalogue/emit.js'
import type { CatalogueEntry } from './catalogue/entry.js'
import { parseProblems } from './catalogue/parse.js'
import { proveProblems } from './catalogue/prove.js'

/** Every code once: command line, editor, JSON and docs read the same entry. */
export const catalogue = { ...parseProblems, ...analyzeProblems, ...emitProblems, ...proveProblems } as const

/** What finds a problem: reading, analysis, emission, or the proofs that come last. */
export function stageOf(code: ProblemCode): 'parse' | 'analyze' | 'emit' | 'prove' {
  if (Object.hasOwn(parseProblems, code)) return 'parse'
  if (Object.hasOwn(analyzeProblems, code)) return 'analyze'
  return Object.hasOwn(emitProblems, code) ? 'emit' : 'prove'
}

export type ProblemCode = keyof typeof catalogue

export function entryOf(code: ProblemCode): CatalogueEntry {
  return catalogue[code]
}
