import type { Expected } from '../problems/shapes.js'
import { short } from '../problems/short.js'
import { isPlainObject } from '../reading/plain.js'
import type { Key, Problems } from './collect.js'
import { limits } from './limits.js'

/** A document that is being read. */
export interface Source {
  readonly problems: Problems
  /** Reads what stands under a key. */
  readonly enter: (key: Key, read: Read, value: unknown) => unknown
  /** It has so many faults, or is so large, that reading on is of no use. */
  readonly isOver: () => boolean
  readonly wrong: (value: unknown, expected: Expected, words?: readonly string[]) => undefined
}

/**
 * A frozen copy of a value, so that nobody can change it afterwards and freezing it is nobody's surprise; anything where the value is
 * faulty, which is then among the problems.
 */
export type Read = (value: unknown, from: Source) => unknown

export function newSource(problems: Problems): Source {
  const { path } = problems
  let values = 0
  const source: Source = {
    problems,
    enter: (key, read, value) => {
      values += 1
      path.push(key)
      if (values === limits.values + 1) problems.add('too-large', { most: limits.values })
      const copy = values > limits.values ? undefined : read(value, source)
      path.pop()
      return copy
    },
    isOver: () => values > limits.values || problems.isFull(),
    wrong: (value, expected, words) =>
      isJson(value)
        ? problems.add('wrong-value', { expected, ...(words === undefined ? {} : { words }), found: short(value) })
        : problems.add('not-plain', { found: short(value) }),
  }
  return source
}

export function listOf(list: readonly unknown[], read: Read, from: Source): unknown {
  if (list.length > limits.list) {
    return from.problems.add('list-too-long', { found: list.length, most: limits.list })
  }
  const copy = [...list]
  for (let index = 0; index < copy.length && !from.isOver(); index += 1) {
    copy[index] = from.enter(index, read, copy[index])
  }
  return Object.freeze(copy)
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Reports a key that would not stay a plain field. */
export function isForbidden(key: string, { problems }: Source): boolean {
  if (forbidden.has(key)) problems.add('forbidden-key', { key })
  return forbidden.has(key)
}

/** JSON of any form, not too deep. */
export const readAnything: Read = (value, from) => {
  if (typeof value !== 'object' || value === null) return isJson(value) ? value : from.wrong(value, 'other')
  const { problems, enter } = from
  if (problems.path.length >= limits.depth) return problems.add('too-deep', { most: limits.depth })
  if (Array.isArray(value)) return listOf(value, readAnything, from)
  if (!isPlainObject(value)) return from.wrong(value, 'other')
  const copy: Record<string, unknown> = { ...value }
  for (const key of Object.keys(copy)) {
    if (from.isOver()) break
    if (!isForbidden(key, from)) copy[key] = enter(key, readAnything, copy[key])
  }
  return Object.freeze(copy)
}

function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'object') return value === null || Array.isArray(value) || isPlainObject(value)
  return typeof value === 'string' || typeof value === 'boolean'
}
