/** A unit made readable: as near to the best unit as what it stands for allows. */
import type { UnitData } from '../api.js'
import { decimalUnits } from '../number/decimal.js'
import type { Fact } from '../scheme/index.js'
import type { Bench, Claim } from './bench.js'
import { numberData, valuesOf, withValues, type Values } from './unit-values.js'

/**
 * The witness with every fact put back to what the best unit has, unless the claim then fails; undefined where the witness does not bear
 * the claim out, which would be a fault of ours: nothing is shown then.
 */
export function nearestTo(bench: Bench, witness: UnitData | undefined, claim: Claim): Near | undefined {
  if (witness === undefined || !holds(bench, witness, claim)) return undefined
  const { best, scheme, kind } = bench
  if (best === undefined) return { unit: witness, differs: [...valuesOf(witness, scheme.facts).keys()] }
  const [own, ideal] = [valuesOf(witness, scheme.facts), valuesOf(best, scheme.facts)]
  const different = scheme.facts.filter((fact) => !sameValue(own.get(fact), ideal.get(fact)))
  const unitWith = (facts: readonly Fact[]): UnitData => {
    const values = new Map<Fact, unknown>(ideal)
    for (const fact of facts) values.set(fact, own.get(fact))
    return withValues({ ...witness, kind: kind.name }, values, scheme)
  }
  const needed = fewest(different, (facts) => holds(bench, unitWith(facts), claim))
  const unit = needed.length > mostMoved ? unitWith(needed) : moveNearer(bench, unitWith(needed), needed, ideal, claim)
  return { unit, differs: needed }
}

export interface Near {
  readonly unit: UnitData
  /** The facts that differ from the best unit's; all that are reported where no best unit is known. */
  readonly differs: readonly Fact[]
}

/** In examples with more differences than this, numbers stay as far out as they were found. */
const mostMoved = 8

/** Each number of the facts as near to the best unit's as the claim allows: 79.9% rather than 0%, 4 cases rather than a thousand. */
function moveNearer(bench: Bench, unit: UnitData, facts: readonly Fact[], ideal: Values, claim: Claim): UnitData {
  const all = bench.scheme.facts
  let now = unit
  for (const fact of facts) {
    const { type } = fact
    if (type.kind !== 'count' && type.kind !== 'number' && type.kind !== 'percentage') continue
    const values = valuesOf(now, all)
    const unitsOf = (value: unknown): number => {
      const given =
        typeof value === 'number' || typeof value === 'string'
          ? decimalUnits(value, type.unit)
          : Number(fact.default ?? 0)
      return typeof given === 'number' ? given : 0
    }
    const unitAt = (units: number): UnitData =>
      withValues(now, new Map(values).set(fact, numberData(units, type.unit)), bench.scheme)
    let [far, near] = [unitsOf(values.get(fact)), unitsOf(ideal.get(fact))]
    while (Math.abs(far - near) > 1) {
      const middle = Math.trunc((far + near) / 2)
      if (holds(bench, unitAt(middle), claim)) far = middle
      else near = middle
    }
    now = unitAt(far)
  }
  return now
}

export function holds({ tried }: Bench, unit: UnitData, claim: Claim): boolean {
  const found = tried(unit)
  return found.result.status !== 'incomplete' && claim(found)
}

/** A small set of facts that is enough, found by leaving out halves, quarters and so on. */
function fewest(facts: readonly Fact[], isEnough: (facts: readonly Fact[]) => boolean): readonly Fact[] {
  let kept = facts
  const drop = (group: readonly Fact[]): void => {
    if (group.length === 0) return
    const rest = kept.filter((fact) => !group.includes(fact))
    if (isEnough(rest)) {
      kept = rest
      return
    }
    if (group.length === 1) return
    const half = group.length >> 1
    drop(group.slice(0, half))
    drop(group.slice(half))
  }
  drop(facts)
  return kept
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
