/** A score that the scheme itself computes, as conditions and expressions speak of it. */
import type { KindIndex } from '@merit/engine/scheme'
import type { Expression, PartBlock, ScoreReference } from '../ast/index.js'
import type { ScoreTarget } from '../2-analyze/tables.js'
import { choose, nothing, truth, type Quantity } from './quantity.js'
import { placed, type PlacedItem } from './look-up.js'
import type { Emission, Scope } from './scope.js'
import { oneOf, variable, type Term } from './term.js'

export function scoreOf(reference: ScoreReference, { emission, part }: Scope): Quantity {
  const target = emission.analysis.scores.get(reference)
  switch (target?.kind) {
    case 'item': {
      const item = placed(emission, target.block, target.part ?? part)
      const { score } = emission.rules.item(item, emission)
      return item.part === part ? score : inItsKinds(score, item.part, emission)
    }
    case 'part':
      return inItsKinds(emission.rules.part(target.block, emission).score, target.block, emission)
    case 'total':
    case 'bonus':
    case 'penalty':
      return emission.made.results.get(target.kind) ?? nothing
    case undefined:
      return nothing
  }
}

/** The score of a part that is for some kinds only is 0 for the others, and asks nothing of them. */
function inItsKinds(score: Quantity, part: PartBlock | undefined, emission: Emission): Quantity {
  const kinds = kindsOfPart(part, emission)
  if (kinds === undefined) return score
  return choose(emission.workshop, [[truth(isOfKind(kinds)), score]], nothing)
}

/** The kinds that a part is for; undefined where it is for all. */
export function kindsOfPart(part: PartBlock | undefined, { analysis }: Emission): readonly KindIndex[] | undefined {
  if (part === undefined || part.sentence.kinds.length === 0) return undefined
  const names = new Set(part.sentence.kinds.map(({ text }) => text))
  const kinds = analysis.unitKinds.flatMap(({ name }, index) => (names.has(name.text) ? [index] : []))
  return kinds.length === analysis.unitKinds.length ? undefined : kinds
}

export function isOfKind(kinds: readonly KindIndex[]) {
  return oneOf(variable('kind'), kinds.map(BigInt))
}

/**
 * Whether the unit has the scores that an expression speaks of: it is of a kind that has the part, and neither the item, nor what it stands
 * in, is left out.
 */
export function areThere(node: Expression, scope: Scope): readonly Term[] {
  switch (node.kind) {
    case 'item-score':
    case 'part-score': {
      const target = scope.emission.analysis.scores.get(node)
      return target === undefined || !('block' in target) ? [] : isThere(target, scope)
    }
    case 'brackets':
      return areThere(node.inner, scope)
    case 'binary':
      return [node.left, node.right].flatMap((side) => areThere(side, scope))
    case 'choose':
      return node.options.flatMap((option) => areThere(option, scope))
    default:
      return []
  }
}

function isThere(target: Extract<ScoreTarget, { kind: 'item' | 'part' }>, { emission, part: own }: Scope) {
  const { rules } = emission
  if (target.kind === 'part') {
    return [...isOfItsKinds(target.block, own, emission), ...counted([rules.part(target.block, emission)])]
  }
  const item = placed(emission, target.block, target.part ?? own)
  const made = rules.item(item, emission)
  // Known once the item is made: it applies only where what is around it does.
  const around = [...itemsAbove(item, emission), item.part].flatMap((one) =>
    one === undefined ? [] : (emission.made.applies.get(one) ?? []),
  )
  return [...isOfItsKinds(item.part, own, emission), ...counted([made, ...around])]
}

function isOfItsKinds(part: PartBlock | undefined, own: PartBlock | undefined, emission: Emission): readonly Term[] {
  const kinds = part === own ? undefined : kindsOfPart(part, emission)
  return kinds === undefined ? [] : [isOfKind(kinds)]
}

function counted(all: readonly { readonly counts?: Term }[]): readonly Term[] {
  return all.flatMap(({ counts }) => (counts === undefined || counts === true ? [] : [counts]))
}

function itemsAbove({ parent }: PlacedItem, emission: Emission): readonly PlacedItem[] {
  const above = parent === undefined ? undefined : emission.items[parent]
  return above === undefined ? [] : [above, ...itemsAbove(above, emission)]
}
