import type { DefinitionSentence, ItemBlock, PartBlock, Span } from '../ast/index.js'

/** What is computed from something else that is computed. */
export type Computed = ItemBlock | PartBlock | DefinitionSentence

interface Edge {
  readonly to: Computed
  readonly span: Span
}

/** Which result is computed from which, with the place that says so. */
export type Dependencies = Map<Computed, Edge[]>

export function addDependency(dependencies: Dependencies, from: Computed, to: Computed, span: Span): void {
  const edges = dependencies.get(from)
  if (edges === undefined) dependencies.set(from, [{ to, span }])
  else edges.push({ to, span })
}

/** Results that are computed from themselves. */
export interface Circle {
  /** In the order of the references; the last refers to the first. */
  readonly members: readonly Computed[]
  /** The reference that closes the circle. */
  readonly span: Span
}

/** Each circle once, found by following references depth first; never recursive, so no length of chain exhausts the stack. */
export function findCircles(dependencies: Dependencies): readonly Circle[] {
  const circles: Circle[] = []
  const done = new Set<Computed>()
  for (const start of dependencies.keys()) {
    if (done.has(start)) continue
    const path: { readonly node: Computed; next: number }[] = [{ node: start, next: 0 }]
    const places = new Map<Computed, number>([[start, 0]])
    while (path.length > 0) {
      const top = path.at(-1)!
      const edge = dependencies.get(top.node)?.[top.next++]
      if (edge === undefined) {
        path.pop()
        places.delete(top.node)
        done.add(top.node)
      } else if (places.has(edge.to)) {
        circles.push({ members: path.slice(places.get(edge.to)).map(({ node }) => node), span: edge.span })
      } else if (!done.has(edge.to)) {
        places.set(edge.to, path.length)
        path.push({ node: edge.to, next: 0 })
      }
    }
  }
  return circles
}
