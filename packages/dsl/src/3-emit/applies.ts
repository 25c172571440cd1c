/** `not applicable when …`: whether an item or part applies, and what it counts where it does not. */
import type { NodeId } from '@merit/engine/scheme'
import type { ItemLineSentence, NotApplicableSentence } from '../ast/index.js'
import { unless } from './condition.js'
import type { Applies, Treatment } from './made.js'
import { truth, type Truth } from './quantity.js'
import { scopeOf, truthIn, type Emission, type Scope } from './scope.js'
import { choice, not, or, variable, type Term } from './term.js'
import { conditionNode, gateNode } from './workshop.js'

export const always: Applies = { full: true, counts: true, requires: [], lines: [] }

/** By the sentences among `lines`, inside what applies `around`. */
export function appliesBy(
  lines: readonly { readonly kind: string }[],
  around: Applies,
  place: Partial<Scope>,
  emission: Emission,
): Applies {
  const own = (lines as readonly ItemLineSentence[]).filter((line) => line.kind === 'not-applicable')
  const [first] = own
  if (first === undefined) return { ...around, counts: true, requires: [], lines: [] }
  const cases = own.map((sentence) => firing(sentence, place, around, emission))
  const leftOut = or(cases.map(({ sentence, fires }) => (sentence.treatment === 'left-out' ? fires.term : false)))
  const gate = gateNode(
    emission.workshop,
    not(or(cases.map(({ fires }) => fires.term))),
    around.gate,
    emission.sentences.index(first),
  )
  emission.gates.add(gate)
  const counts = not(leftOut)
  return {
    gate,
    full: around.gate === undefined ? counts : choice([[variable(around.gate), counts]], around.full),
    counts,
    shown: shownAs(first.treatment, gate, counts, around, emission),
    requires: cases.flatMap(({ fires }) => fires.requires),
    lines: cases.map(({ line }) => line),
  }
}

/**
 * What stands in something with the other treatment: full points around it are full points here too; what is left out around it is left
 * out here too.
 */
function shownAs(
  treatment: Treatment,
  gate: NodeId,
  counts: Term,
  around: Applies,
  { workshop }: Emission,
): NonNullable<Applies['shown']> {
  if (around.gate === undefined || around.shown === undefined || around.shown.treatment === treatment) {
    return { applies: gate, treatment }
  }
  if (treatment === 'full-points') return around.shown
  return { applies: conditionNode(workshop, choice([[variable(around.gate), counts]], true)), treatment }
}

function firing(sentence: NotApplicableSentence, place: Partial<Scope>, around: Applies, emission: Emission) {
  const gate = around.gate === undefined ? {} : { gate: around.gate }
  const scope = scopeOf(emission, sentence, { ...place, ...gate })
  const condition = unless(truthIn(sentence.condition, scope), sentence.except, scope) as Truth
  const node = conditionNode(emission.workshop, condition.term, scope.sentence)
  const term: Term = typeof condition.term === 'boolean' ? condition.term : variable(node)
  return {
    sentence,
    fires: truth(term, condition.requires),
    line: { effect: 'not-applicable' as const, sentence: scope.sentence, fires: node },
  }
}
