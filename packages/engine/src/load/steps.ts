import { referencesOf, type Ballots, type GraphNode, type MustHold, type NodeId } from '../scheme/index.js'
import type { Checker } from './checker.js'
import { indexOf } from './graph.js'

/** What conditions on a kind as a whole, and conditions on a ballot, may rest on. References have been checked. */
export function checkSteps(check: Checker): void {
  const { mustHold = [], ballots = [], nodes } = check.scheme
  if (mustHold.length > 0) {
    const isOfAll = (node: GraphNode): boolean => node.kind === 'field' && !node.take.startsWith('rank')
    const ends = endsOfNodes(nodes, isOfAll)
    check.each(mustHold, 'mustHold', (rule) => checkMustHold(check, rule, ends))
  }
  if (ballots.length > 0) {
    const ends = endsOfNodes(nodes, () => false)
    check.each(ballots, 'ballots', (one) => checkBallots(check, one, ends))
  }
}

/** For a node by its id, what it is computed from in the end. */
type Ends = (node: NodeId) => readonly string[]

/** What must hold is the same for all units of a kind: it rests on the field alone. */
function checkMustHold({ problems }: Checker, { when, figures }: MustHold, endsOf: Ends): void {
  for (const node of [when, ...figures]) {
    const own = endsOf(node).find((name) => name !== 'kind')
    if (own !== undefined) problems.add('not-of-the-field', { reference: own }, 'when')
  }
}

/** A ballot is judged by its own marks: conditions on it rest on its fact alone. */
function checkBallots({ scheme, problems }: Checker, { fact, voids }: Ballots, endsOf: Ends): void {
  const type = scheme.facts[indexOf('f', fact)!]?.type
  if (type?.kind !== 'many') problems.add('wrong-fact', { fact, expected: 'list' }, 'fact')
  for (const { when } of voids) {
    const other = endsOf(when).find((name) => name !== fact)
    if (other !== undefined) problems.add('not-of-the-ballot', { reference: other }, 'voids')
  }
}

/** So many different ends of each node: whoever allows one or two of them finds any other. */
const mostEnds = 3

/**
 * What nodes are computed from in the end: facts, the kind, the grade, values over the field; `isGiven` nodes are taken as they are. Nodes
 * refer to earlier ones, so one pass over them is enough for all.
 */
function endsOfNodes(nodes: readonly GraphNode[], isGiven: (node: GraphNode) => boolean): Ends {
  const ends: (readonly string[])[] = []
  for (const node of nodes) ends.push(ownEnds(node))

  function ownEnds(node: GraphNode): readonly string[] {
    if (node.kind === 'grade') return [node.id]
    if (node.kind === 'field') return isGiven(node) ? [] : [node.id]
    const found = new Set<string>()
    for (const name of referencesOf(node)) {
      for (const end of ends[indexOf('n', name) ?? -1] ?? [name]) if (found.size < mostEnds) found.add(end)
    }
    return [...found]
  }

  return (node) => ends[indexOf('n', node) ?? -1] ?? [node]
}
