/** The number of signs to change, add, leave out or swap with a neighbour to make one word of the other. */
export function editDistance(a: string, b: string): number {
  const from = [...a]
  const to = [...b]
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = above[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, change)
      if (from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] && i > 1 && j > 1)
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = above
    above = row
  }
  return above[to.length]!
}

/** The word that `typed` was most likely meant to be; undefined where none is near. Chinese words allow one change, English two. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const word of words) {
    const allowed = allowedChanges(word)
    if (word === typed || Math.abs(word.length - typed.length) > allowed) continue
    const distance = editDistance(typed, word)
    if (distance <= allowed && distance < least) [best, least] = [word, distance]
  }
  return best
}

function allowedChanges(word: string): number {
  if (!/^[a-z]/.test(word)) return word.length >= 2 ? 1 : 0
  return word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0
}
