import { short } from '../problems/short.js'
import { isPlainObject } from '../reading/plain.js'
import type { Problems } from './collect.js'
import { limits } from './limits.js'

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * A copy of unknown JSON, so that nobody can change it afterwards and freezing it is nobody's surprise. What is no JSON, too deep, too
 * long or too much is a problem, and the copy then stays behind.
 */
export function plainCopy(json: unknown, problems: Problems): unknown {
  const path: (string | number)[] = []
  let values = 0

  function copyOf(value: unknown): unknown {
    values += 1
    if (values > limits.values || problems.isFull()) return tooLarge()
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value !== 'object') return notPlain(value)
    if (path.length >= limits.depth) return problems.add('too-deep', path, { most: limits.depth })
    if (Array.isArray(value)) return listOf(value)
    return isPlainObject(value) ? objectOf(value) : notPlain(value)
  }

  function listOf(list: readonly unknown[]): unknown {
    if (list.length > limits.list) {
      return problems.add('list-too-long', path, { found: list.length, most: limits.list })
    }
    const copy: unknown[] = []
    for (let index = 0; index < list.length && !isOver(); index += 1) copy.push(at(index, list[index]))
    return copy
  }

  function objectOf(value: object): unknown {
    const copy: Record<string, unknown> = {}
    for (const [key, entry] of Object.entries(value)) {
      if (isOver()) break
      if (forbidden.has(key)) problems.add('forbidden-key', path, { key })
      else copy[key] = at(key, entry)
    }
    return copy
  }

  function at(key: string | number, value: unknown): unknown {
    path.push(key)
    const copy = copyOf(value)
    path.pop()
    return copy
  }

  function isOver(): boolean {
    return values > limits.values || problems.isFull()
  }

  function tooLarge(): undefined {
    if (values === limits.values + 1) problems.add('too-large', path, { most: limits.values })
  }

  function notPlain(value: unknown): undefined {
    problems.add('not-plain', path, { found: short(value) })
  }

  return copyOf(json)
}

/** Freezes a plain value (a tree) and all that it holds. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const entry of Object.values(value)) deepFreeze(entry)
  }
  return value
}
