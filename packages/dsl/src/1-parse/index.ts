import type { ParsedText } from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'

/** Text → sentences → nested scheme. Never throws; a broken sentence spoils only itself. */
export function parse(text: string): { readonly parsed: ParsedText; readonly problems: readonly Problem[] } {
  throw new Error(`parse: to be written (${text.length})`)
}
