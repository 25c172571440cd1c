import { foldName, type CompiledScheme } from '../scheme/index.js'
import type { Key, Problems } from './collect.js'
import type { Graph } from './graph.js'

/** What the checks of all parts of a scheme share. */
export interface Checker extends Graph {
  readonly scheme: CompiledScheme
  readonly problems: Problems
  /** Checks what stands under a key. */
  readonly within: <T>(key: Key, check: (value: T, checker: Checker) => void, value: T) => void
  readonly each: <T>(list: readonly T[] | undefined, key: Key, check: (entry: T, index: number) => void) => void
  readonly below: (found: number, length: number) => void
  /** No two entries of a list have the same name, as names are compared. */
  readonly once: <T>(list: readonly T[], key: Key, nameOf: (entry: T) => string) => void
}

export function newChecker(scheme: CompiledScheme, graph: Graph, problems: Problems): Checker {
  const { path } = problems
  const checker: Checker = {
    ...graph,
    scheme,
    problems,
    within: (key, check, value) => {
      path.push(key)
      check(value, checker)
      path.pop()
    },
    each: (list = [], key, check) => {
      path.push(key)
      for (const [index, entry] of list.entries()) {
        path.push(index)
        check(entry, index)
        path.pop()
      }
      path.pop()
    },
    below: (found, length) => {
      if (found >= length) problems.add('wrong-index', { found, length })
    },
    once: (list, key, nameOf) => {
      const seen = new Set<string>()
      checker.each(list, key, (entry) => {
        const name = foldName(nameOf(entry))
        if (seen.has(name)) problems.add('name-twice', { name: name.replaceAll('\0', '/') })
        seen.add(name)
      })
    },
  }
  return checker
}
