/** Which facts the rules of a kind look at, defaults or not: what a form for the kind asks for. */
import { referencesOf } from './references.js'
import type { CompiledScheme, FactId, Kind, Line, NodeId } from './types.js'

export function factsOfKind(scheme: CompiledScheme, kind: Kind): ReadonlySet<FactId> {
  const nodes = new Map(scheme.nodes.map((node) => [node.id, node]))
  const facts = new Set<FactId>(kind.needs.map((need) => need.fact))
  for (const limit of scheme.gradeLimits) facts.add(limit.above)
  for (const text of textsOf(scheme, kind)) facts.add(text)
  const seen = new Set<NodeId>()
  const waiting = [...rootsOf(scheme, kind)]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id)
    if (node === undefined) facts.add(id)
    else if (!seen.has(id)) {
      seen.add(id)
      waiting.push(...referencesOf(node).filter((reference) => reference !== 'kind'))
    }
  }
  // Ballots come from the raters.
  for (const { fact } of scheme.ballots ?? []) facts.delete(fact)
  return facts
}

/** Texts that no rule looks at, and that are printed with the result. */
function textsOf({ items, parts, outcomes }: CompiledScheme, kind: Kind): readonly FactId[] {
  const scored = [...kind.items.map((item) => items[item]), ...kind.parts.map((part) => parts[part])]
  return [
    ...scored.flatMap((one) => one?.remarks ?? []),
    ...outcomes.flatMap((outcome) => (outcome.for === undefined ? [] : [outcome.for])),
  ]
}

function rootsOf(scheme: CompiledScheme, kind: Kind): readonly NodeId[] {
  const index = scheme.kinds.indexOf(kind)
  const parts = kind.parts.flatMap((part) => scheme.parts[part] ?? [])
  const items = kind.items.flatMap((item) => scheme.items[item] ?? [])
  const awards = scheme.awards.filter((award) => award.kinds.includes(index))
  const ties = kind.grading?.ties
  const triggers = [...scheme.notGraded, ...scheme.makes, ...scheme.blocks, ...awards.flatMap((award) => award.bars)]
  const mustHold = (scheme.mustHold ?? []).filter(({ kinds }) => kinds?.includes(index) !== false)
  const roots: readonly (NodeId | undefined)[] = [
    kind.total,
    kind.base,
    kind.bonus,
    kind.penalty,
    kind.gradable,
    ...[...parts, ...items].map((scored) => scored.score),
    ...items.map((item) => item.applies),
    ...[kind, ...parts, ...items].flatMap((holder) => holder.lines.flatMap(nodesOfLine)),
    ...kind.requires.flatMap((requirement) => [requirement.node, requirement.when]),
    ...(ties?.kind === 'by' ? ties.scores : []),
    ...[...triggers, ...awards, ...scheme.outcomes, ...mustHold].map((trigger) => trigger.when),
    ...(scheme.amounts ?? []).flatMap(({ value, when }) => [value, when]),
    ...scheme.downgrades.map((downgrade) => downgrade.steps),
  ]
  return roots.filter((root) => root !== undefined)
}

function nodesOfLine(line: Line): readonly (NodeId | undefined)[] {
  return [line.amount, line.uncapped, line.fires]
}
