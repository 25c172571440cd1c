import { foldName } from './fold.js'

const longestCompared = 60

/**
 * The candidate that a word was most likely meant to be: the fewest signs to change, add, leave out or swap, at most a third of the
 * word (one of a short word). Case does not count. Undefined where none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = comparable(word)
  if (wanted === undefined) return undefined
  const signs = [...wanted]
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(signs.length / 3)) + 1
  for (const candidate of candidates) {
    const other = comparable(candidate)
    if (other === undefined || Math.abs([...other].length - signs.length) >= bestDistance) continue
    // A word of one or two signs that shares none with the candidate is another word, not a slip.
    if (signs.length <= 2 && !signs.some((sign) => other.includes(sign))) continue
    const distance = editDistance(wanted, other)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

function comparable(word: string): string | undefined {
  return word.length > 2 * longestCompared ? undefined : foldName(word).toLowerCase()
}

/** The number of signs to change, add, leave out or swap with a neighbour to make one word of the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const from = [...a]
  const to = [...b]
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = last[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      const least = Math.min(last[j]! + 1, row[j - 1]! + 1, change)
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row.push(isSwap ? Math.min(least, beforeLast[j - 2]! + 1) : least)
    }
    beforeLast = last
    last = row
  }
  return last[to.length]!
}
