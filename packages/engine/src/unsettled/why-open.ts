import { indexOf } from '../load/graph.js'
import type { CompiledScheme } from '../scheme/index.js'
import type { OpenCohort } from '../cohort/ranges.js'
import type { Reviewed } from '../cohort/reviews.js'
import type { Openness } from './open-facts.js'
import { once } from './once.js'

/**
 * Why a unit is open, by its kind and its place in it; undefined for one that is settled: a review may still replace any of its facts, it
 * lacks some, or its scores look at units that are open.
 */
export function whyOpen({
  scheme,
  places,
  units,
  reviewed,
  judgement: { kinds },
}: OpenCohort): (kind: number, unit: number) => Openness | undefined {
  const own = (kind: number, unit: number): Openness['because'] | undefined => {
    const index = places.members[kind]![unit]!
    if (mayStillBeReviewed(reviewed, index)) return 'review'
    return kinds[kind]!.field.complete[unit] === 0 ? 'incomplete' : undefined
  }
  const looksAtOpen = once(() =>
    kinds.map(({ field: { assessor, rows } }, kind) => {
      const looks = assessor.looksAtField.before || assessor.looksAtField.after
      return looks && somePlace(rows.length, (unit) => own(kind, unit) !== undefined)
    }),
  )
  const openBallots = once(() => ballotsThatMayBeVoid(scheme, reviewed))
  return (kind, unit) => {
    const reopened = openBallots()
    const because = own(kind, unit) ?? (reopened.length > 0 || looksAtOpen()[kind] === true ? 'others' : undefined)
    if (because === undefined) return undefined
    return {
      because,
      get data() {
        return units.dataOf(places.members[kind]![unit]!)
      },
      reopened,
    }
  }
}

/** A finding about a unit of which it is not known whether it is reviewed at all may have to be taken back. */
function mayStillBeReviewed({ waits, stages }: Reviewed, index: number): boolean {
  return waits[index] === 1 || stages.some(({ choices }) => choices[index] === 'unsettled')
}

/** A mark that comes in later may make the ballot void on which other units are marked: the facts of such ballots. */
function ballotsThatMayBeVoid({ ballots = [] }: CompiledScheme, { rows }: Reviewed): readonly number[] {
  return ballots
    .filter(({ voids }) => voids.length > 0)
    .map(({ fact }) => indexOf('f', fact)!)
    .filter((fact) =>
      somePlace(rows.length, (index) => {
        const { numbers, at } = rows.at(index)!
        return Number.isNaN(numbers[at + fact]!)
      }),
    )
}

function somePlace(length: number, is: (place: number) => boolean): boolean {
  for (let place = 0; place < length; place += 1) if (is(place)) return true
  return false
}
