/** Damage that keeps a compiled scheme's form, so that much of what is damaged still loads: values of one kind in each other's place. */
import * as fc from 'fast-check'

type Holder = Record<string | number, unknown>

/** A value with where it stands; `sort` is what it is, so that values of one sort can stand for each other. */
interface Spot {
  readonly holder: Holder
  readonly key: string | number
  readonly sort: string
}

const families: readonly (readonly string[])[] = [
  ['+', 'min', 'max', '*', '-'],
  ['<', '<=', '>', '>=', '===', '!=='],
  ['and', 'or'],
]

const words: Readonly<Record<string, readonly string[]>> = {
  mode: ['half-up', 'half-even', 'down', 'up'],
  take: ['sum', 'count', 'max', 'min', 'max-over', 'min-over', 'rank-down', 'rank-up'],
  pick: ['max', 'min'],
  scope: ['each', 'together'],
  treatment: ['full-points', 'left-out'],
}

/** Copies of a compiled scheme with one to five such changes. */
export function altered(document: unknown): fc.Arbitrary<unknown> {
  const text = JSON.stringify(document)
  const change = fc.record({ at: fc.nat(), other: fc.nat(), how: fc.nat(9) })
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    const copy = { root: JSON.parse(text) as unknown }
    for (const { at, other, how } of changes) {
      const spots = spotsOf(copy.root)
      alter(spots[at % spots.length]!, spots, other, how)
    }
    return copy.root
  })
}

function alter({ holder, key, sort }: Spot, spots: readonly Spot[], other: number, how: number): void {
  const value = holder[key]
  const family = typeof key === 'string' ? families.find((one) => one.includes(key)) : undefined
  if (family !== undefined && how < 7) {
    delete holder[key]
    holder[family[other % family.length]!] = value
  } else if (typeof key === 'string' && words[key] !== undefined && how < 7) {
    holder[key] = words[key][other % words[key].length]
  } else if (typeof value === 'number' && how < 5) {
    holder[key] = [value + 1, value - 1, value * 10, -value, 0, 1, 2 ** 31, Number.MAX_SAFE_INTEGER][other % 8]
  } else if (Array.isArray(value) && how < 2) value.reverse()
  else if (Array.isArray(value) && how < 4) value.splice(other % (value.length + 1), 1)
  else if (Array.isArray(value) && how < 5 && value.length > 0) value.push(structuredClone(value[other % value.length]))
  else {
    const akin = spots.filter((one) => one.sort === sort)
    const from = akin[other % akin.length]!
    holder[key] = structuredClone(from.holder[from.key])
  }
}

/** Every value below the document but its sentences, which say nothing to the engine. */
function spotsOf(root: unknown): readonly Spot[] {
  const spots: Spot[] = []
  const visit = (value: unknown, field: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, entry] of Object.entries(value)) {
      if (field === '' && name === 'sentences') continue
      const own = Array.isArray(value) ? field : name
      const key = Array.isArray(value) ? Number(name) : name
      spots.push({ holder: value as Holder, key, sort: `${own} ${formOf(entry)}` })
      visit(entry, own)
    }
  }
  visit(root, '')
  return spots
}

function formOf(value: unknown): string {
  if (typeof value === 'string') return /^[nfe]\d+$/.test(value) ? value[0]! : 'text'
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'object' || value === null) return typeof value
  const { kind } = value as { readonly kind?: unknown }
  return typeof kind === 'string' ? kind : 'object'
}
