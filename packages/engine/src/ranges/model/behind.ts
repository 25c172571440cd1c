/** The part of a graph that a few questions rest on. */
import { referencesOf, type CompiledScheme, type GraphNode, type KindIndex, type NodeId } from '../../scheme/index.js'

/**
 * The nodes asked for, with all that they rest on, and what tells whether a unit of the kind is complete and has the scores among them.
 * In the order of the graph.
 */
export function nodesBehind(scheme: CompiledScheme, kind: KindIndex, asked: readonly NodeId[]): readonly GraphNode[] {
  const { nodes, items, parts } = scheme
  const { requires = [], needs = [], gradable } = scheme.kinds[kind] ?? {}
  const scores = new Set(asked)
  const wanted = new Set<string | undefined>([
    ...asked,
    ...requires.flatMap(({ node, when }) => [node, when]),
    ...needs.flatMap(({ onlyIfAnyOf = [] }) => onlyIfAnyOf),
    gradable,
    ...[...items, ...parts].flatMap(({ score, applies }) => (scores.has(score) ? [applies] : [])),
  ])
  const behind: GraphNode[] = []
  for (const node of nodes.toReversed()) {
    if (!wanted.has(node.id)) continue
    // The grade rests on all that gradings, blocks and downgrades look at.
    if (node.kind === 'grade') return nodes
    for (const name of referencesOf(node)) wanted.add(name)
    behind.push(node)
  }
  return behind.reverse()
}
