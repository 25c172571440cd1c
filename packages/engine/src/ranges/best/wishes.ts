/** What "at its best" means of a unit of one kind: which nodes are to be as great, or as small, as they can. */
import {
  referencesOf,
  type CompiledScheme,
  type FactId,
  type Kind,
  type Line,
  type NodeId,
} from '../../scheme/index.js'

/**
 * `score`: of an item or part, at its greatest. `harm`: penalties, downgrades, limits on the total, what bars a grade or an award: at
 * its least, absent. `extra`: what goes beyond full marks: not claimed.
 */
export interface Wish {
  readonly of: 'score' | 'harm' | 'extra'
  readonly node: NodeId
  /** The node is a condition, which is to fail. */
  readonly isCondition: boolean
  /** The facts that move it other than by the score of something else. */
  readonly facts: ReadonlySet<FactId>
}

export function wishesOf(scheme: CompiledScheme, kind: Kind): readonly Wish[] {
  const reach = reachIn(scheme, kind)
  const scores = scoredThings(scheme, kind).map(({ score, lines }): Wish => {
    const also = reach(lines.filter(isExtra).flatMap(nodesOf))
    const own = reach(lines.filter((line) => !isExtra(line)).flatMap(nodesOf))
    const facts = [...reach([score])].filter((fact) => own.has(fact) || !also.has(fact))
    return { of: 'score', node: score, isCondition: false, facts: new Set(facts) }
  })
  const wish =
    (of: Wish['of'], isCondition: boolean): ((node: NodeId) => Wish) =>
    (node) => ({
      of,
      node,
      isCondition,
      facts: reach([node]),
    })
  const extras = [...scoredThings(scheme, kind), kind].flatMap(({ lines }) => lines.filter(isExtra))
  return [
    ...scores,
    ...harmfulAmounts(scheme, kind).map(wish('harm', false)),
    ...[...harmfulConditions(scheme, kind), ...limitsOn(kind)].map(wish('harm', true)),
    ...amountsOf(extras).map(wish('extra', false)),
  ]
}

/** The facts that say whether items and parts apply. */
export function factsOfApplying(scheme: CompiledScheme, kind: Kind): ReadonlySet<FactId> {
  const things = [
    ...kind.items.map((index) => scheme.items[index]!),
    ...kind.parts.map((index) => scheme.parts[index]!),
  ]
  return reachIn(scheme, kind)(things.flatMap(({ applies }) => applies ?? []))
}

/** What bars a grade or an award, decides a lower grade, or leaves the unit without one. */
export function harmfulConditions(scheme: CompiledScheme, kind: Kind): readonly NodeId[] {
  const own = scheme.kinds.indexOf(kind)
  const bars = scheme.awards.filter(({ kinds }) => kinds.includes(own)).flatMap((award) => award.bars)
  const lower = scheme.makes.filter(({ grade }) => grade > 0)
  return [...scheme.notGraded, ...bars, ...lower, ...scheme.blocks].map(({ when }) => when)
}

/** Penalties and downgrades. */
function harmfulAmounts({ downgrades }: CompiledScheme, { lines }: Kind): readonly NodeId[] {
  return [...amountsOf(lines.filter(({ effect }) => effect === 'penalty')), ...downgrades.map(({ steps }) => steps)]
}

function limitsOn({ lines }: Kind): readonly NodeId[] {
  return lines.flatMap(({ limits, fires }) =>
    limits?.of === 'total' && limits.to !== 'at-least' && fires !== undefined ? [fires] : [],
  )
}

/** Items without items below them, and every part. */
function scoredThings(
  { items, parts }: CompiledScheme,
  kind: Kind,
): readonly { readonly score: NodeId; readonly lines: readonly Line[] }[] {
  const above = new Set(kind.items.map((index) => items[index]!.parent))
  return [
    ...kind.items.filter((index) => !above.has(index)).map((index) => items[index]!),
    ...kind.parts.map((index) => parts[index]!),
  ]
}

function isExtra({ effect }: Line): boolean {
  return effect === 'bonus' || effect === 'also-earns'
}

function amountsOf(lines: readonly Line[]): readonly NodeId[] {
  return lines.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
}

function nodesOf({ amount, uncapped, fires }: Line): readonly NodeId[] {
  return [amount, uncapped, fires].filter((node) => node !== undefined)
}

/** The facts behind nodes, as far as no score stands between: what raises another score is wished for there. */
function reachIn(scheme: CompiledScheme, kind: Kind): (roots: readonly NodeId[]) => ReadonlySet<FactId> {
  const nodes = new Map(scheme.nodes.map((node) => [node.id, node]))
  const facts = new Set(scheme.facts.map(({ id }) => id))
  const stops = new Set<string>([
    ...[...scheme.items, ...scheme.parts].map(({ score }) => score),
    kind.total,
    kind.base,
    kind.bonus,
    kind.penalty,
  ])
  return (roots) => {
    const found = new Set<FactId>()
    const seen = new Set<string>(roots)
    const waiting: string[] = [...roots]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (facts.has(name as FactId)) found.add(name as FactId)
      const node = nodes.get(name as NodeId)
      for (const next of node === undefined ? [] : referencesOf(node)) {
        if (seen.has(next) || stops.has(next)) continue
        seen.add(next)
        waiting.push(next)
      }
    }
    return found
  }
}
