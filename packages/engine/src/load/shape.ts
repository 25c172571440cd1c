import { short } from '../problems/short.js'
import { isPlainObject } from '../reading/plain.js'
import { formatIn } from '../scheme/format.js'
import { formats, isLaterFormat } from '../scheme/formats.js'
import type { CompiledScheme } from '../scheme/index.js'
import type { Words } from '../scheme/schema.js'
import type { Checker } from './checker.js'
import type { Problems } from './collect.js'
import { newSource } from './read.js'
import { words, type Shape } from './words.js'

const { compiledScheme } = formatIn(words as unknown as Words) as unknown as { readonly compiledScheme: Shape }

/** The document as a scheme, a frozen copy, if it has a scheme's format and fields; otherwise undefined, with the problems. */
export function schemeShape(json: unknown, problems: Problems): CompiledScheme | undefined {
  if (!hasKnownFormat(json, problems)) return undefined
  const scheme = compiledScheme.read(json, newSource(problems)) as CompiledScheme
  return problems.found.length === 0 ? scheme : undefined
}

/** Holds all that refers to something else against the scheme. */
export function checkReferences(check: Checker): void {
  compiledScheme.hold?.(check.scheme as never, check)
}

function hasKnownFormat(json: unknown, problems: Problems): boolean {
  if (typeof json === 'string' && /^\s*\{/.test(json)) problems.add('text-not-parsed', {})
  else if (typeof json !== 'object' || json === null || Array.isArray(json))
    problems.add('not-a-scheme', { found: short(json) })
  else if (!isPlainObject(json)) problems.add('not-plain', { found: short(json) })
  else if (!Object.hasOwn(json, 'format')) problems.add('not-a-scheme', { found: short(json) })
  else return isKnown((json as { readonly format?: unknown }).format, problems)
  return false
}

function isKnown(format: unknown, problems: Problems): boolean {
  if ((formats as readonly unknown[]).includes(format)) return true
  const code = typeof format === 'string' && isLaterFormat(format) ? 'later-format' : 'unknown-format'
  problems.add(code, { format: short(format), formats }, 'format')
  return false
}
