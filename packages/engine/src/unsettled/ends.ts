import type { Ratio } from '../ranges/index.js'

/** Where a unit stands at the least and at the most: its total, then the scores that decide ties, the higher one first. */
export interface Ends {
  readonly low: readonly Ratio[]
  readonly high: readonly Ratio[]
}

/**
 * The ends of several units as whole numbers in the order of their standing: a greater number stands before a lesser one, equal numbers
 * are tied. From 0; `levels` is how many there are.
 */
export interface Levels {
  readonly low: Int32Array
  readonly high: Int32Array
  readonly levels: number
}

interface Standing {
  readonly scores: readonly Ratio[]
  readonly about: number
  readonly unit: number
  readonly isHigh: boolean
}

export function levelsOf(ends: readonly Ends[]): Levels {
  const all = ends.flatMap(({ low, high }, unit): readonly Standing[] => [
    { scores: low, about: about(low[0]!), unit, isHigh: false },
    { scores: high, about: about(high[0]!), unit, isHigh: true },
  ])
  all.sort(compare)
  const low = new Int32Array(ends.length)
  const high = new Int32Array(ends.length)
  let level = -1
  all.forEach((one, at) => {
    if (at === 0 || compare(all[at - 1]!, one) !== 0) level += 1
    ;(one.isHigh ? high : low)[one.unit] = level
  })
  return { low, high, levels: level + 1 }
}

/** The same seen from the last. */
export function reversedLevels({ low, high, levels }: Levels): Levels {
  const turned = (from: Int32Array): Int32Array => from.map((level) => levels - 1 - level)
  return { low: turned(high), high: turned(low), levels }
}

function about({ num, den }: Ratio): number {
  return Number(num) / Number(den)
}

/** Near enough for all but close neighbours; those are compared exactly. */
function compare(a: Standing, b: Standing): number {
  const apart = a.about - b.about
  if (Math.abs(apart) > 1e-9 * (1 + Math.abs(a.about) + Math.abs(b.about))) return apart
  for (let at = 0; at < a.scores.length; at += 1) {
    const [left, right] = [a.scores[at]!, b.scores[at]!]
    const [one, other] = [left.num * right.den, right.num * left.den]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}
