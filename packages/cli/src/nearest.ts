/** The candidate that `given` most likely stood for, or none that is near enough: at most a third of its signs differ. */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  const letters = [...given.toLowerCase()].slice(0, 200)
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    const other = [...candidate.toLowerCase()].slice(0, 200)
    const distance = editDistance(letters, other)
    const allowed = Math.max(1, Math.floor(Math.max(letters.length, other.length) / 3))
    if (
      distance <= allowed &&
      distance < Math.max(letters.length, other.length) &&
      distance < (best?.distance ?? Infinity)
    ) {
      best = { candidate, distance }
    }
  }
  return best?.candidate
}

/** Signs to put in, take out, replace or swap with the next one, at least (optimal string alignment). */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: readonly number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const step = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(swapped ? Math.min(step, (beforeLast[j - 2] ?? 0) + 1) : step)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
