/** Where the units of all pieces stand in the input. */

export interface Places {
  /** The lines of a piece's units, from 0 at the start of the piece, and how many lines the piece takes. */
  readonly add: (starts: Int32Array, lines: number) => void
  /** The line, from 1, in which the piece begins that comes next. */
  readonly nextLine: () => number
  /** The line of a unit, from 1. */
  readonly lineOf: (index: number) => number | undefined
}

export function newPlaces(firstLine: number): Places {
  const pieces: { readonly first: number; readonly line: number; readonly starts: Int32Array }[] = []
  let [count, line] = [0, firstLine]
  return {
    add: (starts, lines) => {
      if (starts.length > 0) pieces.push({ first: count, line, starts })
      count += starts.length
      line += lines
    },
    nextLine: () => line,
    lineOf: (index) => {
      const piece = pieces.findLast(({ first }) => first <= index)
      const start = piece?.starts[index - piece.first]
      return piece === undefined || start === undefined ? undefined : piece.line + start
    },
  }
}
