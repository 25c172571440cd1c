import { indexOf } from '../load/graph.js'
import type { CompiledScheme, Kind, NodeId } from '../scheme/index.js'

/** The nodes of the lines of items, parts and the total: what explanations show. */
export function lineNodes(scheme: CompiledScheme, kind: Kind): readonly NodeId[] {
  const lines = [
    ...kind.lines,
    ...kind.items.flatMap((item) => scheme.items[item]!.lines),
    ...kind.parts.flatMap((part) => scheme.parts[part]!.lines),
  ]
  return lines.flatMap(({ amount, uncapped, fires }) => [amount, uncapped, fires].filter((id) => id !== undefined))
}

/** Whatever a unit's result needs before it has a grade, and the scores of its items and parts. */
export function mainRoots(scheme: CompiledScheme, kind: Kind): readonly NodeId[] {
  return [...rootsToGrade(scheme, kind), ...scoreRoots(scheme, kind)]
}

/** The scores of items and parts, and whether each applies. */
export function scoreRoots(scheme: CompiledScheme, kind: Kind): readonly NodeId[] {
  const scored = [...kind.items.map((item) => scheme.items[item]!), ...kind.parts.map((part) => scheme.parts[part]!)]
  return scored.flatMap(({ score, applies }) => (applies === undefined ? [score] : [score, applies]))
}

/** Whatever a unit's result needs before it has a grade; with the denominators of the scores that are looked at. */
export function rootsToGrade(scheme: CompiledScheme, kind: Kind): readonly NodeId[] {
  const ties = kind.grading?.ties.kind === 'by' ? kind.grading.ties.scores : []
  const triggers = [...scheme.notGraded, ...scheme.makes, ...scheme.blocks].map(({ when }) => when)
  const scores = [kind.total, kind.bonus, kind.penalty, ...ties]
  return [
    ...scores,
    ...scores.flatMap((score) => denominatorsOf(scheme, score)),
    ...(kind.gradable === undefined ? [] : [kind.gradable]),
    ...triggers,
    ...scheme.downgrades.map(({ steps }) => steps),
    ...kind.requires.flatMap(({ node, when }) => (when === undefined ? [node] : [node, when])),
    ...kind.needs.flatMap(({ onlyIfAnyOf }) => onlyIfAnyOf ?? []),
  ]
}

/** What a score is divided by, and what was divided by before it was rounded. */
function denominatorsOf(scheme: CompiledScheme, id: NodeId): readonly NodeId[] {
  const node = scheme.nodes[indexOf('n', id)!]!
  if (node.kind === 'round') return denominatorsOf(scheme, node.of)
  return node.kind === 'logic' && node.over !== undefined ? [node.over] : []
}

/** The conditions of awards and outcomes, and what outcomes come to. */
export function afterRoots(scheme: CompiledScheme, kind: number): readonly NodeId[] {
  const awards = scheme.awards.filter(({ kinds }) => kinds.includes(kind))
  const triggers = [...awards.flatMap(({ bars }) => bars), ...scheme.outcomes]
  const amounts = (scheme.amounts ?? []).flatMap(({ value, when }) => (when === undefined ? [value] : [value, when]))
  return [...awards.flatMap(({ when }) => when ?? []), ...triggers.map(({ when }) => when), ...amounts]
}
