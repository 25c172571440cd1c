import type { SchemeCode, SchemeFaults, SchemeProblem } from '../problems/index.js'
import { limits } from './limits.js'

/** Where a value stands: the keys and indices that lead to it. */
export type Path = readonly (string | number)[]

/** The problems of one document, as many as are listed. */
export interface Problems {
  readonly found: readonly SchemeProblem[]
  readonly isFull: () => boolean
  readonly add: <C extends SchemeCode>(code: C, path: Path, data: SchemeFaults[C]) => void
}

export function collectProblems(): Problems {
  const found: SchemeProblem[] = []
  const isFull = (): boolean => found.length >= limits.problems
  return {
    found,
    isFull,
    add: (code, path, data) => {
      if (!isFull()) found.push({ code, path: pathText(path), data } as SchemeProblem)
    },
  }
}

/** `nodes[12].logic.+[1]` */
function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}
