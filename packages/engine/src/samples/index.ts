/** Sample units for trying a scheme out: random ones such as it will meet. Runs wherever the engine does. */
import type { CohortData } from '../api.js'
import type { Scheme } from '../index.js'
import { withReviews } from './reviews.js'
import { sampleUnits, type SampleOptions } from './units.js'

export type { SampleOptions }

/** The same seed gives the same units, wherever it runs. They are complete and valid; reviews have looked at whom they choose. */
export function samplesOf(scheme: Scheme, options: SampleOptions): CohortData {
  return withReviews(scheme, sampleUnits(scheme, options), options.seed)
}
