import type { UnitResult } from '../api.js'
import { compute, isUnmet, type Assessor } from '../assess/assessor.js'
import type { FieldAccess } from '../assess/context.js'
import { indexOf } from '../load/graph.js'
import type { Row } from '../reading/row.js'
import { factPath } from '../reading/place.js'
import type { NodeId } from '../scheme/index.js'

/**
 * Why a unit is incomplete: the facts that it lacks, in their order; where it has them all, what it would divide by 0. A condition on
 * which it hangs whether a fact is needed reads facts that are not there as no, 0 or none.
 */
export function whyIncomplete(
  assessor: Assessor,
  row: Row,
  overField: FieldAccess | undefined,
): Pick<UnitResult, 'missing' | 'because'> {
  const { scheme, kind } = assessor
  const { slots } = assessor.state
  overField?.put(assessor.state)
  compute(assessor, row)
  const isKnown = (node: NodeId): boolean => overField !== undefined || !assessor.restsOnField(node)
  const isMissing = (fact: number): boolean =>
    Number.isNaN(row.numbers[row.at + fact]) && scheme.facts[fact]!.default === undefined
  const missing = kind.needs
    .filter(({ fact }) => isMissing(indexOf('f', fact)!))
    .filter(
      ({ onlyIfAnyOf }) =>
        onlyIfAnyOf?.some((node) => isKnown(node) && slots[assessor.lowering.slotOf(node)] !== 0) ?? true,
    )
    .map(({ fact }) => factPath(scheme.facts[indexOf('f', fact)!]!))
  if (missing.length > 0) return { missing: Object.freeze(missing) }
  return { missing, because: Object.freeze(becauseOf(assessor, overField !== undefined)) }
}

function becauseOf({ scheme, kind, requires, state }: Assessor, hasField: boolean): NonNullable<UnitResult['because']> {
  return requires
    .filter(({ level }) => hasField || level === 0)
    .filter(({ node, when }) => isUnmet(node, when, state))
    .map(({ place }) => {
      const { reason, fact, sentence } = kind.requires[place]!
      if (fact === undefined) return Object.freeze({ reason, sentence })
      return Object.freeze({ reason, fact: factPath(scheme.facts[indexOf('f', fact)!]!), sentence })
    })
}
