/** A value and where it belongs in a nest of objects. */
export interface Entry {
  readonly path: readonly string[]
  readonly value: unknown
}

type Nest = Record<string, unknown>

/** Plain nested objects that hold the entries; of two for one place the last stays. No key reaches a prototype. */
export function nested(entries: readonly Entry[]): object {
  const nest: Nest = {}
  let groups: Map<string, Entry[]> | undefined
  for (const { path, value } of entries) {
    const key = path[0] ?? ''
    if (path.length <= 1) {
      put(nest, key, value)
      continue
    }
    groups ??= new Map()
    const group = groups.get(key)
    const inner = { path: path.slice(1), value }
    if (group === undefined) groups.set(key, [inner])
    else group.push(inner)
  }
  for (const [key, group] of groups ?? []) put(nest, key, nested(group))
  return nest
}

function put(nest: Nest, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(nest, key, { value, enumerable: true, configurable: true, writable: true })
  else nest[key] = value
}
