/** What is decided by other units as well: nodes that rest on a value over the field. */
import { referencesOf, type CompiledScheme, type FactId, type GraphNode, type NodeId } from '../scheme/index.js'

export interface Others {
  /** Whether the node rests on a value over the field. */
  readonly decide: (node: NodeId) => boolean
  /** Whether the node rests on a value over the field to which the fact belongs. */
  readonly compare: (fact: FactId, node: NodeId) => boolean
}

export function othersIn({ nodes }: Pick<CompiledScheme, 'nodes'>): Others {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  if (!nodes.some(({ kind }) => kind === 'field')) return { decide: () => false, compare: () => false }
  const below = (root: NodeId): readonly GraphNode[] => {
    const seen = new Set<string>([root])
    for (const name of seen) for (const next of namesBelow(byId.get(name))) seen.add(next)
    return [...seen].flatMap((name) => byId.get(name) ?? [])
  }
  const compared = (root: NodeId): ReadonlySet<string> => {
    const fields = below(root).filter(({ kind }) => kind === 'field')
    return new Set(fields.flatMap(({ id }) => below(id)).flatMap(namesBelow))
  }
  return {
    decide: (root) => below(root).some(({ kind }) => kind === 'field'),
    compare: (fact, root) => compared(root).has(fact),
  }
}

function namesBelow(node: GraphNode | undefined): readonly string[] {
  return node === undefined ? [] : referencesOf(node)
}
