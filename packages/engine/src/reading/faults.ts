import { nearest } from '../scheme/index.js'
import type { DataCode, DataFaults, DataPlace, DataProblem } from '../problems/index.js'

/** How many words are compared with all names to find what was meant: comparing takes time, and nobody reads thousands of hints. */
const mostSuggestions = 200

/**
 * How many signs of names all these comparisons may look at, each as often as the word has signs: some tenths of a second, however many
 * names a scheme has and however long they are.
 */
const mostCompared = 20_000_000

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
  let compared = 0

  function suggestion({ word, names }: Meant): { readonly nearest?: string } {
    if (!suggested.has(word) && suggested.size < mostSuggestions && compared < mostCompared) {
      suggested.set(word, nearest(word, within(names, word.length)))
    }
    const near = suggested.get(word)
    return near === undefined ? {} : { nearest: near }
  }

  /** The names as long as there is room for comparing. */
  function* within(names: Iterable<string>, length: number): Iterable<string> {
    for (const name of names) {
      if (compared >= mostCompared) return
      compared += (name.length + 1) * (Math.min(length, name.length) + 1)
      yield name
    }
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
