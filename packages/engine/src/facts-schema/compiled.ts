import { useError } from '../problems/index.js'
import { short } from '../problems/short.js'
import type { CompiledScheme } from '../scheme/index.js'

/** The compiled scheme of what a caller gives for a scheme. Throws a UseError where there is none. */
export function compiledOf(scheme: CompiledScheme | { readonly compiled: CompiledScheme }): CompiledScheme {
  const found: unknown =
    typeof scheme === 'object' && scheme !== null && 'compiled' in scheme ? scheme.compiled : scheme
  const isScheme = typeof found === 'object' && found !== null && Array.isArray((found as { facts?: unknown }).facts)
  if (!isScheme) throw useError('not-a-loaded-scheme', { found: short(scheme) })
  return found as CompiledScheme
}
