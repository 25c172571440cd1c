/** A witness as an example: whole, and by what sets it apart from the best unit. */
import type { UnitData } from '../api.js'
import { factPath } from '../reading/place.js'
import type { Bench, Claim } from '../trial/bench.js'
import { nearestTo } from '../trial/nearest.js'
import { valuesOf } from '../trial/unit-values.js'
import type { ReportExample } from './types.js'
import { exampleValue } from './value.js'

/** Undefined where the witness does not bear the claim out: nothing is shown then. */
export function exampleOf(bench: Bench, witness: UnitData | undefined, claim: Claim): ReportExample | undefined {
  const near = nearestTo(bench, witness, claim)
  if (near === undefined) return undefined
  const { scheme, language } = bench
  const values = valuesOf(near.unit, scheme.facts)
  const differs = near.differs.map((fact) => ({
    fact: factPath(fact),
    shown: exampleValue(fact, values.get(fact), scheme, language),
  }))
  return { unit: near.unit, differs }
}
