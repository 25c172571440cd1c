/** A compiled scheme without what its authors say in their own language: what a scheme and its translation must have alike. */

/** What authors say in their own language, wherever it stands in the document. */
const words = new Set([
  'title',
  'language',
  'sourceHash',
  'issuer',
  'grades',
  'name',
  'machineName',
  'aliases',
  'alsoAs',
  'file',
  'under',
  'askedAs',
  'reportedBy',
  'word',
  'options',
  'key',
  'checkedBy',
  'what',
  'because',
  'text',
  'line',
  'column',
  'endLine',
  'endColumn',
  'official',
  'basis',
])

/** Words as how many there are; everything else as it is. */
export function withoutWords(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return words.has(key) ? value.length : value.map((each) => withoutWords(each))
  if (typeof value !== 'object' || value === null) return words.has(key) && typeof value === 'string' ? 'words' : value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inside]) =>
      words.has(name) && typeof inside === 'number' ? [] : [[name, withoutWords(inside, name)]],
    ),
  )
}
