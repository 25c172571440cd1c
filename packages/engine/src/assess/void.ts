import type { FactValue } from '../api.js'
import { indexOf } from '../load/graph.js'
import { lowering } from '../load/lower.js'
import type { VoidTest } from '../reading/ballots.js'
import { listPlaces } from '../reading/lists.js'
import type { Ballots, CompiledScheme } from '../scheme/index.js'
import { run } from './program.js'

/** The conditions on a ballot are those of a unit that has all its marks, and nothing else. */
export function voidTest(scheme: CompiledScheme, { fact, voids }: Ballots): VoidTest {
  const slot = indexOf('f', fact)!
  const list = listPlaces(scheme.facts)[slot]!
  const lower = lowering(scheme, 0)
  const program = lower.program(voids.map(({ when }) => when))
  const conditions = voids.map(({ when, sentence }) => ({ condition: lower.slotOf(when), sentence }))
  const lists: (readonly FactValue[])[] = []
  const state = { slots: lower.newSlots(), bigs: [], lists }
  return (marks) => {
    lists[list] = marks
    state.slots[slot] = marks.length
    run(program, state)
    return conditions.filter(({ condition }) => state.slots[condition] !== 0).map(({ sentence }) => sentence)
  }
}
