import type { ParsedText } from '../ast/index.js'
import type { Analysis } from './tables.js'

/** Names, types, sums and places: tables beside the tree, and every problem as data. */
export function analyze(parsed: ParsedText): Analysis {
  throw new Error(`analyze: to be written (${parsed.text.length})`)
}
