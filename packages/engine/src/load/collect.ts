import type { SchemeCode, SchemeFaults, SchemeProblem } from '../problems/index.js'
import { limits } from './limits.js'

/** A key or an index: one step on the way to a value. */
export type Key = string | number

/** The problems of one document, as many as are listed. */
export interface Problems {
  readonly found: readonly SchemeProblem[]
  readonly isFull: () => boolean
  /** Where a check is at work: the keys that lead there. It adds those of what it looks into, and takes them away again. */
  readonly path: Key[]
  /** A problem at the path, or in `within` there. */
  readonly add: <C extends SchemeCode>(code: C, data: SchemeFaults[C], ...within: readonly Key[]) => undefined
}

export function collectProblems(): Problems {
  const found: SchemeProblem[] = []
  const path: Key[] = []
  const isFull = (): boolean => found.length >= limits.problems
  return {
    found,
    isFull,
    path,
    add: (code, data, ...within) => {
      if (!isFull()) found.push({ code, path: pathText([...path, ...within]), data: brief(data) } as SchemeProblem)
    },
  }
}

/** Keys and names of real schemes are shorter; of others the beginning is told. */
const longest = 100

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}

function brief<T extends object>(data: T): T {
  const entries = Object.entries(data).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? cut(value) : value,
  ])
  return Object.fromEntries(entries) as T
}

/** `nodes[12].logic.+[1]` */
function pathText(path: readonly Key[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? cut(key) : `${text}.${cut(key)}`
  }, '')
}
