import { referencesOf, type Ballots, type GraphNode, type MustHold, type NodeId } from '../scheme/index.js'
import type { Checker } from './checker.js'
import { indexOf } from './graph.js'

/** What conditions on a kind as a whole, and conditions on a ballot, may rest on. References have been checked. */
export function checkSteps(check: Checker): void {
  const { mustHold, ballots } = check.scheme
  check.each(mustHold, 'mustHold', (rule) => checkMustHold(check, rule))
  check.each(ballots, 'ballots', (one) => checkBallots(check, one))
}

/** What must hold is the same for all units of a kind: it rests on the field alone. */
function checkMustHold({ scheme: { nodes }, problems }: Checker, { when, figures }: MustHold): void {
  const isOfAll = (one: GraphNode): boolean => one.kind === 'field' && !one.take.startsWith('rank')
  for (const node of [when, ...figures]) {
    const own = endsOf(nodes, node, isOfAll).find((name) => name !== 'kind')
    if (own !== undefined) problems.add('not-of-the-field', { reference: own }, 'when')
  }
}

/** A ballot is judged by its own marks: conditions on it rest on its fact alone. */
function checkBallots({ scheme, problems }: Checker, { fact, voids }: Ballots): void {
  const type = scheme.facts[indexOf('f', fact)!]?.type
  if (type?.kind !== 'many') problems.add('wrong-fact', { fact, expected: 'list' }, 'fact')
  for (const { when } of voids) {
    const other = endsOf(scheme.nodes, when, () => false).find((name) => name !== fact)
    if (other !== undefined) problems.add('not-of-the-ballot', { reference: other }, 'voids')
  }
}

/** What a node is computed from in the end: facts, the kind, the grade, values over the field; `isGiven` nodes are taken as they are. */
function endsOf(nodes: readonly GraphNode[], root: NodeId, isGiven: (node: GraphNode) => boolean): readonly string[] {
  const ends: string[] = []
  const seen = new Set<string>()
  const open: string[] = [root]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const node = nodes[indexOf('n', name) ?? -1]
    if (node === undefined || node.kind === 'grade') ends.push(name)
    else if (node.kind !== 'field') open.push(...referencesOf(node))
    else if (!isGiven(node)) ends.push(name)
  }
  return ends
}
