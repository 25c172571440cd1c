/** Offset → line, from 1, in a text whose lines end with LF, CR LF or CR. The lines are counted when the first offset is asked for. */
export function lineFinder(text: string): (offset: number) => number {
  let ends: readonly number[] | undefined
  return (offset) => {
    ends ??= Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: { length } }) => index + length)
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
