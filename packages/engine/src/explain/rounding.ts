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
 * How a score was rounded, where that changed it. `sum` is what it was rounded from: where a score is another's as it is (of the
 * one item below it), the rounding is the other's.
 */
export function roundingOf(
  view: View,
  score: NodeId,
  sum?: () => Exact | undefined,
): { readonly rounding?: RoundingReason } {
  const node = view.node(score)
  const [from, to] = [unrounded(view, score), view.number(score)]
  if (node?.kind !== 'round' || from === undefined || to === undefined || same(from, to)) return {}
  const summed = sum?.()
  if (summed !== undefined && !same(summed, from)) return {}
  const decimals = String(node.unit).length - 1
  return { rounding: { from: figure(from), to: figure(to), decimals, mode: node.mode } }
}
