import type { CompiledScheme } from '@merit/engine/scheme'
import type { Analysis } from '../2-analyze/tables.js'
import type { Problem } from '../diagnostics/problem.js'

/** The rule graph of a scheme without errors. */
export function emit(analysis: Analysis): { readonly scheme?: CompiledScheme; readonly problems: readonly Problem[] } {
  throw new Error(`emit: to be written (${analysis.facts.length})`)
}
