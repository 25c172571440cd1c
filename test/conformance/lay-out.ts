/** JSON for readers: what fits on a line stands on one, numbers and words fill theirs. The same value always gives the same text. */
export function layOut(value: unknown, indent = '', label = ''): string {
  const short = onOneLine(value)
  if (typeof value !== 'object' || value === null || fits(indent + label + short)) return short
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const entries = Object.entries(value).map(([key, entry]: [string, unknown]) => {
    const own = isList ? '' : `${JSON.stringify(key)}: `
    return own + layOut(entry, inner, own)
  })
  const isFlat = !isList && Object.values(value).every((entry) => typeof entry !== 'object' || entry === null)
  const lines = isFlat && entries.length > 20 ? filled(entries, inner) : entries
  return `${isList ? '[' : '{'}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${isList ? ']' : '}'}`
}

/** As many entries on a line as it holds. */
function filled(entries: readonly string[], indent: string): readonly string[] {
  const lines: string[] = []
  for (const entry of entries) {
    const together = lines.length === 0 ? entry : `${lines.at(-1)}, ${entry}`
    if (lines.length > 0 && fits(indent + together)) lines[lines.length - 1] = together
    else lines.push(entry)
  }
  return lines
}

/** With a comma behind it. */
function fits(line: string): boolean {
  return line.length < 120
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${onOneLine(entry)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
