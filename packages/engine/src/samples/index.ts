/** Sample units for trying a scheme out: random ones such as it will meet, and one at every edge. Runs wherever the engine does. */
import type { CohortData } from '../api.js'
import type { Scheme } from '../index.js'
import { withoutReviews } from '../trial/bench.js'
import type { EdgeUnit, Unreached } from './edges/edge.js'
import { edgesOf } from './edges/edges.js'
import { tiesAmong } from './edges/ties.js'
import { withReviews } from './reviews.js'
import { sampleUnits, type SampleOptions } from './units.js'
import { edgeWords } from './words/index.js'

export type { Edge, EdgeUnit, Unreached } from './edges/edge.js'
export type { SampleOptions }

/** The same seed gives the same units, wherever it runs. They are complete and valid; reviews have looked at whom they choose. */
export function samplesOf(scheme: Scheme, options: SampleOptions): CohortData {
  return withReviews(scheme, sampleUnits(scheme, options), options.seed)
}

export interface SamplesWithEdges {
  /** The random units, then those at edges. */
  readonly data: CohortData
  /** What each of those at edges is for. */
  readonly edges: readonly EdgeUnit[]
  /** Edges that no unit reaches, and why. */
  readonly unreached: readonly Unreached[]
}

/** The same, with units at every edge: they are assessed to do what their names say, before any review. */
export function samplesWithEdges(scheme: Scheme, options: SampleOptions): SamplesWithEdges {
  const random = sampleUnits(scheme, options)
  const edges = edgesOf(scheme)
  const before = [...random, ...edges.units.map(({ unit }) => unit)]
  const ties = tiesAmong(withoutReviews(scheme.compiled), before, edgeWords(scheme.compiled.language))
  const units = [...before, ...ties.units.map(({ unit }) => unit)]
  return {
    data: withReviews(scheme, units, options.seed, new Set(random.map(({ unit }) => unit))),
    edges: [...edges.units, ...ties.units],
    unreached: [...edges.unreached, ...ties.unreached],
  }
}
