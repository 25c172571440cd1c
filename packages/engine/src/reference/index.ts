/**
 * The reference: what the engine computes, once more, in the plainest way and without the engine's own code: node values through
 * json-logic-js, everything else as the language says it, in plain fractions. It is short and slow, and there to be compared with.
 * It takes data that the engine accepts and throws an Error for any other.
 */
import type { Assessment, CohortData, UnitResult } from '../api.js'
import type { CompiledScheme } from '../scheme/index.js'
import { judgeInStages } from './reviews.js'

/** The results of all units judged together, as `assessAll` gives them. */
export function referenceAssessAll(scheme: CompiledScheme, data: CohortData): Assessment<UnitResult> {
  return judgeInStages(scheme, data)
}
