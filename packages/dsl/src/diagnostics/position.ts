import type { Span } from '../ast/index.js'

/** As in the Language Server Protocol: lines from 0, characters from 0 in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Where each line of the text starts: offsets in UTF-16 code units, the first 0. Lines end with LF, CR LF or CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length)
  return starts
}

/** The line and character of an offset; `starts` are those of its text. */
export function positionOf(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low, character: offset - starts[low]! }
}

/** The range of a span. For many spans of one text give the `starts` along. */
export function rangeOf(text: string, span: Span, starts: readonly number[] = lineStarts(text)): Range {
  return { start: positionOf(starts, span.start), end: positionOf(starts, span.end) }
}
