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
  readings,
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
      return looks && rows.some((_, unit) => own(kind, unit) !== undefined)
    }),
  )
  const openBallots = once(() => ballotsThatMayBeVoid(scheme, reviewed))
  return (kind, unit) => {
    const reopened = openBallots()
    const because = own(kind, unit) ?? (reopened.length > 0 || looksAtOpen()[kind] === true ? 'others' : undefined)
    if (because === undefined) return undefined
    return { because, data: readings[places.members[kind]![unit]!]!.data, reopened }
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
    .filter((fact) => rows.some(({ numbers, at }) => Number.isNaN(numbers[at + fact]!)))
}
