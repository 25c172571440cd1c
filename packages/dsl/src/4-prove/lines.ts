/** The lines of results by the sentence that they come from: a sentence of a rubric has one in each part. */
import type { Line, SentenceIndex } from '@merit/engine/scheme'
import type { Grounds } from './grounds.js'

/** A line, and the points of the item or part that it stands in; none on the total. */
export interface PlacedLine {
  readonly line: Line
  readonly points?: { readonly value: number; readonly unit: number }
}

/** In the order of the sentences. */
export function linesBySentence({ scheme }: Grounds): ReadonlyMap<SentenceIndex, readonly PlacedLine[]> {
  const all: PlacedLine[] = [
    ...scheme.items.flatMap(({ lines, points }) => lines.map((line) => ({ line, points }))),
    ...scheme.parts.flatMap(({ lines, full }) => lines.map((line) => ({ line, points: full }))),
    ...scheme.kinds.flatMap(({ lines }) => lines.map((line) => ({ line }))),
  ]
  const found = new Map<SentenceIndex, PlacedLine[]>()
  for (const one of all) {
    const before = found.get(one.line.sentence)
    if (before === undefined) found.set(one.line.sentence, [one])
    else before.push(one)
  }
  return new Map([...found].sort(([a], [b]) => a - b))
}
