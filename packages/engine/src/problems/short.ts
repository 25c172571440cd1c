const longest = 40

/** A value as messages quote it: short, on one line, whatever it is; a dash for nothing. */
export function short(value: unknown): string {
  if (typeof value === 'string') return cut(oneLine(value))
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === null) return 'null'
  if (value === undefined) return '—'
  return Array.isArray(value) ? '[…]' : typeof value === 'object' ? '{…}' : typeof value
}

function oneLine(text: string): string {
  return text.slice(0, 4 * longest).replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
}

function cut(text: string): string {
  const signs = [...text]
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : text
}
