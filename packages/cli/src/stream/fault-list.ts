/** The faults of a large input: the first ones are kept, all are counted. */

/** A fault as it is listed. */
export interface LineFault {
  readonly line: number | undefined
  /** Of one line: what is wrong with the text comes before what is wrong with the values in it. */
  readonly inValue: boolean
  readonly text: string
}

/** So many faults are listed. */
export const mostListed = 1000

/** Line by line; of the same line in the order given. */
export function firstFaults(faults: readonly LineFault[]): readonly LineFault[] {
  const sorted = [...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || Number(a.inValue) - Number(b.inValue))
  return sorted.slice(0, mostListed)
}
