import { withoutLanguage } from '../parse/bare.js'

/** What a tree means: places, languages and brackets left out, for brackets only say what the tree shows anyway. */
export function meaning(value: unknown): unknown {
  return withoutBrackets(withoutLanguage(value))
}

function withoutBrackets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBrackets)
  if (typeof value !== 'object' || value === null) return value
  if ('kind' in value && value.kind === 'brackets' && 'inner' in value) return withoutBrackets(value.inner)
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutBrackets(entry)]))
}
