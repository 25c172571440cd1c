import type { MustHoldResult } from '../api.js'
import { compute, scoreOf, type Assessor } from '../assess/assessor.js'
import { exactScore } from '../assess/score.js'
import { indexOf } from '../load/graph.js'
import { printed } from '../number/print.js'
import type { CompiledScheme, NodeId } from '../scheme/index.js'
import type { Judgement, Places } from './judge.js'

/**
 * The conditions over the field, for each kind that has complete units: they rest on nothing else, so any unit's values will do. Late values
 * must be there.
 */
export function mustHoldOf(
  scheme: CompiledScheme,
  { kinds }: Judgement,
  { members }: Places,
  waits: (index: number) => boolean,
): readonly MustHoldResult[] {
  const found = kinds.flatMap(({ field }, kind) => {
    const { assessor, complete, rows, overField } = field
    const unit = complete.indexOf(1)
    if (unit < 0) return []
    const provisional = complete.includes(0) || members[kind]!.some(waits)
    const { program, rules } = assessor.mustHold
    overField?.put(unit, assessor.state)
    compute(assessor, rows.at(unit)!, program)
    return rules.map(({ place, when }) => {
      const { sentence, figures } = scheme.mustHold![place]!
      return Object.freeze({
        kind: assessor.kind.name,
        sentence,
        holds: assessor.state.slots[when] !== 0,
        provisional,
        figures: Object.freeze(figures.map((node) => Object.freeze(figureOf(node, assessor)))),
      })
    })
  })
  return Object.freeze(found)
}

/** A number over the field, and of a share what it is a share of. */
function figureOf(id: NodeId, { scheme, lowering, state }: Assessor): MustHoldResult['figures'][number] {
  const exact = exactScore(scoreOf(scheme, lowering, id), state)
  const value = exact === undefined ? null : printed(exact.num, exact.den, scheme.shown).text
  const node = scheme.nodes[indexOf('n', id)!]!
  if (node.kind !== 'logic' || node.over === undefined || typeof node.logic !== 'object') return { value }
  const counted = 'var' in node.logic ? node.logic.var : undefined
  if (counted === undefined || !isCount(counted, scheme) || !isCount(node.over, scheme)) return { value }
  const count = (of: NodeId): number => state.slots[lowering.slotOf(of)]!
  return { value, counted: count(counted), of: count(node.over) }
}

function isCount(name: string, { nodes }: CompiledScheme): boolean {
  const node = nodes[indexOf('n', name) ?? -1]
  return node?.kind === 'field' && node.take === 'count'
}
