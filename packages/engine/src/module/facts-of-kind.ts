import { afterRoots, lineNodes, mainRoots } from '../assess/roots.js'
import { indexOf } from '../load/graph.js'
import { lowering } from '../load/lower.js'
import { namesIn, referencesOf, type CompiledScheme, type GraphNode } from '../scheme/index.js'

/** For each kind the facts that its units may report: all but those that only other kinds are judged by. */
export function factsOfKinds(scheme: CompiledScheme): readonly ReadonlySet<number>[] {
  const used = scheme.kinds.map((_, kind) => usedBy(scheme, kind))
  const isFor = (own: ReadonlySet<number>, fact: number): boolean =>
    own.has(fact) || !used.some((other) => other.has(fact))
  return used.map((own) => new Set(scheme.facts.flatMap((_, fact) => (isFor(own, fact) ? [fact] : []))))
}

function usedBy(scheme: CompiledScheme, index: number): ReadonlySet<number> {
  const kind = scheme.kinds[index]!
  const lower = lowering(scheme, index)
  const roots = [...mainRoots(scheme, kind), ...afterRoots(scheme, index), ...lineNodes(scheme, kind), kind.base]
  const nodes = [...lower.reached(roots)].map((id): GraphNode => scheme.nodes[indexOf('n', id)!]!)
  const namesOf = (node: GraphNode): readonly string[] =>
    node.kind === 'logic' ? namesIn(lower.logicOf(node)) : referencesOf(node)
  const names = [...nodes.flatMap(namesOf), ...kind.needs.map(({ fact }) => fact)]
  return new Set(names.flatMap((name) => indexOf('f', name) ?? []))
}
