/** Finds it when it is first asked for, and no more than once. */
export function once<T>(find: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: find() }).value
}
