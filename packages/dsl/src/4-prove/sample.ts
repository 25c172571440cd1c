/** Units to look at beside what was proved. Searching for one takes longer than proving, so only what was found is searched for. */
import { possibilitiesOf, type Bound, type Goal, type Possibilities } from '@merit/engine/ranges'
import type { CompiledScheme, KindIndex, NodeId } from '@merit/engine/scheme'
import type { SampleUnit } from '../diagnostics/problem.js'

export interface Samples {
  /** The end that a unit reaches, and the unit; undefined where none was found. */
  readonly end: (kind: KindIndex, node: NodeId, which: 'least' | 'greatest') => Reached | undefined
  /** A unit of the kind that meets all goals at once. */
  readonly meeting: (kind: KindIndex, goals: readonly Goal[]) => SampleUnit | undefined
}

export interface Reached {
  readonly value: Bound['value']
  readonly unit: SampleUnit
}

/**
 * So many units are searched for in one scheme, in schemes up to so many nodes, each with so much effort: a problem is told with a unit
 * where one is near at hand, and without one else.
 */
const mostSamples = 6
const mostNodes = 4_000
const forEnds = { effort: 3_000, allEffort: 10_000 }
/** Several goals at once take more. */
const forGoals = { effort: 10_000, allEffort: 30_000 }

export function samplesOf(scheme: CompiledScheme): Samples {
  let left = scheme.nodes.length > mostNodes ? 0 : mostSamples
  const study = (kind: KindIndex, of: readonly NodeId[], limits = forEnds): Possibilities | undefined => {
    if (left === 0) return undefined
    left -= 1
    return possibilitiesOf(scheme, kind, { ...limits, of })
  }
  return {
    end: (kind, node, which) => {
      const bound = study(kind, [node])?.numbers(node)[which]
      return bound?.exact !== true || bound.witness === undefined
        ? undefined
        : { value: bound.value, unit: bound.witness }
    },
    meeting: (kind, goals) => {
      const of = goals.map(({ node }) => node)
      const verdict = study(kind, of, forGoals)?.meet(goals)
      return verdict?.kind === 'possible' ? verdict.witness : undefined
    },
  }
}
