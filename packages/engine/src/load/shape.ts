import type * as z from 'zod/mini'
import type { Expected } from '../problems/shapes.js'
import { short } from '../problems/short.js'
import type { CompiledScheme } from '../scheme/index.js'
import { formats, isLaterFormat } from '../scheme/formats.js'
import { compiledScheme } from '../scheme/schema.js'
import type { Path, Problems } from './collect.js'

/** The document as a scheme if it has a scheme's format and fields; otherwise undefined, with the problems. */
export function schemeShape(json: unknown, problems: Problems): CompiledScheme | undefined {
  if (!hasKnownFormat(json, problems)) return undefined
  const { success, data, error } = compiledScheme.safeParse(json)
  if (success) return data
  for (const issue of error.issues) reportIssue(issue, json, problems)
  return undefined
}

function hasKnownFormat(json: unknown, problems: Problems): boolean {
  if (typeof json === 'string' && /^\s*\{/.test(json)) {
    problems.add('text-not-parsed', [], {})
    return false
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json) || !Object.hasOwn(json, 'format')) {
    problems.add('not-a-scheme', [], { found: short(json) })
    return false
  }
  const { format } = json as { readonly format: unknown }
  if ((formats as readonly unknown[]).includes(format)) return true
  const code = typeof format === 'string' && isLaterFormat(format) ? 'later-format' : 'unknown-format'
  problems.add(code, ['format'], { format: short(format), formats })
  return false
}

function reportIssue(issue: z.core.$ZodIssue, json: unknown, problems: Problems): void {
  const path = issue.path.filter((key) => typeof key !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    for (const field of issue.keys) problems.add('unknown-field', path, { field })
    return
  }
  const found = valueAt(json, path)
  const field = path.at(-1)
  if (found === undefined && typeof field === 'string') {
    problems.add('missing-field', path.slice(0, -1), { field })
    return
  }
  problems.add('wrong-value', path, { ...wantedBy(issue), found: short(found) })
}

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    json,
  )
}

const expectedByType: Readonly<Record<string, Expected>> = {
  string: 'text',
  int: 'whole-number',
  number: 'whole-number',
  boolean: 'yes-no',
  array: 'list',
  object: 'object',
}

function wantedBy(issue: z.core.$ZodIssue): { readonly expected: Expected; readonly words?: readonly string[] } {
  switch (issue.code) {
    case 'invalid_type':
      return { expected: expectedByType[issue.expected] ?? 'other' }
    case 'invalid_value':
      return { expected: 'words', words: issue.values.map(String) }
    case 'too_small':
      if (issue.origin === 'array') return { expected: 'some' }
      return { expected: issue.minimum === 1 ? 'positive' : 'not-negative' }
    default:
      return { expected: 'other' }
  }
}
