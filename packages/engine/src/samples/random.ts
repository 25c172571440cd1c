/** Random numbers that are the same wherever JavaScript runs: the same seed gives the same numbers. */

export interface Random {
  /** A whole number from 0 up to but without `count`, which is at least 1. */
  readonly below: (count: number) => number
  /** From `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  /** True with so many chances in a hundred. */
  readonly chance: (percent: number) => boolean
  readonly oneOf: <T>(values: readonly T[]) => T
  /** An index; each comes as often as its weight says. */
  readonly weighted: (weights: readonly number[]) => number
}

/** Mulberry32, begun from a hash of the seed's text. Not for secrets. */
export function randomBy(seed: string): Random {
  let state = hashOf(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (count: number): number => Math.floor((next() / 2 ** 32) * count)
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => below(100) < percent,
    oneOf: (values) => values[below(values.length)]!,
    weighted: (weights) => {
      let rest = below(weights.reduce((sum, weight) => sum + weight, 0))
      return weights.findIndex((weight) => (rest -= weight) < 0)
    },
  }
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
