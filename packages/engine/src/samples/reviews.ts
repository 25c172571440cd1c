/** What reviews find of sample units: mostly nothing to change. */
import type { CohortData, UnitData } from '../api.js'
import type { Scheme } from '../index.js'
import { randomBy } from './random.js'

/**
 * The units with the findings of every review for those that are chosen or drawn, and the seeds of the lots. One in four findings takes
 * away something that was reported to be there.
 */
export function withReviews(
  scheme: Scheme,
  units: readonly UnitData[],
  seed: string,
  /** Units in which a review may find something; all unless said. */
  changeable?: ReadonlySet<string>,
): CohortData {
  const { reviews } = scheme.compiled
  if (reviews.length === 0) return { units }
  const lots = Object.fromEntries(reviews.map(({ name }) => [name, seed]))
  const look = (unit: UnitData, review: string): UnitData =>
    changeable?.has(unit.unit) === false ? withFinding(unit, review, {}) : reviewed(unit, review, seed)
  let data: CohortData = { units, lots }
  for (const { name } of reviews) {
    const awaiting = new Set(scheme.assessAll(data).reviews.find(({ review }) => review === name)?.awaiting)
    data = { lots, units: data.units.map((unit) => (awaiting.has(unit.unit) ? look(unit, name) : unit)) }
  }
  return data
}

function reviewed(unit: UnitData, review: string, seed: string): UnitData {
  const random = randomBy(`${seed} ${review} ${unit.unit}`)
  const there = Object.entries(unit.facts).filter(([, value]) => value === true)
  const facts = there.length > 0 && random.chance(25) ? Object.fromEntries([[random.oneOf(there)[0], false]]) : {}
  return withFinding(unit, review, facts)
}

function withFinding(unit: UnitData, review: string, facts: Readonly<Record<string, unknown>>): UnitData {
  return { ...unit, reviews: { ...unit.reviews, [review]: { facts } } }
}
