import { editDistance } from '@merit/engine/scheme'

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
