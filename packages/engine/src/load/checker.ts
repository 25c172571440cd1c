import { foldName, type CompiledScheme } from '../scheme/index.js'
import type { Path, Problems } from './collect.js'
import type { Graph, NodeNeed } from './graph.js'

export const number: NodeNeed = { kind: 'number' }
export const condition: NodeNeed = { kind: 'condition' }
/** A condition that may ask for the grade: in awards and outcomes. */
export const lateCondition: NodeNeed = { kind: 'condition', afterGrade: true }
/** A number that may: what an outcome comes to. */
export const lateNumber: NodeNeed = { kind: 'number', afterGrade: true }

/** What the checks of all parts of a scheme share. */
export interface Checker extends Graph {
  readonly scheme: CompiledScheme
  readonly problems: Problems
  readonly optionalNode: (reference: string | undefined, need: NodeNeed, path: Path) => void
  readonly index: (found: number | undefined, length: number, path: Path) => void
  readonly indices: (found: readonly number[] | undefined, length: number, path: Path) => void
  readonly sentence: (of: { readonly sentence?: number }, path: Path) => void
  /** No two entries have the same name, as names are compared. */
  readonly once: <T>(list: readonly T[], path: Path, nameOf: (entry: T) => string) => void
}

export function newChecker(scheme: CompiledScheme, graph: Graph, problems: Problems): Checker {
  function index(found: number | undefined, length: number, path: Path): void {
    if (found !== undefined && found >= length) problems.add('wrong-index', path, { found, length })
  }

  function once<T>(list: readonly T[], path: Path, nameOf: (entry: T) => string): void {
    const seen = new Set<string>()
    each(list, path, (entry, at) => {
      const name = foldName(nameOf(entry))
      if (seen.has(name)) problems.add('name-twice', at, { name })
      seen.add(name)
    })
  }

  return {
    ...graph,
    scheme,
    problems,
    index,
    once,
    indices: (found, length, path) => each(found, path, (one, at) => index(one, length, at)),
    sentence: (of, path) => index(of.sentence, scheme.sentences.length, [...path, 'sentence']),
    optionalNode: (reference, need, path) => {
      if (reference !== undefined) graph.needNode(reference, need, path)
    },
  }
}

/** Runs a check over a list that may be left out, with the path of each entry. */
export function each<T>(list: readonly T[] | undefined, path: Path, check: (entry: T, path: Path) => void): void {
  list?.forEach((entry, at) => check(entry, [...path, at]))
}
