import { useError } from '../problems/index.js'
import { short } from '../problems/short.js'
import type { CompiledScheme } from '../scheme/index.js'
import type { Ahead, AheadKind } from './ahead.js'
import { fingerprint } from './fingerprint.js'

/** The functions made ahead of time for this scheme. Throws a UseError where they were made for another, or are none. */
export function acceptAhead(given: Ahead | undefined, scheme: CompiledScheme): readonly AheadKind[] {
  if (given === undefined) return []
  const { of, kinds } = (typeof given === 'object' ? (given ?? {}) : {}) as Partial<Ahead>
  const made = fingerprint(scheme)
  if (of !== made || !Array.isArray(kinds) || kinds.length !== scheme.kinds.length) {
    throw useError('ahead-of-another-scheme', { found: short(of), made })
  }
  return kinds as readonly AheadKind[]
}
