/** A tree without places: what two wordings of one thing have in common. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (value instanceof Map) return [...value].map(([key, entry]) => [withoutPlaces(key), withoutPlaces(entry)])
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'measureSpan')
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutPlaces(entry)]))
}

/** … and without what differs between the two languages by nature. */
export function withoutLanguage(value: unknown): unknown {
  return JSON.parse(JSON.stringify(withoutPlaces(value), (key, entry) => (key === 'language' ? undefined : entry)))
}
