/** What one kind of unit is judged by. */
import type { Kind, NodeId } from '@merit/engine/scheme'
import { gradingOf } from '../2-analyze/look-up.js'
import { gradingOfBlock } from './grading.js'
import type { MustHoldMade } from './must-hold.js'
import { needsOf } from './needs.js'
import type { Requirement } from './quantity.js'
import type { Emission } from './scope.js'
import { keyOf, namesIn } from './term.js'
import type { OnTotal, TotalMade } from './total.js'
import { conditionNode } from './workshop.js'

/** What acts on every kind alike. */
export interface Everywhere {
  readonly bonus: OnTotal
  readonly penalty: OnTotal
  readonly nodes: readonly (NodeId | undefined)[]
  readonly facts: readonly string[]
  readonly requires: readonly Requirement[]
  readonly mustHold: readonly MustHoldMade[]
}

export function kindOf(index: number, total: TotalMade, everywhere: Everywhere, emission: Emission): Kind {
  const { analysis, workshop, tree } = emission
  const { name, count } = analysis.unitKinds[index] as Emission['analysis']['unitKinds'][number]
  const parts = total.parts.map((part) => tree.parts.indexOf(part))
  const items = emission.items.filter(({ part }) => part === undefined || total.parts.includes(part))
  const block = gradingOf(tree, name)
  const grading = block === undefined ? undefined : gradingOfBlock(block, emission)
  const result = {
    total: workshop.number(total.total),
    base: workshop.number(total.base),
    bonus: workshop.number(everywhere.bonus.amount),
    penalty: workshop.number(everywhere.penalty.amount),
  }
  const made = [
    ...total.parts.map((part) => emission.rules.part(part, emission)),
    ...items.map((item) => emission.rules.item(item, emission)),
  ]
  const ties = grading?.ties.kind === 'by' ? grading.ties.scores : []
  const mustHold = everywhere.mustHold.filter(({ rule }) => rule.kinds?.includes(index) !== false)
  const requires = requirementsOf(
    [
      ...total.total.requires,
      ...made.flatMap(({ score }) => score.requires),
      ...everywhere.requires,
      ...mustHold.flatMap((one) => one.requires),
    ],
    emission,
  )
  const nodes = [
    ...Object.values(result),
    total.gradable,
    ...made.flatMap(({ score, applies }) => [workshop.number(score), applies]),
    ...total.lines.flatMap(({ amount, uncapped, fires }) => [amount, uncapped, fires]),
    ...ties,
    ...everywhere.nodes,
    ...mustHold.map(({ rule }) => rule.when),
    ...mustHold.flatMap(({ rule }) => rule.figures),
  ]
  return {
    name: name.raw,
    ...(count === undefined ? {} : { count }),
    needs: needsOf(index, { nodes, facts: everywhere.facts }, emission),
    requires,
    ...(total.gradable === undefined ? {} : { gradable: total.gradable }),
    parts,
    items: items.map((item) => item.index),
    ...result,
    lines: total.lines,
    ...(grading === undefined ? {} : { grading }),
    ...(total.sentence === undefined ? {} : { totalSentence: total.sentence }),
  }
}

/** Each once, as it is first asked for. */
function requirementsOf(requirements: readonly Requirement[], emission: Emission): Kind['requires'] {
  const byKey = new Map<string, Requirement>()
  for (const one of requirements) {
    const key = JSON.stringify([one.node, keyOf(one.when), one.reason, one.fact ?? null])
    if (one.when !== false && !byKey.has(key)) byKey.set(key, one)
  }
  return [...byKey.values()].map((one) => requirementOf(one, emission))
}

/**
 * Where a condition decides whether it is asked for, that condition as a node. Whether a unit is complete is known before its grade, so
 * what depends on the grade is asked for whatever the grade will be.
 */
function requirementOf(
  { node, when, reason, fact, sentence }: Requirement,
  { workshop }: Emission,
): Kind['requires'][number] {
  const always = when === true || namesIn(when).some((name) => workshop.graph.followsGrade(name))
  return {
    node,
    ...(always ? {} : { when: conditionNode(workshop, when) }),
    reason,
    ...(fact === undefined ? {} : { fact }),
    sentence,
  }
}
