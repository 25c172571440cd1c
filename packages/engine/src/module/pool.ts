/** What the functions of one module share: helpers, by name, and tables, each written once. */
export interface Pool {
  /** Notes that a helper is used; its name. */
  readonly helper: (name: Helper) => string
  readonly table: (values: readonly number[]) => string
  readonly set: (values: readonly number[]) => string
  /** Words, each with the number that it reads as. */
  readonly words: (words: readonly string[]) => string
  /** The declarations. */
  readonly printed: () => string
}

export type Helper = keyof typeof helpers

const helpers = {
  given: `/** A fact, or what it is where it is not reported. */
const given = (value, otherwise) => (value === value ? value : otherwise)`,
  least: `const least = (a, b) => {
  const isFirst = Number(a < b)
  return isFirst * a + (1 - isFirst) * b
}`,
  greatest: `const greatest = (a, b) => {
  const isFirst = Number(a > b)
  return isFirst * a + (1 - isFirst) * b
}`,
  either: `/** The one where the condition holds (is 1), else the other. */
const either = (holds, then, otherwise) => holds * then + (1 - holds) * otherwise`,
  lookedUp: `/** What the table has at a place; it may have none. */
const lookedUp = (table, at, otherwise) => (at >= 0 && at < table.length ? table[at] : otherwise)`,
  keysOf: `/** How many keys an object has. */
const keysOf = (object) => {
  let count = 0
  for (const key in object) count += 1
  return count
}`,
  isPlain: `const isPlain = (value) =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype`,
} as const

export function newPool(literal: (text: string) => string): Pool {
  const used = new Set<Helper>()
  const declared = new Map<string, string>()

  function declare(kind: 'table' | 'set' | 'words', value: string): string {
    const key = `${kind} ${value}`
    const known = declared.get(key)
    if (known !== undefined) return known
    const name = `${kind}${[...declared.keys()].filter((other) => other.startsWith(`${kind} `)).length + 1}`
    declared.set(key, name)
    return name
  }

  return {
    helper: (name) => {
      used.add(name)
      return name
    },
    table: (values) => declare('table', `Float64Array.of(${values.join(', ')})`),
    set: (values) => declare('set', `new Set([${values.join(', ')}])`),
    words: (words) => declare('words', `new Map([${words.map((word, at) => `[${literal(word)}, ${at}]`).join(', ')}])`),
    printed: () =>
      [
        ...Object.entries(helpers).flatMap(([name, text]) => (used.has(name as Helper) ? [text] : [])),
        [...declared].map(([key, name]) => `const ${name} = ${key.slice(key.indexOf(' ') + 1)}`).join('\n'),
      ]
        .filter((text) => text !== '')
        .join('\n\n'),
  }
}
