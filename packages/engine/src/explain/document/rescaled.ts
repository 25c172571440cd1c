import type { Figure, ItemReason } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry } from './document.js'

/** Where items were left out: what the others reach, taken to the full marks. */
export function rescaledEntry(
  words: Words,
  rescaled: ItemReason['rescaled'],
  outOf: Figure | undefined,
  result: Figure,
): readonly Entry[] {
  if (rescaled === undefined || outOf === undefined) return []
  return [entry(words.rescaled(rescaled.reached, rescaled.of, outOf, result))]
}
