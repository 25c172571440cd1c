import type { Assessor } from '../assess/assessor.js'
import { afterRoots, mainRoots } from '../assess/roots.js'
import { indexOf } from '../load/graph.js'
import { simplified } from '../load/simplify.js'
import { rangeOfFact, rangesOf, type FactRange, type NodeRange, type Range } from '../ranges/index.js'
import type { CompiledScheme, Fact, GraphNode, NodeId } from '../scheme/index.js'
import { referencesOf } from '../scheme/index.js'
import type { Need } from './given.js'

/** What is prepared once for all units of a kind of which facts are open. */
export interface Plan {
  readonly nodes: readonly GraphNode[]
  readonly facts: readonly Fact[]
  readonly kinds: number
  readonly grades: number
  readonly anyGrade: Range
  /** The nodes, in order, that these facts, the grade or the field can move. */
  readonly movedBy: (facts: Iterable<number>) => readonly number[]
  /** The facts that a node is computed from, by their places. */
  readonly feeding: (node: NodeId) => readonly number[]
  readonly factRange: (fact: number, how: Need) => FactRange
  /** The node as it is for this kind. */
  readonly simple: (node: number) => GraphNode
  /** What the node can be for any unit of the scheme. */
  readonly whole: (node: number) => NodeRange
}

const plans = new WeakMap<Assessor, Plan>()

export function planOf(assessor: Assessor): Plan {
  const known = plans.get(assessor)
  if (known !== undefined) return known
  const plan = newPlan(assessor)
  plans.set(assessor, plan)
  return plan
}

function newPlan({ scheme, kind, index, lowering }: Assessor): Plan {
  const { nodes, facts, grades } = scheme
  const reached = lowering.reached([...mainRoots(scheme, kind), ...afterRoots(scheme, index)])
  const order = nodes.flatMap(({ id }, place) => (reached.has(id) ? [place] : []))
  const simple = memo((place) => simpleNode(nodes[place]!, index))
  const reads = memo((place) => readsOf(simple(place)))
  const moved = memo((fact) => usersOf(`f${fact}`, order, nodes, reads))
  const afterGrade = usersOf(undefined, order, nodes, reads)
  let whole: ReadonlyMap<NodeId, NodeRange> | undefined
  return {
    nodes,
    facts,
    kinds: scheme.kinds.length,
    grades: grades.length,
    anyGrade: { kind: 'number', low: -1n, high: BigInt(grades.length) - 1n },
    movedBy: (open) => merged([afterGrade, ...[...open].map(moved)]),
    feeding: (node) => factsBehind(indexOf('n', node)!, reads),
    factRange: memo2((fact, how) => rangeOfFact(facts[fact]!, grades.length, how === 'perhaps')),
    simple,
    whole: (place) => (whole ??= rangesOf(scheme as CompiledScheme)).get(nodes[place]!.id)!,
  }
}

function simpleNode(node: GraphNode, kind: number): GraphNode {
  return node.kind === 'logic' ? { ...node, logic: simplified(node.logic, kind) } : node
}

/** What a node is computed from, of the unit itself: a value over the field is made of what all units have. */
function readsOf(node: GraphNode): readonly string[] {
  return node.kind === 'field' ? [] : referencesOf(node)
}

/** The places of nodes that look at a fact (or, without one, at the grade or the field), directly or through others. */
function usersOf(
  fact: string | undefined,
  order: readonly number[],
  nodes: readonly GraphNode[],
  reads: (node: number) => readonly string[],
): readonly number[] {
  const users = new Set<string>(fact === undefined ? [] : [fact])
  return order.filter((place) => {
    const { id, kind } = nodes[place]!
    const is =
      (fact === undefined && (kind === 'grade' || kind === 'field')) || reads(place).some((name) => users.has(name))
    if (is) users.add(id)
    return is
  })
}

function factsBehind(node: number, reads: (node: number) => readonly string[]): readonly number[] {
  const facts = new Set<number>()
  const seen = new Set([node])
  for (const place of seen) {
    for (const name of reads(place)) {
      const [fact, earlier] = [indexOf('f', name), indexOf('n', name)]
      if (fact !== undefined) facts.add(fact)
      else if (earlier !== undefined) seen.add(earlier)
    }
  }
  return [...facts].sort((a, b) => a - b)
}

function merged(lists: readonly (readonly number[])[]): readonly number[] {
  const some = lists.filter(({ length }) => length > 0)
  if (some.length <= 1) return some[0] ?? []
  return [...new Set(some.flat())].sort((a, b) => a - b)
}

function memo<T>(find: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    const so = known.get(key)
    if (so !== undefined) return so
    const found = find(key)
    known.set(key, found)
    return found
  }
}

function memo2<T>(find: (key: number, how: Need) => T): (key: number, how: Need) => T {
  const always = memo((key) => find(key, 'always'))
  const perhaps = memo((key) => find(key, 'perhaps'))
  return (key, how) => (how === 'always' ? always(key) : perhaps(key))
}
