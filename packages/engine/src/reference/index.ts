/**
 * The reference: what the engine computes, once more, in the plainest way and without the engine's own code: node values through
 * json-logic-js, everything else as the language says it, in plain fractions. It is short and slow, and there to be compared with.
 * It takes data that the engine accepts and throws an Error for any other.
 */
import type { Assessment, CohortData, FactValue, UnitResult } from '../api.js'
import type { CompiledScheme, FactId, NodeId } from '../scheme/index.js'
import type { Judgement } from './cohort.js'
import { judgeInStages } from './reviews.js'

/** The results of all units judged together, as `assessAll` gives them. */
export function referenceAssessAll(scheme: CompiledScheme, data: CohortData): Assessment<UnitResult> {
  return judgeInStages(scheme, data).assessment
}

/** What stands behind a unit's result. */
export interface ReferenceValues {
  /** Facts as read (after reviews) or by default; one that is missing is not there. */
  readonly facts: ReadonlyMap<FactId, FactValue>
  /** Every node's integer at its unit, or condition; undefined where the unit is incomplete, or scores of it are decided. */
  readonly nodes: ReadonlyMap<NodeId, bigint | boolean> | undefined
}

/** The same with the values behind each result, in the order of the units. */
export function referenceWithValues(
  scheme: CompiledScheme,
  data: CohortData,
): { readonly assessment: Assessment<UnitResult>; readonly values: readonly ReferenceValues[] } {
  const { assessment, last } = judgeInStages(scheme, data)
  return { assessment, values: last.units.map((unit) => valuesOf(scheme, unit, last)) }
}

function valuesOf(scheme: CompiledScheme, unit: Judgement['units'][number], { judged }: Judgement): ReferenceValues {
  const values = judged.find((one) => one.unit === unit)?.values
  const isPlain = values !== undefined && unit.decided.size === 0
  return {
    facts: unit.facts,
    nodes: isPlain ? new Map(scheme.nodes.map(({ id }) => [id, values.value(id)])) : undefined,
  }
}
