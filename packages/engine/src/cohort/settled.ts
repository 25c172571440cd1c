import type { CompiledScheme } from '../scheme/index.js'
import { poolsOf, type Following } from './awards.js'
import { looksAtOthers, type Judgement } from './judge.js'

/** Whether a unit waits for a review, by its kind and its place in it. */
export type Waits = (kind: number, unit: number) => boolean

/** For each kind, whether any of its units can still change: it is incomplete, or waits for a review. */
function canStillChange({ kinds }: Judgement, waits: Waits): readonly boolean[] {
  return kinds.map(({ field }, kind) => {
    for (let unit = 0; unit < field.size; unit += 1) if (field.complete[unit] === 0 || waits(kind, unit)) return true
    return false
  })
}

/** For each kind, whether the grades of its units can still move because others can. */
export function openGrades(judgement: Judgement, waits: Waits): readonly boolean[] {
  return canStillChange(judgement, waits).map(
    (can, kind) => can && looksAtOthers(judgement.kinds[kind]!.field.assessor),
  )
}

/**
 * Whether a complete unit is provisional: it waits for a review, or its kind's grades can still move, or awards or outcomes look at
 * the field, or it competes for the places of an award with units that can still change.
 */
export function provisionalUnits(
  scheme: CompiledScheme,
  judgement: Judgement,
  following: readonly Following[],
  waits: Waits,
  isDecided: Waits,
): Waits {
  const changing = canStillChange(judgement, waits)
  if (!changing.includes(true)) return () => false
  const openKinds = openGrades(judgement, waits)
  const contested: number[][] = changing.map(() => [])
  for (const [place, award] of scheme.awards.entries()) {
    const pools = award.top === undefined ? [] : poolsOf(award)
    for (const pool of pools) {
      if (pool.some((kind) => changing[kind] === true)) for (const kind of pool) contested[kind]!.push(place)
    }
  }
  const openFollowing = changing.map((can, kind) => can && judgement.kinds[kind]!.field.assessor.looksAtField.after)
  return (kind, unit) =>
    (openKinds[kind] === true && !isDecided(kind, unit)) ||
    openFollowing[kind] === true ||
    waits(kind, unit) ||
    contested[kind]!.some((award) => following[kind]!.awards[award]?.competes[unit] === 1)
}
