/** How units are written down. */
export type UnitFormat = 'csv' | 'json' | 'ndjson'

/** By the file's name; where that does not tell, by how the text begins (its first megabyte is enough). */
export function formatOf(file: string, text: string): UnitFormat {
  if (/\.(ndjson|jsonl)$/i.test(file)) return 'ndjson'
  if (/\.json$/i.test(file)) return 'json'
  if (/\.(csv|tsv|txt)$/i.test(file) || !/^\s*[[{]/.test(text)) return 'csv'
  return isUnitLine(text.trimStart().split('\n', 1)[0] ?? '') ? 'ndjson' : 'json'
}

/** Whether a line is a unit by itself, and not what data in JSON begin with. */
function isUnitLine(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'unit')
  } catch {
    return false
  }
}
