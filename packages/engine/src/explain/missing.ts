import type { FactId, Line, NodeId } from '../scheme/index.js'
import type { MissingReason, UnmetReason } from './types.js'
import { nameIn, readBy, type View } from './view.js'

/** The facts that a unit lacks, each with what needs it. */
export function explainMissing(view: View): readonly MissingReason[] {
  return view.result.missing.map((name) => {
    const fact = view.scheme.facts.find((each) => nameIn(view, each) === name)
    if (fact === undefined) return { name, for: [] }
    return {
      name,
      ...(fact.reportedBy === undefined ? {} : { reportedBy: fact.reportedBy }),
      ...(fact.assessed === undefined ? {} : { assessed: true as const }),
      for: usersOf(view, fact.id),
    }
  })
}

/** Why a unit that has all its facts is incomplete all the same. */
export function explainUnmet(view: View): readonly UnmetReason[] {
  return (view.result.because ?? []).map(({ reason, fact, sentence }) => {
    const shown = view.sentence(sentence)
    return fact === undefined ? { reason, sentence: shown } : { reason, fact, sentence: shown }
  })
}

/** The items and parts of the unit's kind, else the sentences of its total and grading, whose rules look at a fact. */
function usersOf(view: View, fact: FactId): readonly string[] {
  const uses = usesFact(view, fact)
  const items = view.kind.items.flatMap((index) => {
    const item = view.scheme.items[index]
    return item !== undefined && item.lines.some((line) => nodesOf(line).some(uses))
      ? [`${item.number} ${item.name}`]
      : []
  })
  const parts = view.kind.parts.flatMap((index) => {
    const part = view.scheme.parts[index]
    return part !== undefined && part.lines.some((line) => nodesOf(line).some(uses)) ? [part.name] : []
  })
  if (items.length + parts.length > 0) return [...items, ...parts]
  const lines = view.kind.lines.filter((line) => line.effect !== 'weighted' && nodesOf(line).some(uses))
  const { notGraded, makes, blocks, downgrades, outcomes } = view.scheme
  const triggers = [...notGraded, ...makes, ...blocks, ...outcomes].filter(({ when }) => uses(when))
  const others = [...lines, ...triggers, ...downgrades.filter(({ steps }) => uses(steps))]
  return others.map(({ sentence }) => view.sentence(sentence).text)
}

function nodesOf({ fires, amount, uncapped }: Line): readonly NodeId[] {
  return [fires, amount, uncapped].filter((node) => node !== undefined)
}

/** Whether a node is computed from a fact, directly or through others: nodes refer only to earlier ones. */
function usesFact(view: View, fact: FactId): (node: NodeId) => boolean {
  const users = new Set<string>([fact])
  for (const node of view.scheme.nodes) {
    if (readBy(node).some((name) => users.has(name))) users.add(node.id)
  }
  return (node) => users.has(node)
}
