const longestCompared = 60

/**
 * The candidate that the word was most likely meant to be: the fewest signs to change, add, drop or swap, at most a third of the
 * word (one of a short word). Undefined where none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const signs = [...word.toLowerCase()]
  if (signs.length > longestCompared) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(signs.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 2 * bestDistance) continue
    const others = [...candidate.toLowerCase()]
    if (Math.abs(others.length - signs.length) >= bestDistance || others.length > longestCompared) continue
    // A word of one or two signs that shares none with the candidate is another word, not a slip.
    if (signs.length <= 2 && !others.some((sign) => signs.includes(sign))) continue
    const distance = distanceOf(signs, others)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** Damerau–Levenshtein distance (optimal string alignment). */
function distanceOf(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, beforeLast[j - 2]! + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
