import { rangeOfFact } from '../ranges/fact.js'
import { mustBeBig, rangeOfNode } from '../ranges/node.js'
import type { NodeRange, RangeTable } from '../ranges/table.js'
import type { CompiledScheme, FactId, NodeId } from '../scheme/index.js'
import type { Problems } from './collect.js'
import { limits } from './limits.js'

class OutOfSteps extends Error {}

/**
 * Proves once more that every node which is not marked `big` stays within what doubles hold exactly. A graph that is made to be hard to
 * prove is refused too: the proof may look up so many values and no more. (It takes many only for what is divided; a scheme without
 * that, in which a rough count of digits leaves no doubt, need not be proved.)
 */
export function checkRanges(scheme: CompiledScheme, problems: Problems): void {
  const { nodes } = scheme
  const known = new Map<NodeId, NodeRange>()
  const table = withSteps(rangeTable(scheme, known), limits.steps + limits.stepsPerNode * nodes.length)
  for (const [index, node] of nodes.entries()) {
    const range = rangeWithin(() => rangeOfNode(node, table))
    if (range === undefined) {
      problems.add('too-tangled', {}, 'nodes', index)
      return
    }
    known.set(node.id, range)
    if (node.kind !== 'grade' && node.big !== true && mustBeBig(range)) {
      problems.add('can-pass-2-53', { greatest: short(range.peak) }, 'nodes', index)
    }
  }
}

function rangeTable({ facts, kinds, grades }: CompiledScheme, known: ReadonlyMap<NodeId, NodeRange>): RangeTable {
  const ranges = new Map(facts.map((fact) => [fact.id, rangeOfFact(fact, grades.length, true)]))
  return {
    fact: (id: FactId) => ranges.get(id),
    node: (id: NodeId) => known.get(id),
    kinds: kinds.length,
    grades: grades.length,
  }
}

function withSteps(table: RangeTable, most: number): RangeTable {
  let steps = 0
  const counted =
    <T>(lookUp: (id: string) => T) =>
    (id: string): T => {
      steps += 1
      if (steps > most) throw new OutOfSteps()
      return lookUp(id)
    }
  return { ...table, fact: counted(table.fact), node: counted(table.node) }
}

function rangeWithin(find: () => NodeRange): NodeRange | undefined {
  try {
    return find()
  } catch (error) {
    if (error instanceof OutOfSteps) return undefined
    throw error
  }
}

function short(value: bigint): string {
  const text = value.toString()
  return text.length > 24 ? `${text.slice(0, 12)}…` : text
}
