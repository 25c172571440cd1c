/** A value and where it belongs in a nest of objects. */
export interface Entry {
  readonly path: readonly string[]
  readonly value: unknown
}

/** Plain nested objects that hold the entries; of two for one place the last stays. No key reaches a prototype. */
export function nested(entries: readonly Entry[]): object {
  const groups = new Map<string, Entry[]>()
  const values: [string, unknown][] = []
  for (const { path, value } of entries) {
    const [key = '', ...rest] = path
    if (rest.length === 0) {
      values.push([key, value])
      continue
    }
    const group = groups.get(key) ?? []
    group.push({ path: rest, value })
    groups.set(key, group)
  }
  return Object.fromEntries([...values, ...[...groups].map(([key, group]) => [key, nested(group)] as const)])
}
