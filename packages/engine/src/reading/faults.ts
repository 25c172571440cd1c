import { nearest } from '../scheme/index.js'
import type { DataCode, DataFaults, DataPlace, DataProblem } from '../problems/index.js'

/** How many words are compared with all names to find what was meant: comparing takes time, and nobody reads thousands of hints. */
const mostSuggestions = 200

/** How many faults are told: a file that is wrong in every line is told no better by all of them, and need not fill the memory. */
const mostFaults = 10_000

/** A word that was given, and those that it may have been meant for. */
export interface Meant {
  readonly word: string
  readonly names: Iterable<string>
}

/** The faults of one set of data, in the order in which they were met: all of them, or the first 10,000. */
export interface Faults {
  readonly found: DataProblem[]
  /** With `meant`, the nearest of the names is added to the data as `nearest`. */
  readonly add: <C extends DataCode>(code: C, place: DataPlace, data: DataFaults[C], meant?: Meant) => undefined
  /** Adds faults that were met elsewhere. */
  readonly join: (others: readonly DataProblem[]) => void
}

export function collectFaults(): Faults {
  const found: DataProblem[] = []
  const suggested = new Map<string, string | undefined>()

  function suggestion({ word, names }: Meant): { readonly nearest?: string } {
    if (!suggested.has(word) && suggested.size < mostSuggestions) suggested.set(word, nearest(word, names))
    const near = suggested.get(word)
    return near === undefined ? {} : { nearest: near }
  }

  return {
    found,
    add: (code, place, data, meant) => {
      if (found.length >= mostFaults) return
      const near = meant === undefined ? {} : suggestion(meant)
      found.push({ code, ...place, data: { ...data, ...near } } as DataProblem)
    },
    join: (others) => void found.push(...others.slice(0, mostFaults - found.length)),
  }
}
