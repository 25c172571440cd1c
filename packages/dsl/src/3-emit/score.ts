/** A score that the scheme itself computes, as conditions and expressions speak of it. */
import type { KindIndex } from '@merit/engine/scheme'
import type { Expression, PartBlock, ScoreReference } from '../ast/index.js'
import type { ScoreTarget } from '../2-analyze/tables.js'
import { choose, nothing, truth, type Quantity } from './quantity.js'
import { placed } from './look-up.js'
import type { Emission, Scope } from './scope.js'
import { oneOf, variable } from './term.js'

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

/** The kinds that have the scores that an expression speaks of; empty where every kind has. */
export function kindsSpokenOf(node: Expression, scope: Scope): readonly (readonly KindIndex[])[] {
  switch (node.kind) {
    case 'item-score':
    case 'part-score': {
      const target = scope.emission.analysis.scores.get(node)
      const part = target === undefined || !('block' in target) ? undefined : partOf(target)
      const kinds = part === scope.part ? undefined : kindsOfPart(part, scope.emission)
      return kinds === undefined ? [] : [kinds]
    }
    case 'brackets':
      return kindsSpokenOf(node.inner, scope)
    case 'binary':
      return [node.left, node.right].flatMap((side) => kindsSpokenOf(side, scope))
    case 'choose':
      return node.options.flatMap((option) => kindsSpokenOf(option, scope))
    default:
      return []
  }
}

function partOf(target: Extract<ScoreTarget, { kind: 'item' | 'part' }>): PartBlock | undefined {
  return target.kind === 'part' ? target.block : target.part
}
