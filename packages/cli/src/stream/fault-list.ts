/** The faults of an input: the first ones are kept, all are counted. */

/** A fault as it is listed; without a line it is one of the input as a whole. */
export interface ListedFault {
  readonly line?: number
  /** Of one line: what is wrong with the text comes before what is wrong with the values in it. */
  readonly inValue: boolean
  readonly text: string
}

/** So many faults are listed: nobody reads more. */
export const mostListed = 1000

export interface FaultList {
  readonly add: (fault: ListedFault) => void
  /** Faults that are counted, and not listed. */
  readonly addMore: (count: number) => void
  readonly count: () => number
  /** Line by line; of the same line in the order in which they came. */
  readonly first: () => readonly ListedFault[]
}

export function newFaultList(): FaultList {
  let kept: ListedFault[] = []
  let count = 0
  const sorted = (): ListedFault[] =>
    kept.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || Number(a.inValue) - Number(b.inValue)).slice(0, mostListed)
  return {
    add: (fault) => {
      kept.push(fault)
      count += 1
      if (kept.length > 4 * mostListed) kept = sorted()
    },
    addMore: (more) => {
      count += more
    },
    count: () => count,
    first: () => sorted(),
  }
}
