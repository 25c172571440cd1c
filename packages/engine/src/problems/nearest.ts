import { foldName } from '../scheme/index.js'

const longest = 100

/** The name nearest to `word` by edits, if it is near: at most a third of the signs differ (one of two). Case does not count. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const wanted = foldName(word.slice(0, longest)).toLowerCase()
  let best: string | undefined
  let fewest = Math.max(wanted.length > 1 ? 1 : 0, Math.floor(wanted.length / 3)) + 1
  for (const name of names) {
    const edits = distance(wanted, foldName(name.slice(0, longest)).toLowerCase(), fewest)
    if (edits < fewest) [best, fewest] = [name, edits]
  }
  return best
}

/** Edits (insert, delete, replace, swap neighbours) from one text to another; `most` if there are so many or more. */
function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) >= most) return most
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let at = 1; at <= from.length; at += 1) {
    const row = [at]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[at - 1] === to[column - 1]
      const replaced = (last[column - 1] ?? 0) + (same ? 0 : 1)
      const swapped =
        at > 1 && column > 1 && from[at - 1] === to[column - 2] && from[at - 2] === to[column - 1]
          ? (before[column - 2] ?? 0) + 1
          : most
      row.push(Math.min(replaced, swapped, (last[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1))
    }
    if (Math.min(...row) >= most) return most
    before = last
    last = row
  }
  return last[to.length] ?? most
}
