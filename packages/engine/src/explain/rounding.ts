import type { NodeId } from '../scheme/index.js'
import { same, type Exact } from './exact.js'
import { figure } from './figure.js'
import type { RoundingReason } from './types.js'
import type { View } from './view.js'

/** The number that a score is rounded from, where it is rounded. */
export function unrounded(view: View, score: NodeId): Exact | undefined {
  const node = view.node(score)
  return node?.kind === 'round' ? view.number(node.of) : undefined
}

/**
 * How a score was rounded, where that changed it: from `from` to `to`. `sum` is what it was rounded from: where a score is another's
 * as it is (of the one item below it), the rounding is the other's.
 */
export function roundingOf(
  view: View,
  score: NodeId,
  from: Exact,
  to: Exact,
  sum?: () => Exact | undefined,
): RoundingReason | undefined {
  if (same(from, to)) return undefined
  const node = view.node(score)
  if (node?.kind !== 'round') return undefined
  const summed = sum?.()
  if (summed !== undefined && !same(summed, from)) return undefined
  const decimals = String(node.unit).length - 1
  return { from: figure(from), to: figure(to), decimals, mode: node.mode }
}
